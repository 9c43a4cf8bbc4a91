"""The table of fields and prefectures on a phone, by keyboard and on paper."""

from __future__ import annotations

import pytest
from reader import Reader
from site_pages import PLAIN

REGION = ".coverage__scroll"
EDGES = "all => all.map(each => Math.round(each.getBoundingClientRect().left))"


@pytest.mark.parametrize("prefix", ["", PLAIN])
def test_table_scrolls_by_keyboard_with_its_names_in_sight(reader: Reader, prefix: str) -> None:
    """The page stays; prefectures and titles stay; the columns move."""
    page = reader.page
    reader.open(f"{prefix}directory/coverage/")
    region = page.locator(REGION)
    region.focus()
    before = page.locator(".coverage tbody th").evaluate_all(EDGES)
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.coverage__scroll').scrollLeft > 40 && document.querySelector('.coverage__scroll').scrollTop > 300")
    assert page.locator(".coverage tbody th").evaluate_all(EDGES) == before
    top = region.evaluate("each => each.getBoundingClientRect().top")
    assert page.locator(".coverage thead th").last.evaluate("each => each.getBoundingClientRect().top") == pytest.approx(top, abs=2)
    assert page.evaluate("[document.documentElement.scrollWidth, scrollX]") == [390, 0]


def test_five_columns_are_seen_at_once_on_a_phone_and_all_on_a_desktop(reader: Reader) -> None:
    """Fewer would make the table a list to guess from."""
    page = reader.page
    for width, least in ((390, 5), (1280, 14)):
        page.set_viewport_size({"width": width, "height": 844})
        reader.open("directory/coverage/")
        right = page.locator(REGION).evaluate("each => each.getBoundingClientRect().right")
        edges = page.locator(".coverage__nationwide td").evaluate_all("all => all.map(each => each.getBoundingClientRect().right)")
        assert sum(edge <= right + 1 for edge in edges) >= least, width


@pytest.mark.parametrize("prefix", ["", PLAIN])
def test_whole_table_is_printed(reader: Reader, prefix: str) -> None:
    """Nothing is cut at the region's edge: 14 columns on the width of A4, 48 rows below each other."""
    page = reader.page
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    reader.open(f"{prefix}directory/coverage/")
    size = page.locator(REGION).evaluate("each => [each.scrollWidth - each.clientWidth, each.scrollHeight - each.clientHeight, each.clientWidth]")
    assert size[:2] == [0, 0]
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
