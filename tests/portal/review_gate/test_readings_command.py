"""``scripts/readings``: an author answers, each answer is kept at once, and the rest can wait."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from portal.commands.readings import decision_of, main
from portal.loading import find_problems, load_portal
from portal.review_gate.desk import Desk
from portal.review_gate.queue import Group
from portal.review_gate.second_engine import SecondEngine

TERMS = "content/ja/about/terms.md"
CONFIRMED = "content/readings/confirmed/site.yml"
TEXT = "その礼拝で待つ。人はその礼拝で書く。次の礼拝へ行く。心中を話す。"
Hears = Callable[[dict[str, str]], SecondEngine]


@pytest.fixture
def waiting(gated: Path, hears: Hears) -> Path:
    """Give a project in which one word waits at three places, two of them alike, and another word at one."""
    page = gated / TERMS
    page.write_text(page.read_text(encoding="utf-8").replace("例の利用条件の本文である。", TEXT), encoding="utf-8")
    hears({})
    return gated


def answers(*given: str) -> Callable[[str], str]:
    """Give an author who says this and then goes away."""
    left: Iterator[str] = iter(given)

    def ask(_: str) -> str:
        answer = next(left, None)
        if answer is None:
            raise EOFError
        return answer

    return ask


def decided(root: Path) -> list[dict[str, str]]:
    """Give the decisions as they are written."""
    path = root / CONFIRMED
    return list(yaml.safe_load(path.read_text(encoding="utf-8"))["confirmed"]) if path.exists() else []


def groups(root: Path) -> list[Group]:
    """Give what waits."""
    return Desk(load_portal(root)).groups()


def test_commonest_word_comes_first_with_all_its_places(waiting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The author sees the sentence with the word marked, its places and the candidates by number."""
    main(waiting, "walk", answers())
    shown = capsys.readouterr().out
    assert "[1/3] 「礼拝」（2 か所）" in shown
    assert f"{TERMS}:7: その【礼拝】で待つ。" in shown
    assert f"{TERMS}:7: 人はその【礼拝】で書く。" in shown
    assert "今の読み: れいはい  候補: 1=れいはい 2=らいはい" in shown


def test_enter_takes_the_printed_reading_for_all_like_places(waiting: Path) -> None:
    """One decision, two places."""
    main(waiting, "walk", answers(""))
    assert decided(waiting) == [{"word": "礼拝", "reading": "れいはい", "before": "その", "after": "で"}]
    assert {(group.word, len(group.runs)) for group in groups(waiting)} == {("礼拝", 1), ("心中", 1)}


def test_number_or_kana_chooses_another_reading_and_corrects_the_page(waiting: Path) -> None:
    """Confirming and correcting is one act."""
    main(waiting, "walk", answers("", "ライハイ", "2"))
    assert [line["reading"] for line in decided(waiting)] == ["れいはい", "らいはい", "しんちゅう"]
    assert find_problems(waiting) == []


def test_skipped_word_waits_and_quitting_keeps_what_was_decided(waiting: Path) -> None:
    """Nothing is lost, whenever the author stops."""
    main(waiting, "walk", answers("s", "", "q"))
    assert [line["before"] for line in decided(waiting)] == ["の"]
    assert {group.word for group in groups(waiting)} == {"礼拝", "心中"}


def test_interruption_keeps_what_was_decided(waiting: Path) -> None:
    """Ctrl-C is a way to stop."""

    def ask(_: str) -> str:
        if decided(waiting):
            raise KeyboardInterrupt
        return ""

    assert main(waiting, "walk", ask) == 0
    assert len(decided(waiting)) == 1


def test_decision_for_every_neighbour_serves_the_groups_behind_it(waiting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is settled is not asked again."""
    main(waiting, "walk", answers("*", ""))
    assert decided(waiting) == [{"word": "礼拝", "reading": "れいはい"}, {"word": "心中", "reading": "しんじゅう", "before": "。", "after": "を"}]
    assert "[2/3]" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("", ("れいはい", "その", "で")),
        ("<2", ("らいはい", "その", "")),
        (">", ("れいはい", "", "で")),
        ("*らいはい", ("らいはい", "", "")),
        ("+", ("れいはい", "^その", "で待つ")),
    ],
)
def test_scope_of_an_answer(waiting: Path, answer: str, expected: tuple[str, str, str]) -> None:
    """An author widens or narrows where a decision holds."""
    decision = decision_of(groups(waiting)[0], answer)
    assert (decision.reading, decision.before, decision.after) == expected


def test_correction_at_the_end_of_a_text_holds_inside_of_brackets_too(waiting: Path) -> None:
    """A page may print a record as part of a longer text; where nothing else stands beside the word, the ends are all there is."""
    page = waiting / TERMS
    page.write_text(page.read_text(encoding="utf-8").replace(TEXT, "礼拝で待つ。\n\n礼拝"), encoding="utf-8")
    found = {group.decision("らいはい").place for group in groups(waiting)} | {group.decision("れいはい").place for group in groups(waiting)}
    assert found == {("礼拝", "", "で"), ("礼拝", "^", "で"), ("礼拝", "^", "$")}


@pytest.mark.parametrize("answer", ["9", "0", "礼拝", "reihai", "らい はい"])
def test_answer_that_means_nothing_is_asked_again(waiting: Path, capsys: pytest.CaptureFixture[str], answer: str) -> None:
    """Nothing is written for it, and the author reads why."""
    main(waiting, "walk", answers(answer, "q"))
    assert decided(waiting) == []
    assert f"「{answer}」は使えません" in capsys.readouterr().out


def test_list_prints_places_that_editors_link(waiting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same lines as in CI; the exit code says that something waits."""
    main(waiting, "agree")
    capsys.readouterr()
    assert main(waiting, "list") == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()] == [f"{TERMS}:7"] * 4


def test_counts_tell_what_waits(waiting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How much there is to do."""
    main(waiting, "agree")
    assert main(waiting, "stats") == 0
    assert "待っている読み 4（一覧の言葉 4、二つの解析でちがうもの 0）" in capsys.readouterr().out


def test_line_of_the_list_without_a_text_is_shown_but_no_fault(waiting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be misspelt, or guard a text to come."""
    with (waiting / "content/readings/heteronyms.yml").open("a", encoding="utf-8") as file:
        file.write("  - {surface: 競売, readings: [きょうばい, けいばい]}\n")
    assert main(waiting, "stats") == 0
    shown = capsys.readouterr().out
    assert "content/readings/heteronyms.yml:4: 「競売」" in shown
    assert "（うち今の文にないもの 1）" in shown


def test_project_without_a_list_is_told_what_to_write(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command needs the list."""
    assert main(tree, "list") == 1
    assert "content/readings/heteronyms.yml がありません" in capsys.readouterr().err


def test_missing_second_engine_is_told_without_a_traceback(waiting: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence with what to do."""
    monkeypatch.setattr("portal.review_gate.second_engine.PACKAGE", "no_such_engine")
    assert main(waiting, "agree") == 1
    assert capsys.readouterr().err.endswith("scripts/test を一度実行すると入ります。\n")


def test_unreadable_sources_are_told_as_by_the_check(waiting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The walk begins with what can be read."""
    (waiting / "content/site.yml").write_text("name: 1\n", encoding="utf-8")
    assert main(waiting, "walk", answers()) == 1
    assert "content/site.yml:1:" in capsys.readouterr().err


def test_help_needs_no_environment(root: Path) -> None:
    """``--help`` answers before anything is set up."""
    done = subprocess.run([sys.executable, "scripts/readings", "--help"], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, "--agree" in done.stdout) == (0, True)
