"""Where the second engine reads otherwise than the site prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portal.furigana.characters import has_kanji, hiragana, is_kana
from portal.furigana.okurigana import anchor_reading
from portal.review_gate.runs import ReadText, Run
from portal.review_gate.second_engine import Heard, SecondEngine

ALIKE = str.maketrans("ぢづをー", "じずおう")
"""Spellings of one sound: dictionaries differ, readers hear no difference."""
WEEKDAYS = frozenset("月火水木金土日祝")


def disagreements(read: ReadText, start: int, end: int, engine: SecondEngine) -> list[Run]:
    """Words of the sentence text[start:end] that the second engine reads in another way and no author has decided."""
    heard = [Heard(start + first, start + last, kana) for first, last, kana in engine.readings(read.source.text[start:end])]
    found: dict[tuple[int, int], Run] = {}
    for group in _groups(read, heard):
        for run in _differing(read, group):
            found.setdefault((run.start, run.end), run)
    return list(found.values())


def _groups(read: ReadText, heard: Sequence[Heard]) -> Iterator[list[Heard]]:
    """Join words until both engines have an edge there; a gap ends the group."""
    group: list[Heard] = []
    for word in heard:
        if group and group[-1].end != word.start:
            group = []
        group.append(word)
        if not any(found.start < word.end < found.end for found in read.readings):
            yield group
            group = []


def _differing(read: ReadText, group: Sequence[Heard]) -> Iterator[Run]:
    start, end = group[0].start, group[-1].end
    theirs = "".join(word.reading for word in group)
    ours = read.kana(start, end)
    if not has_kanji(read.source.text[start:end]) or not ours or not is_kana(theirs) or _sound(ours) == _sound(theirs):
        return
    parts = {(first, last): kana for first, last, kana, _ in anchor_reading(start, read.source.text[start:end], theirs, "engine")}
    for found in read.within(start, end):
        other = parts.get((found.start, found.end), "")
        if other and _sound(other) == _sound(found.reading):
            continue
        run = _run(read, found.start, found.end, other)
        if run:
            yield run


def _run(read: ReadText, start: int, end: int, other: str) -> Run | None:
    """The word around a reading, with the second opinion on all of it where there is one."""
    if not read.is_open(start, end) or read.is_counted(start, end) or _is_weekday(read, start, end):
        return None
    first, last = read.word_around(start, end)
    text = read.source.text
    candidates = (hiragana(text[first:start] + other + text[end:last]),) if other and not has_kanji(text[first:start] + text[end:last]) else ()
    return Run(read.source, first, last, read.kana(first, last), candidates, listed=False)


def _is_weekday(read: ReadText, start: int, end: int) -> bool:
    return read.source.text[start:end] in WEEKDAYS and all(found.layer == "rule" for found in read.within(start, end))


def _sound(kana: str) -> str:
    return hiragana(kana).translate(ALIKE)
