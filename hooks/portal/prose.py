"""Measures of Markdown prose: headings, running text, sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Python-Markdown takes a heading without the space as well.
HEADING = re.compile(r"^(#{1,6})[ \t]*([^#\s].*?)(?:[ \t]+\{#([a-z][a-z0-9-]*)\})?[ \t]*$", re.MULTILINE)
TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
FOLD = re.compile(r'^\?\?\?\+? +\w+(?: +"([^"]*)")?[ \t]*$', re.MULTILINE)
MARKS = re.compile(r"^\s*(?:>+ ?|[-*+] |\d+\. |#{1,6} )+|\*\*|[|*_`]", re.MULTILINE)
READING = re.compile(r"\{([^{}|\n]*)\|[^{}|\n]*\}")


@dataclass(frozen=True)
class Heading:
    """A heading: ``level`` 1–6, ``id`` empty where none is given, ``start`` in the body."""

    level: int
    text: str
    id: str
    start: int


def headings(body: str) -> list[Heading]:
    """Headings of a Markdown body in order."""
    return [Heading(len(match.group(1)), match.group(2), match.group(3) or "", match.start()) for match in HEADING.finditer(body)]


def running_text(body: str) -> str:
    """What a reader reads: the body without Markdown marks (references must have been printed before)."""
    text = FOLD.sub(r"\1", body)
    text = TABLE_RULE.sub("", text)
    text = re.sub(r"\{#[a-z0-9-]+\}", "", text)
    text = LINK.sub(r"\1", text)
    return MARKS.sub("", text)


def character_count(body: str) -> int:
    """Characters of the running text, white space not counted."""
    return len(re.sub(r"\s", "", running_text(body)))
