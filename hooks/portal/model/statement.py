"""The second check of a unit, a case pack or a page about the programme: every legal statement and number with the page on which somebody else looked it up. Not published."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from portal.model.base import IsoDate, NonEmpty, Record
from portal.model.case_pack import PackId
from portal.model.curriculum import UnitCode
from portal.model.knowledge import FactSource

PageAddress = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*(/[a-z]+(-[a-z]+)*)*$")]


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
    """``content/statements/<unit, pack or page>.yml``: what was checked is a ``unit``, a ``pack`` or a ``page`` (``programme/training``)."""

    unit: UnitCode | None = None
    pack: PackId | None = None
    page: PageAddress | None = None
    checked_on: IsoDate
    statements: Annotated[tuple[Statement, ...], Field(strict=False, min_length=1)]

    @property
    def key(self) -> str:
        """Code of the unit, id of the pack or address of the page with a hyphen (``programme-training``); an empty string where the file names none."""
        return self.unit or self.pack or (self.page or "").replace("/", "-")
