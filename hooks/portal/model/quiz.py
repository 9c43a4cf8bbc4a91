"""Questions, cases and the settings of the quizzes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import IsoDate, NonEmpty, Record, Text, Url
from portal.model.curriculum import UnitCode
from portal.model.unit import ObjectiveKey, ServiceId

QuestionId = Annotated[str, StringConstraints(pattern=r"^q-[a-e][1-9](-(0[1-9]|1[0-3]))?-\d{4}$")]
CaseId = Annotated[str, StringConstraints(pattern=r"^case-\d{4}$")]
QuizCode = Annotated[str, StringConstraints(pattern=r"^[A-E][1-9](-(0[1-9]|1[0-3]))?$")]


class Option(Record):
    """One answer; its id belongs to its text for ever. ``why`` teaches: why right, or which real mistake it is."""

    id: Literal["a", "b", "c", "d"]
    correct: bool
    text: Text
    why: Text
    service: ServiceId | None = None


Ability = Literal["grasp", "understand", "resolve", "connect"]
"""The four abilities of the report: to grasp the residence situation, to understand cultures, to lead to a solution, to connect to support."""


class QuestionSource(Record):
    """What a question rests on."""

    title: NonEmpty
    publisher: NonEmpty
    url: Url


class Question(Record):
    """One item of the bank. ``rev`` rises only when the meaning or the key changes."""

    id: QuestionId
    rev: Annotated[int, Field(ge=1)]
    unit: UnitCode
    section: NonEmpty
    objective: ObjectiveKey
    demand: Literal["recall", "apply", "judge"]
    kind: Literal["single", "multi", "order", "match"] = "single"
    case: CaseId | None = None
    ability: Ability | None = None
    shuffle: bool = True
    stem: Text
    options: Annotated[tuple[Option, ...], Field(strict=False, min_length=3, max_length=4)]
    source: QuestionSource
    seen_on: IsoDate | None = None
    review_by: IsoDate

    @property
    def key(self) -> tuple[str, ...]:
        """Ids of the right options."""
        return tuple(option.id for option in self.options if option.correct)


class QuestionFile(Record):
    """``quizzes/a1.yml`` (``e2-01.yml`` per field of E2)."""

    lecture: QuizCode
    questions: Annotated[tuple[Question, ...], Field(strict=False)]
    retired: Annotated[tuple[QuestionId, ...], Field(strict=False)] = ()


class Case(Record):
    """A vignette that two to four questions share."""

    id: CaseId
    title: Text
    text: Text
    units: Annotated[tuple[UnitCode, ...], Field(strict=False, min_length=1)]
    fields: Annotated[tuple[str, ...], Field(strict=False)] = ()


class CaseFile(Record):
    """``quizzes/cases/*.yml``."""

    cases: Annotated[tuple[Case, ...], Field(strict=False)]


class ComprehensionSize(Record):
    """Number of questions of a lecture's quiz, for lectures of up to ``hours`` hours."""

    hours: Annotated[int, Field(ge=1)]
    questions: Annotated[int, Field(ge=1)]


class QuizSettings(Record):
    """``quizzes/settings.yml``: our own numbers, labelled so on the site."""

    pass_share: Annotated[float, Field(gt=0, le=1)]
    check_questions: Annotated[int, Field(ge=1)]
    comprehension: Annotated[tuple[ComprehensionSize, ...], Field(strict=False, min_length=1)]
    review_questions: Annotated[int, Field(ge=1)]
    completion_cases: Annotated[int, Field(ge=1)]
    completion_minutes: Annotated[int, Field(ge=1)]
    characters_per_minute: Annotated[int, Field(ge=1)]
    minutes_per_case_question: Annotated[int, Field(ge=1)]
    minutes_per_question: Annotated[int, Field(ge=1)]
    unit_minutes_least: Annotated[int, Field(ge=1)]
    unit_minutes_most: Annotated[int, Field(ge=1)]

    def comprehension_questions(self, hours: int) -> int:
        """Questions of the comprehension quiz of a lecture of ``hours`` hours."""
        for size in self.comprehension:
            if hours <= size.hours:
                return size.questions
        return self.comprehension[-1].questions
