"""Sentence length: a warning above 40 characters, an error above 60; glosses are not counted."""

from __future__ import annotations

from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

WARNING_ABOVE = 40
ERROR_ABOVE = 60


def find_error_lengths(subject: Subject) -> Iterator[Finding]:
    """Sentences that no learner reads in one go."""
    if subject.sentence.length > ERROR_ABOVE:
        reason = f"文が長すぎます（{subject.sentence.length}字）。{ERROR_ABOVE}字以内の文に分けてください。"
        yield subject.finding("sentence-length", "error", subject.text, reason)


def find_warning_lengths(subject: Subject) -> Iterator[Finding]:
    """Sentences longer than the rule of 40 characters."""
    if WARNING_ABOVE < subject.sentence.length <= ERROR_ABOVE:
        reason = f"文が長めです（{subject.sentence.length}字）。一文に一つのことを書き、{WARNING_ABOVE}字までにしてください。"
        yield subject.finding("sentence-length", "warning", subject.text, reason)
