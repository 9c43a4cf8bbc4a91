"""Ruby in HTML source: where its tags go so that no other element is torn."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from portal.furigana.annotate import Annotator
from portal.furigana.blocks import Block
from portal.furigana.characters import hiragana
from portal.furigana.levels import level_of
from portal.furigana.markup import Tag
from portal.furigana.okurigana import anchor_reading
from portal.furigana.phrases import phrase_edges
from portal.furigana.spans import Reading

_OPEN: Final = '<ruby data-level="{}">'
_CLOSE: Final = "<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>"
_GAP: Final = '<i class="gap"></i>'
"""An empty element: style sheets may give it a width, text and copies never show it."""


class Edit(NamedTuple):
    """Replace source[start:end] by the text; start equals end where something is only put in."""

    start: int
    end: int
    text: str


def place_ruby(block: Block, annotator: Annotator, wrappers: frozenset[int]) -> Iterator[Edit]:
    """Give the edits that put ruby and gaps into one block; `wrappers` are start places of tags that go.

    At one place of the source the end of a base comes first, then the gap, then the next base.
    """
    tags = [(offset, tag) for offset, tag in block.tags if tag.start not in wrappers]
    offsets = [offset for offset, _ in tags]
    gaps = deque(phrase_edges(block.text) if block.spaced else ())
    for reading in annotator.readings(block.analysed, block.fixed):
        while gaps and gaps[0] <= reading.start:
            yield _gap(block, tags, offsets, gaps.popleft())
        while gaps and gaps[0] < reading.end:
            gaps.popleft()
        near = tags[bisect_left(offsets, reading.start) : bisect_right(offsets, reading.end)]
        for start, end, piece in _fit(block, near, reading, annotator):
            yield Edit(start, start, _OPEN.format(level_of(block.text[piece.start : piece.end])))
            yield Edit(end, end, _CLOSE.format(piece.reading))
    for edge in gaps:
        yield _gap(block, tags, offsets, edge)


def _gap(block: Block, tags: Sequence[tuple[int, Tag]], offsets: Sequence[int], edge: int) -> Edit:
    """Put a gap between two characters: behind the elements that end there, before those that begin."""
    at = block.source_end(edge)
    for _, tag in tags[bisect_left(offsets, edge) : bisect_right(offsets, edge)]:
        if not tag.closes:
            break
        at = tag.end
    return Edit(at, at, _GAP)


def _fit(block: Block, tags: Sequence[tuple[int, Tag]], reading: Reading, annotator: Annotator) -> Iterator[tuple[int, int, Reading]]:
    """Give the source ranges for one reading: whole where elements stay whole, else in pieces."""
    whole = _source_range(block, tags, reading)
    if whole:
        yield (*whole, reading)
        return
    for piece in cut_at_tags(block.text, tags, reading, annotator):
        fitted = _source_range(block, tags, piece)
        if fitted:
            yield (*fitted, piece)


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


def cut_at_tags(text: str, tags: Sequence[tuple[int, Tag]], reading: Reading, annotator: Annotator) -> list[Reading]:
    """Cut a base at the tags inside of it where known readings of the pieces join to its kana.

    One piece may differ when all others have their usual reading (手<b>続</b>: て, so 続 is つづ).
    Else, as in a torn jukujikun, the base stays bare: a wrong reading would teach a wrong word, and
    the check for kanji without ruby shows the place to the author.
    """
    edges = sorted({reading.start, reading.end, *(offset for offset, _ in tags if reading.start < offset < reading.end)})
    pieces = [text[start:end] for start, end in pairwise(edges)]
    match = _share_kana(pieces, hiragana(reading.reading), annotator)
    if match is None:
        return []
    shares = (reading.reading[slice(*match.span(group))] for group in range(1, len(pieces) + 1))
    return [found for (start, end), kana in zip(pairwise(edges), shares, strict=True) for found in anchor_reading(start, text[start:end], kana, reading.layer)]


def _share_kana(pieces: Sequence[str], kana: str, annotator: Annotator) -> re.Match[str] | None:
    """Match the kana against the pieces, one group a piece."""
    known = ["|".join(map(re.escape, annotator.known_readings(piece))) for piece in pieces]
    usual = [re.escape(annotator.reading(piece)) for piece in pieces]
    patterns = [known, *([*usual[:open_at], ".+", *usual[open_at + 1 :]] for open_at in range(len(pieces)))]
    matches = (re.fullmatch("".join(f"({part})" for part in pattern), kana) for pattern in patterns)
    return next((match for match in matches if match), None)
