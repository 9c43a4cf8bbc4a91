"""What is printed of the pages about the programme: the words that matter, no controls."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from reader import Reader

VARIANTS = ["", "ja-easy/"]
CONTROLS = (".header", ".report", ".footer__links", "form .button")


def print_page(page: Page) -> None:
    """As the browser does: closed parts are opened, then the styles of paper count."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def seen_on_paper(page: Page, selectors: tuple[str, ...]) -> list[str]:
    """Those of ``selectors`` of which anything is visible."""
    return [selector for selector in selectors if any(each.is_visible() for each in page.locator(selector).all())]


@pytest.mark.parametrize("variant", VARIANTS)
def test_notice_on_paper_has_its_change_state_and_source(reader: Reader, variant: str) -> None:
    """Each notice, whatever it folds away on the screen; what it touches are links and stay off."""
    page = reader.page
    page.clock.set_fixed_time("2026-11-22T10:00:00+09:00")
    reader.open(f"{variant}notices/")
    expect(page.locator("#n-ikuseishuro-2027")).to_have_attribute("data-state", "coming")
    print_page(page)
    shown = """all => all.filter(each => ["h3", ".bulletin__state", ".bulletin__facts > div:last-child a"]
        .every(part => each.querySelector(part)?.checkVisibility())).length"""
    notices = page.locator("[data-notice]")
    assert notices.evaluate_all(shown) == notices.count() > 0
    assert "2027" in page.locator("#n-ikuseishuro-2027 .bulletin__state").inner_text()
    assert seen_on_paper(page, (*CONTROLS, "[data-part=filter]", ".bulletin .fold > summary")) == []


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", ["training", "history", "employers"])
def test_programme_page_on_paper_has_text_figures_sources_and_day(reader: Reader, variant: str, name: str) -> None:
    """A superior gets it on paper."""
    page = reader.page
    reader.open(f"{variant}programme/{name}/")
    figures = page.locator("figure, .figure").count()
    print_page(page)
    assert page.locator(".prose h2").first.is_visible()
    assert page.locator(".sources li").first.is_visible()
    assert sum(each.is_visible() for each in page.locator("figure, .figure").all()) == figures
    assert seen_on_paper(page, (*CONTROLS, ".programme-pages")) == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_conditions_and_papers_of_the_call_are_printed(reader: Reader, variant: str) -> None:
    """Without an answer given: what everybody has to bring, and how files are named."""
    page = reader.page
    reader.open(f"{variant}programme/eligibility/")
    print_page(page)
    for heading in ("qualifications-heading", "documents-heading", "naming-heading", "selection-heading"):
        section = page.locator(f"section[aria-labelledby={heading}]")
        assert section.is_visible()
        assert len(section.inner_text()) > len(page.locator(f"#{heading}").inner_text())


@pytest.mark.parametrize("variant", VARIANTS)
def test_plan_on_paper_is_weeks_with_boxes_to_tick(reader: Reader, variant: str) -> None:
    """The form and the buttons stay on the screen."""
    page = reader.page
    page.clock.set_fixed_time("2026-11-23T09:00:00+09:00")
    reader.open(f"{variant}me/plan/")
    page.locator("study-plan[data-ready]").wait_for()
    print_page(page)
    first = page.locator("[data-planned='unit:A1-1']")
    assert first.is_visible()
    assert first.locator("time").is_visible()
    assert first.locator(".plan__box").is_visible()
    assert seen_on_paper(page, ("study-plan form", "study-plan button", ".header", ".report")) == []
