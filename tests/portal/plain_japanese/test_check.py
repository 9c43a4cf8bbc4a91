"""Errors of plain Japanese stop the build, at their file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.loading import find_problems

PAGE = "content/ja-easy/units/a1-1.md"


def rewrite(tree: Path, path: str, old: str, new: str) -> None:
    """Replace the first ``old``, which must be there."""
    text = (tree / path).read_text(encoding="utf-8")
    assert old in text
    (tree / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("結果を約束する。", "文の終わりが"),
        ("話さないわけではありません。", "二重否定"),
        ("令和7年に始まります。", "（例: 2025年）。"),
        ("17時に閉まります。", "（例: 午後5時）。"),
        ("9時〜午後5時です。", "（例: 9時から午後5時まで）。"),
        ("あ" * 60 + "です。", "文が長すぎます（63字）"),
    ],
)
def test_error_in_a_page_names_line_and_remedy(tree: Path, text: str, message: str) -> None:
    """An author reads what to do."""
    rewrite(tree, PAGE, "- 結果を約束しません。", f"- {text}")
    (problem,) = find_problems(tree)
    assert (problem.path, problem.line) == (PAGE, 51)
    assert message in problem.message
    assert "ください" in problem.message


def test_error_in_a_record_names_its_line(tree: Path) -> None:
    """Plain texts of YAML files are plain too."""
    path = "content/figures/example.yml"
    line = next(number for number, text in enumerate((tree / path).read_text(encoding="utf-8").splitlines(), 1) if "easy:" in text)
    text = (tree / path).read_text(encoding="utf-8").splitlines()
    text[line - 1] = (
        text[line - 1].replace('easy: "', 'easy: "午後13時に行く。') if 'easy: "' in text[line - 1] else text[line - 1].replace("easy: ", "easy: 市に行く。", 1)
    )
    (tree / path).write_text("\n".join(text) + "\n", encoding="utf-8")
    assert {(problem.path, problem.line) for problem in find_problems(tree)} == {(path, line)}


def test_warning_does_not_stop_the_build(tree: Path) -> None:
    """A passive verb is the author's to judge."""
    rewrite(tree, PAGE, "- 結果を約束しません。", "- 手紙が送られます。")
    assert find_problems(tree) == []


def test_speech_in_a_conversation_may_break_off(tree: Path) -> None:
    """A turn is left as it was said, in its record and on the page; what explains it is plain Japanese like any other text."""
    path = "content/transcripts/example.yml"
    rewrite(tree, path, "easy: いつまでですか。}", "easy: いつまでに出す。}")
    assert find_problems(tree) == []
    rewrite(tree, path, "easy: 心配なことを聞いていません。}", "easy: 心配なことを聞かない。}")
    assert [problem.line for problem in find_problems(tree)] == [14]
