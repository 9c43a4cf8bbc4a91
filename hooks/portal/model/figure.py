"""Figures made of words and records, and the data sets that charts draw."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from portal.model.base import Confidence, IsoDate, PartialDate, Record, Source, Text, written
from portal.model.knowledge import FactId, FactSource
from portal.model.relations import Ecomap, Genogram

FigureId = Annotated[str, StringConstraints(pattern=r"^fig-[a-z0-9]+(-[a-z0-9]+)*$")]
DatasetId = Annotated[str, StringConstraints(pattern=r"^d-[a-z0-9]+(-[a-z0-9]+)*$")]
EventDate = Annotated[str, BeforeValidator(written), StringConstraints(pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
PointInTime = Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$")]


class Branch(Record):
    """What may come of a step."""

    label: Text
    text: Text | None = None


class Step(Record):
    """One step of a flow; ``branches`` say how it may go on or end."""

    label: Text
    text: Text | None = None
    branches: Annotated[tuple[Branch, ...], Field(strict=False)] = ()


class Bar(Record):
    """One bar; its length is the fact's value."""

    fact: FactId
    label: Text


class Deadline(Record):
    """One duty of a calendar: until when (a fact), what, and where or how."""

    fact: FactId
    label: Text
    text: Text | None = None


class Checkpoint(Record):
    """One box to tick."""

    label: Text
    text: Text | None = None


class Event(Record):
    """One date of a timeline, as far as it is known: ``2024``, ``2024-04`` or ``2024-04-15``."""

    on: EventDate
    label: Text
    text: Text | None = None
    source: FactSource | None = None


class Figure(Record):
    """A figure made of words and records; ``kind`` names the field that holds its parts."""

    id: FigureId
    kind: Literal["steps", "bars", "deadlines", "checklist", "timeline", "chart", "genogram", "ecomap"]
    caption: Text
    steps: Annotated[tuple[Step, ...], Field(strict=False)] = ()
    bars: Annotated[tuple[Bar, ...], Field(strict=False)] = ()
    deadlines: Annotated[tuple[Deadline, ...], Field(strict=False)] = ()
    checklist: Annotated[tuple[Checkpoint, ...], Field(strict=False)] = ()
    events: Annotated[tuple[Event, ...], Field(strict=False)] = ()
    chart: DatasetId | None = None
    genogram: Genogram | None = None
    ecomap: Ecomap | None = None
    source: Source | None = None

    @property
    def parts(self) -> object:
        """What the ``kind`` names."""
        return self.events if self.kind == "timeline" else getattr(self, self.kind)

    @property
    def facts(self) -> tuple[str, ...]:
        """Facts that bars and deadlines rest on."""
        return (*(bar.fact for bar in self.bars), *(duty.fact for duty in self.deadlines))


class FigureFile(Record):
    """``content/figures/*.yml``."""

    figures: Annotated[tuple[Figure, ...], Field(strict=False)]


class DataRow(Record):
    """One value. ``at``: the point in time, for trends only."""

    label: Text
    value: int | float
    at: PointInTime | None = None


class Dataset(Record):
    """A small table of statistics with its source; ``bars`` compare rows, in a ``trend`` each row is a point in time, oldest first."""

    id: DatasetId
    title: Text
    kind: Literal["bars", "trend"]
    unit: Text
    rows: Annotated[tuple[DataRow, ...], Field(strict=False, min_length=2)]
    as_of: IsoDate
    source: FactSource
    source_dated: PartialDate
    seen: bool
    seen_on: IsoDate | None = None
    confidence: Confidence
    review_by: IsoDate
    note: Text | None = None


class DatasetFile(Record):
    """``content/statistics/*.yml``."""

    datasets: Annotated[tuple[Dataset, ...], Field(strict=False)]
