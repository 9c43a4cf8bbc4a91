"""Transcripts: consultations word by word, with what a turn does to the person who hears it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import Record, Slug, Text
from portal.model.curriculum import UnitCode

TranscriptId = Annotated[str, StringConstraints(pattern=r"^tr-[a-z0-9]+(-[a-z0-9]+)*$")]
Mark = Literal["poor", "good"]


class Speaker(Record):
    """One who speaks; ``name`` stands before each of her turns."""

    id: Slug
    name: Text


class Turn(Record):
    """What one says before another speaks. ``why``: what a marked turn does; ``instead``: what could be said in place of a poor one."""

    who: Slug
    text: Text
    mark: Mark | None = None
    why: Text | None = None
    instead: Text | None = None


class Transcript(Record):
    """One conversation. ``setting``: who sits where and what is known before; ``after``: what was reached, and what is still not known."""

    id: TranscriptId
    unit: UnitCode
    title: Text
    setting: Text
    people: Annotated[tuple[Speaker, ...], Field(strict=False, min_length=1)]
    turns: Annotated[tuple[Turn, ...], Field(strict=False, min_length=2)]
    after: Text

    @property
    def names(self) -> dict[str, Text]:
        """Names of the people by their ids."""
        return {person.id: person.name for person in self.people}


class TranscriptFile(Record):
    """``content/transcripts/*.yml``."""

    transcripts: Annotated[tuple[Transcript, ...], Field(strict=False)]
