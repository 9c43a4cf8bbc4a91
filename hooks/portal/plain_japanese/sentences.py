"""Cutting a passage into sentences as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["prose", "item", "heading"]
"""Running text; list items, table cells and texts of records, which may end in a noun; headings, which may end in a plain verb."""

GLOSS = re.compile(r"[〈＜<]=?[^〈〉＜＞<>\n]*[〉＞>]|【=[^】\n]*】")
SPACE = re.compile(r"(?<=[^\x00-\x7f])[ \t\u3000]+|[ \t\u3000]+(?=[^\x00-\x7f])")
BRACKETS = {"「": "」", "『": "』", "（": "）", "(": ")"}
ENDS = "。！？!?"
_CUT = re.compile(rf"(?<=[{ENDS}])(?![{ENDS}」』）)])")
_CARRIES_ON = re.compile(r"[とてなのをはがもにでや、]")
"""What follows a quotation that is part of its sentence: 「…」と言いました。"""


@dataclass(frozen=True)
class Passage:
    """One block of text with references printed and marks removed, glosses left in; ``line`` counts from 1; ``spoken``: somebody says it."""

    text: str
    line: int
    kind: Kind = "prose"
    spoken: bool = False


@dataclass(frozen=True)
class Sentence:
    """One sentence without glosses and spaces. ``spoken``: said by somebody, or in quotation marks or brackets inside of another."""

    text: str
    line: int
    kind: Kind = "prose"
    spoken: bool = False

    @property
    def ended(self) -> bool:
        """Whether a full stop or its like closes the sentence."""
        return self.text.rstrip("」』）)")[-1:] in ENDS and bool(self.text)

    @property
    def length(self) -> int:
        """Characters; the full stop counts."""
        return len(self.text)


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """Sentences of ``passage``; whole sentences in quotation marks come before the one around them."""
    text = SPACE.sub("", GLOSS.sub("", passage.text)).strip()
    yield from _sentences(text, passage, spoken=passage.spoken)


def _sentences(text: str, passage: Passage, *, spoken: bool) -> Iterator[Sentence]:
    outer = ""
    at = 0
    while at < len(text):
        end = _closing(text, at)
        inner = text[at + 1 : end]
        if end and any(mark in inner for mark in ENDS):
            yield from _sentences(inner, passage, spoken=True)
            outer += text[at] + text[end]
            at = end + 1
            if not _CARRIES_ON.match(text[at : at + 1]) and text[at : at + 1] not in ENDS:
                outer += "\n"
        else:
            outer += text[at : end + 1] if end else text[at]
            at = end + 1 if end else at + 1
    for line in outer.split("\n"):
        for part in _cut(line):
            if part.strip("。、・：:「」『』（）()-―*①②③④⑤⑥⑦⑧⑨ "):
                yield Sentence(part.strip(), passage.line, passage.kind, spoken)


def _closing(text: str, start: int) -> int:
    """Place of the bracket that closes the one at ``start``; 0 where none stands there or none closes it."""
    closing = BRACKETS.get(text[start])
    if closing is None:
        return 0
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == text[start]) - (text[place] == closing)
        if depth == 0:
            return place
    return 0


def _cut(line: str) -> list[str]:
    """Cut behind sentence ends that stand outside of closed brackets."""
    parts, begin, place = [], 0, 0
    while place < len(line):
        if line[place] in ENDS and _CUT.match(line, place + 1):
            parts.append(line[begin : place + 1])
            begin = place + 1
        place = max(_closing(line, place), place) + 1
    return [*parts, line[begin:]]
