"""Notices: news of the programme and changes of law, with what they touch."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import Confidence, IsoDate, PartialDate, Record, Text
from portal.model.curriculum import UnitCode
from portal.model.knowledge import FactId, FactSource
from portal.model.unit import ServiceId

NoticeId = Annotated[str, StringConstraints(pattern=r"^n-[a-z0-9]+(-[a-z0-9]+)*$")]
LectureCode = Annotated[str, StringConstraints(pattern=r"^[A-E][1-9](-[0-9]{2})?$")]


class NoticeDeadline(Record):
    """A day that somebody must not miss."""

    on: IsoDate
    text: Text


class Notice(Record):
    """One piece of news or one change.

    ``posted_on``: the day it was put on this site. ``announced_on``: of the source, as far as it is known.
    ``stage``: ``enacted`` (law or decision with a day, which the browser compares with the reader's), ``planned`` (text or day not
    settled) or ``news`` (of the programme, without a day of force). ``rev`` rises when the meaning changes: readers see it as new again.
    """

    id: NoticeId
    rev: Annotated[int, Field(ge=1)] = 1
    kind: Literal["law", "programme"]
    title: Text
    text: Text
    posted_on: IsoDate
    announced_on: PartialDate | None = None
    in_force_from: IsoDate | None = None
    stage: Literal["enacted", "planned", "news"]
    deadlines: Annotated[tuple[NoticeDeadline, ...], Field(strict=False)] = ()
    source: FactSource
    seen: bool
    seen_on: IsoDate | None = None
    confidence: Confidence
    units: Annotated[tuple[UnitCode, ...], Field(strict=False)] = ()
    lectures: Annotated[tuple[LectureCode, ...], Field(strict=False)] = ()
    facts: Annotated[tuple[FactId, ...], Field(strict=False)] = ()
    services: Annotated[tuple[ServiceId, ...], Field(strict=False)] = ()

    @property
    def version(self) -> str:
        """Id and revision, under which a reader's device remembers that it was seen: ``n-fees-2027@1``."""
        return f"{self.id}@{self.rev}"


class NoticeFile(Record):
    """``content/notices/*.yml``."""

    notices: Annotated[tuple[Notice, ...], Field(strict=False)]
