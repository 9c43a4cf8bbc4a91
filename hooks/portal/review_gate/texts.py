"""All texts of the sources that get furigana, each with its place and the readings fixed in it.

A text is what one element of a page holds as far as the sources tell it: a paragraph, a cell, an item, a value of a record. References
are printed as plain text; marks of Markdown are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.furigana.characters import has_kanji
from portal.furigana.lexicon import Reading as Line
from portal.furigana.spans import FixedSpan
from portal.inline.printing import printed
from portal.inline.references import BLOCKS, Reference, find_references
from portal.model.base import Variant
from portal.portal import Portal
from portal.prose import TABLE_RULE, running_text
from portal.sources.markdown import MarkdownPage
from portal.sources.yaml import Document, Location

UNPRINTED = frozenset({"unit", "readings", "synonyms", "aliases", "kana", "reading", "review", "verified", "dated", "source_dated"})
"""Keys of records whose values no page prints, or prints without furigana."""
PRINTED = (
    "content/curriculum.yml",
    "content/site.yml",
    "content/words.yml",
    "content/facts/",
    "content/figures/",
    "content/statistics/",
    "content/situations/",
    "content/comparisons/",
    "content/phrases/",
    "content/transcripts/",
    "content/programme/forms/",
    "content/cases/",
    "content/sheets/",
    "content/orientations/",
    "content/notices/",
    "content/programme/enrolment.yml",
    "content/residence/",
    "content/glossary/",
    "content/directory/",
    "quizzes/",
)
"""Where the records stand that pages print."""
# Characters that no source may hold carry a fixed reading through the removal of marks: OPEN base MIDDLE kana CLOSE.
OPEN, MIDDLE, CLOSE = "\ue000\ue001\ue002"
MARKED = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")
SENTENCE = re.compile(r"[^。！？]*[。！？]*[」』）)〉]*")


@dataclass(frozen=True)
class SourceText:
    """A text and its place; ``fixed`` are the author's inline readings, offsets in ``text``."""

    path: str
    line: int
    text: str
    fixed: tuple[FixedSpan, ...] = ()

    def sentences(self) -> list[tuple[int, int]]:
        """Ranges of the sentences; they join to the text."""
        return [match.span() for match in SENTENCE.finditer(self.text) if match.group()]

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Range of the sentence around an offset."""
        return next((start, end) for start, end in self.sentences() if start <= place < end)


def texts_by_path(portal: Portal) -> dict[str, list[SourceText]]:
    """Every text with kanji, by the file in which it stands."""
    found: dict[str, list[SourceText]] = {}
    for text in _all_texts(portal):
        if has_kanji(text.text):
            found.setdefault(text.path, []).append(text)
    return found


def page_lexicons(portal: Portal) -> dict[str, list[Line]]:
    """The readings that pages hold for themselves, by file."""
    fronts = [(page.path, page.front.value.get("readings")) for page, _ in _pages(portal)]
    return {path: [Line(surface, kana) for surface, kana in readings.items()] for path, readings in fronts if isinstance(readings, dict) and readings}


def _all_texts(portal: Portal) -> Iterator[SourceText]:
    documents = {place.document.path: place.document for place in portal.places.values()}
    for path, document in sorted(documents.items()):
        if path.startswith(PRINTED):
            yield from _record_texts(portal, document, document.value, ())
    for page, variant in _pages(portal):
        yield from _record_texts(portal, page.front, page.front.value, (), variant)
        yield from _body_texts(portal, page, variant)


def _pages(portal: Portal) -> Iterator[tuple[MarkdownPage, Variant]]:
    for pages in portal.units.values():
        yield from ((page, variant) for page, variant in ((pages.page, "ja"), (pages.plain_page, "easy")) if page is not None)  # type: ignore[misc]
    yield from ((prose.page, prose.variant) for prose in portal.pages.values())


def _record_texts(portal: Portal, document: Document, value: Any, location: Location, variant: Variant = "ja") -> Iterator[SourceText]:
    """Texts below one location; the key `easy` names the variant."""
    if isinstance(value, str):
        if has_kanji(value):
            for line in _print(portal, value, variant).split("\n"):
                yield _source_text(document.path, document.line(location), line.strip())
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in UNPRINTED:
                yield from _record_texts(portal, document, part, (*location, key), "easy" if key == "easy" else variant)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _record_texts(portal, document, part, (*location, index), variant)


def _body_texts(portal: Portal, page: MarkdownPage, variant: Variant) -> Iterator[SourceText]:
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        if not TABLE_RULE.fullmatch(line):
            for cell in _print(portal, line, variant).split("|"):
                yield _source_text(page.path, number, running_text(cell).strip())


def _print(portal: Portal, text: str, variant: Variant) -> str:
    """Print the references of a text; fixed readings stay in it between marks."""
    pieces: list[str] = []
    position = 0
    for found in find_references(text):
        if isinstance(found, Reference):
            fixed = f"{OPEN}{found.name}{MIDDLE}{found.reading}{CLOSE}" if found.kind == "reading" else ""
            # A situation, a card or a transcript is read where it stands, with its own readings.
            shown = "" if found.kind in BLOCKS else printed(portal, found, variant)
            pieces += [text[position : found.start], fixed or _print(portal, shown, variant)]
            position = found.end
    return "".join([*pieces, text[position:]])


def _source_text(path: str, line: int, marked: str) -> SourceText:
    """Take the marks out of a printed text and keep what they say."""
    pieces: list[str] = []
    fixed: list[FixedSpan] = []
    position = length = 0
    for match in MARKED.finditer(marked):
        base, kana = match.groups()
        length += match.start() - position
        fixed.append(FixedSpan(length, length + len(base), kana))
        pieces += [marked[position : match.start()], base]
        position, length = match.end(), length + len(base)
    return SourceText(path, line, "".join([*pieces, marked[position:]]), tuple(fixed))
