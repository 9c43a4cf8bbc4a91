"""Conversations in the browser: read first, judge, then open the notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from reader import Reader
from test_access import violations

PAGES = ["units/a1-1/", "ja-easy/units/a1-1/"]


def test_one_button_opens_and_closes_all_notes(example_reader: Reader) -> None:
    """A trainee reads first, then sees everything at once; the button says what it will do."""
    page = example_reader.page
    example_reader.open("units/a1-1/")
    notes, button = page.locator(".transcript__verdict"), page.locator(".transcript__switch button")
    expect(notes.first).to_be_hidden()
    for words, count in (("講評をすべて出す", 2), ("講評をすべてかくす", 0)):
        expect(button).to_have_text(words, use_inner_text=True)
        button.click()
        expect(page.locator(".transcript__verdict:visible")).to_have_count(count)
    for summary in page.locator(".transcript__note summary").all():
        summary.click()
    expect(button).to_have_text("講評をすべてかくす", use_inner_text=True)


def test_without_scripts_each_note_opens_alone(browser: Browser, example_address: str) -> None:
    """No dead button; the notes are folds of the browser."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_address + "units/a1-1/")
    assert page.locator(".transcript__switch").is_hidden()
    page.locator(".transcript__note summary").first.click()
    assert page.locator(".transcript__verdict:visible").count() == 1
    context.close()


@pytest.mark.parametrize("url", PAGES)
def test_conversation_is_accessible_and_fits_a_narrow_phone(example_reader: Reader, root: Path, url: str) -> None:
    """Folded and open, at 320 pixels and at a desk."""
    page = example_reader.page
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        example_reader.open(url)
        assert violations(page, root) == []
        page.locator(".transcript__switch button").click()
        assert violations(page, root) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_notes_are_printed_with_their_verdicts(example_reader: Reader) -> None:
    """On paper nothing is folded, and no button stands there."""
    page = example_reader.page
    example_reader.open("units/a1-1/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".transcript__verdict:visible").count() == 2
    assert page.locator(".transcript__switch").is_hidden()
