"""Orientations: one landscape page a slide, numbers of the directory, and what is said stays with who says it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from reader import Reader

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests/examples/valid/content/orientations/moving-in.yml"
PAGE = "practice/orientations/moving-in/"
VARIANTS = ["", "ja-easy/"]
PAGES = re.compile(rb"/Type\s*/Page[^s]")
LANDSCAPE = re.compile(rb"/MediaBox\s*\[\s*0 0 841[.\d]* 59[.\d]*\s*\]")
# Titles of slides whose points run into what stands at the foot of the page.
CROWDED = """slides => slides.flatMap(slide => {
    const points = slide.querySelector('ul').getBoundingClientRect().bottom;
    const below = (slide.querySelector('.slide__services') ?? slide.querySelector('.slide__foot')).getBoundingClientRect().top;
    return points > below ? [slide.querySelector('h2').textContent] : [];
})"""


def slides_of(path: Path) -> list[dict[str, Any]]:
    """The slides as their file has them."""
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["slides"]
    return found


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("path", sorted((ROOT / "content/orientations").glob("*.yml")), ids=lambda path: path.stem)
def test_each_slide_is_one_page_and_holds_all_its_points(reader: Reader, variant: str, path: Path) -> None:
    """What runs off the paper is not read by anybody."""
    reader.open(f"{variant}practice/orientations/{path.stem}/slides/")
    printed = reader.page.pdf(prefer_css_page_size=True)
    count = len(slides_of(path))
    assert (len(PAGES.findall(printed)), len(LANDSCAPE.findall(printed))) == (count, count)
    reader.page.set_viewport_size({"width": 1000, "height": 700})
    reader.page.emulate_media(media="print")
    assert reader.page.locator(".slide").evaluate_all(CROWDED) == []


def test_words_of_the_speaker_stand_in_the_guide_alone(example_reader: Reader) -> None:
    """The guide says them, the slide does not; numbers come from the directory."""
    slides = slides_of(EXAMPLE)
    example_reader.open(f"{PAGE}slides/")
    shown = example_reader.page.locator(".slides").inner_text()
    assert [slide["say"]["ja"] for slide in slides if slide["say"]["ja"] in shown] == []
    assert example_reader.page.locator(".slide__services").count() == sum("services" in slide for slide in slides)
    example_reader.open(PAGE)
    assert example_reader.page.locator(".orientation__told dd").all_inner_texts() == [slide["say"]["ja"] for slide in slides]


def test_list_leads_to_guide_slides_and_evaluation(example_reader: Reader) -> None:
    """From the list to the paper in two steps."""
    page = example_reader.page
    example_reader.open("practice/orientations/")
    page.locator(".tools a").first.click()
    assert str(page.locator("section[aria-labelledby=evaluation] a").get_attribute("href")).endswith("forms/visit/")
    page.locator(".orientation__open a").click()
    assert page.locator(".slide").count() > 1
