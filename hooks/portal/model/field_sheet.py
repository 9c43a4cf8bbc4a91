"""Sheets of a field of E2: one page for the counter, one that the person takes along."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints

from portal.model.base import VARIANTS, IsoDate, Record, Text
from portal.model.curriculum import FieldCode

FactId = Annotated[str, StringConstraints(pattern=r"^f-[a-z0-9]+(-[a-z0-9]+)*$")]
ServiceKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]


def _in_both_variants(value: Any) -> Any:
    return dict.fromkeys(VARIANTS, value) if isinstance(value, str) else value


Plain = Annotated[Text, BeforeValidator(_in_both_variants)]
"""Plain Japanese, written once: the person gets the same words whichever variant the counsellor reads."""


class Row(Record):
    """Who may use what, by status of residence or registration."""

    who: Text
    can: Text


class Deadline(Record):
    """Something with a time limit; how long it is stands in the fact."""

    what: Text
    fact: FactId
    note: Text | None = None


class Step(Record):
    """One step of the route, to a service where there is one."""

    text: Text
    service: ServiceKey | None = None


class CounterSide(Record):
    """What a counsellor looks at while somebody sits before her. Numbers of parts are what one page of A4 holds."""

    lead: Text
    ask: Annotated[tuple[Text, ...], Field(strict=False, min_length=3, max_length=6)]
    who: Annotated[tuple[Row, ...], Field(strict=False, min_length=3, max_length=5)]
    deadlines: Annotated[tuple[Deadline, ...], Field(strict=False, max_length=5)] = ()
    steps: Annotated[tuple[Step, ...], Field(strict=False, min_length=3, max_length=6)]
    avoid: Annotated[tuple[Text, ...], Field(strict=False, min_length=2, max_length=4)]
    services: Annotated[tuple[ServiceKey, ...], Field(strict=False, min_length=2, max_length=6)]


class PlainDeadline(Record):
    """A time limit in the person's words."""

    what: Plain
    fact: FactId


class Handout(Record):
    """What the person takes along, in plain Japanese."""

    title: Plain
    lead: Plain
    know: Annotated[tuple[Plain, ...], Field(strict=False, min_length=3, max_length=6)]
    deadlines: Annotated[tuple[PlainDeadline, ...], Field(strict=False, max_length=4)] = ()
    bring: Annotated[tuple[Plain, ...], Field(strict=False, max_length=6)] = ()
    say: Annotated[tuple[Plain, ...], Field(strict=False, min_length=1, max_length=3)]
    services: Annotated[tuple[ServiceKey, ...], Field(strict=False, min_length=2, max_length=5)]


class FieldSheet(Record):
    """``content/sheets/<field in lower case>.yml``. ``as_of``: the day to which law and numbers were looked at."""

    field: FieldCode
    title: Text
    as_of: IsoDate
    counter: CounterSide
    handout: Handout
