"""Questions of every kind can be answered: put on a page of the built site as the template makes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from portal.model.quiz import Question
from portal.publishing import Publisher
from reader import Reader
from test_access import violations
from test_journey import says

TEXT = {"ja": "例の文", "easy": "例の文"}


@pytest.fixture(scope="module")
def publisher(root: Path) -> Publisher:
    """Give the real site's publisher."""
    return Publisher.load(root, "")


def show(reader: Reader, publisher: Publisher, kind: str, correct: str) -> Page:
    """The check of A1-1 with one question of ``kind`` in place of its own."""
    options = [{"id": name, "correct": name in correct, "text": {"ja": f"手順{name}", "easy": f"手順{name}"}, "why": TEXT} for name in "abc"]
    source = {"title": "例", "publisher": "例", "url": "https://example.jp/"}
    places = {"id": "q-a1-9001", "rev": 1, "unit": "A1-1", "section": "s-numbers", "objective": "o1", "demand": "apply", "kind": kind}
    question = Question.model_validate_json(json.dumps({**places, "stem": TEXT, "options": options, "source": source, "review_by": "2027-01-01"}))
    publisher.portal.questions["q-a1-9001"] = question
    html = publisher.question("q-a1-9001", "ja")
    del publisher.portal.questions["q-a1-9001"]
    page = reader.page
    page.route("**/units/a1-1/", lambda route: route.fulfill(response=(answer := route.fetch()), body=_with_only(answer.text(), html)))
    reader.open("units/a1-1/")
    page.locator("quiz-form[data-ready]").wait_for()
    return page


def _with_only(page: str, form: str) -> str:
    """``page`` with ``form`` as its only question."""
    start = page.index('<div class="quiz__questions">') + len('<div class="quiz__questions">')
    return page[:start] + form + page[page.index('<div class="quiz__navigation"', start) - len("</div>\n") :]


def put_in_order(page: Page, order: str) -> None:
    """Give each option its place."""
    for number, name in enumerate(order, 1):
        page.locator(f"select[data-place={name}]").select_option(str(number))


@pytest.mark.parametrize(("order", "words"), [("abc", "正解です"), ("bac", "不正解です")])
def test_steps_are_put_in_order(reader: Reader, publisher: Publisher, root: Path, order: str, words: str) -> None:
    """By numbers, with keys or a finger; kept over a reload."""
    page = show(reader, publisher, "order", "abc")
    put_in_order(page, order)
    form = page.locator("form.question")
    form.locator("[data-part=actions] button").click()
    says(form.locator("[data-part=status]"), words)
    assert violations(page, root) == []
    page.reload()
    expect(form).to_have_attribute("data-state", "answered")
    expect(page.locator("select[data-place=a]")).to_have_value(str(order.index("a") + 1))


def test_order_with_a_gap_or_a_place_twice_is_not_taken(reader: Reader, publisher: Publisher) -> None:
    """The reader is asked for the rest and the focus goes there."""
    page = show(reader, publisher, "order", "abc")
    put_in_order(page, "ab")
    page.locator("select[data-place=c]").select_option("1")
    form = page.locator("form.question")
    form.locator("[data-part=actions] button").click()
    expect(form.locator("[data-part=error]")).to_be_visible()
    assert form.get_attribute("data-state") != "answered"


def test_not_knowing_an_order_is_an_answer(reader: Reader, publisher: Publisher) -> None:
    """「わからない」 clears the numbers."""
    page = show(reader, publisher, "order", "abc")
    put_in_order(page, "ab")
    form = page.locator("form.question")
    form.locator(".option[data-option=unknown] label").click()
    expect(page.locator("select[data-place=a]")).to_have_value("")
    form.locator("[data-part=actions] button").click()
    says(form.locator("[data-part=status]"), "正解を示しました")


@pytest.mark.parametrize(("chosen", "words"), [("ab", "正解です"), ("a", "不正解です"), ("abc", "不正解です")])
def test_all_that_fit_are_chosen(reader: Reader, publisher: Publisher, chosen: str, words: str) -> None:
    """A multiple choice is right when the right ones are chosen and no other."""
    page = show(reader, publisher, "multi", "ab")
    form = page.locator("form.question")
    for name in chosen:
        form.locator(f".option[data-option={name}] label").click()
    form.locator("[data-part=actions] button").click()
    says(form.locator("[data-part=status]"), words)


def test_answers_are_printed_only_where_the_reader_wants_them(reader: Reader) -> None:
    """Folded text is opened for print; the answers of questions follow the reader's setting."""
    page = reader.page
    reader.open("units/a1-1/")
    answers = page.locator("quiz-form[data-ready] form.question:not([hidden]) .question__answers").first
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(answers).to_be_hidden()
    assert page.locator("details.answer").first.get_attribute("open") is not None
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.locator("display-settings summary").click()
    page.locator("display-settings input[name^=answers]").check()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(answers.locator("li").first).to_be_visible()
