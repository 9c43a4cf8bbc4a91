"""The shapes that travel between the stages: segments, author spans and found readings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Layer = Literal["fixed", "lexicon", "rule", "engine"]
"""Who decided a reading, strongest first. The review gate needs to know."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the kana above it, or None where it carries no ruby."""

    base: str
    reading: str | None


@dataclass(frozen=True, slots=True)
class FixedSpan:
    """An author's decision for text[start:end]; an empty reading means "no ruby here"."""

    start: int
    end: int
    reading: str


class Reading(NamedTuple):
    """Kana for text[start:end] of one string; an empty reading forbids ruby there."""

    start: int
    end: int
    reading: str
    layer: Layer = "rule"


def merge_by_order(*layers: Iterable[Reading]) -> list[Reading]:
    """Keep the readings that overlap none of an earlier layer; the result is in text order.

    Within a layer the earlier reading wins as well.
    """
    taken: list[Reading] = []
    occupied: set[int] = set()
    for layer in layers:
        for found in layer:
            places = range(found.start, found.end)
            if occupied.isdisjoint(places):
                occupied.update(places)
                taken.append(found)
    return sorted(taken)


def fill_segments(text: str, readings: Iterable[Reading]) -> Iterator[Segment]:
    """Cut the text at the readings (ordered, disjoint); the bases join to the text again."""
    at = 0
    for start, end, reading, _ in readings:
        if not reading:
            continue
        if at < start:
            yield Segment(text[at:start], None)
        yield Segment(text[start:end], reading)
        at = end
    if at < len(text):
        yield Segment(text[at:], None)
