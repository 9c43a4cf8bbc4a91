"""Who may apply, and when: the conditions of a call as data, and the rounds with their dates."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from portal.model.base import IsoDate, NonEmpty, Record, Slug, Text, written
from portal.model.knowledge import FactSource

Operator = Literal["national", "local", "commissioned", "private"]
"""Who runs a counter: the nation, a local government, a body that one of them commissioned, somebody else."""
Role = Literal["responder", "adviser"]
"""Answers those who consult, or advises those who answer."""
Feature = Literal["one-stop", "all-year", "free", "multilingual"]
Moment = Annotated[
    str,
    BeforeValidator(written),
    StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]\+09:00$"),
]
"""A moment in Japan: ``2025-05-07T17:00+09:00``."""


CONDITIONS = {
    *("current_operators", "features", "current_roles", "experience_operators", "experience_roles"),
    *("window_years", "tenure_years", "working_days"),
}


class Qualification(Record):
    """A national qualification that waives the experience."""

    id: Slug
    label: Text


class Document(Record):
    """A paper of the application. ``needed``: by everybody, by those whose experience counts, or by those whose qualification waives it."""

    id: Slug
    label: Text
    note: Text | None = None
    needed: Literal["always", "experience", "qualification"]


class EligibilityRule(Record):
    """The conditions of one fiscal year. ``window_years``: how far back experience counts from the first day of the course."""

    id: Annotated[str, StringConstraints(pattern=r"^er-[a-z0-9]+(-[a-z0-9]+)*$")]
    fiscal_year: Annotated[int, Field(ge=2024, le=2100)]
    as_of: IsoDate
    current_operators: Annotated[tuple[Operator, ...], Field(strict=False, min_length=1)]
    features: Annotated[tuple[Feature, ...], Field(strict=False)]
    current_roles: Annotated[tuple[Role, ...], Field(strict=False, min_length=1)]
    experience_operators: Annotated[tuple[Operator, ...], Field(strict=False, min_length=1)]
    experience_roles: Annotated[tuple[Role, ...], Field(strict=False, min_length=1)]
    window_years: Annotated[int, Field(ge=1, le=20)]
    tenure_years: Annotated[int, Field(ge=1, le=20)]
    working_days: Annotated[int, Field(ge=1, le=2000)]
    qualifications: Annotated[tuple[Qualification, ...], Field(strict=False)]
    documents: Annotated[tuple[Document, ...], Field(strict=False, min_length=1)]
    mail_title: NonEmpty
    file_title: NonEmpty
    naming: Text
    selection: Text
    source: FactSource
    seen_on: IsoDate

    @property
    def conditions(self) -> dict[str, object]:
        """What the browser compares with a person's answers."""
        return self.model_dump(mode="json", include=CONDITIONS)


class Round(Record):
    """One round of the training, as it was announced. Moments are exact where the source gives the hour."""

    id: Annotated[str, StringConstraints(pattern=r"^r-[a-z0-9]+(-[a-z0-9]+)*$")]
    fiscal_year: Annotated[int, Field(ge=2024, le=2100)]
    label: Text
    opens_at: Moment
    closes_at: Moment
    told_by: IsoDate | None = None
    places: Annotated[int, Field(ge=1)] | None = None
    venue: Text | None = None
    note: Text | None = None
    source: FactSource
    seen_on: IsoDate


class Enrolment(Record):
    """``content/programme/enrolment.yml``."""

    rules: Annotated[tuple[EligibilityRule, ...], Field(strict=False, min_length=1)]
    rounds: Annotated[tuple[Round, ...], Field(strict=False)]
