"""The example project with both variants confirmed, and what is said after a change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from portal.commands.drift import confirm_all
from portal.drift.confirmation import check_variants_are_confirmed
from portal.loading import read_portal

Change = Callable[[str, str, str], None]
Said = Callable[[], list[str]]


@pytest.fixture
def confirmed(tree: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Give the example project as somebody confirmed it."""
    assert confirm_all(tree) == 0
    capsys.readouterr()
    return tree


@pytest.fixture
def change(tree: Path) -> Change:
    """Give a way to replace words that stand once in a file."""

    def replace(path: str, old: str, new: str) -> None:
        text = (tree / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path}: {text.count(old)} × {old}"
        (tree / path).write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def said(tree: Path) -> Said:
    """Give the messages about drift as they are printed."""

    def messages() -> list[str]:
        portal, problems = read_portal(tree)
        assert portal is not None
        return [str(problem) for problem in sorted(check_variants_are_confirmed(portal, problems))]

    return messages
