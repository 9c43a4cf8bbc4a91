"""From a problem to a partner, on a phone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import environment
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from reader import Reader
from test_access import violations
from test_journey import says

JOURNEYS = yaml.safe_load((Path(__file__).parent / "journeys.yml").read_text(encoding="utf-8"))["journeys"]
LISTS = environment.ROOT / "content/directory/lists"
LANGUAGES = {each["code"]: each["label"]["ja"] for each in yaml.safe_load((LISTS / "languages.yml").read_text(encoding="utf-8"))["languages"]}
EVENING = "2026-11-27T19:30:00+09:00"  # a Friday


def ask(page: Page, text: str) -> None:
    """Type into the field and wait for the answer."""
    page.locator("input[name=text]").fill(text)
    page.locator("li[data-service]").first.wait_for()


def first(page: Page) -> str:
    """The service that comes first."""
    return str(page.locator("li[data-service]").first.get_attribute("data-service"))


def test_unpaid_wages_in_gunma_in_vietnamese_lead_to_a_number_that_answers_now(reader: Reader) -> None:
    """From the home page: one tap to the directory, one into the field, 16 keys, and the number stands there."""
    page = reader.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.clock.install(time=EVENING)
    reader.open("")
    page.locator("nav.nav a[href$='directory/']").click()
    page.locator("input[name=text]").click()
    page.keyboard.type("給料 群馬 ベトナム語")
    row = page.locator("li[data-service]").first
    expect(row.locator("[data-part=now]")).to_have_attribute("data-open", "true")
    # The list is laid anew with every key: only a locator follows it.
    expect(row.locator("[data-part=why]")).to_contain_text(re.compile("ベトナム.*語.*話.*せます"))
    expect(row.locator("a[href^='tel:']")).to_have_text(re.compile(r"^0\d+(-\d+)+$"))
    assert "群馬" not in page.url
    assert "text" not in page.url


def test_the_press_that_leaves_the_text_field_reaches_the_link(reader: Reader) -> None:
    """A finger rests on a link longer than the list needs to be laid anew."""
    page = reader.page
    reader.open("directory/")
    page.locator("input[name=text]").click()
    page.keyboard.type("法テラス")
    link = page.locator("li[data-service] a[href$='#houterasu-multilingual']")
    expect(link).to_be_visible()
    link.hover()
    page.mouse.down()
    page.wait_for_timeout(300)
    page.mouse.up()
    expect(page).to_have_url(re.compile("#houterasu-multilingual$"))


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: f"{journey['words']} {journey['partner']}")
def test_from_the_home_page_to_a_partner_in_two_taps(reader: Reader, journey: dict[str, Any]) -> None:
    """At most 30 signs typed; the partner stands among the first two, with a number that answers now and the language where that is asked."""
    page = reader.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.clock.install(time="2026-11-27T14:00:00+09:00")
    reader.open("")
    page.locator("nav.nav a[href$='directory/']").click()
    page.locator("input[name=text]").click()
    assert len(journey["words"]) <= 30
    page.keyboard.type(journey["words"])
    row = page.locator(f"li[data-service='{journey['partner']}']")
    row.wait_for()
    says(page.locator("[data-part=status]"), "上から順")
    shown = page.locator("li[data-service]").evaluate_all("rows => rows.slice(0, 2).map(row => row.dataset.service)")
    assert journey["partner"] in shown
    if "speaks" in journey:
        says(row.locator("[data-part=why]"), LANGUAGES[journey["speaks"]])
        expect(row.locator("[data-part=bridge]")).to_be_hidden()
    if journey.get("answers"):
        expect(row.locator("a[href^='tel:']")).to_be_visible()
        says(row.locator("[data-part=now]"), "今 開いています")
    else:
        row.locator("[data-part=link]").click()
        slug = journey["partner"].partition("/")[2]
        expect(page.locator(f"section#{slug} .channel").first).to_be_visible()


@pytest.mark.parametrize("words", ["しにたい", "muốn chết", "quero morrer", "死にたい"])
def test_words_of_danger_bring_a_line_first(reader: Reader, words: str) -> None:
    """A notice above everything, and a number that can be dialled."""
    page = reader.page
    reader.open("directory/")
    ask(page, words)
    expect(page.locator("[data-part=danger]")).to_be_visible()
    expect(page.locator("li[data-service]").first.locator("a[href^='tel:']")).to_be_visible()
    page.locator("input[name=text]").fill("ごみ")
    expect(page.locator("[data-part=danger]")).to_be_hidden()


def test_area_and_language_are_remembered_and_codes_stand_in_the_address(reader: Reader, browser: Browser, address: str) -> None:
    """A link carries codes to another device; what was typed stays here."""
    page = reader.page
    reader.open("directory/")
    page.locator(".finder__choice summary").nth(0).click()
    page.locator("input[name=area][value='100005']").check()
    page.locator(".finder__choice summary").nth(1).click()
    page.locator("input[name=language][value='vi']").check()
    says(page.locator("[data-chosen=area]"), "群馬県")
    says(page.locator("[data-chosen=language]"), "ベトナム語")
    ask(page, "年金")
    expect(page).to_have_url(re.compile(r"directory/\?area=100005&language=vi$"))
    link = page.url
    reader.open("ja-easy/directory/")
    expect(page.locator("input[name=area][value='100005']")).to_be_checked()
    page.locator("button[type=reset]").click()
    expect(page.locator("input[name=area][value='']")).to_be_checked()
    page.reload()
    expect(page.locator("input[name=area][value='100005']")).not_to_be_checked()
    other = browser.new_context()
    there = other.new_page()
    there.goto(link)
    expect(there.locator("input[name=language][value='vi']")).to_be_checked()
    there.locator("li[data-service]").first.wait_for()
    other.close()


def test_problem_can_be_chosen_instead_of_typed(reader: Reader, root: Path) -> None:
    """In plain Japanese with readings; the choice is in the address and survives a reload."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    reader.open("ja-easy/directory/")
    page.locator(".problems__group summary").nth(2).click()
    page.locator("a[data-problem=unpaid-wages]").click()
    page.locator("li[data-service]").first.wait_for()
    assert "problem=unpaid-wages" in page.url
    assert page.locator("li[data-service] rt").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page, root) == []
    page.reload()
    page.locator("li[data-service]").first.wait_for()
    expect(page.locator("[data-part=problems]")).to_be_hidden()


def test_office_without_the_language_says_who_can_bridge_it(reader: Reader) -> None:
    """The tax office speaks Japanese: the first door that speaks Vietnamese is named with it."""
    page = reader.page
    reader.open("directory/?language=vi&area=100005")
    ask(page, "確定申告")
    office = page.locator("li[data-service='nta/nta-tax-office']")
    says(office.locator("[data-part=bridge]"), "先にここへ")
    expect(office.locator("[data-part=bridge] a")).to_have_attribute("href", "pref-gunma/#pref-gunma")


def test_nothing_is_fetched_before_somebody_asks(reader: Reader) -> None:
    """The index comes with the first question only."""
    page = reader.page
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    reader.open("directory/")
    page.locator("referral-finder[data-ready]").wait_for()
    assert not any("data/referral" in url for url in sent)
    ask(page, "年金")
    assert any("data/referral" in url for url in sent)


def test_words_that_say_nothing_lead_to_a_first_door(reader: Reader) -> None:
    """Whoever cannot say it better is not left with an empty page."""
    page = reader.page
    reader.open("directory/?area=100005")
    ask(page, "ｑｗｅｒｔｙ")
    assert first(page) == "pref-gunma/pref-gunma"


@pytest.mark.parametrize("way", ["tap", "keys"])
def test_quick_exit_leaves_and_back_does_not_return(reader: Reader, way: str) -> None:
    """One tap, or Shift three times; nothing else leaves."""
    page = reader.page
    page.route("https://www.jma.go.jp/**", lambda route: route.fulfill(body="<h1>weather</h1>", content_type="text/html"))
    reader.open("directory/fields/e2-02/")
    expect(page.locator("quick-exit")).to_have_count(0)
    reader.open("directory/fields/e2-08/")
    if way == "tap":
        page.locator("quick-exit a").click()
    else:
        page.keyboard.press("Shift")
        page.keyboard.press("a")
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        assert page.locator("quick-exit").is_visible()
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.jma.go.jp/**")
    page.go_back()
    page.wait_for_url("**/directory/fields/e2-02/")
    reader.faults[:] = [fault for fault in reader.faults if "jma.go.jp" not in fault]


def test_quick_exit_works_without_scripts(browser: Browser, address: str) -> None:
    """It is a link, and it says that the history stays."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "directory/womens-support/")
    expect(page.locator("quick-exit a")).to_have_attribute("href", "https://www.jma.go.jp/")
    expect(page.locator("quick-exit")).to_contain_text(re.compile("履歴.*消.*えません"))
    context.close()


@pytest.mark.parametrize("url", ["units/e2-08-1/", "units/e2-08-2/", "ja-easy/units/e2-08-1/"])
def test_lesson_that_is_dangerous_to_be_seen_with_leaves_a_title_that_tells_nothing(reader: Reader, url: str) -> None:
    """The history of a shared device shows the title; the way out stands above the heading."""
    reader.open(url)
    heading = reader.page.locator("h1").inner_text()
    title = reader.page.title()
    assert title.startswith("E2-08-")
    assert not any(word in title for word in re.findall(r"[一-鿿ァ-ヴーA-Z]{2,}", heading.split(maxsplit=1)[1]))
    assert reader.page.locator("quick-exit, h1").first.evaluate("node => node.localName") == "quick-exit"
