"""How sentences end: です, ます or ください; a noun only in headings, list items and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

POLITE = re.compile(
    r"(?:です|でした|でしょう|ます|ました|ません|ませんでした|ましょう|ください|下さい|なさい|ではありませんか)(?:か|ね|よ|よね|が|けど|けれど|から|ので)?$"
)
GREETINGS = frozenset({"はい", "いいえ", "こんにちは", "おはよう", "ありがとう"})
CLOSING = "。！？!?」』）)*＊ "
BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")
WRITTEN = re.compile(r"(?:である|であった|であろう|べき|べし|べからず|とする|ものとする|こととする|されたい|せよ|なり)$")
REPAIRS = (("であった", "でした"), ("である", "です"), ("ではない", "ではありません"), ("だった", "でした"), ("だ", "です"))


def find_endings(subject: Subject) -> Iterator[Finding]:
    """Sentences that end in neither of them. What somebody says or answers, in quotation marks, is left as it was said."""
    sentence = subject.sentence
    end = _end_of(subject.text)
    if sentence.spoken or not end or end in GREETINGS or POLITE.search(end) or end.endswith(("：", ":")):
        return
    if WRITTEN.search(end) or _is_plain_copula(subject, end) or (sentence.ended and not _may_stay(subject)):
        reason = "文の終わりが「です」「ます」「ください」ではありません。文の終わりを直してください。"
        yield subject.finding("ending", "error", end[-20:], reason, _repaired(end))


def is_polite(text: str) -> bool:
    """Whether ``text`` ends in です, ます or ください."""
    return POLITE.search(_end_of(text)) is not None


def _end_of(text: str) -> str:
    """The text up to its last word: closing marks and a bracket at the end fall away."""
    end = text.rstrip(CLOSING) if not BRACKETED.search(text.rstrip("。！？!?")) else BRACKETED.sub("", text.rstrip("。！？!?"))
    return end.rstrip(CLOSING + "：:、") if not end.endswith(("：", ":")) else end


def _is_plain_copula(subject: Subject, end: str) -> bool:
    """Whether the last word is the だ of plain style; まだ and 飲んだ are other words."""
    if not end.endswith(("だ", "だった")):
        return False
    words = [word for word in subject.words if word.start < len(end)]
    return any(word.inflection == "助動詞-ダ" for word in words[-2:])


def _may_stay(subject: Subject) -> bool:
    """Whether a closed sentence without です or ます may stand: noun endings outside of running text, any ending in a heading."""
    if subject.sentence.kind == "heading":
        return True
    if subject.sentence.kind == "prose":
        return False
    end = _end_of(subject.text)
    last = next((word for word in reversed(subject.words) if word.start < len(end) and not word.kind.startswith("補助記号")), None)
    return last is not None and last.kind.startswith(("名詞", "代名詞", "接尾辞", "形状詞", "助詞", "副詞", "記号"))


def _repaired(end: str) -> str:
    return next((f"{end.removesuffix(plain)[-12:]}{polite}" for plain, polite in REPAIRS if end.endswith(plain)), "")
