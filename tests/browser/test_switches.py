"""The reader's switches: which furigana, spaces between phrases, reading aloud, and the gloss of a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from reader import Reader
from test_access import violations

UNIT = "ja-easy/units/a1-1/"
SHOWN_LEVELS = "all => all.filter(ruby => ruby.querySelector('rt').checkVisibility()).map(ruby => Number(ruby.dataset.level))"
PARAGRAPHS = "() => [...document.querySelectorAll('main p, main li, main h2')].map(each => each.textContent)"
SELECTED = "element => { getSelection().selectAllChildren(element); return String(getSelection()); }"
WIDEST_GAP = "() => Math.max(0, ...[...document.querySelectorAll('.prose .gap')].map(gap => gap.getBoundingClientRect().width))"
PLACES = "() => [...document.querySelectorAll('.prose > *')].map(each => [each.offsetTop, each.offsetHeight])"

# A speech engine that says nothing and remembers everything; VOICES is a list in JSON.
SPEECH = """
window.spoken = [];
class Utterance { constructor(text) { this.text = text; } }
const speech = {
    getVoices: () => VOICES,
    speak: utterance => { window.spoken.push(utterance); },
    cancel: () => sessionStorage.setItem('cancelled', 'yes'),
    addEventListener: () => {},
};
Object.defineProperty(window, 'speechSynthesis', { value: speech });
Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
window.finish = () => window.spoken.at(-1).onend({});
"""
LOCAL = {"name": "local", "lang": "ja-JP", "localService": True}
REMOTE = {"name": "remote", "lang": "ja-JP", "localService": False}
ENGLISH = {"name": "english", "lang": "en-US", "localService": True}


def open_panel(page: Page) -> None:
    """Open the settings of the page."""
    page.locator(".settings summary").click()


def open_with_glosses(reader: Reader, url: str) -> None:
    """Open a page and wait until its marked words show their glosses; before that they are plain links."""
    reader.open(url)
    reader.page.locator("a.term[aria-expanded=false]").first.wait_for(state="attached")


def give_voices(page: Page, *voices: dict[str, object]) -> None:
    """Put a silent speech engine with these voices into every page to come."""
    page.add_init_script(SPEECH.replace("VOICES", json.dumps(voices)))


def shown_levels(page: Page) -> list[int]:
    """Levels of the words in the running text whose readings show."""
    return list(page.locator(".prose ruby").evaluate_all(SHOWN_LEVELS))


def test_readings_stay_on_words_above_the_chosen_grade_only(reader: Reader) -> None:
    """Kept over a reload, and one choice for both variants."""
    page = reader.page
    reader.open(UNIT)
    assert set(shown_levels(page)) == {1, 2, 3, 4, 5, 6, 7}
    open_panel(page)
    expect(page.locator("[data-part=grades]")).to_be_hidden()
    page.locator("input[name=furigana][value=some]").check()
    expect(page.locator("html")).to_have_attribute("data-furigana", "3")
    expect(page.locator("input[name=grade][value='3']")).to_be_checked()
    assert set(shown_levels(page)) == {4, 5, 6, 7}
    for grade in range(1, 7):
        page.locator(f"input[name=grade][value='{grade}']").check()
        assert set(shown_levels(page)) == set(range(grade + 1, 8)), grade
    page.reload()
    assert set(shown_levels(page)) == {7}
    page.locator("variant-switch a").click()
    expect(page.locator("html")).to_have_attribute("data-variant", "ja")
    assert set(shown_levels(page)) == {7}
    open_panel(page)
    expect(page.locator("input[name=furigana][value=some]")).to_be_checked()
    page.locator("input[name=furigana][value=on]").check()
    assert set(shown_levels(page)) == {1, 2, 3, 4, 5, 6, 7}


@pytest.mark.parametrize("url", [UNIT, "ja-easy/", "ja-easy/directory/", "ja-easy/glossary/", "lectures/a1/"])
def test_every_reading_of_the_build_has_a_level(reader: Reader, url: str) -> None:
    """No word escapes the switch."""
    reader.open(url)
    assert reader.page.locator("ruby").count() > 20
    assert reader.page.locator("ruby:not([data-level])").count() == 0


def test_search_hits_follow_the_switch_too(reader: Reader) -> None:
    """They are made in the browser."""
    page = reader.page
    reader.open("ja-easy/search/")
    page.locator("#search-q").fill("在留資格")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=hits] ruby").first).to_be_visible()
    assert page.locator("[data-part=hits] ruby:not([data-level])").count() == 0


def test_other_tab_follows_at_once(reader: Reader) -> None:
    """A choice in one tab shows in the other, in its panel as well."""
    reader.open(UNIT)
    other = reader.page.context.new_page()
    other.goto(reader.address + "ja-easy/glossary/")
    expect(other.locator("display-settings")).to_be_visible()
    open_panel(reader.page)
    reader.page.locator("input[name=furigana][value=some]").check()
    reader.page.locator("input[name=spacing]").check()
    reader.page.locator("input[name=size][value=l]").check()
    for name, value in (("furigana", "3"), ("spacing", "on"), ("size", "l")):
        expect(other.locator("html")).to_have_attribute(f"data-{name}", value)
    open_panel(other)
    expect(other.locator("input[name=grade][value='3']")).to_be_checked()
    expect(other.locator("input[name=spacing]")).to_be_checked()


def test_choices_of_the_first_version_still_hold(reader: Reader) -> None:
    """What a returning reader has stored."""
    reader.page.add_init_script("""localStorage.setItem('portal-settings', '{"furigana":"off","size":"xl"}')""")
    reader.open(UNIT)
    expect(reader.page.locator("html")).to_have_attribute("data-furigana", "off")
    expect(reader.page.locator("html")).to_have_attribute("data-size", "xl")
    assert shown_levels(reader.page) == []


def test_phrases_are_spaced_by_choice_and_the_text_stays_the_same(reader: Reader) -> None:
    """No width before, a space after; copied text and page text unchanged; kept."""
    page = reader.page
    reader.open(UNIT)
    paragraph = page.locator(".prose p", has=page.locator(".gap")).first
    text, copied = page.evaluate(PARAGRAPHS), paragraph.evaluate(SELECTED)
    assert page.evaluate(WIDEST_GAP) == 0
    open_panel(page)
    page.locator("input[name=spacing]").check()
    assert page.evaluate(WIDEST_GAP) >= 4
    assert page.evaluate(PARAGRAPHS) == text
    assert paragraph.evaluate(SELECTED) == copied
    page.reload()
    assert page.evaluate(WIDEST_GAP) >= 4


def test_standard_pages_have_no_phrase_spaces(reader: Reader) -> None:
    """Neither the gaps nor the switch."""
    reader.open("units/a1-1/")
    assert reader.page.locator(".gap").count() == 0
    assert reader.page.locator("input[name=spacing]").count() == 0


@pytest.mark.parametrize("url", [UNIT, "ja-easy/", "ja-easy/directory/", "ja-easy/glossary/", "ja-easy/lectures/a1/"])
def test_spaced_text_does_not_scroll_sideways_at_320_pixels(reader: Reader, url: str) -> None:
    """At the largest text, with the panel open and closed."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    reader.open(url)
    page.evaluate("Object.assign(document.documentElement.dataset, {furigana: '2', size: 'xl', spacing: 'on'})")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    open_panel(page)
    page.locator("input[name=furigana][value=some]").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("voices", [[], [REMOTE], [ENGLISH], [REMOTE, ENGLISH]])
def test_without_a_japanese_voice_of_the_device_nothing_offers_to_read(reader: Reader, voices: list[dict[str, object]]) -> None:
    """A voice from elsewhere would send the text away."""
    give_voices(reader.page, *voices)
    reader.open(UNIT)
    expect(reader.page.locator("read-aloud")).to_be_hidden()
    open_panel(reader.page)
    expect(reader.page.locator("[data-part=rate]")).to_be_hidden()


def spoken(page: Page) -> list[str]:
    """What the engine was given, in order."""
    return list(page.evaluate("window.spoken.map(utterance => utterance.text)"))


def current(page: Page) -> Locator:
    """The passage that is marked as being read."""
    return page.locator("main [aria-current=true]")


def test_page_is_read_aloud_paragraph_by_paragraph(reader: Reader) -> None:
    """From the start: the base text without readings; pause, go on, stop; the focus stays in the control."""
    page = reader.page
    give_voices(page, REMOTE, LOCAL)
    reader.open(UNIT)
    control = page.locator("read-aloud")
    control.locator("[data-action=play]").focus()
    page.keyboard.press("Enter")
    assert "専門" in spoken(page)[0]
    assert page.evaluate("window.spoken[0].voice.name") == "local"
    expect(current(page)).to_have_count(1)
    assert current(page).evaluate("element => element.localName") == "h1"
    expect(control.locator("[data-action=pause]")).to_be_focused()
    for _ in range(6):
        page.evaluate("finish()")
    texts = spoken(page)
    assert len(texts) == 7
    assert current(page).evaluate("element => element.localName") != "h1"
    readings = page.evaluate("[...document.querySelectorAll('.lead rt')].map(rt => rt.textContent)")
    lead = page.locator(".lead").evaluate(
        "element => { const copy = element.cloneNode(true); copy.querySelectorAll('rt, rp').forEach(each => each.remove()); return copy.textContent.trim(); }"
    )
    assert readings
    assert lead.startswith(texts[1])
    page.keyboard.press("Enter")
    expect(control.locator("[data-action=resume]")).to_be_focused()
    page.keyboard.press("Enter")
    assert spoken(page)[7] == texts[6]
    control.locator("[data-action=stop]").click()
    expect(current(page)).to_have_count(0)
    expect(control.locator("[data-action=play]")).to_be_visible()


def test_reading_begins_at_the_section_in_view(reader: Reader) -> None:
    """Not at the top again."""
    page = reader.page
    give_voices(page, LOCAL)
    reader.open(UNIT + "#limits")
    page.locator("#limits").scroll_into_view_if_needed()
    page.locator("read-aloud [data-action=play]").click()
    expect(page.locator("#limits")).to_have_attribute("aria-current", "true")


def test_reading_follows_the_chosen_rate(reader: Reader) -> None:
    """Also in the middle, and on the next page."""
    page = reader.page
    give_voices(page, LOCAL)
    reader.open(UNIT)
    page.locator("read-aloud [data-action=play]").click()
    open_panel(page)
    page.locator("input[name=rate][value=slow]").check()
    page.evaluate("finish()")
    first, second = page.evaluate("window.spoken.map(utterance => utterance.rate)")
    assert second < first == 1
    reader.open("lectures/a1/")
    page.locator("read-aloud [data-action=play]").click()
    assert page.evaluate("window.spoken[0].rate") == second


def test_reading_stops_when_the_page_is_left(reader: Reader) -> None:
    """Engines go on by themselves otherwise."""
    page = reader.page
    give_voices(page, LOCAL)
    reader.open(UNIT)
    page.locator("read-aloud [data-action=play]").click()
    assert page.evaluate("sessionStorage.getItem('cancelled')") is None
    reader.open("ja-easy/about/")
    assert page.evaluate("sessionStorage.getItem('cancelled')") == "yes"


def test_controls_of_reading_are_accessible_and_move_nothing(reader: Reader, root: Path) -> None:
    """While it reads, on a narrow phone."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 700})
    reader.open(UNIT)
    places = page.evaluate(PLACES)
    give_voices(page, LOCAL)
    reader.open(UNIT)
    expect(page.locator("read-aloud")).to_be_visible()
    assert page.evaluate(PLACES) == places
    page.locator("read-aloud [data-action=play]").click()
    assert violations(page, root) == []
    heights = page.locator("read-aloud button:visible").evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("url", ["units/a1-1/", UNIT])
def test_gloss_of_a_word_is_shown_by_a_tap_and_moves_nothing(reader: Reader, url: str, root: Path) -> None:
    """At 320 pixels: inside the window, with a way to the glossary; the second tap on the word goes there."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 700})
    open_with_glosses(reader, url)
    terms = page.locator(".prose a.term:visible")
    places = page.evaluate(PLACES)
    for number in range(8):
        terms.nth(number).click()
        card = page.locator(".term-card")
        expect(card).to_be_visible()
        box = card.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert page.evaluate(PLACES) == places
        assert page.url == reader.address + url
        if number < 7:
            page.keyboard.press("Escape")
    assert page.locator(".term-card").count() == 1
    expect(terms.nth(7)).to_have_attribute("aria-expanded", "true")
    expect(terms.nth(0)).to_have_attribute("aria-expanded", "false")
    assert violations(page, root) == []
    if url == UNIT:
        assert page.locator(".term-card rt").count() > 0
    page.locator("h1").click()
    expect(page.locator(".term-card")).to_have_count(0)
    terms.nth(0).click()
    terms.nth(0).click()
    page.wait_for_url("**/glossary/#t-*")


def test_gloss_works_by_keyboard(reader: Reader) -> None:
    """Enter opens, Tab leads into the card, Escape closes and gives the focus back, Enter twice follows the link."""
    page = reader.page
    open_with_glosses(reader, UNIT)
    term = page.locator(".prose a.term").first
    target = str(term.get_attribute("href"))
    term.focus()
    expect(page.locator(".term-card")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".term-card")).to_be_visible()
    expect(term).to_be_focused()
    controlled = term.get_attribute("aria-controls")
    assert page.locator(f"#{controlled}").count() == 1
    page.keyboard.press("Tab")
    expect(page.locator(".term-card a")).to_be_focused()
    expect(page.locator(".term-card a")).to_have_attribute("href", target)
    page.keyboard.press("Escape")
    expect(page.locator(".term-card")).to_have_count(0)
    expect(term).to_be_focused()
    expect(term).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".term-card [data-action=close]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ja-easy/glossary/#t-*")


def test_gloss_closes_when_the_focus_goes_elsewhere(reader: Reader) -> None:
    """It never hides what the reader has gone on to."""
    page = reader.page
    open_with_glosses(reader, UNIT)
    terms = page.locator(".prose a.term")
    terms.nth(0).focus()
    page.keyboard.press("Enter")
    terms.nth(3).focus()
    expect(page.locator(".term-card")).to_have_count(0)


def test_word_inside_of_an_option_does_not_choose_it(reader: Reader) -> None:
    """The card of a word in a label is no part of the answer."""
    page = reader.page
    open_with_glosses(reader, UNIT)
    expect(page.locator("quiz-form[data-ready]").first).to_be_visible()
    page.locator("form.question:not([hidden]) .option label").first.evaluate("label => label.append(document.querySelector('.prose a.term').cloneNode(true))")
    label = page.locator("form.question:not([hidden]) .option label", has=page.locator("a.term")).first
    label.locator("a.term").last.click()
    page.locator(".term-card__gloss").click()
    assert page.locator("form.question:not([hidden]) input:checked").count() == 0


def test_without_scripts_a_word_is_a_link_to_its_gloss(browser: Browser, address: str) -> None:
    """And no card lies about in the page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + UNIT)
    expect(page.locator("read-aloud")).to_be_hidden()
    page.locator(".prose a.term").first.click()
    page.wait_for_url("**/ja-easy/glossary/#t-*")
    expect(page.locator(":target dd")).to_be_visible()
    context.close()
