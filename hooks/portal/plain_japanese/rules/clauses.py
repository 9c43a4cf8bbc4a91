"""Chained clauses: が, ので, から, ば, て and the like; one sentence says one thing."""

from __future__ import annotations

from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject
from portal.plain_japanese.words import Word

MOST_LINKS = 2
MOST_COMMAS = 3
LINKS = frozenset(["が", "から", "ば", "と", "けれど", "けど", "けれども", "し", "ながら", "つつ", "ものの"])
TE = ("て", "で")
# て before these carries on the same verb: 書いてください, 住んでいる, 出してもいい, 来てから.
CARRIES_TE = frozenset(
    [
        "いる",
        "ある",
        "おく",
        "くる",
        "いく",
        "みる",
        "しまう",
        "くださる",
        "もらう",
        "くれる",
        "あげる",
        "いただく",
        "ほしい",
        "ない",
        "いい",
        "よい",
        "は",
        "も",
        "から",
    ]
)


def find_chained_clauses(subject: Subject) -> Iterator[Finding]:
    """More than two links between clauses, or more than three commas."""
    links = [word.surface for word, after in zip(subject.words, [*subject.words[1:], None], strict=True) if _is_link(word, after)]
    if len(links) > MOST_LINKS:
        reason = f"文が {len(links)} か所（{'・'.join(links)}）でつながっています。一文に一つのことを書き、文を分けてください。"
        yield subject.finding("clauses", "warning", subject.text, reason)
    elif subject.text.count("、") > MOST_COMMAS:
        reason = f"「、」が {subject.text.count('、')} あります。{MOST_COMMAS}つまでにし、文を分けるか箇条書きにしてください。"
        yield subject.finding("clauses", "warning", subject.text, reason)


def _is_link(word: Word, after: Word | None) -> bool:
    if word.kind == "助詞-接続助詞-*":
        if word.surface in TE:
            return after is not None and after.base not in CARRIES_TE
        return word.surface in LINKS
    if word.base == "た" and word.form.startswith("仮定形"):
        return True
    # ので is analysed as の + で; 書き、 is a verb that stops before a comma.
    is_node = word.kind == "助詞-準体助詞-*" and after is not None and (after.surface, after.base) == ("で", "だ")
    stops = word.kind.startswith("動詞") and word.form.startswith("連用形") and after is not None and after.surface == "、"
    return is_node or stops
