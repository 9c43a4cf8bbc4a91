"""From documents to records: strict shapes, and mismatches in words."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.model.base import PartialDate, Record, Source, Text
from portal.model.curriculum import Curriculum
from portal.model.directory import Organisation
from portal.model.knowledge import FactFile, TermFile
from portal.model.quiz import QuestionFile, QuizSettings
from portal.model.shaping import shape
from portal.model.site import Site, Words
from portal.model.unit import PageFront, UnitFront
from portal.portal import Portal
from portal.problems import Problem, SourceError
from portal.sources.yaml import parse_yaml

MODELS = (Curriculum, FactFile, Organisation, PageFront, QuestionFile, QuizSettings, Site, TermFile, UnitFront, Words)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text("あb1 :-{", max_size=5)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "facts", "terms", "name", "ja", "easy", "words", "items", "services", "str", "int", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


class Dated(Record):
    """A record with a date as far as it is known."""

    dated: PartialDate


def problems_of(text: str, model: type[Record]) -> list[Problem]:
    """Problems of a YAML text as a record."""
    try:
        shape(parse_yaml("a.yml", text), model)
    except SourceError as error:
        return list(error.problems)
    return []


@given(value=VALUES, model=st.sampled_from(MODELS))
def test_any_data_is_a_record_or_gives_messages_on_its_own_lines(value: Any, model: type[Record]) -> None:
    """Whatever an author puts together, the answer names a field, a line and what to do."""
    text = "# 例\n" + json.dumps(value, ensure_ascii=False, indent=1)
    for problem in problems_of(text, model):
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.message.endswith("。")
        assert re.match(r"[^:]+: ", problem.message)


def test_unknown_field_is_named_with_those_that_there_are() -> None:
    """A slip in a name is seen beside the right name."""
    (problem,) = problems_of("title: 例\nsumary: 例\nsummary: 例\n", PageFront)
    assert (problem.line, problem.message) == (
        2,
        "sumary: 知らない項目です（使える項目: title, summary, kind, template, as_of, sources, review, readings）。綴りを確かめるか、消してください。",
    )


@pytest.mark.parametrize("key", ["int", "str", "function", "literal", "Reviewed", "no"])
def test_unknown_field_of_any_name_is_reported_on_its_line(key: str) -> None:
    """Names that mean something to the checker mean nothing to the author."""
    (problem,) = problems_of(f"title: 例\nsummary: 例\n{key}: 例\n", PageFront)
    assert (problem.line, problem.message.split(":")[0]) == (3, key)


def test_mismatch_deep_in_a_list_is_reported_at_the_part_itself() -> None:
    """The fault is one message, not one for each thing around it."""
    text = "words:\n  one: {ja: 一, easy: 一}\n  two:\n    ja: 二\n    easy: 2\n"
    (problem,) = problems_of(text, Words)
    assert (problem.line, problem.message) == (5, "words.two.easy: 文字列で書いてください（今は「2」）。")


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("2024", True),
        ("2024頃", True),
        ("2024-07", True),
        ("2024-07-31頃", True),
        ("不明", True),
        ("2024-13", False),
        ("2024-02-30", False),
        ("24", False),
        ("２０２４", False),
        ("2024年", False),
        ("頃", False),
    ],
)
def test_partial_date_is_year_month_or_day_that_exists(text: str, sound: bool) -> None:  # noqa: FBT001 - a column of the table
    """An impossible day does not wait for a page to break."""
    assert (problems_of(f"dated: {text}\n", Dated) == []) == sound


@given(day=st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    """Leap days and ends of months are days."""
    source = f"title: 例\npublisher: 例\nurl: https://example.jp\nseen_on: {day.isoformat()}\ndated: {day.isoformat()}\n"
    assert problems_of(source, Source) == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://", "example.jp", "https://a b", 'https://a"b', "ftp://example.jp", "https://例.jp/<x>"])
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    """An address of a source can be opened, and nothing else."""
    found = problems_of(f"title: 例\npublisher: 例\nurl: {url!r}\n", Source)
    assert [(problem.line, problem.message.startswith("url: ")) for problem in found] == [(3, True)]


def test_records_cannot_be_changed() -> None:
    """What was checked stays as it was checked."""
    text = Text(ja="一", easy="一")
    with pytest.raises(ValueError, match="frozen"):
        text.ja = "二"  # type: ignore[misc]  # the fact under test


@pytest.mark.parametrize(("hours", "questions"), [(1, 4), (2, 4), (3, 6), (24, 6), (30, 6)])
def test_size_of_a_quiz_follows_from_the_hours_of_its_lecture(example: Portal, hours: int, questions: int) -> None:
    """Longer lectures ask more; beyond the table its last line counts."""
    assert example.settings.comprehension_questions(hours) == questions


def test_units_are_found_in_course_order_through_lectures_and_fields(example: Portal) -> None:
    """The course is one line of 64 hours."""
    units = [unit.code for unit in example.curriculum.units]
    assert (len(units), units[0], units[-1]) == (64, "A1-1", "E2-02-8")
    assert example.curriculum.lecture_of("E2-02-8").code == "E2"
    with pytest.raises(KeyError):
        example.curriculum.lecture_of("Z1-1")


def test_key_of_a_question_is_its_right_options(example: Portal) -> None:
    """Attempts store option ids."""
    assert [example.questions[f"q-a1-000{number}"].key for number in (1, 2, 3)] == [("a",), ("b",), ("c",)]
