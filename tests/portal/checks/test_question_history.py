"""Learners' records stay right when a question is edited."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from portal.checks.question_history import check_questions_keep_their_history
from portal.loading import read_portal

QUIZ = "quizzes/a1.yml"
KEY = "correct: true, text: {ja: 話を聞く"


def commit(tree: Path) -> None:
    """Commit everything."""
    identity = ["-c", "user.name=author", "-c", "user.email=author@example.jp"]
    for command in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "questions"]):
        subprocess.run(["git", *command], cwd=tree, check=True, capture_output=True)


def edit(tree: Path, *changes: tuple[str, str]) -> None:
    """Replace the first occurrence of each text in the quiz."""
    text = (tree / QUIZ).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (tree / QUIZ).write_text(text, encoding="utf-8")


def problems(tree: Path) -> list[str]:
    """What the rule says."""
    portal, _ = read_portal(tree)
    assert portal is not None
    return [str(problem) for problem in check_questions_keep_their_history(portal)]


def test_without_history_nothing_is_said(tree: Path) -> None:
    """A copy without git is sound."""
    assert problems(tree) == []


def test_reworded_question_keeps_its_rev(tree: Path) -> None:
    """A typo costs nobody her progress."""
    commit(tree)
    edit(tree, ("例の問い一で先にすることはどれか。", "例の問い一で、まずすることはどれか。"))
    assert problems(tree) == []


@pytest.mark.parametrize("committed", [False, True])
def test_new_key_needs_a_new_rev(tree: Path, *, committed: bool) -> None:
    """Whether or not the change was committed: an old right answer must not count as right for the new key."""
    commit(tree)
    swap = [(KEY, "correct: false, text: {ja: 話を聞く"), ("correct: false, text: {ja: 表を作る", "correct: true, text: {ja: 表を作る")]
    edit(tree, *swap)
    if committed:
        commit(tree)
    assert [problem.partition(": ")[2] for problem in problems(tree)] == ["q-a1-0001: 正答が変わりましたが、rev が 1 のままです。rev を一つ上げてください。"]
    edit(tree, ("rev: 1", "rev: 2"))
    # Once the wrong version is in the history, a rev of its own keeps it apart.
    assert problems(tree) == []


def test_rev_never_goes_back(tree: Path) -> None:
    """A smaller rev would bring old answers back to life."""
    edit(tree, ("rev: 1", "rev: 3"))
    commit(tree)
    edit(tree, ("rev: 3", "rev: 2"))
    assert "rev が前の 3 より小さくなっています" in problems(tree)[0]


def test_question_that_vanishes_must_be_retired(tree: Path) -> None:
    """Its id is kept, so that nobody uses it again."""
    text = (tree / QUIZ).read_text(encoding="utf-8")
    extra = text[text.index("  - id: q-a1-0008") : text.index("retired:")]
    (tree / QUIZ).write_text(text.replace("retired:", extra.replace("q-a1-0008", "q-a1-0010") + "retired:"), encoding="utf-8")
    commit(tree)
    (tree / QUIZ).write_text(text, encoding="utf-8")
    assert problems(tree) == ["quizzes/a1.yml:1: q-a1-0010 がなくなっています。やめた問題なら、retired に id を残してください。"]
    edit(tree, ("retired: [", "retired: [q-a1-0010, "))
    assert problems(tree) == []


def test_option_that_vanishes_needs_a_new_rev(tree: Path) -> None:
    """Attempts keep option ids."""
    line = "      - {id: d, correct: false, text: {ja: 四つめ, easy: 四つめです}, why: {ja: 早い。, easy: 早いです。}}\n"
    text = (tree / QUIZ).read_text(encoding="utf-8")
    (tree / QUIZ).write_text(text.replace("    source:", line + "    source:", 1), encoding="utf-8")
    commit(tree)
    (tree / QUIZ).write_text(text, encoding="utf-8")
    assert "選択肢 d がなくなりました" in problems(tree)[0]
