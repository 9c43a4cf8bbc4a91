"""Passive and causative verbs."""

from __future__ import annotations

from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject
from portal.plain_japanese.words import Word

PASSIVE = ("れる", "られる")
CAUSATIVE = ("せる", "させる")
OWN_VERBS = ("知る", "聞く")
"""知らせる and 聞かせる are verbs of their own, learned early."""


def _with_verb(words: tuple[Word, ...], place: int) -> str:
    return "".join(word.surface for word in words[max(0, place - 1) : place + 1])


def find_passives(subject: Subject) -> Iterator[Finding]:
    """れる・られる; the form is also used for what one can do and for respect, so it is a warning only."""
    for place, word in enumerate(subject.words):
        if word.kind.startswith("助動詞") and word.base in PASSIVE:
            reason = "「〜れる・られる」（受身など）です。だれがするかを先に書き、「〜が〜します」の文に直してください。できることなら「〜ことができます」と書きます。"
            yield subject.finding("passive", "warning", _with_verb(subject.words, place), reason)


def find_causatives(subject: Subject) -> Iterator[Finding]:
    """せる・させる."""
    for place, word in enumerate(subject.words):
        if word.kind.startswith("助動詞") and word.base in CAUSATIVE and subject.words[place - 1].base not in OWN_VERBS:
            reason = "「〜せる・させる」（使役）です。だれがするかがわかる文に直してください。"
            yield subject.finding("causative", "warning", _with_verb(subject.words, place), reason)
