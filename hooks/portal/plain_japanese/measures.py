"""Measures of a page: how long its sentences are, how common its words, how many kanji, how many findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import mean, median
from typing import Any

from portal.plain_japanese.findings import Finding, Subject
from portal.plain_japanese.rules.endings import is_polite
from portal.plain_japanese.rules.kanji import count_kanji
from portal.plain_japanese.rules.vocabulary import judged_words

UNCOUNTED = ("vocabulary",)
"""Rules that do not run on every machine: they have a measure of their own."""


@dataclass(frozen=True)
class Measures:
    """Of whole sentences (closed by a full stop, or polite). Lengths in characters without glosses; shares 0–1; None where nothing can be said."""

    sentences: int
    median_length: float | None
    longest: int
    share_n5_n3: float | None
    kanji_per_sentence: float | None
    share_with_findings: float | None
    findings_per_sentence: float | None
    share_with_warnings: float | None
    sentences_with_warnings: int

    def record(self) -> dict[str, Any]:
        """The measures as JSON prints them."""
        return asdict(self)


def measure(subjects: Sequence[tuple[Subject, Sequence[Finding]]]) -> Measures:
    """Measures of the sentences with their findings."""
    whole = [(subject, found) for subject, found in subjects if is_whole(subject)]
    lengths = [subject.sentence.length for subject, _ in whole]
    found = [[finding.level for finding in findings if finding.rule not in UNCOUNTED] for _, findings in whole]
    warned = sum("warning" in levels for levels in found)
    return Measures(
        sentences=len(whole),
        median_length=median(lengths) if lengths else None,
        longest=max(lengths, default=0),
        share_n5_n3=_share_of_common_words([subject for subject, _ in whole]),
        kanji_per_sentence=round(mean(count_kanji(subject.text) for subject, _ in whole), 2) if whole else None,
        share_with_findings=round(sum(map(bool, found)) / len(whole), 4) if whole else None,
        findings_per_sentence=round(sum(map(len, found)) / len(whole), 4) if whole else None,
        share_with_warnings=round(warned / len(whole), 4) if whole else None,
        sentences_with_warnings=warned,
    )


def is_whole(subject: Subject) -> bool:
    """Whether it is a sentence and no heading, label or fragment."""
    sentence = subject.sentence
    return sentence.kind != "heading" and (sentence.ended or is_polite(sentence.text))


def _share_of_common_words(subjects: Sequence[Subject]) -> float | None:
    """Share of N5–N3 among the content words that are no names; None where the list of levels is not installed or no word stands."""
    levels = subjects[0].context.levels if subjects else None
    words = [word for subject in subjects for word in judged_words(subject)] if levels else []
    return round(sum(levels.knows(word) for word in words) / len(words), 4) if levels and words else None
