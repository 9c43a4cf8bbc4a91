"""Ruby in HTML source: where its tags go so that no other element is torn."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Final, NamedTuple

from portal.furigana.annotate import Annotator
from portal.furigana.blocks import Block
from portal.furigana.engine import Part
from portal.furigana.markup import Tag
from portal.furigana.okurigana import cut_reading
from portal.furigana.spans import Reading, Segment

_OPEN: Final = "<ruby>"
_CLOSE: Final = "<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>"  # noqa: RUF001  full-width brackets are meant


class Edit(NamedTuple):
    """Replace source[start:end] by the text; start equals end where something is only put in."""

    start: int
    end: int
    text: str


def write_ruby(segments: Iterable[Segment]) -> str:
    """Write segments of plain text as HTML, escaped."""
    return "".join(
        f"{_OPEN}{escape(segment.base)}{_CLOSE.format(segment.reading)}" if segment.reading else escape(segment.base)
        for segment in segments
    )


def place_ruby(block: Block, annotator: Annotator, wrappers: frozenset[int]) -> Iterator[Edit]:
    """Give the edits that put ruby into one block; `wrappers` are start places of tags that go."""
    tags = [(offset, tag) for offset, tag in block.tags if tag.start not in wrappers]
    for reading in annotator.readings(block.text, block.fixed):
        for start, end, kana in _fit(block, tags, reading, annotator):
            yield Edit(start, start, _OPEN)
            yield Edit(end, end, _CLOSE.format(kana))


def _fit(block: Block, tags: Sequence[tuple[int, Tag]], reading: Reading, annotator: Annotator) -> Iterator[tuple[int, int, str]]:
    """Give the source ranges for one reading: whole where elements stay whole, else in pieces."""
    whole = _source_range(block, tags, reading)
    if whole:
        yield (*whole, reading.reading)
        return
    for piece in cut_at_tags(block.text, tags, reading, annotator):
        fitted = _source_range(block, tags, piece)
        if fitted:
            yield (*fitted, piece.reading)


def _source_range(block: Block, tags: Sequence[tuple[int, Tag]], reading: Reading) -> tuple[int, int] | None:
    """Give the range of the source under a reading, or None where an element would be torn.

    An element that begins or ends inside of the base is taken in whole where its other tag stands
    right at the base's edge: <b>大</b>人 can be one base, <b>この大</b>人 cannot.
    """
    inside = [tag for offset, tag in tags if reading.start < offset < reading.end]
    start, end = block.source_start(reading.start), block.source_end(reading.end)
    opened, closed = _unmatched(inside)
    before = [tag for offset, tag in tags if offset == reading.start][-len(closed) :] if closed else []
    after = [tag for offset, tag in tags if offset == reading.end][: len(opened)]
    if [tag.name for tag in before if not tag.closes] != closed[::-1]:
        return None
    if [tag.name for tag in after if tag.closes] != opened[::-1]:
        return None
    return (before[0].start if before else start), (after[-1].end if after else end)


def _unmatched(tags: Sequence[Tag]) -> tuple[list[str], list[str]]:
    """List the names of elements opened and not closed, and of those closed and not opened."""
    opened: list[str] = []
    closed: list[str] = []
    for tag in tags:
        if tag.empty:
            continue
        if not tag.closes:
            opened.append(tag.name)
        elif opened and opened[-1] == tag.name:
            opened.pop()
        else:
            closed.append(tag.name)
    return opened, closed


def cut_at_tags(text: str, tags: Sequence[tuple[int, Tag]], reading: Reading, annotator: Annotator) -> Iterator[Reading]:
    """Cut a base at the tags inside of it where the pieces, read alone, join to its kana.

    One piece may differ (手<b>続</b>: て is known, so 続 is つづ). Where more do, as in a torn
    jukujikun, the base stays bare: a wrong reading would teach a wrong word, and the check for
    kanji without ruby shows the place to the author.
    """
    edges = sorted({reading.start, reading.end, *(offset for offset, _ in tags if reading.start < offset < reading.end)})
    parts = [Part(start, end, annotator.reading(text[start:end])) for start, end in pairwise(edges)]
    found = list(cut_reading(text[reading.start : reading.end], reading.reading, reading.start, parts, reading.layer))
    torn = any(piece.start < edge < piece.end for piece in found for edge in edges)
    return iter(()) if torn else iter(found)
