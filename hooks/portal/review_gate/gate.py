"""What waits for an author on the whole site, as problems with place and candidates; results are kept by stretches of a file, so a warm check is quick."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, partial
from importlib.metadata import version
from typing import Any

from portal.furigana.cache import ResultCache, digest_rules
from portal.furigana.characters import has_kanji
from portal.furigana.lexicon import Lexicon, Reading
from portal.portal import Portal
from portal.problems import Problem
from portal.review_gate.agreed import Agreed, Difference, mark, read_agreed
from portal.review_gate.annotating import DecidedAnnotator, digest_gate
from portal.review_gate.decisions import Decisions
from portal.review_gate.records import ReviewRecords
from portal.review_gate.runs import ReadText, Run
from portal.review_gate.texts import SourceText, page_lexicons, texts_by_path

MOST_KEPT = 10_000_000
"""Bytes of kept results, those of earlier states of the sources included."""
TEXTS_A_STRETCH = 12
ADVICE = "scripts/readings で確かめてください。"


@dataclass(frozen=True)
class Pending:
    """One thing that waits, in a form that can be kept: its line and what an author is told."""

    line: int
    message: str


@dataclass(frozen=True)
class FileReview:
    """The result for one file: what waits, and which decisions held in it (word, before, after)."""

    pending: tuple[Pending, ...]
    used: tuple[tuple[str, str, str], ...]
    clashes: tuple[tuple[tuple[str, str, str], tuple[str, str, str]], ...]

    def to_json(self) -> str:
        """The result as text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_json(cls, text: str) -> FileReview:
        """The result that :meth:`to_json` wrote."""
        kept: dict[str, Any] = json.loads(text)
        pending = tuple(Pending(**each) for each in kept["pending"])
        return cls(pending, tuple(map(_place, kept["used"])), tuple((_place(one), _place(other)) for one, other in kept["clashes"]))

    @classmethod
    def joined(cls, parts: Sequence[FileReview]) -> FileReview:
        """The result for a file from those for its stretches."""
        used = {place for part in parts for place in part.used}
        clashes = {clash for part in parts for clash in part.clashes}
        return cls(tuple(each for part in parts for each in part.pending), tuple(sorted(used)), tuple(sorted(clashes)))


@dataclass
class Gate:
    """The review of one portal's texts."""

    portal: Portal
    records: ReviewRecords
    lexicon: Lexicon

    @classmethod
    def of(cls, portal: Portal, records: ReviewRecords) -> Gate:
        """The gate of ``portal``."""
        return cls(portal, records, lexicon_of(portal))

    def problems(self) -> Iterator[Problem]:
        """Every word that waits, and every decision that is of no use."""
        reviews = self._reviews()
        for path, review in reviews.items():
            yield from (Problem(path, each.line, each.message) for each in review.pending)
        used = {place for review in reviews.values() for place in review.used}
        yield from self._useless(used)
        yield from self._clashing({clash for review in reviews.values() for clash in review.clashes})

    def _reviews(self) -> dict[str, FileReview]:
        cache = ResultCache(self.portal.root / ".cache" / "readings")
        found: dict[str, FileReview] = {}
        own = page_lexicons(self.portal)
        for path, texts in texts_by_path(self.portal).items():
            agreed = read_agreed(self.portal.root, path)
            heard = hashlib.sha256(repr(agreed).encode()).hexdigest()
            lexicon = self.lexicon.with_readings(own.get(path, ()))
            parts = []
            for stretch in stretches_of(texts):
                decisions = Decisions(self.records.decisions.about(text.text for text in stretch), lexicon)
                make = partial(self._review, stretch, agreed, decisions, lexicon)
                parts.append(FileReview.of_json(cache.recall(f"{stretch!r}{heard}", self._version(decisions, lexicon), make)))
            found[path] = FileReview.joined(parts)
        cache.trim(MOST_KEPT)
        return found

    def _review(self, texts: Sequence[SourceText], agreed: Agreed, decisions: Decisions, lexicon: Lexicon, _: str) -> str:
        """Read the texts of one stretch; the result as text."""
        annotator = DecidedAnnotator(lexicon, decisions)
        pending = [each for text in texts for each in pending_of(ReadText.of(text, annotator), self.records, agreed)]
        used = {match.decision.place for text in texts for match in decisions.matches(text.text)}
        clashes = {clash for text in texts for clash in clashes_of(decisions, text.text)}
        return FileReview(tuple(pending), tuple(sorted(used)), tuple(sorted(clashes))).to_json()

    def _version(self, decisions: Decisions, lexicon: Lexicon) -> str:
        """What a file's result depends on beside its texts; made without opening the engine."""
        return f"{self._foundation}+{lexicon.digest}+{decisions.digest}"

    @cached_property
    def _foundation(self) -> str:
        """Engine, rules, gate and list of heteronyms: the same for the whole run."""
        words = repr([(entry.surface, entry.readings) for entry in self.records.heteronyms])
        engine = f"{version('sudachipy')}+{version('sudachidict-core')}+{digest_rules()}"
        return f"{engine}+{digest_gate()}+{hashlib.sha256(words.encode()).hexdigest()[:12]}"

    def _useless(self, used: set[tuple[str, str, str]]) -> Iterator[Problem]:
        for placed in self.records.placed:
            if placed.decision.place not in used:
                yield placed.problem(
                    f"「{_shown(placed.decision.place)}」の決定は、どの文にも当たりません。この行を消すか、word と前後の言葉を直してください。"
                )

    def _clashing(self, clashes: set[tuple[tuple[str, str, str], tuple[str, str, str]]]) -> Iterator[Problem]:
        placed = {each.decision.place: each for each in self.records.placed}
        for one, other in sorted(clashes):
            message = f"「{_shown(one)}」と「{_shown(other)}」（{placed[other].path}:{placed[other].line}）が同じ場所でちがう読みを決めています。片方の前後の言葉を長くしてください。"
            yield placed[one].problem(message)


def stretches_of(texts: Sequence[SourceText]) -> Iterator[list[SourceText]]:
    """Cut the texts of a file where their own words say so, so that an edit moves no other border; about ``TEXTS_A_STRETCH`` texts each."""
    stretch: list[SourceText] = []
    for text in texts:
        stretch.append(text)
        if zlib.crc32(text.text.encode()) % TEXTS_A_STRETCH == 0:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def lexicon_of(portal: Portal) -> Lexicon:
    """The readings of the whole site."""
    return Lexicon.of(Reading(entry.surface, entry.reading) for entry in portal.readings)


def pending_of(read: ReadText, records: ReviewRecords, agreed: Agreed) -> Iterator[Pending]:
    """What waits in one text."""
    listed = list(read.listed_runs(records.heteronyms))
    yield from (_pending_run(run) for run in listed)
    for start, end in open_sentences(read):
        differences = agreed.get(mark(read, start, end))
        if differences is None:
            sentence = _short(read.source.text[start:end])
            yield Pending(read.source.line, f"読みをまだ比べていない文があります:「{sentence}」。scripts/readings を実行してください。")
            continue
        known = {run.word for run in listed if start <= run.start < end}
        yield from (_pending_difference(read, difference) for difference in differences if difference.word not in known)


def open_sentences(read: ReadText) -> list[tuple[int, int]]:
    """The sentences in which engine or rules alone decided something."""
    return [(start, end) for start, end in read.source.sentences() if has_kanji(read.source.text[start:end]) and read.is_open(start, end)]


def clashes_of(decisions: Decisions, text: str) -> Iterator[tuple[tuple[str, str, str], tuple[str, str, str]]]:
    """Pairs of decisions that are equally strong at one place and differ."""
    candidates = decisions.candidates(text)
    for index, one in enumerate(candidates):
        for other in candidates[index + 1 :]:
            same = one.start < other.end and other.start < one.end and one.decision.weight == other.decision.weight
            if same and one.decision.reading != other.decision.reading:
                yield min(one.decision.place, other.decision.place), max(one.decision.place, other.decision.place)


def _pending_run(run: Run) -> Pending:
    others = "、".join(candidate for candidate in run.candidates if candidate != run.reading)
    start, end = run.text.sentence_at(run.start)
    sentence = _short(run.text.text[start : run.start]) + f"【{run.text.text[run.start : run.end]}】" + _short(run.text.text[run.end : end])
    return Pending(run.text.line, f"読みの確認がまだです:「{run.word}」を「{run.reading}」（候補: {others}）。{sentence} {ADVICE}")


def _pending_difference(read: ReadText, difference: Difference) -> Pending:
    other = f"（候補: {difference.other}）" if difference.other else ""
    return Pending(read.source.line, f"読みの確認がまだです:「{difference.word}」を「{difference.reading}」{other}。二つの解析で読みがちがいます。{ADVICE}")


def _short(text: str) -> str:
    most = 30
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 :]}"


def _shown(place: tuple[str, str, str]) -> str:
    word, before, after = place
    return f"{before}【{word}】{after}"


def _place(fields: Sequence[str]) -> tuple[str, str, str]:
    word, before, after = fields
    return word, before, after
