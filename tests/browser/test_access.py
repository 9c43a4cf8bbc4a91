"""Accessibility, reflow and silence of every kind of page in both variants."""

from __future__ import annotations

import re
from pathlib import Path

import environment
import pytest
from playwright.sync_api import Page
from reader import Reader
from site_pages import PLAIN, page_kinds, page_urls

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(result => result.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | ')}`))"
# Headings and paragraphs whose height is no whole number of their line height.
LINES = """furigana => {
    document.documentElement.dataset.furigana = furigana;
    return [...document.querySelectorAll("h1, .lead, .prose > p")].filter((each) => each.checkVisibility()).flatMap((each) => {
        const line = parseFloat(getComputedStyle(each).lineHeight);
        const lines = each.getBoundingClientRect().height / line;
        return Math.abs(lines - Math.round(lines)) * line > 1 ? [`${each.textContent.slice(0, 20)}: ${lines} lines of ${line} px`] : [];
    });
}"""
EXAMPLES = [prefix + kind.example for kind in page_kinds(environment.ROOT) for prefix in ("", PLAIN)]
WIDTHS = (320, 1280)
# A page without its readings: axe takes a quarter of the time, and what readings look like is tried once on the examples of each kind.
WITHOUT_READINGS = """() => {
    for (const ruby of document.querySelectorAll("ruby")) {
        for (const reading of ruby.querySelectorAll("rt, rp")) reading.remove();
        ruby.replaceWith(...ruby.childNodes);
    }
    document.body.normalize();
}"""


def violations(page: Page, root: Path) -> list[str]:
    """What axe finds on the page as it is."""
    page.evaluate((root / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8") + ";0")
    return list(page.evaluate(RUN, TAGS))


@pytest.mark.parametrize("url", [*EXAMPLES, "404.html"])
def test_axe_finds_nothing(reader: Reader, root: Path, url: str) -> None:
    """WCAG 2.2 AA and best practice, on a phone with the readings, then without them on a desktop, popovers open."""
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.open(url)
        if width != WIDTHS[0]:
            reader.page.evaluate(WITHOUT_READINGS)
        assert violations(reader.page, root) == [], (url, width)
    reader.page.locator("details.popover").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert violations(reader.page, root) == [], (url, "open")


@pytest.mark.parametrize("url", [*EXAMPLES, "404.html"])
def test_no_sideways_scrolling_at_320_pixels(reader: Reader, url: str) -> None:
    """With furigana on and off, at normal and largest text."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    reader.open(url)
    for furigana in ("on", "off"):
        for size in ("m", "xl"):
            page.evaluate("([furigana, size]) => Object.assign(document.documentElement.dataset, {furigana, size})", [furigana, size])
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (url, furigana, size)


@pytest.mark.parametrize("url", EXAMPLES)
def test_furigana_is_large_enough_and_moves_no_line(reader: Reader, url: str) -> None:
    """Readings of at least 11 px; no line is higher for its readings."""
    page = reader.page
    reader.open(url)
    page.evaluate("document.documentElement.dataset.furigana = 'on'")
    small = "[...document.querySelectorAll('rt')].filter((each) => each.checkVisibility() && parseFloat(getComputedStyle(each).fontSize) < 11).length"
    assert page.evaluate(small) == 0
    for state in ("on", "off"):
        stretched = page.evaluate(LINES, state)
        assert stretched == [], (url, state)


def test_answered_check_is_accessible(reader: Reader, root: Path) -> None:
    """Verdicts, explanations and the result of a paper."""
    page = reader.page
    reader.open("units/a1-1/")
    page.locator("quiz-form[data-ready]").wait_for()
    for form in page.locator("quiz-form form.question:not([hidden])").all():
        form.locator(".option label").first.click()
        form.locator("[data-part=actions] button").click()
    page.locator("quiz-form [data-part=result]").wait_for(state="visible")
    assert violations(page, root) == []


def test_quiz_targets_are_large(reader: Reader) -> None:
    """Whole labels of at least 44 px."""
    page = reader.page
    reader.open("ja-easy/units/a1-1/")
    page.locator("quiz-form[data-ready]").wait_for()
    heights = page.locator("quiz-form form.question:not([hidden]) .option > label").evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert heights
    assert min(heights) >= 44


def test_every_page_is_accessible(reader: Reader, root: Path, built_site: Path, request: pytest.FixtureRequest) -> None:
    """All pages with ``--all-pages``, else the pages of the course and of the cases."""
    urls = page_urls(built_site)
    chosen = urls if request.config.getoption("--all-pages") else [url for url in urls if re.search("(units|cases)/", url)]
    for url in chosen:
        reader.open(url)
        reader.page.evaluate(WITHOUT_READINGS)
        assert violations(reader.page, root) == [], url
