"""The 64 hours: items A–E, lectures, the fields of E2, units."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import NonEmpty, Record, Text

ItemCode = Literal["A", "B", "C", "D", "E"]
LectureCode = Annotated[str, StringConstraints(pattern=r"^[A-E][1-9]$")]
FieldCode = Annotated[str, StringConstraints(pattern=r"^E2-(0[1-9]|1[0-3])$")]
UnitCode = Annotated[str, StringConstraints(pattern=r"^[A-E][1-9](-(0[1-9]|1[0-3]))?-[1-9]$")]
State = Literal["planned", "draft", "published"]
DISCREET_FIELD = "E2-08"
"""Trafficking and violence in the family: to be seen reading about it can be a danger; the history of a shared device shows titles."""


class Unit(Record):
    """One hour of the course (1コマ)."""

    code: UnitCode
    title: Text
    state: State = "planned"

    @property
    def slug(self) -> str:
        """The code in lower case: file name and address."""
        return self.code.lower()


class CourseField(Record):
    """One of the 13 fields of E2."""

    code: FieldCode
    title: Text
    english: NonEmpty
    units: Annotated[tuple[Unit, ...], Field(strict=False, min_length=1)]


class Lecture(Record):
    """One lecture of the programme; either ``units`` or, for E2, ``fields``."""

    code: LectureCode
    title: Text
    aliases: Annotated[tuple[str, ...], Field(strict=False)] = ()
    units: Annotated[tuple[Unit, ...], Field(strict=False)] = ()
    fields: Annotated[tuple[CourseField, ...], Field(strict=False)] = ()

    @property
    def slug(self) -> str:
        """The code in lower case."""
        return self.code.lower()

    @property
    def all_units(self) -> tuple[Unit, ...]:
        """Units in course order, through the fields where there are any."""
        return self.units + tuple(unit for field in self.fields for unit in field.units)


class Item(Record):
    """One of the five items of the training with its official hours."""

    code: ItemCode
    title: Text
    hours: Annotated[int, Field(ge=1)]
    lectures: Annotated[tuple[Lecture, ...], Field(strict=False, min_length=1)]

    @property
    def all_units(self) -> tuple[Unit, ...]:
        """Units of all lectures in course order."""
        return tuple(unit for lecture in self.lectures for unit in lecture.all_units)


class Stage(Record):
    """One step of the whole path from item A to the renewal of the certificate."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
    title: Text
    text: Text


class Curriculum(Record):
    """``content/curriculum.yml``."""

    hours: Annotated[int, Field(ge=1)]
    items: Annotated[tuple[Item, ...], Field(strict=False, min_length=1)]
    path: Annotated[tuple[Stage, ...], Field(strict=False, min_length=1)]

    @property
    def lectures(self) -> tuple[Lecture, ...]:
        """All lectures in course order."""
        return tuple(lecture for item in self.items for lecture in item.lectures)

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units in course order."""
        return tuple(unit for item in self.items for unit in item.all_units)

    @property
    def course_fields(self) -> tuple[CourseField, ...]:
        """The fields of E2."""
        return tuple(field for lecture in self.lectures for field in lecture.fields)

    def lecture_of(self, unit: str) -> Lecture:
        """The lecture that holds the unit with code ``unit``; raises KeyError."""
        for lecture in self.lectures:
            if any(unit == each.code for each in lecture.all_units):
                return lecture
        raise KeyError(unit)
