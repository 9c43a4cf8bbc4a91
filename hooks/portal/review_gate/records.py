"""The files of the gate, read and checked: the heteronym list and the authors' decisions.

A project without `content/readings/heteronyms.yml` has no gate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.model.shaping import shape
from portal.problems import Problem, SourceError
from portal.review_gate.decisions import Decision, DecisionFile, Decisions
from portal.review_gate.heteronyms import Heteronym, HeteronymFile, Heteronyms
from portal.sources.listing import list_files
from portal.sources.yaml import Document, read_yaml

HETERONYMS = "content/readings/heteronyms.yml"
CONFIRMED = "content/readings/confirmed"


@dataclass(frozen=True)
class PlacedDecision:
    """A decision and where it is written."""

    decision: Decision
    path: str
    line: int

    def problem(self, message: str) -> Problem:
        """Problem at the decision's line."""
        return Problem(self.path, self.line, message)


@dataclass(frozen=True)
class ReviewRecords:
    """What the files say."""

    heteronyms: Heteronyms
    placed: tuple[PlacedDecision, ...]
    decisions: Decisions


def has_gate(root: Path) -> bool:
    """Whether the project at ``root`` reviews its readings."""
    return (root / HETERONYMS).is_file()


def read_decisions(root: Path) -> Decisions:
    """The decisions of the project at ``root``; raises SourceError."""
    return Decisions(each.decision for each in _placed_decisions(root))


def read_review(root: Path) -> ReviewRecords:
    """All records of the gate; raises SourceError with every problem of shape."""
    problems: list[Problem] = []
    heteronyms: tuple[Heteronym, ...] = ()
    placed: list[PlacedDecision] = []
    try:
        heteronyms = _heteronyms(root)
    except SourceError as error:
        problems += error.problems
    try:
        placed = _placed_decisions(root)
    except SourceError as error:
        problems += error.problems
    problems += _repeated_decisions(placed)
    if problems:
        raise SourceError(problems)
    return ReviewRecords(Heteronyms(heteronyms), tuple(placed), Decisions(each.decision for each in placed))


def absent_heteronyms(root: Path, texts: Iterable[str]) -> Iterator[Problem]:
    """Lines of the list whose word stands in no text now: worth a look, and no fault (they guard texts to come). Raises SourceError."""
    joined = "\n".join(texts)
    document = read_yaml(root, HETERONYMS)
    for index, entry in enumerate(shape(document, HeteronymFile).heteronyms):
        if entry.surface not in joined:
            yield document.problem(
                ("heteronyms", index),
                f"「{entry.surface}」は今のどの文にもありません。綴りを確かめてください。正しければ、これから書く文のために残してください。",
            )


def _heteronyms(root: Path) -> tuple[Heteronym, ...]:
    document = read_yaml(root, HETERONYMS)
    entries = shape(document, HeteronymFile).heteronyms
    problems = list(_repeated_heteronyms(document, entries))
    if problems:
        raise SourceError(problems)
    return entries


def _repeated_heteronyms(document: Document, entries: tuple[Heteronym, ...]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        line = document.line(("heteronyms", index))
        if entry.surface in first:
            yield Problem(document.path, line, f"「{entry.surface}」は {first[entry.surface]} 行目にもあります。一つにまとめてください。")
        if len(set(entry.readings)) < len(entry.readings):
            yield Problem(document.path, line, f"「{entry.surface}」の readings に同じ読みが二度あります。一つにしてください。")
        first.setdefault(entry.surface, line)


def _placed_decisions(root: Path) -> list[PlacedDecision]:
    problems: list[Problem] = []
    placed: list[PlacedDecision] = []
    for path in list_files(root, CONFIRMED, ".yml"):
        try:
            document = read_yaml(root, path)
            decisions = shape(document, DecisionFile).confirmed
        except SourceError as error:
            problems += error.problems
            continue
        placed += [PlacedDecision(decision, path, document.line(("confirmed", index))) for index, decision in enumerate(decisions)]
    if problems:
        raise SourceError(problems)
    return placed


def _repeated_decisions(placed: list[PlacedDecision]) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], PlacedDecision] = {}
    for each in placed:
        earlier = first.setdefault(each.decision.place, each)
        if earlier is not each:
            yield each.problem(f"「{each.decision.word}」の同じ文脈の決定が {earlier.path}:{earlier.line} にもあります。どちらかを消してください。")
