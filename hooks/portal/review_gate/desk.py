"""An author's desk: what waits on the whole site, compared, put in order, decided and compared again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.furigana.analysis import AnalysisCopy
from portal.portal import Portal
from portal.problems import Problem
from portal.review_gate.agreed import Agreed, forget_missing, read_agreed, write_agreed
from portal.review_gate.annotating import DecidedAnnotator
from portal.review_gate.deciding import add_decision
from portal.review_gate.decisions import Decision, Decisions
from portal.review_gate.gate import lexicon_of
from portal.review_gate.queue import Group, compare, grouped, waiting_runs
from portal.review_gate.records import ReviewRecords, absent_heteronyms, read_review
from portal.review_gate.runs import ReadText
from portal.review_gate.second_engine import SecondEngine
from portal.review_gate.texts import SourceText, page_lexicons, texts_by_path


@dataclass(frozen=True)
class Counts:
    """How much there is: texts, readings, readings that authors or the lexicon decided, words that wait by list and in dispute."""

    texts: int
    readings: int
    decided: int
    listed: int
    disputed: int
    decisions: int
    heteronyms: int


class Desk:
    """The texts of one portal and the decisions about them."""

    def __init__(self, portal: Portal) -> None:
        """Read the gate's records; raises SourceError."""
        self._portal = portal
        self._root: Path = portal.root
        self._records: ReviewRecords = read_review(portal.root)
        self._decisions = list(self._records.decisions)
        self._texts = texts_by_path(portal)

    @property
    def decisions(self) -> Decisions:
        """All decisions, those of this sitting included."""
        return Decisions(self._decisions, lexicon_of(self._portal))

    def agree(self, engine: SecondEngine) -> None:
        """Compare what was never compared and keep the results of every file."""
        for path, reads in self._read():
            write_agreed(self._root, path, compare(reads, read_agreed(self._root, path), engine))
        forget_missing(self._root, set(self._texts))

    def groups(self) -> list[Group]:
        """What waits, commonest first."""
        return grouped((read, waiting_runs(read, self._records.heteronyms, agreed)) for read, agreed in self._read_agreed())

    def absent(self) -> list[Problem]:
        """Lines of the list whose word stands in no text now."""
        return list(absent_heteronyms(self._root, (AnalysisCopy.of(text.text).text for texts in self._texts.values() for text in texts)))

    def decide(self, group: Group, decision: Decision) -> str:
        """Keep a decision at once; give the file it was written to."""
        self._decisions.append(decision)
        return add_decision(self._root, group.runs[0].text.path, decision)

    def counts(self) -> Counts:
        """How much there is."""
        reads = list(self._read_agreed())
        runs = [run for read, agreed in reads for run in waiting_runs(read, self._records.heteronyms, agreed)]
        layers = [found.layer for read, _ in reads for found in read.readings]
        return Counts(
            texts=len(reads),
            readings=len(layers),
            decided=layers.count("fixed") + layers.count("lexicon"),
            listed=sum(run.listed for run in runs),
            disputed=sum(not run.listed for run in runs),
            decisions=len(self._decisions),
            heteronyms=len(self._records.heteronyms),
        )

    def _read(self) -> Iterator[tuple[str, list[ReadText]]]:
        annotator = DecidedAnnotator(lexicon_of(self._portal), self.decisions)
        own = page_lexicons(self._portal)
        for path, texts in self._texts.items():
            here = annotator.with_readings(own[path]) if path in own else annotator
            yield path, [ReadText.of(text, here) for text in texts]

    def _read_agreed(self) -> Iterator[tuple[ReadText, Agreed]]:
        for path, reads in self._read():
            agreed = read_agreed(self._root, path)
            yield from ((read, agreed) for read in reads)


def marked_sentence(text: SourceText, start: int, end: int) -> str:
    """The sentence around a word, the word between 【 and 】."""
    first, last = text.sentence_at(start)
    return f"{text.text[first:start]}【{text.text[start:end]}】{text.text[end : max(last, end)]}"
