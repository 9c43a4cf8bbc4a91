"""Front matter of pages: units in both variants, and plain prose pages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import IsoDate, NonEmpty, Record, Source
from portal.model.curriculum import UnitCode
from portal.model.knowledge import TermId

ObjectiveKey = Annotated[str, StringConstraints(pattern=r"^o[1-5]$")]
PageReadings = dict[NonEmpty, NonEmpty]
"""Words of one page with their kana: they win over the site's lexicon there, and in that variant only."""
ServiceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]


class Reviewed(Record):
    """A person of the field read the page."""

    by: NonEmpty
    on: IsoDate
    role: NonEmpty


Review = Literal["unreviewed"] | Reviewed


class UnitFront(Record):
    """Front matter of a unit's standard page; the plain page holds only its words (:class:`PlainUnitFront`)."""

    code: UnitCode
    title: NonEmpty
    summary: NonEmpty
    objectives: Annotated[dict[ObjectiveKey, NonEmpty], Field(min_length=3, max_length=5)]
    worksheet_minutes: Annotated[int, Field(ge=0, le=12)]
    as_of: IsoDate
    sources: Annotated[tuple[Source, ...], Field(strict=False, min_length=3)]
    services: Annotated[tuple[ServiceId, ...], Field(strict=False)]
    terms: Annotated[tuple[TermId, ...], Field(strict=False)]
    review: Review
    review_by: IsoDate | None = None
    readings: PageReadings = Field(default_factory=dict)


class PlainUnitFront(Record):
    """Front matter of a unit's plain page."""

    code: UnitCode
    title: NonEmpty
    summary: NonEmpty
    objectives: Annotated[dict[ObjectiveKey, NonEmpty], Field(min_length=3, max_length=5)]
    review: Review
    readings: PageReadings = Field(default_factory=dict)


class PageFront(Record):
    """Front matter of a prose page (about, terms, privacy …) and of the pages that a template fills.

    ``as_of``, ``sources``: of the standard page, which speaks for its plain twin. ``review``: of a page about the programme.
    """

    title: NonEmpty
    summary: NonEmpty
    kind: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")] = "prose"
    template: Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*\.html$")] = "main.html"
    as_of: IsoDate | None = None
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    review: Review | None = None
    readings: PageReadings = Field(default_factory=dict)
