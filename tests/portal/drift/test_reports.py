"""Messages stay readable, however much has moved."""

from __future__ import annotations

from portal.drift.changes import Move
from portal.drift.pairs import Pair
from portal.drift.reports import one_changed
from portal.drift.sections import sections_of_page
from portal.sources.markdown import parse_markdown

PAGE = parse_markdown("content/ja/x.md", "---\ntitle: 題\n---\n## 場面 {#scene}\n")
PAIR = Pair("x", {"ja": "content/ja/x.md", "easy": "content/ja-easy/x.md"}, {"ja": sections_of_page(PAGE), "easy": sections_of_page(PAGE)})


def told(*moves: Move) -> str:
    """The part of the message that names the sentences."""
    message = one_changed(PAIR, "scene", "ja", list(moves))
    assert "\n" not in message
    return message.partition("動いた文: ")[2].partition("。やさしい版を直すか")[0]


def test_first_places_are_named_and_the_others_counted() -> None:
    """An author opens the page for the rest."""
    moves = [Move(1, (f"前{number}",), (f"今{number}",), number) for number in range(5)]
    assert told(*moves) == "「前0」→「今0」、「前1」→「今1」、「前2」→「今2」、ほか 2 か所"


def test_first_sentences_of_a_place_are_quoted_and_the_others_counted() -> None:
    """A rewritten paragraph does not fill the screen."""
    texts = tuple(f"文{number}" for number in range(5))
    assert told(Move(5, texts, (), 1)) == "「文0」「文1」「文2」（ほか 2 文）がなくなりました"
    assert told(Move(0, (), texts, 1)) == "「文0」「文1」「文2」（ほか 2 文）が加わりました"


def test_long_sentence_is_cut() -> None:
    """So that both sides fit on the screen."""
    assert told(Move(1, ("あ" * 121,), ("い" * 120,), 1)) == f"「{'あ' * 120}…」→「{'い' * 120}」"


def test_unknown_words_are_counted() -> None:
    """Without a history the number of earlier sentences is still known."""
    assert told(Move(3, ("前",), ("今",), 1)) == "「前」（前の文 2 つは履歴にありません）→「今」"


def test_change_without_moved_sentences_names_the_section_alone() -> None:
    """Where the hashes of the file do not fit each other."""
    assert "動いた文" not in one_changed(PAIR, "scene", "ja", [])
