"""Genograms and eco-maps in the browser: signs above their words, narrow phones, paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader import Reader
from test_access import violations

PAGES = ["tools/", "ja-easy/tools/"]
WIDTHS = (320, 1280)


@pytest.mark.parametrize("url", PAGES)
def test_figures_are_accessible_folded_and_open(example_reader: Reader, root: Path, url: str) -> None:
    """On a narrow phone and at a desk, with the words folded and open."""
    page = example_reader.page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        example_reader.open(url)
        assert violations(page, root) == []
        page.locator(".figure__words > summary").evaluate_all("all => all.forEach(each => each.parentElement.open = true)")
        assert violations(page, root) == []


@pytest.mark.parametrize("size", ["m", "xl"])
@pytest.mark.parametrize("url", PAGES)
def test_page_never_scrolls_sideways(example_reader: Reader, url: str, size: str) -> None:
    """A wide family scrolls inside its figure, the page does not."""
    page = example_reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    example_reader.open(url)
    page.evaluate("size => { document.documentElement.dataset.size = size }", size)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_of_a_family_meet_the_signs_of_its_people(example_reader: Reader, width: int) -> None:
    """The line between partners runs from the middle of one sign to the middle of the other, at the height of their middles."""
    page = example_reader.page
    page.set_viewport_size({"width": width, "height": 900})
    example_reader.open("tools/")
    boxes = page.evaluate(
        """() => [".genogram__generation:first-child .genogram__sign", ".genogram__generation:first-child .bond"].map((selector) =>
            [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect()).map((box) => [box.x, box.right, (box.y + box.bottom) / 2]))"""
    )
    (left, right), (line,) = boxes
    assert line == pytest.approx([(left[0] + left[1]) / 2, (right[0] + right[1]) / 2, left[2]], abs=2.5)


def test_on_a_phone_ties_stand_in_a_list_with_their_lines(example_reader: Reader) -> None:
    """No crowded drawing: the centre first, then each circle with a piece of its line."""
    page = example_reader.page
    example_reader.open("tools/")
    assert page.locator(".ecomap__lines").is_hidden()
    assert page.locator(".ecomap__tie .legend__line").first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator(".ecomap__lines").is_visible()
    assert page.locator(".ecomap__tie .legend__line").first.is_hidden()


def test_on_paper_the_words_stand_below_the_drawing(example_reader: Reader) -> None:
    """Folded words are opened, and no part of a family is cut off."""
    page = example_reader.page
    example_reader.open("tools/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".figure__words li:visible").count() == page.locator(".figure__words li").count() > 0
    assert page.locator(".genogram").first.evaluate("each => getComputedStyle(each).overflowX") == "visible"
