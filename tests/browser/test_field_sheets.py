"""The two sheets of a field: one page of A4 each, numbers from the directory, plain words for the person."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page
from reader import Reader

ROOT = Path(__file__).parents[2]
FIELDS = sorted(path.stem for path in (ROOT / "content/sheets").glob("*.yml"))
VARIANTS = ["", "ja-easy/"]
SIDES = ["counter", "handout"]
PAGES = re.compile(rb"/Type\s*/Page[^s]")


def sheet_url(variant: str, field: str, side: str) -> str:
    """Address of one side below the site's root."""
    return f"{variant}directory/fields/{field}/{side}/"


def page_count(page: Page) -> int:
    """Pages of A4 that the printer gives."""
    return len(PAGES.findall(page.pdf(prefer_css_page_size=True)))


def numbers_of(service: str) -> set[str]:
    """Telephone numbers of ``organisation/service`` as the directory's file has them."""
    organisation, _, slug = service.partition("/")
    record = yaml.safe_load((ROOT / f"content/directory/{organisation}.yml").read_text(encoding="utf-8"))
    channels = next(each["channels"] for each in record["services"] if each["slug"] == slug)
    return {str(channel["number"]) for channel in channels if channel["number"]}


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("field", FIELDS)
def test_each_side_is_one_page_of_paper(reader: Reader, variant: str, field: str, side: str) -> None:
    """A second page is lost between desk and door."""
    reader.open(sheet_url(variant, field, side))
    assert page_count(reader.page) == 1
    reader.page.emulate_media(media="print")
    assert [each for each in (".header", ".crumbs", ".buttons", ".report", ".facts", ".footer") if reader.page.locator(each).first.is_visible()] == []


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("field", FIELDS)
def test_numbers_on_a_sheet_are_those_of_the_directory(reader: Reader, field: str, side: str) -> None:
    """Every printed number belongs to a service that the sheet names, and a service that has numbers shows one."""
    reader.open(sheet_url("", field, side))
    record = yaml.safe_load((ROOT / f"content/sheets/{field}.yml").read_text(encoding="utf-8"))
    entries = reader.page.locator(".field-sheet__service").all()
    services = record[side]["services"]
    assert len(entries) == len(services)
    for entry, service in zip(entries, services, strict=True):
        shown = set(entry.locator(".field-sheet__number").all_inner_texts())
        there = numbers_of(service)
        assert shown <= there
        assert bool(shown) == bool(there)


@pytest.mark.parametrize("variant", VARIANTS)
def test_person_gets_plain_words_with_readings_in_either_variant(example_reader: Reader, variant: str) -> None:
    """The counsellor reads standard Japanese without furigana; what she hands over has them all the same."""
    page = example_reader.page
    example_reader.open(sheet_url(variant, "e2-01", "handout"))
    side = page.locator("[lang=ja-simple]", has=page.locator("h1"))
    assert side.locator("h1 rt").first.is_visible()
    assert side.locator("dd strong").inner_text().startswith("300")
    assert side.get_by_role("link", name="0120-000-000").get_attribute("href") == "tel:0120000000"


@pytest.mark.parametrize("variant", VARIANTS)
def test_field_and_lesson_lead_to_both_sides(reader: Reader, variant: str) -> None:
    """One tap from where one looks up a partner, and from the lesson."""
    for url in (f"{variant}directory/fields/e2-01/", f"{variant}units/e2-01-1/"):
        reader.open(url)
        links = reader.page.locator(".field-sheet__links a").evaluate_all("all => all.map(each => new URL(each.href).pathname)")
        assert [link.rstrip("/").rpartition("/")[2] for link in links] == SIDES


def test_service_leads_to_the_lessons_that_explain_it(reader: Reader) -> None:
    """A graduate who looks up a partner finds the hour again."""
    reader.open("directory/municipality/")
    lessons = reader.page.locator("#juminka-register a[href*='/units/']")
    assert "units/e2-01-1" in " ".join(lessons.evaluate_all("all => all.map(each => each.href)"))


def test_button_prints_the_sheet(example_reader: Reader) -> None:
    """Without the browser's menu."""
    page = example_reader.page
    example_reader.open(sheet_url("", "e2-01", "counter"))
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator("print-choice button").click()
    assert page.evaluate("window.printed") is True
