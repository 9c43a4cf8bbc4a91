"""A passage is cut into the sentences a reader meets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.plain_japanese.sentences import Passage, sentences_of


def texts(text: str) -> list[str]:
    """Texts of the sentences of ``text``."""
    return [sentence.text for sentence in sentences_of(Passage(text, 1))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一つです。二つですか。", ["一つです。", "二つですか。"]),
        ("すごい！！とても。", ["すごい！！", "とても。"]),
        ("終わりがない", ["終わりがない"]),
        ("在留資格〈=日本にいるための許可〉を見ます。", ["在留資格を見ます。"]),
        ("避難所<=逃げる 所>に 行きます。", ["避難所に行きます。"]),
        ("役所で 手続きを します。", ["役所で手続きをします。"]),
        ("IP phone を使います。", ["IP phoneを使います。"]),
        (
            "Rさんは言いました。「一つです。二つです。」相談員は聞きました。",
            ["一つです。", "二つです。", "Rさんは言いました。", "「」", "相談員は聞きました。"],
        ),
        ("Rさんは「一つです。二つです。」と言いました。", ["一つです。", "二つです。", "Rさんは「」と言いました。"]),
        ("名前は「共生の計画」です。", ["名前は「共生の計画」です。"]),
        ("計画です（案です。変わります。）。", ["案です。", "変わります。", "計画です（）。"]),
        ("「開いた括弧だけです。次です。", ["「開いた括弧だけです。", "次です。"]),
        ("。、「」", []),
        ("", []),
    ],
)
def test_passage_is_cut_at_sentence_ends(text: str, expected: list[str]) -> None:
    """Glosses and spaces between words fall away; whole sentences in quotation marks are sentences."""
    assert [each for each in texts(text) if each != "「」"] == [each for each in expected if each != "「」"]


def test_quoted_sentences_are_spoken() -> None:
    """What somebody says is told from what the page says."""
    spoken = {sentence.text: sentence.spoken for sentence in sentences_of(Passage("Rさんは「行った。」と言いました。", 3))}
    assert spoken == {"行った。": True, "Rさんは「」と言いました。": False}


def test_sentence_knows_its_line_and_kind() -> None:
    """Messages need the line."""
    (sentence,) = sentences_of(Passage("です。", 12, "item"))
    assert (sentence.line, sentence.kind, sentence.length, sentence.ended) == (12, "item", 3, True)


@given(st.text(alphabet="「」『』（）()。、！？あ漢A 〈=〉\n", max_size=60))
def test_any_text_is_cut_without_failing(text: str) -> None:
    """Unpaired brackets and marks in any order end as sentences of that text's own characters."""
    assert set("".join(texts(text))) <= set(text)
