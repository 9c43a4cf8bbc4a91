"""The item bank as the browser needs it: an index to draw from, and each question as a piece of HTML of its own."""

from __future__ import annotations

from typing import Any

from portal.model.curriculum import Lecture, Unit
from portal.model.quiz import Question
from portal.portal import Portal


def bank_index(portal: Portal) -> dict[str, Any]:
    """``{"questions": [{id, rev, unit, section, lecture, item, case?, ability?}], "cases": {id: [unit, …]}}``.

    Published units only; a case only where all its units are. Questions stand in course order, the parts of a case together after them.
    """
    places = _places(portal)
    own = [_entry(question, places) for code in portal.published for question in portal.questions_of(code)]
    cases = {key: case for key, case in portal.cases.items() if set(case.units) <= set(portal.published)}
    parts = [_entry(question, places) for key in sorted(cases) for question in portal.questions_of_case(key)]
    return {"questions": [*own, *parts], "cases": {key: list(case.units) for key, case in sorted(cases.items())}}


def _places(portal: Portal) -> dict[str, tuple[str, str]]:
    """Lecture (or field of E2) and item of each unit."""
    found: dict[str, tuple[str, str]] = {}
    for item in portal.curriculum.items:
        for lecture in item.lectures:
            for unit in lecture.all_units:
                found[unit.code] = (quiz_code(lecture, unit), item.code)
    return found


def quiz_code(lecture: Lecture, unit: Unit) -> str:
    """``A1``, or the field of E2 that has a quiz of its own: ``E2-01``."""
    field = next((field.code for field in lecture.fields if unit in field.units), None)
    return field or lecture.code


def _entry(question: Question, places: dict[str, tuple[str, str]]) -> dict[str, Any]:
    lecture, item = places[question.unit]
    entry = {"id": question.id, "rev": question.rev, "unit": question.unit, "section": question.section, "lecture": lecture, "item": item}
    return entry | ({"case": question.case} if question.case else {}) | ({"ability": question.ability} if question.ability else {})
