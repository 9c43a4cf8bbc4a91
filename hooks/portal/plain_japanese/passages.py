"""Passages of a Markdown page, of a YAML file's plain texts, and of any text file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from portal.furigana.characters import HIRAGANA, KANJI, KATAKANA
from portal.plain_japanese.sentences import ENDS, Passage
from portal.prose import FOLD, HEADING, LINK, TABLE_RULE
from portal.sources.markdown import MarkdownPage
from portal.sources.yaml import Document, Location

Printing = Callable[[str], str]
"""Prints the references of a text, in reading order."""

HEADING_ID = re.compile(r"\s*\{#[a-z0-9-]+\}")
MARKER = re.compile(r"^[ \t]*(?:>[ \t]?)*(?P<item>(?:[-*+][ \t]+|[•●○・◆■※①-⑳⑴-⑽][ \t]*|\d+[.)．][ \t]+))?")
PLACEHOLDER = re.compile(r"\{[A-Za-z]+\}")
"""{n} in a word of a control: a number stands there."""
RUN_IN = re.compile(r"^\*\*([^*]+)\*\*[ \t]*")
MARKS = re.compile(r"\*\*|[*_`]")
BRACKETED_READING = re.compile(rf"(?<=[{KANJI}{KATAKANA}A-Za-z0-9])[(（][{HIRAGANA}{KATAKANA}・\s]+[)）]")
"""漢字(かんじ): how text files print readings."""
PLAIN_KEYS = ("easy", "after")
PLAIN_PARTS = ("handout",)
"""Parts of a record that are written in plain Japanese alone."""
IDS = ("fact", "services")
SPEECH = ("text", "instead")


def markdown_passages(page: MarkdownPage, printing: Printing) -> Iterator[Passage]:
    """Passages of ``page``: texts of its front matter, then its body line by line."""
    for location in (("title",), ("summary",)):
        text = page.front.value.get(location[0])
        if isinstance(text, str):
            yield Passage(printing(text), page.front.line(location), "heading" if location[0] == "title" else "item")
    for key, text in (page.front.value.get("objectives") or {}).items():
        yield Passage(printing(str(text)), page.front.line(("objectives", key)), "heading")
    for index, line in enumerate(page.body.split("\n")):
        yield from _line_passages(line, page.body_line + index, printing)


def _line_passages(line: str, number: int, printing: Printing) -> Iterator[Passage]:
    heading, fold = HEADING.match(line), FOLD.match(line)
    if heading or fold:
        text = heading.group(2) if heading else (fold.group(1) or "" if fold else "")
        yield Passage(_clean(text, printing), number, "heading")
    elif line.lstrip().startswith("|"):
        if not TABLE_RULE.fullmatch(line):
            cells = re.split(r"(?<!\\)\|", re.sub(r"\{([^{}|\n]*)\|[^{}|\n]*\}", r"\1", line))
            yield from (Passage(_clean(cell, printing), number, "item") for cell in cells if cell.strip())
    else:
        marker = MARKER.match(line)
        rest = line[marker.end() :] if marker else line
        yield from _running_passages(rest, number, bool(marker and marker.group("item")), printing)


def _running_passages(text: str, line: int, is_item: bool, printing: Printing) -> Iterator[Passage]:  # noqa: FBT001 - a fact of the line
    """Text of one line; bold words at its beginning that end in a full stop are a heading of their own."""
    run_in = RUN_IN.match(text)
    if run_in and run_in.group(1).rstrip()[-1:] in (*ENDS, "：", ":"):
        yield Passage(_clean(run_in.group(1), printing), line, "heading")
        text = text[run_in.end() :]
    if text.strip():
        yield Passage(_clean(text, printing), line, "item" if is_item else "prose")


def _clean(text: str, printing: Printing) -> str:
    return MARKS.sub("", LINK.sub(r"\1", PLACEHOLDER.sub("0", printing(HEADING_ID.sub("", text))))).strip()


def yaml_passages(document: Document, printing: Printing) -> Iterator[Passage]:
    """Every text under a key ``easy``, what a counter phrase became (``after``), and all of a sheet that a person takes along (``handout``)."""
    for location, text in _easy_texts(document.value, ()):
        for index, line in enumerate(text.split("\n")):
            if line.strip():
                yield Passage(_clean(line, printing), document.line(location) + index * ("\n" in text.strip()), "item", _is_speech(location))


def _is_speech(location: Location) -> bool:
    """Whether a text is a turn of a conversation, or what could be said in its place."""
    return "turns" in location and location[-2] in SPEECH


def _all_texts(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    """Every text below a part that holds nothing but plain Japanese."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in IDS:
                yield from _all_texts(part, (*location, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _all_texts(part, (*location, index))


def _easy_texts(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key in PLAIN_KEYS and isinstance(part, str):
                yield (*location, key), part
            elif key in PLAIN_PARTS:
                yield from _all_texts(part, (*location, key))
            else:
                yield from _easy_texts(part, (*location, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _easy_texts(part, (*location, index))


def text_passages(text: str) -> Iterator[Passage]:
    """Lines of any text; readings in brackets fall away; lines without a full stop count as items."""
    for index, line in enumerate(text.split("\n")):
        marker = MARKER.match(line)
        is_item = bool(marker and marker.group("item"))
        rest = BRACKETED_READING.sub("", line[marker.end() :] if marker else line).strip()
        if rest:
            yield Passage(rest, index + 1, "item" if is_item or not any(mark in rest for mark in ENDS) else "prose")
