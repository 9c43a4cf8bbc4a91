"""Words that wait: those of the list that nobody has decided, and those that a second engine reads otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from portal.furigana.lexicon import Lexicon, Reading
from portal.furigana.spans import FixedSpan
from portal.review_gate.annotating import DecidedAnnotator
from portal.review_gate.comparison import disagreements
from portal.review_gate.decisions import Decision, Decisions
from portal.review_gate.heteronyms import Heteronym, Heteronyms
from portal.review_gate.runs import ReadText
from portal.review_gate.second_engine import MissingEngineError, SecondEngine
from portal.review_gate.texts import SourceText

LIST = Heteronyms(
    [
        Heteronym(surface="間", readings=("あいだ", "ま")),
        Heteronym(surface="行っ", readings=("いっ", "おこなっ")),
        Heteronym(surface="分", readings=("ぶん", "ふん")),
        Heteronym(surface="一日", readings=("いちにち", "ついたち")),
    ]
)
Hears = Callable[[dict[str, str]], SecondEngine]


def read(text: str, *decisions: Decision, lexicon: tuple[Reading, ...] = (), fixed: tuple[FixedSpan, ...] = ()) -> ReadText:
    """Read a text as the site does."""
    return ReadText.of(SourceText("a.md", 1, text, fixed), DecidedAnnotator(Lexicon.of(lexicon), Decisions(decisions)))


def listed(text: ReadText) -> list[tuple[str, str]]:
    """List the words that wait, as they are printed."""
    return [(run.word, run.reading) for run in text.listed_runs(LIST)]


def test_listed_word_waits_with_its_printed_reading() -> None:
    """The okurigana of the surface belong to the word."""
    assert listed(read("その間に市役所へ行った。")) == [("間", "あいだ"), ("行っ", "いっ")]


def test_word_written_with_spaces_is_the_same_word() -> None:
    """分かち書き does not hide it."""
    assert listed(read("その 間 に 待つ。")) == [("間", "あいだ")]


def test_listed_word_inside_of_another_word_is_not_meant() -> None:
    """時間 and 年間 are no 間."""
    assert listed(read("時間と年間計画")) == []


def test_decided_words_do_not_wait() -> None:
    """A lexicon line, an inline reading and a decision are decisions already."""
    assert listed(read("その間に待つ。", lexicon=(Reading("その間", "そのかん"),))) == []
    assert listed(read("その間に待つ。", fixed=(FixedSpan(2, 3, "かん"),))) == []
    assert listed(read("その間に待つ。", Decision(word="間", reading="あいだ", before="その"))) == []


def test_counter_behind_a_number_is_the_business_of_number_rules() -> None:
    """5分 is no doubt; the 分 of その分 is, and so is 一日."""
    assert listed(read("5分歩く。その分を払う。")) == [("分", "ぶん")]
    assert listed(read("一日の仕事")) == [("一日", "いちにち")]


def test_context_is_made_of_words_and_ends() -> None:
    """What a decision keeps: the short words beside, the rest of a longer word, the marks of ends."""
    text = read("待つ間に書く")
    start = text.source.text.index("間")
    assert [text.context(start, start + 1, size) for size in (0, 1, 2, 9)] == [("", ""), ("待つ", "に"), ("^待つ", "に書く"), ("^待つ", "に書く$")]


def test_context_names_the_whole_word_of_which_the_place_is_a_part() -> None:
    """The 所 of 児童相談所 keeps at least 児童相談."""
    text = read("近くの児童相談所へ")
    assert text.context(7, 8, 0)[0].endswith("相談")
    assert Decisions([Decision(word="所", reading="しょ", before=text.context(7, 8, 0)[0])]).matches(text.source.text)


def disputed(text: ReadText, engine: SecondEngine) -> list[tuple[str, str, tuple[str, ...]]]:
    """List the words in dispute with both readings."""
    return [(run.word, run.reading, run.candidates) for run in disagreements(text, 0, len(text.source.text), engine)]


def test_agreement_leaves_nothing_to_decide(hears: Hears) -> None:
    """Most sentences."""
    assert disputed(read("窓口で相談を受ける。"), hears({})) == []


def test_word_that_the_second_engine_reads_otherwise_is_told_with_both_readings(hears: Hears) -> None:
    """The author sees ours and the other."""
    assert disputed(read("情報が足りない。"), hears({"情報": "じょうぼう"})) == [("情報", "じょうほう", ("じょうぼう",))]


def test_same_sound_in_another_spelling_is_no_dispute(hears: Hears) -> None:
    """づ and ず, を and お."""
    assert disputed(read("手続の話"), hears({"手続": "テツズキ"})) == []


@pytest.mark.parametrize(("text", "said"), [("3月14日（水）", {"水": "スイヨウビ", "日": "カ"}), ("一か所で聞く", {"一": "イチ", "一か所": "イチカショ"})])
def test_numbers_and_weekdays_read_by_rules_are_left_out(hears: Hears, text: str, said: dict[str, str]) -> None:
    """The second engine is known to read them in its own way."""
    assert disputed(read(text), hears(said)) == []


def test_decided_word_is_no_dispute(hears: Hears) -> None:
    """The author has spoken."""
    assert disputed(read("情報が足りない。", Decision(word="情報", reading="じょうほう", after="が")), hears({"情報": "じょうぼう"})) == []


def test_words_that_the_second_engine_writes_otherwise_do_not_move_the_rest(monkeypatch: pytest.MonkeyPatch, hears: Hears) -> None:
    """It turns 10日 into 十日; the words behind stay on their places."""
    engine = hears({})
    words = [{"string": "十日", "read": "トウカ"}, {"string": "に", "read": "ニ"}, {"string": "礼拝", "read": "ライハイ"}]
    monkeypatch.setattr(engine, "_module", type("Frontend", (), {"run_frontend": staticmethod(lambda *_, **__: words)}))
    assert disputed(read("10日に礼拝"), engine) == [("礼拝", "れいはい", ("らいはい",))]


def test_missing_second_engine_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is for development only."""
    monkeypatch.setattr("portal.review_gate.second_engine.PACKAGE", "no_such_engine")
    with pytest.raises(MissingEngineError, match="scripts/test"):
        SecondEngine()
