"""Sections that are compared: those of a page by heading id, those of a YAML file by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from portal.drift.sentences import Sentence, digest_of, sentences_of
from portal.model.base import VARIANTS, Variant
from portal.prose import headings
from portal.sources.markdown import MarkdownPage
from portal.sources.yaml import Document, Location

FRONT = "_front"
LEAD = "_lead"
TOP = "_top"
FRONT_KEYS = ("title", "summary", "objectives")
TITLES = {FRONT: "先頭の項目（title など）", LEAD: "最初の見出しより前", TOP: "ファイルの初めの項目"}


@dataclass(frozen=True)
class Section:
    """One section of one variant; ``line`` of the file where it begins, sentences with lines of the file."""

    title: str
    line: int
    sentences: tuple[Sentence, ...]

    @cached_property
    def digest(self) -> str:
        """Hash of the words of the section."""
        return digest_of(self.sentences)

    @property
    def digests(self) -> tuple[str, ...]:
        """Hashes of its sentences in order."""
        return tuple(sentence.digest for sentence in self.sentences)


Sections = dict[str, Section]


@dataclass(frozen=True)
class _Passage:
    """A part of a body from one heading with id to the next."""

    key: str
    title: str
    start: int
    end: int


def sections_of_page(page: MarkdownPage) -> Sections:
    """Sections of a page: front matter, what stands before the first heading, one a heading id."""
    sections = {FRONT: _front(page.front)}
    for passage in _passages(page.body):
        first = page.body_line + page.body.count("\n", 0, passage.start)
        _add(sections, passage.key, passage.title, first, sentences_of(page.body[passage.start : passage.end]))
    return sections


def bodies_of_page(page: MarkdownPage) -> dict[str, tuple[int, str]]:
    """Offset and Markdown of each section of the body by its key; for an id that stands twice, the first."""
    bodies: dict[str, tuple[int, str]] = {}
    for passage in _passages(page.body):
        bodies.setdefault(passage.key, (passage.start, page.body[passage.start : passage.end]))
    return bodies


def _passages(body: str) -> Iterator[_Passage]:
    marked = [heading for heading in headings(body) if heading.id]
    ends = [*(heading.start for heading in marked), len(body)]
    if body[: ends[0]].strip():
        yield _Passage(LEAD, TITLES[LEAD], 0, ends[0])
    for heading, end in zip(marked, ends[1:], strict=True):
        yield _Passage(heading.id, heading.text, heading.start, end)


def _front(front: Document) -> Section:
    found: list[Sentence] = []
    for key in FRONT_KEYS:
        for location, text in _strings(front.value.get(key), (key,)):
            found += [Sentence(each.text, front.line(location)) for each in sentences_of(text)]
    return Section(TITLES[FRONT], front.line(()), tuple(found))


def _strings(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, Mapping):
        for key in sorted(value):
            yield from _strings(value[key], (*location, key))


def _add(sections: Sections, key: str, title: str, line: int, sentences: tuple[Sentence, ...]) -> None:
    """Add sentences, whose lines count from ``line``, to the section ``key``."""
    moved = tuple(Sentence(each.text, line + each.line) for each in sentences)
    before = sections.get(key, Section(title, line, ()))
    sections[key] = Section(before.title, before.line, before.sentences + moved)


def sections_of_records(document: Document) -> dict[Variant, Sections]:
    """Sections of a YAML file in both variants: the texts ``{ja, easy}`` of each record, whatever its shape."""
    found: dict[Variant, Sections] = {variant: {} for variant in VARIANTS}
    for key, location, texts in _texts(document.value, (), TOP):
        for variant in VARIANTS:
            line = document.line((*location, variant))
            sentences = tuple(Sentence(each.text, 0) for each in sentences_of(texts[variant]))
            _add(found[variant], key, TITLES.get(key, key), line, sentences)
    return found


def _texts(value: Any, location: Location, key: str) -> Iterator[tuple[str, Location, dict[str, str]]]:
    """Record, place and words of every text; the order of keys in the file does not matter."""
    if isinstance(value, Mapping):
        if set(value) == set(VARIANTS) and all(isinstance(text, str) for text in value.values()):
            yield key, location, dict(value)
            return
        key = _record_key(value, key)
        for name in sorted(value):
            yield from _texts(value[name], (*location, name), key)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*location, index), key)


def _record_key(value: Mapping[str, Any], outer: str) -> str:
    """Key of the record that ``value`` is, or of the one around it: options of a question (``a``) are parts of it, items (``A``) are not."""
    slug = value.get("slug")
    if isinstance(slug, str):
        return slug if outer == TOP else f"{outer}/{slug}"
    named = str(value.get("id", value.get("code", "")))
    return named if len(named) > 1 or (named and outer == TOP) else outer
