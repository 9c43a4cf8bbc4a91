"""The verdict over a mutation run: a survivor needs a reason, a reason needs a survivor."""

from pathlib import Path
from typing import Any

import pytest
from judge import Change, explanations, judge

SOURCE = "const a = 1;\nif (a > 0) stop();\n"


def _report(*statuses: str) -> dict[str, Any]:
    at = {"start": {"line": 2, "column": 5}, "end": {"line": 2, "column": 10}}
    mutants = [{"status": status, "location": at, "replacement": new} for status, new in zip(statuses, ("true", "a >= 0"), strict=False)]
    return {"files": {"overrides/assets/js/quiz/grading.js": {"source": SOURCE, "mutants": mutants}}}


WIDER = Change("quiz/grading.js", "if (a > 0) stop();", "a > 0", "a >= 0")


def test_a_survivor_nobody_explained_is_named_with_its_line() -> None:
    """The person gets file, line and the change."""
    verdict = judge(_report("Killed", "Survived"), {})
    assert verdict.unexplained == [WIDER]
    assert not verdict.is_sound
    assert "if (a > 0) stop();\n    a > 0 → a >= 0" in verdict.text()


def test_code_that_no_test_reaches_is_a_survivor() -> None:
    """Not reached is not checked."""
    assert judge(_report("Killed", "NoCoverage"), {}).unexplained == [WIDER]


def test_explained_survivors_are_counted_and_do_not_fail() -> None:
    """The report tells them apart."""
    verdict = judge(_report("Timeout", "Survived"), {WIDER: "a is never 0"})
    assert verdict.is_sound
    assert (verdict.summary()["changes"], verdict.summary()["found"], verdict.summary()["explained"]) == (2, 1, 1)


def test_an_explanation_that_is_needed_no_more_is_named() -> None:
    """The list of reasons stays as short as it can be."""
    verdict = judge(_report("Killed", "Killed"), {WIDER: "a is never 0"})
    assert verdict.stale == [WIDER]
    assert not verdict.is_sound


def test_an_explanation_without_a_reason_is_refused(tmp_path: Path) -> None:
    """A blank is no reason."""
    path = tmp_path / "explained.yml"
    path.write_text("- {file: quiz/grading.js, line: x, changes: [[a, b]], why: ' '}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"why（理由）を書いてください"):
        explanations(path)


def test_the_projects_explanations_fit_the_code_as_it_stands() -> None:
    """Without a run: every explained line is still in its file."""
    scripts = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "js"
    for change in explanations(Path(__file__).with_name("explained.yml")):
        lines = [line.strip() for line in (scripts / change.file).read_text(encoding="utf-8").splitlines()]
        assert change.line in lines, f"{change.file}: {change.line}"
