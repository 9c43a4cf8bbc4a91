"""The gate: what waits fails the check with place and candidates, what was compared and decided passes, and no decision is idle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from portal.loading import find_problems, load_portal
from portal.problems import Problem
from portal.review_gate.agreed import Difference, agreed_path, read_agreed, write_agreed
from portal.review_gate.desk import Desk
from portal.review_gate.gate import stretches_of
from portal.review_gate.second_engine import SecondEngine
from portal.review_gate.texts import SourceText

TERMS = "content/ja/about/terms.md"
CONFIRMED = "content/readings/confirmed/site.yml"
Hears = Callable[[dict[str, str]], SecondEngine]


def say(root: Path, sentence: str) -> int:
    """Put a sentence on a page; give its line."""
    page = root / TERMS
    page.write_text(page.read_text(encoding="utf-8").replace("例の利用条件の本文である。", sentence), encoding="utf-8")
    return page.read_text(encoding="utf-8").split("\n").index(sentence) + 1


def confirm(root: Path, *lines: str) -> None:
    """Write decisions as an author does by hand."""
    path = root / CONFIRMED
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("confirmed:\n" + "".join(f"  - {{{line}}}\n" for line in lines), encoding="utf-8")


def compare(root: Path, engine: SecondEngine) -> None:
    """Compare all texts."""
    Desk(load_portal(root)).agree(engine)


def of_terms(root: Path) -> list[Problem]:
    """Give the problems of the page and of the decisions."""
    return [problem for problem in find_problems(root) if problem.path in (TERMS, CONFIRMED)]


def test_project_without_a_list_has_no_gate(tree: Path) -> None:
    """Nothing waits where nobody asked for a review."""
    assert find_problems(tree) == []


def test_sentence_that_was_never_compared_waits(gated: Path) -> None:
    """A new sentence is seen by both engines before it is published."""
    line = say(gated, "新しい文を書く。")
    messages = {(problem.line, problem.message) for problem in of_terms(gated)}
    assert (line, "読みをまだ比べていない文があります:「新しい文を書く。」。scripts/readings を実行してください。") in messages


def test_compared_sources_pass_without_the_second_engine(gated: Path, hears: Hears) -> None:
    """The check itself needs only what was kept."""
    say(gated, "新しい文を書く。")
    compare(gated, hears({}))
    assert find_problems(gated) == []


def test_changed_sentence_waits_again(gated: Path, hears: Hears) -> None:
    """A mark belongs to the sentence as it was."""
    compare(gated, hears({}))
    line = say(gated, "新しい文を書く。")
    assert [problem.line for problem in of_terms(gated)] == [line]


def test_listed_word_waits_with_line_candidates_and_sentence(gated: Path, hears: Hears) -> None:
    """CI prints file, line and candidates."""
    line = say(gated, "その礼拝で待つ。")
    compare(gated, hears({}))
    assert [str(problem) for problem in find_problems(gated)] == [
        f"{TERMS}:{line}: 読みの確認がまだです:「礼拝」を「れいはい」（候補: らいはい）。その【礼拝】で待つ。 scripts/readings で確かめてください。"
    ]


def test_word_in_dispute_waits_with_the_other_reading(gated: Path, hears: Hears) -> None:
    """The second engine's reading is kept with the sentence, so that CI can print it."""
    line = say(gated, "霧へ向かう。")
    compare(gated, hears({"霧": "ぎり"}))
    assert [(problem.line, "「霧」を「きり」（候補: ぎり）" in problem.message) for problem in of_terms(gated)] == [(line, True)]


def test_confirmed_word_passes_wherever_its_context_is_the_same(gated: Path, hears: Hears) -> None:
    """One decision serves all like places."""
    say(gated, "その礼拝で待つ。人はその礼拝で書く。")
    confirm(gated, "word: 礼拝, reading: れいはい, before: その, after: で")
    compare(gated, hears({}))
    assert find_problems(gated) == []


def test_decision_that_is_taken_back_makes_the_word_wait_again(gated: Path, hears: Hears) -> None:
    """What was agreed under a decision is not agreed without it."""
    say(gated, "霧へ向かう。")
    confirm(gated, "word: 霧, reading: きり, after: へ")
    compare(gated, hears({"霧": "ぎり"}))
    assert find_problems(gated) == []
    (gated / CONFIRMED).unlink()
    assert len(of_terms(gated)) == 1


def test_decision_that_holds_nowhere_is_a_problem_of_its_line(gated: Path, hears: Hears) -> None:
    """Dead lines would hide what is decided."""
    say(gated, "その礼拝で待つ。")
    confirm(gated, "word: 礼拝, reading: れいはい, before: その", "word: 礼拝, reading: らいはい, before: この")
    compare(gated, hears({}))
    assert [(problem.path, problem.line, problem.message.split("」")[0]) for problem in find_problems(gated)] == [(CONFIRMED, 3, "「この【礼拝】")]


def test_equally_strong_decisions_that_differ_are_told(gated: Path, hears: Hears) -> None:
    """The machine does not choose between two authors."""
    say(gated, "人と礼拝で待つ。")
    confirm(gated, "word: 礼拝, reading: れいはい, before: と", "word: 礼拝, reading: らいはい, after: で")
    compare(gated, hears({}))
    assert [problem.line for problem in of_terms(gated) if "同じ場所でちがう読み" in problem.message] == [3]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("word: 礼拝, reading: 礼拝", "かな以外の文字"),
        ("word: 開く, reading: あ", "送りがな"),
        ("word: 礼拝, reading: れいはい, before: 1", "文字列で"),
        ("word: 礼拝, reading: れいはい, near: その", "知らない項目"),
    ],
)
def test_unusable_decision_is_told_with_its_line(gated: Path, line: str, words: str) -> None:
    """Also the build stops: it could not print the page."""
    confirm(gated, "word: 礼拝, reading: れいはい, before: その", line)
    assert [(problem.path, problem.line) for problem in find_problems(gated) if words in problem.message] == [(CONFIRMED, 3)]


def test_same_place_decided_twice_is_told(gated: Path) -> None:
    """The message names the other line."""
    confirm(gated, "word: 礼拝, reading: れいはい, before: その", "word: 礼拝, reading: らいはい, before: その")
    assert [problem.line for problem in find_problems(gated) if f"{CONFIRMED}:2" in problem.message] == [3]


@pytest.mark.parametrize(
    ("entries", "line", "words"),
    [
        ("  - {surface: 間, readings: [あいだ, 間]}\n", 2, "かな以外"),
        ("  - {surface: 間, readings: [あいだ]}\n", 2, "数が合いません"),
        ("  - {surface: 間, readings: [あいだ, あいだ]}\n", 2, "二度"),
        ("  - {surface: 間, readings: [あいだ, ま]}\n  - {surface: 間, readings: [ま, かん]}\n", 3, "2 行目"),
    ],
)
def test_unusable_line_of_the_list_is_told(gated: Path, entries: str, line: int, words: str) -> None:
    """A list that cannot be read would let everything pass."""
    path = "content/readings/heteronyms.yml"
    (gated / path).write_text(f"heteronyms:\n{entries}", encoding="utf-8")
    assert [(problem.path, problem.line) for problem in find_problems(gated) if words in problem.message] == [(path, line)]


def test_results_are_kept_by_source_and_written_only_where_they_differ(tmp_path: Path) -> None:
    """Commits stay small; results come back as they were."""
    agreed = {"00000000aa": (), "00000000bb": (Difference("礼拝", "れいはい", "らいはい"), Difference("法", "ほう", ""))}
    write_agreed(tmp_path, TERMS, agreed)
    stored = tmp_path / agreed_path(TERMS)
    assert stored.name == "content--ja--about--terms.md.txt"
    before = stored.stat().st_mtime_ns
    write_agreed(tmp_path, TERMS, agreed)
    assert (read_agreed(tmp_path, TERMS), stored.stat().st_mtime_ns) == (agreed, before)


def test_results_of_a_deleted_source_go_with_it(gated: Path, hears: Hears) -> None:
    """Nothing is kept for a page that is no more."""
    write_agreed(gated, "content/ja/about/gone.md", {"00000000aa": ()})
    compare(gated, hears({}))
    assert not (gated / agreed_path("content/ja/about/gone.md")).exists()
    assert (gated / agreed_path(TERMS)).exists()


def test_kept_results_need_no_analysis(gated: Path, hears: Hears, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of unchanged sources does not open the dictionary; a changed file is read anew."""
    say(gated, "その礼拝で待つ。")
    compare(gated, hears({}))
    before = find_problems(gated)

    def refuse() -> None:
        message = "the engine was asked"
        raise AssertionError(message)

    monkeypatch.setattr("portal.furigana.engine.Engine.shared", refuse)
    assert (len(before), find_problems(gated)) == (1, before)
    (gated / agreed_path(TERMS)).unlink()
    with pytest.raises(AssertionError, match="the engine was asked"):
        find_problems(gated)


def test_an_edit_moves_only_the_border_it_stands_at() -> None:
    """Of a long page with one changed and one new line, only the stretches that hold them are read anew."""
    texts = [SourceText("page.md", 1, f"{number}番の窓口で聞きます。") for number in range(240)]
    edited = [*texts[:100], replace(texts[100], text="101番目を変えました。"), *texts[101:180], replace(texts[180], text="足しました。"), *texts[180:]]

    before = {repr(stretch) for stretch in stretches_of(texts)}
    after = {repr(stretch) for stretch in stretches_of(edited)}

    assert len(before) > 8
    assert 2 <= len(after - before) <= 5
    assert [text for stretch in stretches_of(edited) for text in stretch] == edited
