"""Lines of the lexicon: what is refused, and where a word matches."""
# ruff: noqa: D103  # the name of a test states its fact

import pytest
from portal.furigana.annotate import Annotator
from portal.furigana.lexicon import Lexicon, Reading
from portal.furigana.vocabulary import VOCABULARY


@pytest.mark.parametrize(
    ("surface", "reading", "words"),
    [
        ("ひらがな", "ひらがな", "漢字も数字も"),
        ("", "あ", "漢字も数字も"),
        ("入管", "入かん", "かな以外"),
        ("入管", "", "かな以外"),
        ("入管", "nyukan", "かな以外"),
    ],
)
def test_unusable_line_is_refused_with_its_words(surface: str, reading: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Lexicon.of([Reading(surface, reading)])


def test_katakana_and_long_mark_are_kana() -> None:
    assert len(Lexicon.of([Reading("頁", "ページ")])) == 1


def test_longest_surface_wins() -> None:
    annotator = Annotator(Lexicon.of([Reading("入管", "あ"), Reading("入管庁", "い")]))
    assert annotator.reading("入管と入管庁") == "あとい"


def test_one_character_matches_only_as_a_word() -> None:
    annotator = Annotator(Lexicon.of([Reading("方", "ほう")]))
    assert annotator.reading("方法、この方") == "ほうほう、このほう"
    assert Annotator(Lexicon.of([Reading("私", "あたし")])).reading("私立の私") == "しりつのあたし"


def test_word_does_not_swallow_the_okurigana_behind_it() -> None:
    annotator = Annotator(Lexicon.of([Reading("立替払", "たてかえばらい")]))
    assert annotator.reading("立替払制度と立替払い") == "たてかえばらいせいどとたてかえばらい"


def test_surface_that_begins_with_a_numeral_does_not_cut_a_longer_number() -> None:
    annotator = Annotator(Lexicon.of([Reading("10番", "とおばん"), Reading("二十歳", "はたち")]))
    assert annotator.reading("110番、百二十歳") == "110ばん、ひゃくにじゅっさい"


def test_word_matches_across_spaces_of_the_text() -> None:
    annotator = Annotator(Lexicon.of([Reading("技人国", "ぎじんこく")]))
    assert annotator.reading("技\n人国") == "ぎ\nじんこく"


def test_digest_depends_on_lines_not_on_their_order() -> None:
    one, two = Reading("入管", "にゅうかん"), Reading("児相", "じそう")
    assert Lexicon.of([one, two]).digest == Lexicon.of([two, one]).digest != Lexicon.of([one]).digest


def test_general_lexicon_has_no_line_the_engine_and_rules_read_alike(lexicon: Lexicon) -> None:
    """A line that changes nothing is noise; one that mends a word only in its context says so here."""
    plain = Annotator(Lexicon.of([]))
    needed_in_context = {"長野", "人身取引", "祝日"}
    needless = [line.surface for line in lexicon if plain.reading(line.surface) == line.reading]
    assert set(needless) <= needed_in_context


@pytest.mark.parametrize("line", list(VOCABULARY), ids=lambda line: line.surface)
def test_word_of_the_vocabulary_is_read_as_it_says(annotator: Annotator, line: Reading) -> None:
    assert annotator.reading(f"それは{line.surface}だ") == f"それは{line.reading}だ"


def test_site_lexicon_wins_over_the_vocabulary() -> None:
    assert Annotator(Lexicon.of([Reading("三日月", "みかつき")])).reading("三日月") == "みかつき"


def test_kana_of_a_surface_carry_no_ruby() -> None:
    annotator = Annotator(Lexicon.of([Reading("その後", "そのご"), Reading("届け出", "とどけで")]))
    assert [segment.base for segment in annotator.segments("その後の届け出") if segment.reading] == ["後", "届", "出"]
