"""The words that wait, put together so that one decision serves all like places, commonest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from portal.review_gate.agreed import Agreed, Difference, mark
from portal.review_gate.comparison import disagreements
from portal.review_gate.decisions import BEGIN, END, Decision, Decisions
from portal.review_gate.gate import open_sentences
from portal.review_gate.heteronyms import Heteronyms
from portal.review_gate.runs import ReadText, Run
from portal.review_gate.second_engine import SecondEngine

SCOPES = ("", "<", ">", "*", "+")
"""What of the neighbours a decision keeps: the word on each side, only the one before, only the one after, none, or two on each side."""


@dataclass(frozen=True)
class Group:
    """Like places: the same word, the same printed reading, the same neighbours."""

    word: str
    reading: str
    candidates: tuple[str, ...]
    runs: tuple[Run, ...]

    def decision(self, reading: str, scope: str = "") -> Decision:
        """The decision for the places of the group; ``scope`` is one of SCOPES. Raises ValueError for a reading that does not fit the word."""
        run = self.runs[0]
        least, usual, most = (ReadText(run.text, ()).context(run.start, run.end, size) for size in (0, 1, 2))
        before, after = {"": usual, "<": (usual[0], least[1]), ">": (least[0], usual[1]), "*": least, "+": most}[scope]
        if reading != self.reading:
            before, after = without_ends(before, after)
        return Decision(word=self.word, reading=reading, before=before, after=after)

    def undecided(self, decisions: Decisions) -> Group | None:
        """The places at which no decision holds; None where there is none left."""
        runs = tuple(run for run in self.runs if not any(match.start <= run.start < match.end for match in decisions.matches(run.text.text)))
        return replace(self, runs=runs) if runs else None


def without_ends(before: str, after: str) -> tuple[str, str]:
    """A context without the marks of ends, unless nothing else is in it: a page may print a record inside of brackets, and a correction must hold there."""
    inner = before.removeprefix(BEGIN), after.removesuffix(END)
    return inner if any(inner) else (before, after)


def compare(reads: Iterable[ReadText], before: Agreed, engine: SecondEngine) -> Agreed:
    """The results for the texts of one file; sentences compared before are not compared again."""
    found: Agreed = {}
    for read in reads:
        for start, end in open_sentences(read):
            key = mark(read, start, end)
            if key not in found:
                found[key] = before[key] if key in before else tuple(map(_difference, disagreements(read, start, end, engine)))
    return found


def waiting_runs(read: ReadText, heteronyms: Heteronyms, agreed: Agreed) -> Iterator[Run]:
    """The words of one text that wait: those of the list, then those in dispute."""
    listed = list(read.listed_runs(heteronyms))
    yield from listed
    taken = {place for run in listed for place in range(run.start, run.end)}
    for start, end in open_sentences(read):
        for difference in agreed.get(mark(read, start, end), ()):
            yield from (run for run in _located(read, start, end, difference) if taken.isdisjoint(range(run.start, run.end)))


def grouped(reads: Iterable[tuple[ReadText, Iterable[Run]]]) -> list[Group]:
    """Groups of all waiting runs: the commonest word first, within it the commonest neighbours."""
    found: dict[tuple[str, str, str, str], list[Run]] = {}
    for read, runs in reads:
        for run in runs:
            before, after = read.context(run.start, run.end, 1)
            found.setdefault((run.word, run.reading, before, after), []).append(run)
    total = Counter({(word, reading): 0 for word, reading, _, _ in found})
    for (word, reading, _, _), runs in found.items():
        total[word, reading] += len(runs)
    ordered = sorted(found, key=lambda key: (-total[key[:2]], *key[:2], -len(found[key]), *key[2:]))
    return [Group(key[0], key[1], _candidates(found[key]), tuple(found[key])) for key in ordered]


def _candidates(runs: Iterable[Run]) -> tuple[str, ...]:
    """Ours first, then what else the word may be."""
    return tuple(dict.fromkeys([*(run.reading for run in runs), *(candidate for run in runs for candidate in run.candidates)]))


def _difference(run: Run) -> Difference:
    return Difference(run.word, run.reading, next(iter(run.candidates), ""))


def _located(read: ReadText, start: int, end: int, difference: Difference) -> Iterator[Run]:
    """The places of a disputed word in its sentence."""
    at = read.source.text.find(difference.word, start, end)
    while at >= 0:
        last = at + len(difference.word)
        if read.is_open(at, last) and read.kana(at, last) == difference.reading:
            yield Run(read.source, at, last, difference.reading, tuple(filter(None, [difference.other])), listed=False)
        at = read.source.text.find(difference.word, at + 1, end)
