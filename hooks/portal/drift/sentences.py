"""Sentences as they are compared: words only, so that line breaks, spaces, emphasis and readings never count as change."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.prose import FOLD, READING, TABLE_RULE

SECTION_DIGITS = 12
SENTENCE_DIGITS = 6
HEADING_MARK = re.compile(r"^\s*#{1,6}[ \t]*|[ \t]*\{#[a-z][a-z0-9-]*\}[ \t]*$")
QUOTATION = re.compile(r"^\s*(?:>[ \t]?)+")
ITEM = re.compile(r"^\s*(?:[-*+]|[0-9]+\.)[ \t]+")
DIVIDER = re.compile(r"^\s*(?:[-*_][ \t]*){3,}$")
EMPHASIS = re.compile(r"[*`]")
# A space between two Latin words or numbers separates them; any other one is layout.
WORD_GAP = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[0-9A-Za-z])")
LAYOUT = re.compile(r"[^\S ]+|(?<![0-9A-Za-z]) +| +(?![0-9A-Za-z])")
SENTENCE = re.compile(r"[^。！？]*[。！？]+[」』）〉]*。?|[^。！？]+")


@dataclass(frozen=True)
class Sentence:
    """One sentence without layout; ``line`` is that of its paragraph, item or cell, from 0 in the text it was found in."""

    text: str
    line: int

    @property
    def digest(self) -> str:
        """Short hash: tells sentences of one section apart."""
        return hash_of(self.text, SENTENCE_DIGITS)


def hash_of(text: str, digits: int) -> str:
    """The first ``digits`` hexadecimal digits of SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


def digest_of(sentences: Iterable[Sentence]) -> str:
    """Hash of a section: its sentences in order."""
    return hash_of("\n".join(sentence.text for sentence in sentences), SECTION_DIGITS)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Sentences of Markdown or of a record's text; a heading, list item or table cell ends a sentence, a line break does not."""
    return tuple(Sentence(part, line) for line, block in _blocks(text) for part in SENTENCE.findall(without_layout(block)) if part)


def without_layout(text: str) -> str:
    """``text`` on one line without emphasis and readings, with spaces only between Latin words or numbers."""
    words = EMPHASIS.sub("", READING.sub(r"\1", text))
    return LAYOUT.sub("", WORD_GAP.sub(" ", words))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs, list items, headings, fold titles and table cells with the line where each begins."""
    open_lines: list[str] = []
    start = 0
    for number, raw in enumerate(text.split("\n")):
        line = QUOTATION.sub("", READING.sub(r"\1", raw))
        alone = _alone(line)
        if open_lines and (alone is not None or ITEM.match(line)):
            yield start, "\n".join(open_lines)
            open_lines = []
        if alone is not None:
            yield from ((number, part) for part in alone)
        else:
            start = start if open_lines else number
            open_lines.append(ITEM.sub("", line))
    yield start, "\n".join(open_lines)


def _alone(line: str) -> list[str] | None:
    """Blocks of a line that never goes on in the next one; None for running text and list items."""
    if not line.strip() or TABLE_RULE.fullmatch(line) or DIVIDER.fullmatch(line):
        return []
    if FOLD.match(line):
        return [FOLD.sub(lambda match: match.group(1) or "", line)]
    if line.lstrip().startswith("#"):
        return [HEADING_MARK.sub("", line)]
    return line.split("|") if "|" in line else None
