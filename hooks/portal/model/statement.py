"""The second check of a unit or a case pack: every legal statement and number with the page on which somebody else looked it up. Not published."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.model.base import IsoDate, NonEmpty, Record
from portal.model.case_pack import PackId
from portal.model.curriculum import UnitCode
from portal.model.knowledge import FactSource


class Statement(Record):
    """One claim. ``seen``: the source was read when it was checked, by somebody who had not written the unit or pack.

    ``author_seen``: it was not, but the author had read it.
    """

    section: NonEmpty
    claim: NonEmpty
    source: FactSource | None
    seen: bool
    author_seen: bool = False
    note: NonEmpty | None = None


class StatementFile(Record):
    """``content/statements/<unit or pack>.yml``: what was checked is a ``unit`` or a ``pack``."""

    unit: UnitCode | None = None
    pack: PackId | None = None
    checked_on: IsoDate
    statements: Annotated[tuple[Statement, ...], Field(strict=False, min_length=1)]

    @property
    def key(self) -> str:
        """Code of the unit or id of the pack; an empty string where the file names neither."""
        return self.unit or self.pack or ""
