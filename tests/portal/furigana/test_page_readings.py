"""Readings in the front matter of a page: they hold for that page and variant, and win over the site's lexicon."""
# ruff: noqa: D103  # the name of a test states its fact

from pathlib import Path

import pytest
from portal.loading import find_problems
from portal.publishing import Publisher

TERMS = "content/ja/about/terms.md"
UNIT = "content/ja-easy/units/a1-1.md"
HTML = "<body><p>例の市の表と本文</p></body>"


def add_readings(tree: Path, path: str, readings: str) -> None:
    """Put a line of readings into the front matter of a page."""
    text = (tree / path).read_text(encoding="utf-8")
    (tree / path).write_text(text.replace("---\n", f"---\nreadings: {{{readings}}}\n", 1), encoding="utf-8")


@pytest.fixture
def publisher(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    """Give a publisher of the example whose terms and plain unit have readings of their own."""
    monkeypatch.setenv("PORTAL_BUILD", "test")
    monkeypatch.delenv("PORTAL_FURIGANA", raising=False)
    add_readings(tree, TERMS, "本文: もとふみ")
    add_readings(tree, UNIT, "例の市: れいのいち, 表: おもて")
    return Publisher.load(tree, "https://example.jp/")


def test_reading_of_a_page_is_printed_on_it(publisher: Publisher) -> None:
    assert "<rt>もとふみ</rt>" in publisher.furigana(HTML, "about/terms", "ja")


@pytest.mark.parametrize("place", [("about/terms", "easy"), ("units/a1-1", "ja"), ("", "ja")])
def test_reading_of_a_page_holds_on_no_other(publisher: Publisher, place: tuple[str, str]) -> None:
    html = publisher.furigana(HTML, place[0], "easy" if place[1] == "easy" else "ja")
    assert "<rt>ほんぶん</rt>" in html
    assert "もとふみ" not in html


def test_reading_of_a_page_wins_over_the_lexicon(publisher: Publisher) -> None:
    assert "<rt>し</rt>" in publisher.furigana(HTML, "units/a1-1", "ja")
    assert "<rt>いち</rt>" in publisher.furigana(HTML, "units/a1-1", "easy")
    assert "<rt>おもて</rt>" in publisher.furigana(HTML, "units/a1-1", "easy")


def test_readings_of_pages_that_occur_are_sound(tree: Path) -> None:
    add_readings(tree, TERMS, "本文: もとふみ")
    add_readings(tree, UNIT, "例の市: れいのいち, 表: おもて")
    assert find_problems(tree) == []


def test_furigana_can_be_left_out_for_measuring(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_FURIGANA", "off")
    assert publisher.furigana(HTML, "about/terms", "ja") == HTML
