"""Strict YAML: only mappings, lists and scalars, each with its line.

PyYAML's safe loader takes duplicate keys silently, reads ``no`` as False and ``1:30`` as 90, and spends exponential time on merge keys
(measured in the project's research), so the values are built here from the parser's events. No anchors, aliases, tags or merge keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from portal.problems import Problem, SourceError
from portal.sources.text import read_text

DEEPEST = 20
MOST_NODES = 200_000
# Longer digits stay text: no record needs them, and Python refuses to read thousands of them.
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
CONSTANTS = {"null": None, "~": None, "": None, "true": True, "false": False}
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Location = tuple[str | int, ...]
Event = Any
"""A parser event; PyYAML's stubs leave out the attributes of its kinds."""


@dataclass(frozen=True)
class Document:
    """The value of one YAML text and the line (from 1) of every part of it, addressed by keys and list positions."""

    path: str
    value: Any
    lines: dict[Location, int]

    def line(self, location: Location) -> int:
        """Line of ``location``, or of the nearest part around it that exists."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, location: Location, message: str) -> Problem:
        """Problem at ``location``."""
        return Problem(self.path, self.line(location), message)


def read_yaml(root: Path, path: str) -> Document:
    """Read ``root/path``; raises SourceError."""
    return parse_yaml(path, read_text(root, path))


def parse_yaml(path: str, text: str, first_line: int = 1) -> Document:
    """Parse ``text``; ``first_line`` is where it stands in ``path`` (front matter). Raises SourceError."""
    builder = _Builder(path, first_line)
    try:
        value = builder.build(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        line = _line_index(error, text)
        raise SourceError([Problem(path, first_line + line, _explain(error, text, line))]) from error
    except yaml.YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0))
        message = f"YAML に書けない文字があります（{getattr(error, 'reason', error)}）。その文字を消してください。"
        raise SourceError([Problem(path, first_line + line, message)]) from error
    if builder.problems:
        raise SourceError(builder.problems)
    return Document(path, value, builder.lines)


def _line_index(error: yaml.MarkedYAMLError, text: str) -> int:
    """Where the parser stopped; for brackets, and where that is the end of the text, where the open part began."""
    last = text.rstrip("\n").count("\n")
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark is not None]
    if "flow" in str(error.context):
        marks.reverse()
    return next((line for line in marks if line <= last), last)


def _explain(error: yaml.MarkedYAMLError, text: str, line_index: int) -> str:
    lines = text.split("\n")
    line = lines[line_index] if line_index < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "字下げにタブがあります。半角スペース2つに置き換えてください。"
    return f"YAML として読めません（{error.problem}）。字下げ、コロン、引用符を確かめてください。"


class _Builder:
    """Builds plain values from parser events, with lines and limits."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self.nodes = 0

    def build(self, events: Iterator[Event]) -> Any:
        value: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "一つのファイルに YAML が二つあります。「---」で分けず、ファイルを分けてください。")
                value = self._node(next(events), events, ())
        return value

    def _node(self, event: Event, events: Iterator[Event], location: Location) -> Any:
        self._limit(event, location)
        self.lines.setdefault(location, self._line(event))
        self._refuse_extras(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, location)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, location)
        return _scalar(event)

    def _refuse_extras(self, event: Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"「*{event.anchor}」（別名）は使えません。内容をそのまま書いてください。")
        if getattr(event, "anchor", None):
            self._refuse(event, f"「&{event.anchor}」（アンカー）は使えません。消してください。")
        if getattr(event, "tag", None):
            self._refuse(event, f"タグ「{event.tag}」は使えません。消してください。")

    def _mapping(self, events: Iterator[Event], location: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for event in iter(lambda: next(events), None):
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._refuse_extras(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "キーは短い語にしてください（リストや入れ子はキーにできません）。")
            key = event.value
            if key == "<<":
                self._refuse(event, "「<<」（取り込み）は使えません。内容をそのまま書いてください。")
            if key in result:
                first = self.lines[(*location, key)]
                self.problems.append(Problem(self.path, self._line(event), f"キー「{key}」が二度あります（{first}行目）。一つにしてください。"))
            self.lines[(*location, key)] = self._line(event)
            result[key] = self._node(next(events), events, (*location, key))
        return result

    def _sequence(self, events: Iterator[Event], location: Location) -> list[Any]:
        result: list[Any] = []
        for event in iter(lambda: next(events), None):
            if isinstance(event, yaml.SequenceEndEvent):
                break
            result.append(self._node(event, events, (*location, len(result))))
        return result

    def _limit(self, event: Event, location: Location) -> None:
        self.nodes += 1
        if len(location) > DEEPEST:
            self._refuse(event, f"入れ子が深すぎます（{DEEPEST}段まで）。構造を見直してください。")
        if self.nodes > MOST_NODES:
            self._refuse(event, f"項目が多すぎます（{MOST_NODES:,}まで）。ファイルを分けてください。")

    def _line(self, event: Event) -> int:
        return self.first_line + int(event.start_mark.line)

    def _refuse(self, event: Event, message: str) -> None:
        raise SourceError([*self.problems, Problem(self.path, self._line(event), message)])


def _scalar(event: Event) -> Any:
    text: str = event.value
    if not event.implicit[0]:  # quoted or a block
        return text
    if text in CONSTANTS:
        return CONSTANTS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    return text
