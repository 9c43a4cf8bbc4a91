"""Passages in, findings and measures out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from portal.plain_japanese.findings import Context, Finding, Rule, Subject
from portal.plain_japanese.glosses import explained_words
from portal.plain_japanese.measures import Measures, measure
from portal.plain_japanese.rules import RULES
from portal.plain_japanese.sentences import Passage, sentences_of


@dataclass(frozen=True)
class Report:
    """What was found in the file at ``path``."""

    path: str
    findings: tuple[Finding, ...]
    measures: Measures

    def record(self) -> dict[str, Any]:
        """The report as JSON prints it."""
        return {"path": self.path, "findings": [finding.record() for finding in self.findings], "measures": self.measures.record()}


def lint(path: str, passages: Iterable[Passage], context: Context, more: Sequence[Finding] = ()) -> Report:
    """Report on ``passages``; ``more`` are findings about the page as a whole, which count towards no sentence."""
    listed = list(passages)
    context = replace(context, names=context.names | explained_words(listed))
    judged = list(judge(listed, context, RULES))
    findings = [finding for _, found in judged for finding in found]
    return Report(path, tuple(sorted({*findings, *more}, key=lambda each: (each.line, each.rule, each.text))), measure(judged))


def judge(passages: Iterable[Passage], context: Context, rules: Sequence[Rule]) -> Iterator[tuple[Subject, list[Finding]]]:
    """Every sentence with what the rules find in it."""
    for passage in passages:
        for sentence in sentences_of(passage):
            subject = Subject(sentence, context)
            yield subject, [finding for rule in rules for finding in rule(subject)]
