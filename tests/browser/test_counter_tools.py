"""Pages for the counter: reading a residence card, with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reader import Reader
from test_access import violations
from test_journey import says

NOON = "2026-11-21T12:00:00+09:00"


def read_card(page: Page, status: str, last_day: str = "", permission: str = "") -> None:
    """Choose what stands on a card."""
    choice = page.locator(f"residence-aid input[name=status][value={status}]")
    choice.evaluate("each => { each.closest('details').open = true }")
    choice.check()
    page.locator(f"residence-aid input[name=permission][value='{permission}']").check()
    page.locator("#aid-last-day").fill(last_day)


def test_card_of_a_student_tells_what_follows(reader: Reader, root: Path) -> None:
    """Work, family, services and duties of one status; rules of other statuses are not shown."""
    page = reader.page
    page.clock.install(time=NOON)
    reader.open("residence-card/")
    expect(page.locator("residence-aid [data-part=result]")).to_be_hidden()
    read_card(page, "student", "2027-01-31", "granted")
    result = page.locator("residence-aid [data-part=result]")
    says(result.locator("[data-part=name]"), "留学")
    expect(result.locator("[data-when=near]")).to_be_visible()
    for topic in ("work", "family", "services", "duties"):
        assert result.locator(f"[data-part=profile-{topic}]").inner_text().strip()
        for rule in result.locator(f"[data-part=rules-{topic}] li").all():
            statuses = str(rule.get_attribute("data-statuses")).split()
            assert not statuses or "student" in statuses
            assert rule.get_attribute("data-permission") != "not-granted"
    assert violations(page, root) == []


@pytest.mark.parametrize(("last_day", "state"), [("2026-11-20", "over"), ("2026-11-21", "near"), ("2027-02-21", "near"), ("2027-02-22", "later")])
def test_last_day_of_stay_is_read_in_japans_days(reader: Reader, last_day: str, state: str) -> None:
    """The last day belongs to the stay; three months before it the renewal opens."""
    page = reader.page
    page.clock.install(time=NOON)
    reader.open("residence-card/")
    read_card(page, "engineer-humanities", last_day)
    shown = [str(each.get_attribute("data-when")) for each in page.locator("residence-aid [data-when]").all() if each.is_visible()]
    assert shown == [state]
    if state == "later":
        expect(page.locator("residence-aid time")).to_have_text("2026-11-22")


def test_nothing_of_a_card_is_kept_or_sent(reader: Reader) -> None:
    """The card is somebody's own: no storage, no address, no request."""
    page = reader.page
    reader.open("residence-card/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    read_card(page, "dependent", "2027-05-05", "not-granted")
    assert sent == []
    assert page.url.endswith("/residence-card/")
    assert page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})") == "{}{}"
    page.reload()
    expect(page.locator("residence-aid [data-part=result]")).to_be_hidden()


def test_on_a_phone_the_table_is_folded_and_links_open_it(reader: Reader) -> None:
    """A few screens instead of fifty; a link into a folded part shows what it points to; on a desk everything stands open."""
    page = reader.page
    reader.open("residence-card/")
    assert page.evaluate("document.documentElement.scrollHeight") < 12 * 844
    assert page.locator("table.statuses tbody tr:visible").count() == 0
    page.locator("[data-fold] summary").first.click()
    assert page.locator("table.statuses tbody tr:visible").count() > 0
    reader.open("residence-card/#dependent")
    expect(page.locator("tr#dependent")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.reload()
    assert page.locator("table.statuses tbody tr:visible").count() == 30


def test_without_scripts_the_table_and_the_rules_stand_on_the_page(browser: Browser, address: str) -> None:
    """All statuses, all rules, for whom each holds; no empty form."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "ja-easy/residence-card/")
    assert page.locator("table.statuses tbody tr:visible").count() == 30
    assert page.locator("li[data-rule]:visible").count() >= 20
    assert page.locator("residence-aid form").is_hidden()
    context.close()


def test_points_of_the_interpreters_checklist_are_ticked_and_printed(reader: Reader) -> None:
    """A box beside each point; the labels tick it."""
    page = reader.page
    reader.open("units/c1-3/")
    points = page.locator("#fig-interpreter-checklist .checklist__point")
    assert points.count() >= 12
    points.first.click()
    expect(points.first.locator("input")).to_be_checked()
