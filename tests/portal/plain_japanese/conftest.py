"""Sentences under the rules, with the project's own lists and without any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from portal.plain_japanese.findings import Context, Finding
from portal.plain_japanese.levels import Levels
from portal.plain_japanese.linter import judge
from portal.plain_japanese.lists import Lists, read_lists
from portal.plain_japanese.rules import RULES
from portal.plain_japanese.sentences import Kind, Passage

Find = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def lists(root: Path) -> Lists:
    """Give the project's own lists."""
    return read_lists(root)


@pytest.fixture(scope="session")
def find(lists: Lists) -> Find:
    """Give a function that finds what is not plain in one passage."""

    def found(text: str, kind: Kind = "prose", names: frozenset[str] = frozenset(), levels: Levels | None = None) -> list[Finding]:
        context = Context(lists, names, levels)
        return [finding for _, findings in judge([Passage(text, 7, kind)], context, RULES) for finding in findings]

    return found
