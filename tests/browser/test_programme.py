"""The programme in the browser: who may apply, which rounds are current, what has changed since the last look."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from reader import Reader

VARIANTS = ["", "ja-easy/"]
TODAY = "2026-11-22T10:00:00+09:00"


def choose(page: Page, name: str, value: str) -> None:
    """One radio button."""
    page.locator(f"input[name='{name}'][value='{value}']").check()


def meet_the_first_two_conditions(page: Page) -> None:
    """A counter of a city, answering consultations."""
    choose(page, "operator", "local")
    for feature in ("one-stop", "all-year", "free", "multilingual"):
        choose(page, f"feature-{feature}", "yes")
    choose(page, "role", "responder")


@pytest.mark.parametrize("variant", VARIANTS)
def test_applicant_learns_whether_she_meets_the_conditions_and_why(example_reader: Reader, variant: str) -> None:
    """From nothing said, over a post that is too short, to one that is long enough."""
    page = example_reader.page
    page.clock.set_fixed_time(TODAY)
    example_reader.open(f"{variant}programme/eligibility/")
    check = page.locator("eligibility-check")
    expect(page.locator("input[name=start]")).to_have_value("2026-11-22")
    meet_the_first_two_conditions(page)
    expect(check).to_have_attribute("data-verdict", "no")
    choose(page, "post-operator-1", "local")
    choose(page, "post-role-1", "responder")
    choose(page, "post-employed-1", "yes")
    page.locator("input[name=from]").fill("2025-12-01")
    page.locator("input[name=days]").fill("200")
    expect(check).to_have_attribute("data-verdict", "no")
    page.locator("input[name=from]").fill("2025-11-22")
    expect(check).to_have_attribute("data-verdict", "yes")
    expect(page.locator("[data-part=verdict]")).to_be_visible()


def test_qualification_takes_the_question_of_experience_away(example_reader: Reader) -> None:
    """Nobody fills in posts that are not needed; the paper of the qualification takes their place."""
    page = example_reader.page
    example_reader.open("programme/eligibility/")
    meet_the_first_two_conditions(page)
    page.locator("input[name=qualification]").first.check()
    expect(page.locator("eligibility-check")).to_have_attribute("data-verdict", "yes")
    expect(page.locator("[data-part=experience]")).to_be_hidden()
    expect(page.locator("li[data-needed=experience]").first).to_be_hidden()
    expect(page.locator("li[data-needed=qualification]").first).to_be_visible()


def test_two_posts_are_compared_and_can_be_taken_away_again(example_reader: Reader) -> None:
    """Eight at most; numbers stay in order."""
    page = example_reader.page
    example_reader.open("programme/eligibility/")
    for _ in range(9):
        if page.locator("[data-action=add]").is_enabled():
            page.locator("[data-action=add]").click()
    assert page.locator("[data-post]").count() == 8
    page.locator("[data-action=remove]").first.click()
    assert page.locator("[data-post] [data-value=n]").all_inner_texts() == [str(number) for number in range(1, 8)]
    expect(page.locator("[data-action=add]")).to_be_enabled()


def test_mail_and_papers_get_their_names(example_reader: Reader) -> None:
    """What has to be copied exactly is made from the name."""
    page = example_reader.page
    example_reader.open("programme/eligibility/")
    page.locator("input[name=roman]").fill("TANAKA Hanako")
    titles = page.locator("[data-part=naming] code").all_inner_texts()
    assert titles[:3] == ["受講申込_TANAKA Hanako", "受講申込書_TANAKA Hanako", "実務経験申告書_TANAKA Hanako"]


def test_what_an_applicant_writes_is_not_kept(example_reader: Reader) -> None:
    """Neither in storage nor in the page after it was left."""
    page = example_reader.page
    example_reader.open("programme/eligibility/")
    page.locator("input[name=roman]").fill("TANAKA Hanako")
    assert "TANAKA" not in page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    page.reload()
    expect(page.locator("input[name=roman]")).to_have_value("")


@pytest.mark.parametrize(
    ("now", "states"),
    [
        ("2025-04-01T12:00", ["これから受付", "受付中"]),
        ("2025-05-05T12:00", ["受付中", "受付中"]),
        ("2025-05-07T17:00", ["受付中", "終わりました"]),
        ("2026-11-22T12:00", ["終わりました", "終わりました"]),
    ],
)
def test_rounds_are_told_by_their_dates(example_reader: Reader, now: str, states: list[str]) -> None:
    """A round that is over is never shown as current; two may be open at one time. The newest stands first."""
    page = example_reader.page
    page.clock.set_fixed_time(f"{now}:00+09:00")
    example_reader.open("programme/schedule/")
    assert page.locator("[data-round] [data-when]:visible").all_inner_texts() == states
    assert page.locator("[data-part=none-open]").is_visible() is (states == ["終わりました"] * 2)


@pytest.mark.parametrize("variant", VARIANTS)
def test_board_says_what_is_in_force_today(example_reader: Reader, variant: str) -> None:
    """The reader's day decides."""
    page = example_reader.page
    for now, state in (("2027-03-31", "coming"), ("2027-04-01", "in-force")):
        page.clock.set_fixed_time(f"{now}T00:30:00+09:00")
        example_reader.open(f"{variant}notices/")
        expect(page.locator("#n-copy-fee")).to_have_attribute("data-state", state)
        assert page.locator("#n-copy-fee [data-when]:visible").get_attribute("data-when") == state
    assert page.locator("[data-part=deadlines]").is_hidden()  # the day before is over


def test_what_came_since_the_last_look_is_marked(example_reader: Reader) -> None:
    """Nothing is new on the first visit; later only what this device has not met."""
    page = example_reader.page
    page.clock.set_fixed_time(TODAY)
    example_reader.open("notices/")
    board = page.locator("notice-board")
    expect(board).to_have_attribute("data-since", "first-visit")
    expect(page.locator("[data-part=since]")).to_be_visible()
    assert page.locator("[data-part=new]:visible").count() == 0
    page.reload()
    expect(board).to_have_attribute("data-since", "none-new")
    # A revision of one notice, as the next build may bring it.
    page.route("**/notices/", lambda route: route.fulfill(response=(answer := route.fetch()), body=answer.text().replace("n-plan@1", "n-plan@2")))
    page.reload()
    expect(board).to_have_attribute("data-since", "new-count")
    assert "1" in page.locator("[data-part=since]").inner_text()
    assert page.locator("[data-notice]:has([data-part=new]:visible)").evaluate_all("all => all.map(each => each.id)") == ["n-plan"]


def test_filter_leaves_what_is_to_come(example_reader: Reader) -> None:
    """Sections without a notice go with them."""
    page = example_reader.page
    page.clock.set_fixed_time(TODAY)
    example_reader.open("notices/")
    choose(page, "shown", "coming")
    assert page.locator("[data-notice]:visible").evaluate_all("all => all.map(each => each.id)") == ["n-plan", "n-copy-fee"]
    expect(page.locator("#news-heading")).to_be_hidden()


def test_pages_point_to_notices_that_touch_them_and_are_not_settled(example_reader: Reader) -> None:
    """The rule of 2024 is no news in 2026."""
    page = example_reader.page
    page.clock.set_fixed_time(TODAY)
    example_reader.open("units/a1-1/")
    marks = page.locator("notice-marks")
    marks.locator("summary").click()
    assert marks.locator("li:visible a").all_inner_texts() == ["例の写しの手数料が変わる", "例の研修の募集"]
    marks.locator("a").first.click()
    expect(page.locator("#n-copy-fee")).to_be_in_viewport()


@pytest.mark.parametrize(
    "address", ["notices/", "ja-easy/notices/", "programme/eligibility/", "ja-easy/programme/eligibility/", "programme/schedule/", "programme/"]
)
def test_nothing_scrolls_sideways_at_320_pixels(example_reader: Reader, address: str) -> None:
    """A phone of the smallest width."""
    page = example_reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    example_reader.open(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_conditions_papers_and_dates_can_be_read(browser: Browser, example_address: str) -> None:
    """No dead form, nothing claimed that only a clock can tell."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_address}programme/eligibility/")
    assert page.locator("form:visible, [data-part=naming]:visible").count() == 0
    assert page.locator("li[data-needed]:visible").count() == 5
    page.goto(f"{example_address}notices/")
    assert page.locator("[data-notice]:visible").count() == 4
    assert page.locator("[data-when]:visible").count() == 0
    context.close()


def test_question_to_the_lecturer_has_page_place_variant_and_build(example_reader: Reader) -> None:
    """What a lecturer needs to find the place; the reader adds her question and sends it herself."""
    page = example_reader.page
    example_reader.open("ja-easy/units/a1-1/#scene")
    report = page.locator("report-text", has=page.locator("summary")).first
    report.locator("summary").click()
    build = page.locator("html").get_attribute("data-build")
    heading = page.locator("#scene").evaluate(
        "each => { const copy = each.cloneNode(true); copy.querySelectorAll('rt, rp').forEach(rt => rt.remove()); return copy.textContent.trim() }"
    )
    expect(report.locator("textarea")).to_have_value(re.compile(re.escape(f"どこ（見出しや表）: {heading}")))
    text = report.locator("textarea").input_value()
    assert "先生への質問: A1-1" in text
    assert "ja-easy/units/a1-1/" in text
    assert f"やさしい日本語 / build {build}" in text


@pytest.mark.parametrize("address", ["", "units/a1-1/", "directory/example-city/", "glossary/", "ja-easy/notices/", "cases/two-letters/"])
def test_mistake_can_be_reported_from_every_page(example_reader: Reader, address: str) -> None:
    """The text is copied; what the reader added goes with it."""
    page = example_reader.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    example_reader.open(address)
    report = page.locator("report-text").last
    report.locator("summary").click()
    report.locator("textarea").press_sequentially("電話番号が違う")
    report.locator("[data-action=copy]").click()
    expect(report.locator("[role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "電話番号が違う" in copied
    assert page.url.partition("#")[0].removeprefix(example_reader.address).strip("/") in copied
