"""The course is whole: every hour, quiz, case and field is there, and nothing lies about unused."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from portal.portal import Portal

LEAST_QUESTIONS = 512
LEAST_CASES = 36
LEAST_PER_QUIZ = 8
NAME = re.compile(r"(?<![a-z0-9-])[a-z]+-[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def mentions(root: Path) -> Counter[str]:
    """How often each id stands in the sources and the templates; decided readings name no ids."""
    paths = [path for folder in ("content", "quizzes", "overrides") for path in (root / folder).rglob("*") if path.suffix in {".md", ".yml", ".html"}]
    return Counter(name for path in paths for name in NAME.findall(path.read_text(encoding="utf-8")))


def test_all_hours_can_be_studied(portal: Portal) -> None:
    """64 published units."""
    assert (len(portal.published), [unit.code for unit in portal.curriculum.units if unit.state != "published"]) == (64, [])


def test_every_lecture_and_field_has_its_quiz(portal: Portal) -> None:
    """27 banks: a lecture each, and for E2 a field each; together enough for papers that differ."""
    expected = {lecture.slug for lecture in portal.curriculum.lectures if not lecture.fields}
    expected |= {field.code.lower() for field in portal.curriculum.course_fields}
    banks = Counter(Path(portal.places[question].document.path).stem for question in portal.questions)
    assert (len(banks), set(banks)) == (27, expected)
    assert {bank: count for bank, count in banks.items() if count < LEAST_PER_QUIZ} == {}
    assert len(portal.questions) >= LEAST_QUESTIONS


def test_cases_are_many_and_asked_about(portal: Portal) -> None:
    """A case without questions would be read for nothing; papers of the completion practice differ."""
    assert len(portal.cases) >= LEAST_CASES
    assert [case for case in portal.cases if len(portal.questions_of_case(case)) < 2] == []
    assert len(portal.cases) >= 2 * portal.settings.completion_cases


def test_every_field_has_its_services_and_its_sheet(portal: Portal) -> None:
    """What a lesson of a field names is in the directory under that field, and the counter has its page."""
    listed = Counter(code for _, service in portal.services.values() for code in service.fields)
    codes = [field.code for field in portal.curriculum.course_fields]
    assert [code for code in codes if listed[code] < 3] == []
    assert sorted(portal.sheets) == codes


def test_no_record_is_an_orphan(portal: Portal, mentions: Counter[str]) -> None:
    """A figure, number, term or form that no page shows would grow old unseen."""
    records = [*portal.facts, *portal.terms, *portal.figures, *portal.forms, *portal.datasets]
    assert [key for key in records if mentions[key] < 2] == []
