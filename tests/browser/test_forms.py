"""Forms in the browser: the paper on a phone, and what comes out of the printer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from reader import Reader

PAGE = "practice/forms/visit/"
PAPERS = {"blank": ".form__paper--blank", "example": ".form__paper--example"}


def shown(page: Page) -> list[str]:
    """Which papers would be printed."""
    return [name for name, paper in PAPERS.items() if page.locator(paper).is_visible()]


@pytest.mark.parametrize("name", ["blank", "example"])
def test_each_button_prints_its_paper_alone(example_reader: Reader, name: str) -> None:
    """Who needs ten empty sheets does not print ten examples; afterwards both stand on the page again."""
    page = example_reader.page
    example_reader.open(PAGE)
    page.evaluate("window.print = () => { window.printed = document.querySelector('print-choice').dataset.printing }")
    page.locator(f"print-choice button[data-action={name}]").click()
    assert page.evaluate("window.printed") == name
    page.emulate_media(media="print")
    assert shown(page) == [name]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown(page) == ["blank", "example"]


def test_without_scripts_the_browser_prints_both_papers(browser: Browser, example_address: str) -> None:
    """No dead buttons; the example begins a new sheet; header, footer and purpose stay off the paper, what must not be written stays on it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_address + PAGE)
    assert page.locator("print-choice button:visible").count() == 0
    page.emulate_media(media="print")
    assert shown(page) == ["blank", "example"]
    assert page.locator(".form__paper--example").evaluate("each => getComputedStyle(each).breakBefore") == "page"
    assert [page.locator(each).first.is_visible() for each in (".header", ".footer", ".form__use")] == [False, False, False]
    assert page.locator(".form__about div:not(.form__use)").is_visible()
    context.close()


@pytest.mark.parametrize("variant", ["", "ja-easy/"])
def test_tables_are_read_row_by_row_at_320_pixels(example_reader: Reader, variant: str) -> None:
    """Nothing scrolls sideways, and each stacked cell names its column."""
    page = example_reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    example_reader.open(variant + PAGE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".form__paper--example .form__table thead").is_hidden()
    labels = page.locator(".form__paper--example .form__table .cell-label")
    assert (labels.count(), labels.first.is_visible()) == (4, True)


def test_options_of_a_scale_stand_in_one_row(example_reader: Reader) -> None:
    """An order is seen as an order."""
    page = example_reader.page
    page.set_viewport_size({"width": 1280, "height": 900})
    example_reader.open(PAGE)
    tops = page.locator(".form__paper--blank .form__options--scale li").evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
    assert len(tops) == 3
    assert len(set(tops)) == 1


def test_a_drawing_has_the_width_of_the_paper_and_no_lines(example_reader: Reader) -> None:
    """Whoever draws a family has room for it."""
    page = example_reader.page
    page.set_viewport_size({"width": 1280, "height": 900})
    example_reader.open(PAGE)
    room = page.locator(".form__paper--blank .form__field--drawing dd")
    assert room.evaluate("each => each.getBoundingClientRect().width / each.parentElement.getBoundingClientRect().width") > 0.95
    assert set(room.locator(".form__line").evaluate_all("all => all.map(each => getComputedStyle(each).borderBottomWidth)")) == {"0px"}
    assert room.evaluate("each => each.getBoundingClientRect().height") >= 6 * 30
