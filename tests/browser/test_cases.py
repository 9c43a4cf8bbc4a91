"""Case packs in the browser: the group's sheet gives nothing away, on screen and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from reader import Reader

SHEET, GUIDE = "cases/two-letters/", "cases/two-letters/guide/"


@pytest.mark.parametrize("variant", ["", "ja-easy/"])
def test_sheet_holds_nothing_that_only_the_facilitator_knows(example_reader: Reader, variant: str) -> None:
    """Who reads on cannot see answers, analysis or partners by accident, not even folded away."""
    page = example_reader.page
    example_reader.open(variant + SHEET)
    sheet = page.locator("main").evaluate("each => { each.querySelectorAll('rt, rp').forEach(rt => rt.remove()); return each.textContent }")
    example_reader.open(variant + GUIDE)
    guide = page.locator("main").evaluate("each => { each.querySelectorAll('rt, rp').forEach(rt => rt.remove()); return each.textContent }")
    secret = ["税の係", "10月の終わり", "こわいのです"] if variant else ["税の係", "10月末", "恐れている"]
    assert [(word in sheet, word in guide) for word in secret] == [(False, True)] * len(secret)


def test_paper_has_room_for_answers_and_no_controls(example_reader: Reader) -> None:
    """Lines below each question appear on paper only; the link to the guide stays off it."""
    page = example_reader.page
    example_reader.open(SHEET)
    page.evaluate("window.print = () => { window.printed = true }")
    assert page.locator(".pack__lines").first.is_hidden()
    page.locator("print-choice button").click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    assert page.locator(".pack__lines").first.is_visible()
    assert [page.locator(each).first.is_visible() for each in (".header", ".footer", ".pack .buttons", ".pack__behind")] == [False] * 4


def test_guide_prints_each_part_on_a_new_sheet(example_reader: Reader) -> None:
    """The answers on request can be laid aside from the analysis; the map is printed with its words."""
    page = example_reader.page
    example_reader.open(GUIDE)
    page.emulate_media(media="print")
    parts = page.locator(".pack__part")
    assert set(parts.evaluate_all("all => all.map(each => getComputedStyle(each).breakBefore)")) == {"page"}
    assert parts.evaluate_all("all => all.map(each => each.getAttribute('aria-labelledby'))") == ["answers", "analysis", "partners", "experts"]
    assert page.locator(".pack__partners a").first.is_visible()


@pytest.mark.parametrize("address", [SHEET, GUIDE, "ja-easy/" + GUIDE, "cases/"])
def test_nothing_scrolls_sideways_at_320_pixels(example_reader: Reader, address: str) -> None:
    """Tables of the guide are read row by row on a small phone."""
    page = example_reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    example_reader.open(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_there_are_no_dead_buttons(browser: Browser, example_address: str) -> None:
    """The browser's own command prints the page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_address + SHEET)
    assert page.locator("print-choice button:visible").count() == 0
    assert page.locator("main").get_by_role("link").count() > 0
    context.close()
