"""Nobody loses what she did: edited questions, tabs, storage that is blocked, full, damaged or newer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from reader import Reader
from test_journey import says

UNIT = "units/a1-1/"
EVENTS = """() => new Promise((resolve, reject) => {
    const opening = indexedDB.open("support-coordinator-portal");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const request = opening.result.transaction("events").objectStore("events").getAll();
        request.onsuccess = () => { opening.result.close(); resolve(request.result); };
    };
})"""
PUT = """(records) => new Promise((resolve, reject) => {
    const opening = indexedDB.open("support-coordinator-portal");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const writing = opening.result.transaction("events", "readwrite");
        for (const record of records) writing.objectStore("events").put(record);
        writing.oncomplete = () => { opening.result.close(); resolve(); };
    };
})"""
APPEND = """async ([module, tab, count]) => {
    const {learnerStore} = await import(module);
    const store = await learnerStore();
    const writings = Array.from({length: count}, (_, number) => store.append({kind: "attempt", question: `q-${tab}-${number}`, rev: 1, variant: "ja",
        chosen: ["a"], sure: null, right: true, mode: "check", quiz: `check:${tab}`, seed: `check:${tab}#1`}));
    await Promise.all(writings);
}"""


def shown(page: Page) -> list[Locator]:
    """Questions of the check in sight."""
    page.locator("quiz-form[data-ready]").wait_for()
    return page.locator("quiz-form form.question:not([hidden])").all()


def answer_all(page: Page) -> list[str]:
    """Answer the check of the page rightly; ids of its questions."""
    ids = []
    for form in shown(page):
        form.locator(".option[data-correct] label").first.click()
        form.locator("[data-part=actions] button").click()
        expect(form).to_have_attribute("data-state", "answered")
        ids.append(str(form.get_attribute("data-question")))
    return ids


def attempts(page: Page) -> list[dict[str, Any]]:
    """Attempts on the device."""
    return [event for event in page.evaluate(EVENTS) if event.get("kind") == "attempt"]


def rewrite(page: Page, change: Callable[[str], str]) -> None:
    """Let the unit's page come as an author has changed it since."""

    def fulfil(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=change(answer.text()))

    page.route(f"**/{UNIT}", fulfil)


def form_of(html: str, question: str) -> str:
    """Markup of one question."""
    found = re.search(rf'<form class="question" id="{question}".*?</form>', html, re.DOTALL)
    assert found
    return found.group()


def test_inserted_moved_and_reworded_questions_keep_their_answers(reader: Reader) -> None:
    """Answers belong to ids, not to places or wordings."""
    page = reader.page
    reader.open(UNIT)
    ids = answer_all(page)

    def change(html: str) -> str:
        first, last = (form_of(html, each) for each in (ids[0], ids[-1]))
        new = form_of(html, ids[0]).replace(ids[0], "q-a1-9000")
        return html.replace(first, "@").replace(last, first).replace("@", new + last.replace("</legend>", "（言いかえ）</legend>"))

    rewrite(page, change)
    reader.open(UNIT)
    assert {str(form.get_attribute("data-question")) for form in shown(page)} == set(ids)
    assert all(form.get_attribute("data-result") == "right" for form in shown(page))


def test_rekeyed_question_asks_again_and_keeps_the_old_answer_as_history(reader: Reader) -> None:
    """A new rev: told, open, and the earlier attempt still on the device."""
    page = reader.page
    reader.open(UNIT)
    ids = answer_all(page)
    rewrite(page, lambda html: html.replace(f'data-question="{ids[0]}" data-rev="1"', f'data-question="{ids[0]}" data-rev="2"'))
    reader.open(UNIT)
    form = page.locator(f"form[data-question='{ids[0]}']")
    expect(form.locator("[data-part=changed]")).to_be_visible()
    assert form.get_attribute("data-state") == "open"
    form.locator(".option[data-option=unknown] label").click()
    form.locator("[data-part=actions] button").click()
    expect(form).to_have_attribute("data-state", "answered")
    assert sorted(each["rev"] for each in attempts(page) if each["question"] == ids[0]) == [1, 2]


def test_retired_question_goes_and_its_answer_stays(reader: Reader) -> None:
    """The paper goes on without it."""
    page = reader.page
    reader.open(UNIT)
    ids = answer_all(page)
    rewrite(page, lambda html: html.replace(form_of(html, ids[0]), ""))
    reader.open(UNIT)
    assert {str(form.get_attribute("data-question")) for form in shown(page)} == set(ids[1:])
    expect(page.locator("quiz-form [data-part=result]")).to_be_visible()
    assert ids[0] in {each["question"] for each in attempts(page)}


def test_two_tabs_writing_at_once_lose_nothing(browser: Browser, reader: Reader) -> None:
    """Two real tabs, 200 answers each, at the same time."""
    page = reader.page
    reader.open(UNIT)
    shown(page)
    other = page.context.new_page()
    other.goto(reader.address + UNIT)
    shown(other)
    module = f"{reader.address}assets/js/learner/store.js"
    start = f"(given) => {{ window.writing = ({APPEND})(given); }}"
    for number, tab in enumerate((page, other)):
        tab.evaluate(start, [module, f"tab{number}", 200])
    for tab in (page, other):
        tab.evaluate("() => window.writing")
    found = {each["question"] for each in attempts(page)}
    assert found == {f"q-tab{tab}-{number}" for tab in (0, 1) for number in range(200)}


def test_background_tab_knows_what_another_tab_answered(reader: Reader) -> None:
    """The answer is there when the reader comes back to it."""
    page = reader.page
    reader.open(UNIT)
    shown(page)
    other = page.context.new_page()
    other.goto(reader.address + "ja-easy/" + UNIT)
    ids = answer_all(other)
    for question in ids:
        expect(page.locator(f"form[data-question='{question}']")).to_have_attribute("data-result", "right")


BLOCKED = "Object.defineProperty(globalThis, 'indexedDB', {get() { throw new DOMException('blocked', 'SecurityError'); }})"
FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize(("script", "words"), [(BLOCKED, "このブラウザでは記録を保存できません"), (FULL, "保存できませんでした")])
def test_blocked_or_full_storage_is_told_once_and_the_quiz_goes_on(reader: Reader, script: str, words: str) -> None:
    """Answers are judged and count on the page; one notice."""
    page = reader.page
    page.add_init_script(script)
    reader.open(UNIT)
    answer_all(page)
    says(page.locator("quiz-form [data-part=notice]"), words)
    assert page.locator("[data-part=notice]:visible").count() == 1
    expect(page.locator("quiz-form [data-result=passed]")).to_be_visible()


def test_records_that_are_not_understood_stay_and_harm_nobody(reader: Reader) -> None:
    """Damaged records, and kinds of a later version."""
    page = reader.page
    reader.open(UNIT)
    ids = answer_all(page)
    strange = [
        {"id": "broken-1", "kind": "attempt", "at": "yesterday"},
        {"id": "broken-2"},
        {"id": "later-1", "at": "2026-11-21T00:00:00.000Z", "kind": "badge-earned", "name": "x"},
    ]
    page.evaluate(PUT, strange)
    reader.open(UNIT)
    assert [form.get_attribute("data-result") for form in shown(page)] == ["right"] * len(ids)
    reader.open("me/")
    page.locator("review-list[data-ready]").wait_for()
    assert {"broken-1", "broken-2", "later-1"} <= {event["id"] for event in page.evaluate(EVENTS)}


def test_newer_schema_is_read_and_not_overwritten(reader: Reader) -> None:
    """An old page beside a newer one: told, nothing destroyed."""
    page = reader.page
    reader.open(UNIT)
    ids = answer_all(page)
    raise_version = """() => new Promise((resolve) => {
        const opening = indexedDB.open("support-coordinator-portal", 99);
        opening.onupgradeneeded = () => {};
        opening.onsuccess = () => { opening.result.close(); resolve(); };
    })"""
    page.goto(reader.address + "about/")
    page.evaluate(raise_version)
    reader.open(UNIT)
    assert [form.get_attribute("data-result") for form in shown(page)] == ["right"] * len(ids)
    page.locator("quiz-form [data-action=new-paper]").click()
    says(page.locator("quiz-form [data-part=notice]"), "別の新しい版のページ")
    assert len(attempts(page)) == len(ids)
