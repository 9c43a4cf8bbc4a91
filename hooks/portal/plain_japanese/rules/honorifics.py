"""Respectful and humble words: plain Japanese says です, ます and ください, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

REQUEST = re.compile(r"(?:ご|御)([一-鿿]{2,4})(?:ください|下さい)|お([一-鿿][ぁ-ん]{1,3}|[一-鿿]{1,2}[ぁ-ん]{0,2})(?:ください|下さい)")
BECOMES = re.compile(r"[ごお御][一-鿿][一-鿿ぁ-ん]{0,3}にな(?:り|る|っ|れ)")
HUMBLE = frozenset(
    [
        "いただく",
        "頂く",
        "いただける",
        "申し上げる",
        "申す",
        "いたす",
        "致す",
        "いらっしゃる",
        "なさる",
        "ござる",
        "参る",
        "伺う",
        "存じる",
        "存ずる",
        "賜る",
        "おっしゃる",
        "仰る",
        "承る",
        "差し上げる",
    ]
)
THANKS = re.compile(r"(?:ありがとう|おはよう|おめでとう)ござ")
COMMON = frozenset({"休み", "知らせ", "帰り", "願い"})


def find_honorifics(subject: Subject) -> Iterator[Finding]:
    """ご確認ください, 〜になります of respect, いただく, ございます."""
    for match in REQUEST.finditer(subject.text):
        word = match.group(1) or match.group(2)
        better = f"{word}してください" if match.group(1) else ""
        if word not in COMMON:
            yield subject.finding("honorific", "warning", match.group(), "敬語です。「〜してください」の形に直してください。", better)
    for match in BECOMES.finditer(subject.text):
        yield subject.finding("honorific", "warning", match.group(), "敬語です。「〜ます」の形に直してください。")
    if THANKS.search(subject.text):
        return
    for word in subject.words:
        if word.base in HUMBLE and word.kind.startswith("動詞"):
            yield subject.finding("honorific", "warning", word.surface, "敬語です。「です」「ます」「してください」の形に直してください。")
