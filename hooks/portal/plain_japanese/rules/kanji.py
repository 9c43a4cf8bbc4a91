"""How many kanji stand together, and how many stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.furigana.characters import KANJI
from portal.plain_japanese.findings import Finding, Subject

LONGEST_RUN = 4
MOST_KANJI = 13
RUN = re.compile(rf"[{KANJI}]{{{LONGEST_RUN + 1},}}")
ONE = re.compile(f"[{KANJI}]")


def count_kanji(text: str) -> int:
    """Kanji in ``text``."""
    return len(ONE.findall(text))


def find_kanji_runs(subject: Subject) -> Iterator[Finding]:
    """More than four kanji in a row, glossary words and names of bodies and places left out."""
    for match in RUN.finditer(subject.text):
        is_place = any(word.kind.startswith("名詞-固有名詞") and word.start < match.end() and match.start() < word.end for word in subject.words)
        if not subject.is_named(*match.span()) and not is_place:
            reason = f"漢字が {len(match.group())} 字続いています。「の」を入れて分けるか、動詞の文に直してください。必要な言葉なら〈=説明〉を付けてください。"
            yield subject.finding("kanji-run", "warning", match.group(), reason)


def find_many_kanji(subject: Subject) -> Iterator[Finding]:
    """More than thirteen kanji in a sentence (Hirosaki University's bound for daily life), those of names left out."""
    number = count_kanji(subject.context.name_pattern.sub("", subject.text))
    if number > MOST_KANJI:
        reason = f"一文に漢字が {number} 字あります。{MOST_KANJI}字までになるように、文を分けるか、やさしい言葉に直してください。"
        yield subject.finding("kanji-count", "warning", subject.text, reason)
