"""Vague words, verbal nouns and words of written style, from the table ``content/plain/rewordings.yml``; and 〜を行う in general."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

DOES = re.compile(r"([一-鿿]{2,}|[ァ-ヺー]{2,})を(?:行|おこな|実施)(?:う|い|っ|え|し|す)[ぁ-ん]{0,4}")
REASONS = {
    "vague": "あいまいな言葉です。いつ、だれが、どうなるかを、はっきり書いてください。",
    "verbal-noun": "名詞にした動作です。動詞の文に直してください。",
    "honorific": "敬語です。「です」「ます」「してください」の形に直してください。",
    "written": "書き言葉です。ふだん話す言葉に直してください。",
}


def find_wordings(subject: Subject) -> Iterator[Finding]:
    """Wordings of the table, with the plainer one; names that hold them pass."""
    for rewording in subject.context.lists.rewordings.rewordings:
        if rewording.words not in subject.text:
            continue
        start = subject.text.index(rewording.words)
        if not subject.is_named(start, start + len(rewording.words)) and _starts_a_word(subject, start):
            yield subject.finding(rewording.kind, "warning", rewording.words, REASONS[rewording.kind], rewording.better)
    for match in DOES.finditer(subject.text):
        yield subject.finding("verbal-noun", "warning", match.group(), REASONS["verbal-noun"], _verb(subject, match))


def _verb(subject: Subject, match: re.Match[str]) -> str:
    """手続する for 手続を行う; nothing where する does not make a verb of the noun."""
    is_verbal = any(word.end == match.end(1) and word.kind.endswith("サ変可能") for word in subject.words)
    return f"{match.group(1)}する" if is_verbal else ""


def _starts_a_word(subject: Subject, start: int) -> bool:
    """Whether a word begins at ``start``, so that 等 of 平等 is left alone."""
    return any(word.start == start for word in subject.words)
