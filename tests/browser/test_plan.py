"""The study plan: wishes in, weeks out; it follows what is done and never leaves the device but as a file."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject
from playwright.sync_api import Page, expect
from reader import Reader
from test_state import EVENTS

VARIANTS = ["", "ja-easy/"]
MONDAY = "2026-11-23T09:00:00+09:00"
FINISH = """async ([module, units]) => {
    const {learnerStore} = await import(module);
    const store = await learnerStore();
    for (const unit of units) {
        const [quiz, seed, question] = [`check:${unit}`, `check:${unit}#1`, `q-${unit}`];
        await store.append({kind: "paper-started", quiz, seed, questions: [question], retry: false});
        await store.append({kind: "attempt", question, rev: 1, variant: "ja", chosen: ["a"], sure: true, right: true, mode: "check", quiz, seed});
        await store.append({kind: "unit-finished", unit});
    }
}"""


def open_plan(reader: Reader, variant: str = "", now: str = MONDAY) -> Page:
    """The plan's page on a day."""
    reader.page.clock.set_fixed_time(now)
    reader.open(f"{variant}me/plan/")
    reader.page.locator("study-plan[data-ready]").wait_for()
    return reader.page


def finish(reader: Reader, *units: str) -> None:
    """Units are done now."""
    reader.page.evaluate(FINISH, [f"{reader.address}assets/js/learner/store.js", list(units)])


def first_steps(page: Page, count: int) -> list[str]:
    """The first open steps of the plan with their days."""
    steps = page.locator("[data-planned][data-done=false]").all()[:count]
    return [f"{step.get_attribute('data-planned')} {step.locator('time').first.get_attribute('datetime')}" for step in steps]


@pytest.mark.parametrize("variant", VARIANTS)
def test_trainee_makes_a_plan_and_finds_it_again(reader: Reader, variant: str) -> None:
    """Two months from today, item A first; kept after a reload, shown on "my training" and in the other variant."""
    page = open_plan(reader, variant)
    expect(page.locator("input[name=start]")).to_have_value("2026-11-23")
    expect(page.locator("input[name=end]")).to_have_value("2027-01-22")
    assert first_steps(page, 3) == ["unit:A1-1 2026-11-23", "unit:A1-2 2026-11-24", "unit:A1-3 2026-11-25"]
    expect(page.locator("[data-part=unsaved]")).to_be_visible()
    page.locator("input[name=hours-0]").fill("2.5")
    page.locator("button[type=submit]").click()
    expect(page.locator("[data-part=unsaved]")).to_be_hidden()
    expect(page.locator("[data-part=told]")).to_be_focused()
    page.reload()
    expect(page.locator("input[name=hours-0]")).to_have_value("2.5")
    assert first_steps(page, 3) == ["unit:A1-1 2026-11-23", "unit:A1-2 2026-11-23", "unit:A1-3 2026-11-24"]
    other = "" if variant else "ja-easy/"
    reader.open(f"{other}me/")
    expect(page.locator("plan-summary [data-planned='unit:A1-1'] a")).to_have_attribute("href", re.compile(r"units/a1-1/$"))


def test_plan_follows_what_is_done(reader: Reader) -> None:
    """Done early: the next day's hour comes next. Days unused: the rest begins today, and the plan says how much lacks."""
    page = open_plan(reader)
    page.locator("button[type=submit]").click()
    finish(reader, "A1-1", "A1-2")
    expect(page.locator("study-plan")).to_have_attribute("data-standing", "ahead")
    assert first_steps(page, 1) == ["unit:A1-3 2026-11-24"]
    expect(page.locator("[data-planned='unit:A1-2']")).to_have_attribute("data-done", "true")
    open_plan(reader, now="2026-12-07T09:00:00+09:00")
    expect(page.locator("study-plan")).to_have_attribute("data-standing", "behind")
    assert first_steps(page, 1) == ["unit:A1-3 2026-12-07"]
    open_plan(reader, now="2027-02-01T09:00:00+09:00")
    expect(page.locator("study-plan")).to_have_attribute("data-standing", "over")
    expect(page.locator("[data-part=beyond]")).to_be_visible()


def test_plan_that_does_not_fit_says_what_would(reader: Reader) -> None:
    """Too few hours: how many lack, how many a week would do, and on which day it would end."""
    page = open_plan(reader)
    for weekday in range(1, 6):
        page.locator(f"input[name=hours-{weekday}]").fill("0")
    expect(page.locator("study-plan")).to_have_attribute("data-fits", "false")
    weekly = float(re.findall(r"[\d.]+", page.locator("[data-part=fit]").inner_text())[-1])
    page.locator("input[name=hours-0]").fill(str(weekly + 1))
    expect(page.locator("study-plan")).to_have_attribute("data-fits", "true")
    expect(page.locator("[data-part=finish] time")).to_have_attribute("datetime", re.compile("202[67]-"))


def test_exempted_lecture_leaves_the_plan_and_none_is_exempted_at_first(reader: Reader) -> None:
    """Off by default."""
    page = open_plan(reader)
    assert page.locator("input[name=exempt]:checked").count() == 0
    page.locator("study-plan details summary").click()
    page.locator("input[name=exempt][value=A1]").check()
    expect(page.locator("[data-planned^='unit:A1']")).to_have_count(0)
    expect(page.locator("[data-planned='quiz:A1']")).to_have_count(0)


def test_who_repeats_begins_again_without_losing_the_record(reader: Reader) -> None:
    """What was done before the first day counts for "first time" only."""
    open_plan(reader)
    finish(reader, "A1-1")
    page = open_plan(reader, now="2026-11-25T09:00:00+09:00")
    expect(page.locator("[data-part=earlier] li")).to_have_count(1)
    assert first_steps(page, 1) == ["unit:A1-2 2026-11-25"]
    page.locator("input[name=path][value=repeat]").check()
    assert first_steps(page, 1) == ["unit:A1-1 2026-11-25"]
    finish(reader, "A1-1")
    expect(page.locator("[data-planned='unit:A1-1']")).to_have_attribute("data-done", "true")
    assert sum(event["kind"] == "unit-finished" for event in page.evaluate(EVENTS)) == 2


@pytest.mark.parametrize(("name", "value", "problem"), [("start", "", "problem-start"), ("end", "2026-11-01", "problem-order")])
def test_wishes_that_make_no_plan_are_named_and_nothing_is_kept(reader: Reader, name: str, value: str, problem: str) -> None:
    """One clear sentence beside the form."""
    page = open_plan(reader)
    wanted = page.locator(f"template[data-message={problem}]").evaluate("each => each.content.textContent")
    page.locator(f"input[name={name}]").fill(value)
    page.locator("button[type=submit]").click()
    expect(page.locator("[data-part=told]")).to_be_visible()
    assert page.locator("[data-part=told]").evaluate("each => each.textContent") == wanted
    expect(page.locator("[data-part=result]")).to_be_hidden()
    assert page.evaluate(EVENTS) == []


def test_plan_is_taken_away_and_the_record_stays(reader: Reader) -> None:
    """Only the wishes go."""
    page = open_plan(reader)
    finish(reader, "A1-1")
    page.locator("button[type=submit]").click()
    page.locator("[data-action=remove]").click()
    expect(page.locator("[data-action=remove]")).to_be_hidden()
    expect(page.locator("[data-planned='unit:A1-1']")).to_have_attribute("data-done", "true")
    reader.open("me/")
    expect(page.locator("plan-summary [data-part=none]")).to_be_visible()


def calendar_of(page: Page, folder: Path) -> vobject.base.Component:
    """The calendar file, read by a parser of somebody else."""
    with page.expect_download() as loading:
        page.locator("[data-action=calendar]").click()
    path = folder / loading.value.suggested_filename
    loading.value.save_as(path)
    assert path.name == "study-plan.ics"
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
    return vobject.readOne(path.read_bytes().decode())


@pytest.mark.parametrize("variant", VARIANTS)
def test_calendar_file_holds_the_open_steps(reader: Reader, tmp_path: Path, variant: str) -> None:
    """Days without a time of day, or hours one after another; the same step keeps its identity in a later file."""
    page = open_plan(reader, variant)
    steps = page.locator("[data-planned][data-done=false]").count()
    events = calendar_of(page, tmp_path).vevent_list
    assert len(events) == steps
    first = events[0]
    assert (first.dtstart.value, first.dtend.value) == (date(2026, 11, 23), date(2026, 11, 24))
    assert first.summary.value.startswith("A1-1 ")
    assert first.url.value.endswith(f"{variant}units/a1-1/")
    page.locator("input[name=hours-0]").fill("2")
    page.locator("input[name=clock]").fill("19:30")
    timed = calendar_of(page, tmp_path).vevent_list
    assert [event.uid.value for event in timed[:2]] == [event.uid.value for event in events[:2]]
    assert timed[0].dtstart.value == datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    assert timed[1].dtstart.value == timed[0].dtend.value == datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
    finish(reader, "A1-1")
    assert next(event.uid.value for event in calendar_of(page, tmp_path).vevent_list) == events[1].uid.value


def test_plan_goes_into_the_backup_and_comes_back(reader: Reader, tmp_path: Path) -> None:
    """A new device shows the same plan."""
    page = open_plan(reader)
    page.locator("input[name=hours-6]").fill("4")
    page.locator("button[type=submit]").click()
    reader.open("me/")
    page.locator("backup-panel[data-ready]").wait_for()
    with page.expect_download() as loading:
        page.locator("[data-action=export]").click()
    loading.value.save_as(tmp_path / "backup.json")
    page.evaluate(
        "() => new Promise((done) => { const gone = indexedDB.deleteDatabase('support-coordinator-portal'); gone.onsuccess = done; gone.onblocked = done; })"
    )
    reader.open("me/")
    page.locator("backup-panel[data-ready]").wait_for()
    page.locator("#backup-file").set_input_files(tmp_path / "backup.json")
    page.locator("[data-action=import]").click()
    expect(page.locator("plan-summary [data-part=week]")).to_be_visible()
    open_plan(reader)
    expect(page.locator("input[name=hours-6]")).to_have_value("4")
