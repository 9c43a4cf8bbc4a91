"""Texts that get furigana: all of them, with their line and without their marks."""

from __future__ import annotations

from pathlib import Path

from portal.furigana.spans import FixedSpan
from portal.loading import load_portal
from portal.portal import Portal
from portal.review_gate.texts import SourceText, page_lexicons, texts_by_path

PLAIN_UNIT = "content/ja-easy/units/a1-1.md"


def texts_of(portal: Portal, path: str) -> list[SourceText]:
    """Give the texts of one file."""
    return texts_by_path(portal)[path]


def test_every_kind_of_source_is_read(example: Portal) -> None:
    """Pages and records of both variants wait alike."""
    found = set(texts_by_path(example))
    assert {PLAIN_UNIT, "content/ja/units/a1-1.md", "content/ja/about/terms.md", "content/words.yml", "content/site.yml", "content/curriculum.yml"} <= found
    assert {"content/facts/example.yml", "content/glossary/example.yml", "content/figures/example.yml", "content/directory/example-city.yml"} <= found
    assert {"content/transcripts/example.yml", "content/programme/forms/visit.yml"} <= found
    assert any(path.startswith("quizzes/") for path in found)
    assert not any(path.startswith("content/readings/") for path in found)


def test_line_of_a_text_is_its_line_in_the_file(example: Portal) -> None:
    """Every message can be clicked: the first letters of each text of a page stand at its line."""
    lines = (example.root / PLAIN_UNIT).read_text(encoding="utf-8").split("\n")
    whole = [text for text in texts_of(example, PLAIN_UNIT) if text.text in lines[text.line - 1]]
    assert len(whole) >= 10
    title = next(text for text in texts_of(example, PLAIN_UNIT) if text.text == "例の市で相談を聞く")
    assert lines[title.line - 1].startswith("title:")


def test_references_are_printed_and_marks_are_gone(example: Portal) -> None:
    """An author decides what readers see."""
    texts = [text.text for text in texts_of(example, PLAIN_UNIT)]
    assert not any(mark in text for text in texts for mark in ("{fact", "{term", "{unit", "**", "](", "{#", "> "))
    assert example.facts["f-residents-now"].text.easy in "".join(texts)
    assert "種類と期限" in texts


def test_cells_of_a_table_are_texts_of_their_own(example: Portal) -> None:
    """A cell is one element on the page."""
    assert {"見る所", "表"} <= {text.text for text in texts_of(example, PLAIN_UNIT)}


def test_inline_reading_is_a_fixed_span_of_the_text(example: Portal) -> None:
    """{行|おこな}う is decided where it stands."""
    text = next(text for text in texts_of(example, PLAIN_UNIT) if text.fixed)
    assert [(text.text[span.start : span.end], span.reading) for span in text.fixed] == [("行", "おこな")]
    assert text.text[text.fixed[0].end] == "う"


def test_sentences_join_to_the_text() -> None:
    """No letter is lost between two sentences; brackets stay with the sentence they close."""
    text = SourceText("a.md", 1, "「行く。」と言う。家は？　表", (FixedSpan(1, 2, "い"),))
    assert [text.text[start:end] for start, end in text.sentences()] == ["「行く。」", "と言う。", "家は？", "　表"]
    assert text.sentence_at(text.text.index("言")) == (5, 9)


def test_readings_of_a_page_are_those_of_its_front_matter(tree: Path) -> None:
    """A page's own lexicon counts for its texts."""
    page = tree / "content/ja/about/terms.md"
    page.write_text(page.read_text(encoding="utf-8").replace("---\n##", "readings: {本文: ほんもん}\n---\n##"), encoding="utf-8")
    own = page_lexicons(load_portal(tree))
    assert {path: [(line.surface, line.reading) for line in lines] for path, lines in own.items()} == {"content/ja/about/terms.md": [("本文", "ほんもん")]}
