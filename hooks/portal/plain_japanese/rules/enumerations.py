"""Three or more things in a row belong in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject
from portal.plain_japanese.rules.endings import is_polite
from portal.plain_japanese.words import Word

FEWEST = 3
JOINS = frozenset(["と", "や", "、", "とか", "または"])
QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|[（(][^（）()]*[）)]")
NOMINAL = ("名詞", "代名詞", "接尾辞", "接頭辞", "形状詞", "連体詞", "記号")


def find_enumerations(subject: Subject) -> Iterator[Finding]:
    """Nouns joined by と, や or 、 three times or more; headings, labels and what stands in quotation marks or brackets pass."""
    sentence = subject.sentence
    if sentence.kind == "heading" or (sentence.kind == "item" and not is_polite(sentence.text)):
        return
    quoted = [match.span() for match in QUOTED.finditer(subject.text)]
    words = tuple(word for word in subject.words if not any(start <= word.start < end for start, end in quoted))
    for members in _enumerations(words):
        if len(members) >= FEWEST:
            text = "、".join(members)
            reason = f"{len(members)} つのことを一文に並べています。三つ以上は箇条書きにしてください。"
            yield subject.finding("enumeration", "warning", text, reason)


def _enumerations(words: tuple[Word, ...]) -> Iterator[list[str]]:
    """Groups of nouns that stand joined; a noun may have の inside (市の窓口)."""
    members: list[str] = []
    noun = ""
    for word in words:
        is_noun = word.kind.startswith(NOMINAL) or (word.surface in {"の", "な"} and noun)
        if is_noun:
            noun += word.surface
        elif word.surface in JOINS and noun:
            members.append(noun)
            noun = ""
        else:
            yield [*members, noun] if noun else members
            members, noun = [], ""
    yield [*members, noun] if noun else members
