"""What a rule says of a sentence, and what a rule may look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal

from portal.plain_japanese.levels import Levels
from portal.plain_japanese.lists import Lists
from portal.plain_japanese.sentences import Sentence
from portal.plain_japanese.words import Word, words_of

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing that is not plain. ``reason`` says why and what to do; ``better`` is a wording, or empty where none can be given."""

    line: int
    rule: str
    level: Level
    text: str
    reason: str
    better: str = ""

    def record(self) -> dict[str, Any]:
        """The finding as JSON prints it."""
        return asdict(self)


@dataclass(frozen=True)
class Context:
    """What rules know beside the sentence. ``names``: glossary words, words explained on the page, names of services and organisations."""

    lists: Lists = field(default_factory=Lists)
    names: frozenset[str] = frozenset()
    levels: Levels | None = None

    @cached_property
    def name_pattern(self) -> re.Pattern[str]:
        """Any of the names, the longest first; a pattern that never matches where there are none."""
        return re.compile("|".join(map(re.escape, sorted(self.names, key=lambda name: (-len(name), name)))) or r"(?!)")


@dataclass(frozen=True)
class Subject:
    """A sentence under the rules; it is analysed when the first rule asks for its words."""

    sentence: Sentence
    context: Context

    @property
    def text(self) -> str:
        """The sentence's text."""
        return self.sentence.text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The sentence's words."""
        return words_of(self.text)

    @cached_property
    def name_spans(self) -> tuple[tuple[int, int], ...]:
        """Where names stand in the text."""
        return tuple(match.span() for match in self.context.name_pattern.finditer(self.text))

    def is_named(self, start: int, end: int) -> bool:
        """Whether any part of ``start``–``end`` belongs to a name."""
        return any(begin < end and start < stop for begin, stop in self.name_spans)

    def finding(self, rule: str, level: Level, text: str, reason: str, better: str = "") -> Finding:
        """Build a finding at the sentence's line."""
        return Finding(self.sentence.line, rule, level, text, reason, better)


Rule = Callable[[Subject], Iterator[Finding]]
