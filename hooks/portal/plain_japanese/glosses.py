"""The first use of a glossary word on a page carries its gloss: 用語〈=説明〉.

A ``{term:…}`` prints the gloss by itself, so what is found here is a word typed bare before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from portal.furigana.characters import KANJI, KATAKANA
from portal.plain_japanese.findings import Finding
from portal.plain_japanese.sentences import GLOSS, Passage

EXPLAINED = re.compile(rf"([{KANJI}{KATAKANA}A-Za-z0-9・]+[」』]?)(?=〈=)")
TITLE = re.compile(r"「[^「」。]{12,}」")
"""A long quotation without a full stop: the title of a document, which is not ours to change."""
NEIGHBOUR = rf"[{KANJI}{KATAKANA}]"


def explained_words(passages: Sequence[Passage]) -> frozenset[str]:
    """Words that a gloss follows somewhere on the page."""
    return frozenset(match.group(1).rstrip("」』") for passage in passages for match in EXPLAINED.finditer(passage.text))


def find_bare_terms(passages: Sequence[Passage], glosses: Mapping[str, str]) -> Iterator[Finding]:
    """Terms (with their id or gloss text) whose first use outside of headings has no gloss behind it."""
    running = [passage for passage in passages if passage.kind != "heading"]
    for term, name in glosses.items():
        use = re.compile(rf"(?<!{NEIGHBOUR}){re.escape(term)}(?!{NEIGHBOUR})|{re.escape(term)}(?=[」』]?〈)")
        passage, place = next(((passage, place) for passage in running if (place := _first_use(use, passage.text))), (None, 0))
        if passage is not None and not GLOSS.match(passage.text, place) and not GLOSS.match(passage.text, place + 1):
            reason = f"用語集の言葉です。このページで初めて使う所は、{{term:{name}}} と書いてください（説明が付きます）。"
            yield Finding(passage.line, "gloss", "warning", term, reason, f"{{term:{name}}}")


def _first_use(use: re.Pattern[str], text: str) -> int:
    """Offset behind the first use in ``text`` that stands in no gloss and in no quoted title; 0 where there is none."""
    passed = [match.span() for pattern in (GLOSS, TITLE) for match in pattern.finditer(text)]
    return next((found.end() for found in use.finditer(text) if not any(start < found.start() < end for start, end in passed)), 0)
