"""Orientations of preventive support: what is told, in which order, with slides, checklists and the way to those who do not come."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from portal.model.base import IsoDate, Record, Text
from portal.model.curriculum import UnitCode
from portal.model.field_sheet import ServiceKey
from portal.model.form import FormId

OrientationId = Annotated[str, StringConstraints(pattern=r"^or-[a-z0-9]+(-[a-z0-9]+)*$")]


class Part(Record):
    """A stretch of the timetable. ``slides``: numbers of those that are shown in it, from 1."""

    minutes: Annotated[int, Field(ge=3, le=60)]
    what: Text
    how: Text
    slides: Annotated[tuple[int, ...], Field(strict=False)] = ()


class Slide(Record):
    """One page that is shown or handed out. ``say``: what the speaker says or asks; it is not on the slide."""

    title: Text
    points: Annotated[tuple[Text, ...], Field(strict=False, min_length=2, max_length=5)]
    services: Annotated[tuple[ServiceKey, ...], Field(strict=False, max_length=3)] = ()
    say: Text


class Stage(Record):
    """What the person has done by a certain time."""

    when: Text
    items: Annotated[tuple[Text, ...], Field(strict=False, min_length=2, max_length=8)]


class ByStatus(Record):
    """What is different for people of one status of residence, or without one."""

    who: Text
    check: Text


class Orientation(Record):
    """``content/orientations/<slug>.yml``. ``audience``: for whom and when; ``evaluation``: the form that shows what has arrived."""

    id: OrientationId
    unit: UnitCode
    title: Text
    audience: Text
    as_of: IsoDate
    aims: Annotated[tuple[Text, ...], Field(strict=False, min_length=3, max_length=5)]
    prepare: Annotated[tuple[Text, ...], Field(strict=False, min_length=3, max_length=8)]
    timetable: Annotated[tuple[Part, ...], Field(strict=False, min_length=4, max_length=10)]
    slides: Annotated[tuple[Slide, ...], Field(strict=False, min_length=6, max_length=14)]
    stages: Annotated[tuple[Stage, ...], Field(strict=False, min_length=3, max_length=6)]
    statuses: Annotated[tuple[ByStatus, ...], Field(strict=False, min_length=3, max_length=8)]
    outreach: Annotated[tuple[Text, ...], Field(strict=False, min_length=3, max_length=8)]
    evaluation: FormId

    @property
    def slug(self) -> str:
        """``or-arrival`` → ``arrival``: name of file and page."""
        return self.id.removeprefix("or-")

    @property
    def minutes(self) -> int:
        """Length of the whole timetable."""
        return sum(part.minutes for part in self.timetable)
