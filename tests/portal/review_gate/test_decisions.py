"""Decisions: a word in its context is read so, wherever it stands, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.furigana.lexicon import Lexicon, Reading
from portal.furigana.spans import FixedSpan
from portal.review_gate.annotating import DecidedAnnotator
from portal.review_gate.decisions import Decision, Decisions

WINDOW = Decision(word="開く", reading="あく", before="窓口が")
GENERAL = Decision(word="開く", reading="ひらく")


def annotator(*decisions: Decision, lexicon: Lexicon | None = None) -> DecidedAnnotator:
    """Give an annotator with these decisions."""
    return DecidedAnnotator(lexicon or Lexicon.of(()), Decisions(decisions))


def printed(reader: DecidedAnnotator, text: str) -> list[tuple[str, str]]:
    """List what carries ruby, with its kana."""
    return [(text[found.start : found.end], found.reading) for found in reader.readings(text)]


def test_correction_changes_what_is_printed_at_its_place_only() -> None:
    """Okurigana stays bare; the same word beside another neighbour keeps its reading."""
    reader = annotator(Decision(word="訳", reading="やく", before="機械の"))
    assert printed(reader, "機械の訳を直す。")[1] == ("訳", "やく")
    assert ("訳", "わけ") in printed(reader, "その訳を話す。")


def test_confirmation_keeps_the_ruby_as_it_was() -> None:
    """A decision that agrees with the machine changes who decided, not how the word is cut."""
    text = "一日の仕事"
    plain, confirmed = annotator(), annotator(Decision(word="一日", reading="いちにち", after="の"))
    assert printed(confirmed, text) == printed(plain, text)
    assert confirmed.readings(text)[0].layer == "fixed"


def test_longer_context_wins_over_a_shorter_one() -> None:
    """A general decision may have exceptions."""
    reader = annotator(GENERAL, WINDOW)
    assert printed(reader, "窓口が開く日")[1] == ("開", "あ")
    assert printed(reader, "店を開く人")[1] == ("開", "ひら")


def test_inline_reading_wins_over_a_decision() -> None:
    """What the author wrote at the place itself is the last word."""
    found = annotator(WINDOW).readings("窓口が開く日", [FixedSpan(3, 4, "ひら")])
    assert ("ひら", "fixed") in [(reading.reading, reading.layer) for reading in found]


@pytest.mark.parametrize("text", ["機械の 訳を 直す。", "機械〈=動くもの〉の訳を直す。", "機械の〈=わからない〉訳を直す。"])
def test_spaces_and_glosses_do_not_hide_the_context(text: str) -> None:
    """A gloss comes and goes with the first use of its term; 分かち書き comes and goes with a switch."""
    assert ("訳", "やく") in printed(annotator(Decision(word="訳", reading="やく", before="機械の")), text)


def test_word_inside_of_a_gloss_has_the_gloss_as_its_text() -> None:
    """The marks of ends are those of the gloss."""
    reader = annotator(Decision(word="家", reading="うち", before="^", after="$"))
    assert ("家", "うち") in printed(reader, "住居〈=家〉を探す")
    assert ("家", "うち") not in printed(reader, "家を探す")


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (Decision(word="間", reading="ま"), "時間がある"),
        (Decision(word="数", reading="かず", before="の", after="か"), "その数か月で"),
        (Decision(word="日", reading="ひ"), "14日に行く"),
        (Decision(word="入っ", reading="いっ", before="に", after="た"), "気に入った"),
    ],
)
def test_decision_says_nothing_about_part_of_a_longer_word_or_number(decision: Decision, text: str) -> None:
    """A context that is only letters, not words, is none; a number's counter needs a context of its own."""
    assert Decisions([decision]).matches(text) == []


def test_word_behind_a_telephone_number_and_a_space_is_no_counter() -> None:
    """The bar of emergency numbers prints number and label in one line."""
    assert ("夫", "おっと") in printed(annotator(Decision(word="夫", reading="おっと", after="や")), "#8008 夫や妻の暴力")


def test_longer_line_of_the_lexicon_wins_over_a_short_decision() -> None:
    """The name of a body keeps its reading when an author confirms a word that is part of it."""
    lexicon = Lexicon.of([Reading("日本年金機構", "にっぽんねんきんきこう")])
    assert printed(annotator(Decision(word="日本", reading="にほん"), lexicon=lexicon), "日本年金機構")[0] == ("日本", "にっぽん")


def test_page_keeps_the_decisions_beside_its_own_readings() -> None:
    """The readings of a page change its lexicon, not what authors decided in context."""
    reader = annotator(Decision(word="訳", reading="やく", before="機械の")).with_readings([Reading("機械", "からくり")])
    assert printed(reader, "機械の訳") == [("機械", "からくり"), ("訳", "やく")]


def test_version_changes_with_any_decision() -> None:
    """Pages kept from an earlier build do not survive a decision."""
    assert len({annotator().version, annotator(GENERAL).version, annotator(WINDOW).version}) == 3


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"word": "間", "reading": "間"}, "かな以外"),
        ({"word": "間", "reading": ""}, "かな以外"),
        ({"word": "開く", "reading": "あ"}, "送りがな"),
        ({"word": "ひらく", "reading": "ひらく"}, "word"),
    ],
)
def test_unusable_decision_is_refused(fields: dict[str, str], words: str) -> None:
    """A reading with kanji, or without the word's own kana, would print nonsense."""
    with pytest.raises(ValueError, match=words):
        Decision(**fields)


@given(st.text(alphabet="間の窓口が開く日本に、。〈=〉1 a", max_size=30))
def test_text_is_never_changed_and_readings_stay_disjoint(text: str) -> None:
    """Base text out is base text in, for any input."""
    reader = annotator(WINDOW, GENERAL, Decision(word="間", reading="あいだ", before="の"), Decision(word="日本", reading="にっぽん", after="に"))
    assert "".join(segment.base for segment in reader.segments(text)) == text
    found = reader.readings(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
