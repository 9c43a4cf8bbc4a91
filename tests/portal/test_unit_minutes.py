"""The time of a unit: computed from what a learner does in it."""

from __future__ import annotations

from dataclasses import replace

from portal.portal import Portal, UnitPages
from portal.unit_minutes import UnitMinutes, case_question_count, unit_minutes


def test_minutes_are_reading_cases_questions_and_worksheet(example: Portal) -> None:
    """Each part is counted by the numbers of the settings."""
    minutes = unit_minutes(example, "A1-1")
    assert minutes is not None
    assert (minutes.case_questions, minutes.cases, minutes.questions, minutes.worksheet) == (3, 6, 8, 3)
    assert minutes.reading == minutes.characters / 100
    assert minutes.total == round(minutes.reading + 17)


def test_printed_words_of_references_are_counted(example: Portal) -> None:
    """A learner reads 例の市 相談窓口, not the id of the service."""
    pages = example.units["A1-1"]
    assert pages.page is not None
    longer = replace(pages.page, body=pages.page.body + "{service:example-city/counter}{fact:f-copy-fee}")
    with_more = replace(example, units={"A1-1": replace(pages, page=longer)})
    before, after = unit_minutes(example, "A1-1"), unit_minutes(with_more, "A1-1")
    assert before is not None
    assert after is not None
    assert after.characters - before.characters == len("例の市相談窓口300円")


def test_each_variant_is_measured_by_its_own_page(example: Portal) -> None:
    """Plain pages take another time to read and the same worksheet."""
    standard, plain = unit_minutes(example, "A1-1"), unit_minutes(example, "A1-1", "easy")
    assert standard is not None
    assert plain is not None
    assert plain.characters != standard.characters
    assert plain.worksheet == standard.worksheet


def test_unit_without_page_has_no_minutes(example: Portal) -> None:
    """Nothing is claimed of a unit that is not written."""
    assert unit_minutes(example, "B1-1") is None
    assert unit_minutes(replace(example, units={"A1-1": UnitPages(page=example.units["A1-1"].page)}), "A1-1") is None


def test_total_is_whole_minutes() -> None:
    """Nobody plans by seconds."""
    assert UnitMinutes(characters=1, reading=20.6, case_questions=1, cases=4, questions=1, worksheet=3).total == 29


def test_only_headings_of_case_questions_are_counted() -> None:
    """The number of questions is that of the headings, not of what looks like them."""
    body = "### 問1 {#case-q1}\n### 問2 {#case-q2}\n## ケース {#case}\n### 例 {#case-question}\n{#case-q3}\n"
    assert case_question_count(body) == 2
