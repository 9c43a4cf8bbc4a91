"""``scripts/check``: what it prints and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from portal.commands.check import main


def test_sound_sources_end_with_success(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An author reads that all is well."""
    assert main(tree) == 0
    assert capsys.readouterr().out == "原稿に問題はありません。\n"


def test_each_problem_is_a_line_that_editors_link(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Path and line come first; the end counts the problems and says what to do."""
    (tree / "content/ja/about/terms.md").unlink()
    settings = tree / "quizzes/settings.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("completion_cases: 1", "completion_cases: one"), encoding="utf-8")
    assert main(tree) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "quizzes/settings.yml:8: completion_cases: 整数で書いてください（今は「one」）。"
    assert lines[-1].startswith("問題が 1 件あります。")


def test_problems_are_printed_in_the_order_of_files_and_lines(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An author works from top to bottom."""
    for path, old, new in (
        ("content/site.yml", "rescue-line", "no-line"),
        ("content/ja/about/terms.md", "本文である。", "<b>本文</b>である。"),
        ("content/directory/example-city.yml", "[moving-in]", "[moving]"),
    ):
        text = (tree / path).read_text(encoding="utf-8")
        (tree / path).write_text(text.replace(old, new), encoding="utf-8")
    assert main(tree) == 1
    places = [tuple(line.split(":")[:2]) for line in capsys.readouterr().out.splitlines() if line.startswith("content/")]
    assert [path for path, _ in places] == [
        "content/directory/example-city.yml",
        "content/directory/example-city.yml",
        "content/ja/about/terms.md",
        "content/ja/about/terms.md",
        "content/site.yml",
    ]


def test_help_needs_no_environment(root: Path) -> None:
    """``--help`` answers before anything is set up."""
    done = subprocess.run([sys.executable, "scripts/check", "--help"], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, "usage: check" in done.stdout) == (0, True)
