"""Words outside of N5–N3 that nobody explains."""

from __future__ import annotations

from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject
from portal.plain_japanese.levels import Levels, is_content
from portal.plain_japanese.rules.loanwords import is_katakana
from portal.plain_japanese.words import Word


def judged_words(subject: Subject) -> list[Word]:
    """Content words of the sentence that are no names: those whose level counts."""
    allowed = subject.context.lists.allowed
    passed = allowed.words | allowed.katakana
    return [word for word in subject.words if is_content(word) and not passed & {word.base, word.normal} and not subject.is_named(word.start, word.end)]


def find_rare_words(subject: Subject) -> Iterator[Finding]:
    """Words outside of the levels; loanwords have a rule of their own. Silent where the list of levels is not installed."""
    levels: Levels | None = subject.context.levels
    if levels is None:
        return
    for word in judged_words(subject):
        if not levels.knows(word) and not is_katakana(word.surface):
            reason = "日本語能力試験 N5〜N3 の言葉ではありません。やさしい言葉に直すか、〈=説明〉を付けるか、content/glossary に加えてください。"
            yield subject.finding("vocabulary", "warning", word.surface, reason)
