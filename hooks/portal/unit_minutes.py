"""Honest time of a unit: computed, never written by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.inline.printing import plain_text
from portal.model.base import Variant
from portal.portal import Portal
from portal.prose import character_count, headings

CASE_QUESTION = re.compile(r"case-q[1-9]")


@dataclass(frozen=True)
class UnitMinutes:
    """Parts of a unit's time, in minutes, and what they were computed from."""

    characters: int
    reading: float
    case_questions: int
    cases: int
    questions: int
    worksheet: int

    @property
    def total(self) -> int:
        """Whole minutes."""
        return round(self.reading + self.cases + self.questions + self.worksheet)


def case_question_count(body: str) -> int:
    """Number of headings with an id such as ``case-q1``."""
    return sum(1 for heading in headings(body) if CASE_QUESTION.fullmatch(heading.id))


def unit_minutes(portal: Portal, code: str, variant: Variant = "ja") -> UnitMinutes | None:
    """Minutes of the unit ``code``; None where its page is missing. The worksheet's minutes stand in the standard page."""
    pages = portal.units.get(code)
    page = pages.page_of(variant) if pages else None
    if pages is None or page is None or pages.front is None:
        return None
    settings = portal.settings
    characters = character_count(plain_text(portal, page.body, variant))
    cases = case_question_count(page.body)
    return UnitMinutes(
        characters=characters,
        reading=characters / settings.characters_per_minute,
        case_questions=cases,
        cases=cases * settings.minutes_per_case_question,
        questions=len(portal.questions_of(code)) * settings.minutes_per_question,
        worksheet=pages.front.worksheet_minutes,
    )
