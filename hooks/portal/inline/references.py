"""``{fact:f-x} {term:t-x} {service:org/service} {unit:B3-2} {page:phrases} {figure:fig-x} {transcript:tr-x} {form:form-x} {行|おこな}``: finding references in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["fact", "term", "service", "unit", "page", "figure", "situation", "comparison", "transcript", "form", "reading"]
BLOCKS: tuple[Kind, ...] = ("figure", "situation", "comparison", "transcript", "form")
"""What stands alone on its line."""
KINDS: tuple[Kind, ...] = ("fact", "term", "service", "unit", "page", *BLOCKS)
LABELS: dict[Kind, str] = {
    "service": "支援先",
    "term": "用語",
    "fact": "数字",
    "figure": "図",
    "situation": "場面",
    "comparison": "比べるカード",
    "transcript": "会話",
    "form": "様式",
}
"""Kinds that both variants of a page print alike, as authors call them."""
BRACES = re.compile(r"\{([^{}\n]*)\}|[{}]")
NAMED = re.compile(rf"({'|'.join(KINDS)}):([A-Za-z0-9/-]+)")
READING = re.compile(r"([^|]*[一-鿿㐀-䶿々〆0-9０-９][^|]*)\|([ぁ-ゖァ-ヺー]*)")
HEADING_ID = re.compile(r"#[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Reference:
    """One reference: ``name`` is the id (or the base of a reading), ``reading`` only for readings; ``start``/``end`` in the text."""

    kind: Kind
    name: str
    reading: str
    start: int
    end: int


@dataclass(frozen=True)
class BadBraces:
    """Braces that are no reference."""

    text: str
    start: int


def find_references(text: str) -> Iterator[Reference | BadBraces]:
    """Every pair of braces in ``text`` in order, heading ids left out; a brace without its partner is no reference either."""
    for match in BRACES.finditer(text):
        inner = match.group(1) or ""
        named = NAMED.fullmatch(inner)
        reading = READING.fullmatch(inner)
        if named:
            yield Reference(named.group(1), named.group(2), "", match.start(), match.end())  # type: ignore[arg-type]  # the pattern holds the kinds
        elif reading:
            yield Reference("reading", reading.group(1), reading.group(2), match.start(), match.end())
        elif not HEADING_ID.fullmatch(inner):
            yield BadBraces(match.group(0), match.start())


def references(text: str) -> list[Reference]:
    """The sound references of ``text``."""
    return [found for found in find_references(text) if isinstance(found, Reference)]


def names(text: str, kind: Kind) -> list[str]:
    """Names of all references of one kind, in order, repeated ones once."""
    return list(dict.fromkeys(found.name for found in references(text) if found.kind == kind))
