"""Katakana and Latin words that are not on the allow-list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

KATAKANA = re.compile(r"[ァ-ヺー・]+")
# One letter stands for a person or a town (Rさん, K市); codes have digits (A1-2); addresses are no words.
LATIN = re.compile(r"(?<![A-Za-z0-9@./_-])[A-Za-zÀ-ſＡ-Ｚａ-ｚ]{2,}(?![A-Za-z0-9@./_-])")
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+|[\w-]+\.(?:jp|com|org|net|html?|pdf)\S*")


def is_katakana(text: str) -> bool:
    """Whether the word is written in katakana."""
    return KATAKANA.fullmatch(text) is not None


def find_katakana(subject: Subject) -> Iterator[Finding]:
    """Loanwords; names of countries, languages and people pass."""
    allowed = subject.context.lists.allowed.katakana
    for word in subject.words:
        is_name = word.kind.startswith("名詞-固有名詞") or word.surface in allowed or subject.is_named(word.start, word.end)
        if len(word.surface) > 1 and is_katakana(word.surface) and word.kind.startswith(("名詞", "動詞", "形状詞")) and not is_name:
            reason = "カタカナの言葉です。やさしい日本語に直すか、〈=説明〉を付けてください。よく使う言葉なら content/plain/allowed.yml に加えてください。"
            yield subject.finding("katakana", "warning", word.surface, reason)


def find_latin(subject: Subject) -> Iterator[Finding]:
    """Words in Latin letters."""
    text = ADDRESS.sub(lambda match: "\0" * len(match.group()), subject.text)
    for match in LATIN.finditer(text):
        if match.group() not in subject.context.lists.allowed.latin and not subject.is_named(*match.span()):
            reason = "ローマ字の言葉です。日本語に直すか、〈=説明〉を付けてください。よく使う言葉なら content/plain/allowed.yml に加えてください。"
            yield subject.finding("latin", "warning", match.group(), reason)
