"""Word spacing: where phrases begin in plain Japanese."""
# ruff: noqa: D103  # the name of a test states its fact

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.furigana.phrases import phrase_edges


def parted(text: str) -> str:
    """Write the text with a bar at each edge."""
    return "".join(f"|{letter}" if at in phrase_edges(text) else letter for at, letter in enumerate(text))


@pytest.mark.parametrize(
    "expected",
    [
        "わからない|ことは、市役所に|聞いて|ください。",
        "いっしょに|生きる|社会",
        "雨が|降っています。",
        "相談する|ことが|できます。",
        "話し合わなければなりません。",
        "わかりやすい|言葉で|話した|ほうが|いいです。",
        "毎月|給料を|もらいます。",
        "安心して|暮らします。",
        "どうして|休みましたか。",
        "次のように|書きます。",
    ],
)
def test_phrase_begins_at_each_content_word(expected: str) -> None:
    assert parted(expected.replace("|", "")) == expected


@pytest.mark.parametrize("expected", ["午後4時すぎです", "2か月前から|待ちます", "封筒を|七つ|並べます", "3人で|行きます", "中学1年生の|娘"])
def test_number_stays_with_its_counter(expected: str) -> None:
    assert parted(expected.replace("|", "")) == expected


@pytest.mark.parametrize("text", ["国民健康保険課", "外国人相談窓口", "お金", "総合的対応策"])
def test_compound_stays_whole(text: str) -> None:
    assert phrase_edges(text) == ()


@pytest.mark.parametrize("text", ["これは ここです", "はい、どうぞ", "「ここ」です", "{bestRight}と", "iPhone15", "", "あ", " ", "\u0000漢\u0000"])
def test_marks_spaces_and_latin_words_are_not_parted(text: str) -> None:
    assert phrase_edges(text) == ()


@given(text=st.text(st.sampled_from("相談窓口に行って聞くのは1日目です、。 \n{}AB"), max_size=20))
def test_edges_lie_between_two_letters_in_order(text: str) -> None:
    edges = phrase_edges(text)
    assert list(edges) == sorted(set(edges))
    assert all(text[at - 1].isalnum() and text[at].isalnum() and 0 < at < len(text) for at in edges)
