"""The second check of a unit: every legal statement and number with the page on which somebody else looked it up. Not published."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.model.base import IsoDate, NonEmpty, Record
from portal.model.curriculum import UnitCode
from portal.model.knowledge import FactSource


class Statement(Record):
    """One claim. ``seen``: the source was read when it was checked, by somebody who had not written the unit.

    ``author_seen``: it was not, but the author had read it.
    """

    section: NonEmpty
    claim: NonEmpty
    source: FactSource | None
    seen: bool
    author_seen: bool = False
    note: NonEmpty | None = None


class StatementFile(Record):
    """``content/statements/<unit>.yml``."""

    unit: UnitCode
    checked_on: IsoDate
    statements: Annotated[tuple[Statement, ...], Field(strict=False, min_length=1)]
