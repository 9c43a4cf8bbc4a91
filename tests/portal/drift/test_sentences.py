"""Layout is no change, a word is."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from portal.drift.sentences import digest_of, sentences_of

WORDS = st.lists(st.text("相談窓口人話聞役所きくのはをかア12", min_size=1, max_size=6), min_size=1, max_size=5)
SENTENCES = st.lists(WORDS, min_size=1, max_size=5)
GAPS = st.sampled_from(["", " ", "  ", "\n", " \n  ", "\u3000", "\t"])


def texts(text: str) -> list[str]:
    """The sentences as they are compared."""
    return [sentence.text for sentence in sentences_of(text)]


@given(SENTENCES, st.data())
def test_line_breaks_and_spaces_between_words_are_no_change(sentences: list[list[str]], data: st.DataObject) -> None:
    """An author may wrap a paragraph anywhere; a space between two numbers is left as it is, since it parts them."""
    plain = "".join("".join(words) + "。" for words in sentences)
    laid_out = "".join("".join(word + _gap(word, after, data) for word, after in zip(words, [*words[1:], "。"], strict=True)) + "。" for words in sentences)
    assert digest_of(sentences_of(laid_out)) == digest_of(sentences_of(plain))


def _gap(word: str, after: str, data: st.DataObject) -> str:
    numbers = word[-1] in "12" and after[0] in "12"
    gap = "" if numbers else data.draw(GAPS)
    return gap.rstrip("\n ") if after[0] in "12" and "\n" in gap else gap


@given(SENTENCES, st.data())
def test_any_other_word_is_a_change(sentences: list[list[str]], data: st.DataObject) -> None:
    """One word of one sentence is enough."""
    row = data.draw(st.integers(0, len(sentences) - 1))
    column = data.draw(st.integers(0, len(sentences[row]) - 1))
    word = data.draw(st.text("相談窓口人話聞役所きくのはをかア12", min_size=1, max_size=6))
    other = [[word if (row, column) == (i, j) else each for j, each in enumerate(words)] for i, words in enumerate(sentences)]
    before, after = ("".join("".join(words) + "。" for words in each) for each in (sentences, other))
    assume(before != after)
    assert digest_of(sentences_of(before)) != digest_of(sentences_of(after))


@given(st.lists(st.text("相談窓口聞くのは", min_size=1, max_size=8), min_size=1, max_size=6))
def test_paragraphs_lists_and_quotations_of_the_same_sentences_are_alike(sentences: list[str]) -> None:
    """What an author lays out anew stays the same words."""
    whole = [f"{each}。" for each in sentences]
    forms = ["".join(whole), "\n\n".join(whole), "\n".join(f"- {each}" for each in whole), "\n".join(f"1. {each}" for each in whole), "> " + "\n> ".join(whole)]
    assert len({digest_of(sentences_of(form)) for form in forms}) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{表|おもて}を見ます。", "表を見ます。"),
        ("**大切**なことです。", "大切なことです。"),
        ("| 一 | 二 |\n| --- | ---: |\n| 三 | 四 |", "|一|二|\n|:-|-|\n|三|四|"),
        ("- 一つ\n- 二つ", "* 一つ\n* 二つ"),
        ("1. 一つ\n1. 二つ", "1. 一つ\n2. 二つ"),
        ("前の文。\n\n---\n\n後の文。", "前の文。後の文。"),
        ("## 場面 {#scene}", "### 場面 {#other}"),
        ("一つの文が、\n    次の行に続きます。", "一つの文が、次の行に続きます。"),
    ],
)
def test_layout_is_no_change(old: str, new: str) -> None:
    """Marks, readings, rules of tables and numbers of lists are not words."""
    assert texts(old) == texts(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{fact:f-one}です。", "{fact:f-two}です。"),
        ("約束〈=決めること〉です。", "約束〈=守ること〉です。"),
        ("[手引](https://example.jp/a)", "[手引](https://example.jp/b)"),
        ("one two", "onetwo"),
        ("12 3", "1 23"),
        ("| 一二 | 三 |", "| 一 | 二三 |"),
        ("- 一二\n- 三", "- 一\n- 二三"),
        ("一つ目。二つ目。", "二つ目。一つ目。"),
        ("行きます。", "行きません。"),
        ('??? answer "例"', '??? answer "答え"'),
        ("聞きますか？", "聞きますか。"),
    ],
)
def test_words_references_and_order_are_a_change(old: str, new: str) -> None:
    """What a reader reads differently is a change."""
    assert digest_of(sentences_of(old)) != digest_of(sentences_of(new))


def test_speech_stays_with_its_sentence() -> None:
    """A message names whole sentences, closing brackets included."""
    assert texts("「そうですか。」と言いました。「はい。そうです」。次です。") == ["「そうですか。」", "と言いました。", "「はい。", "そうです」。", "次です。"]


def test_sentences_know_their_lines() -> None:
    """A message leads to the paragraph, item or cell that changed."""
    found = sentences_of("一つ目。\n続き\n\n- 項目\n- 項目二\n\n| 表 |\n| --- |\n| 欄 |")
    assert [(each.text, each.line) for each in found] == [("一つ目。", 0), ("続き", 0), ("項目", 3), ("項目二", 4), ("表", 6), ("欄", 8)]
