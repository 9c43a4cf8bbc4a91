"""Where inside of a word the ruby goes: over the kanji, never over the kana between them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from portal.furigana.characters import HIRAGANA, KATAKANA, has_kanji, hiragana
from portal.furigana.engine import Part
from portal.furigana.spans import Layer, Reading

_STRETCH: Final = re.compile(f"(?P<kana>[{HIRAGANA}{KATAKANA}]+)|[^{HIRAGANA}{KATAKANA}]+")
_SMALL_KA: Final = {"ゖ": "[かがこゖ]", "ゕ": "[かがこゕ]"}


def anchor_reading(start: int, surface: str, reading: str, layer: Layer) -> Iterator[Reading]:
    """Cut one reading so that kana of the surface stand bare.

    手続き てつづき gives 手続=てつづ; a word whose kana are not found in its reading is one base.
    """
    for first, last, kana in _stretches(surface, reading):
        yield Reading(start + first, start + last, kana, layer)


def cut_reading(surface: str, reading: str, start: int, parts: Sequence[Part], layer: Layer) -> Iterator[Reading]:
    """Cut a long reading into short words where their own readings agree with it.

    Parts agree from the left and from the right; what is left between is one base, so that
    日本年金 with にっぽんねんきん becomes 日本=にっぽん, 年金=ねんきん though the engine says にほん.
    """
    kana = hiragana(reading)
    left, head = _agreeing(parts, kana)
    right, tail = _agreeing_at_end(parts[left:], kana[head:])
    middle = parts[left : len(parts) - right]
    loose = bool(middle) and not has_kanji(surface[middle[0].start - start : middle[-1].end - start])
    if not parts or loose or (not middle) != (head + tail == len(kana)):
        yield from anchor_reading(start, surface, reading, layer)
        return
    for part in parts[:left]:
        yield from _anchor_part(part, surface, start, layer)
    if middle:
        first, last = middle[0].start, middle[-1].end
        rest = reading[head : len(reading) - tail]
        yield from anchor_reading(first, surface[first - start : last - start], rest, layer)
    for part in parts[len(parts) - right :] if right else ():
        yield from _anchor_part(part, surface, start, layer)


def _anchor_part(part: Part, surface: str, start: int, layer: Layer) -> Iterator[Reading]:
    short = surface[part.start - start : part.end - start]
    return anchor_reading(part.start, short, part.reading, layer) if has_kanji(short) else iter(())


def _agreeing(parts: Sequence[Part], kana: str) -> tuple[int, int]:
    """Count the parts that begin the reading, and their kana."""
    at = 0
    for count, part in enumerate(parts):
        if not part.reading or not kana.startswith(part.reading, at):
            return count, at
        at += len(part.reading)
    return len(parts), at


def _agreeing_at_end(parts: Sequence[Part], kana: str) -> tuple[int, int]:
    backwards = [Part(0, 0, part.reading[::-1]) for part in reversed(parts)]
    return _agreeing(backwards, kana[::-1])


@lru_cache(maxsize=16384)
def _stretches(surface: str, reading: str) -> tuple[tuple[int, int, str], ...]:
    """List (first, last, kana) over the kanji of one word, offsets inside of the surface."""
    if not has_kanji(surface):
        return ((0, len(surface), reading),) if reading else ()
    found = list(_STRETCH.finditer(surface))
    match = re.fullmatch("".join(map(_expected, found)), hiragana(reading))
    if match is None:
        return ((0, len(surface), reading),)
    bare = [stretch for stretch in found if not stretch["kana"]]
    spans = [(*stretch.span(), reading[slice(*match.span(group))]) for group, stretch in enumerate(bare, 1)]
    return tuple(span for span in spans if has_kanji(surface[span[0] : span[1]]))


def _expected(stretch: re.Match[str]) -> str:
    """Write the pattern of one stretch: kana as they are, anything else any kana."""
    if not stretch["kana"]:
        return "(.+?)"
    return "".join(_SMALL_KA.get(kana) or re.escape(kana) for kana in hiragana(stretch["kana"]))
