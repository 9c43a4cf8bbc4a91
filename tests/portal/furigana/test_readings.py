"""The reading table: short sentences of the field with the readings a person decided."""
# ruff: noqa: D103  # the name of a test states its fact

import csv
import re
from pathlib import Path

import pytest
from portal.furigana.annotate import Annotator
from portal.furigana.characters import has_kanji

TABLE = Path(__file__).with_name("readings.tsv")
RUN = re.compile(r"\{([^|{}]+)\|([^|{}]*)\}")


def read_table() -> list[tuple[str, str]]:
    """Give (class, marked sentence) for each line that is no comment."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1]) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")]


def find_runs(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the marks out: the bare sentence and (start, end, reading) of each run."""
    sentence, runs, at = "", [], 0
    for mark in RUN.finditer(marked):
        sentence += marked[at : mark.start()]
        runs.append((len(sentence), len(sentence) + len(mark.group(1)), mark.group(2)))
        sentence += mark.group(1)
        at = mark.end()
    return sentence + marked[at:], runs


def read_run(annotator: Annotator, sentence: str, start: int, end: int) -> str:
    """Join what is read over sentence[start:end]; a base that leaves the run shows in brackets."""
    kana, at = "", 0
    for segment in annotator.segments(sentence):
        first, at = at, at + len(segment.base)
        if at <= start or first >= end:
            continue
        whole = start <= first and at <= end
        inside = segment.base[max(0, start - first) : end - first]
        kana += (segment.reading if whole else f"[{segment.base}={segment.reading}]") if segment.reading else inside
    return kana


@pytest.mark.parametrize(("topic", "marked"), read_table())
def test_runs_of_the_table_are_read_as_decided(annotator: Annotator, topic: str, marked: str) -> None:
    sentence, runs = find_runs(marked)
    wrong = {sentence[start:end]: (found, wanted) for start, end, wanted in runs if (found := read_run(annotator, sentence, start, end)) != wanted}
    assert wrong == {}, topic


@pytest.mark.parametrize(("topic", "marked"), read_table())
def test_no_kanji_of_the_table_is_left_without_a_reading(annotator: Annotator, topic: str, marked: str) -> None:
    sentence, _ = find_runs(marked)
    bare = [segment.base for segment in annotator.segments(sentence) if segment.reading is None and has_kanji(segment.base)]
    assert bare == [], topic


def test_the_table_holds_at_least_six_hundred_sentences() -> None:
    assert len(read_table()) >= 600
