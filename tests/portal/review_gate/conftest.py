"""A project with a gate: the example with a list of its own, and a second engine that says what a test tells it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from portal.furigana.annotate import Annotator
from portal.furigana.lexicon import Lexicon
from portal.review_gate.second_engine import SecondEngine

LIST = "heteronyms:\n  - {surface: 礼拝, readings: [れいはい, らいはい]}\n  - {surface: 心中, readings: [しんじゅう, しんちゅう]}\n"
"""Words that the site's own controls do not hold."""
Hears = Callable[[dict[str, str]], SecondEngine]


@pytest.fixture
def gated(tree: Path) -> Path:
    """Give the example project with a list of two words and without any text that was compared."""
    (tree / "content/readings/heteronyms.yml").write_text(LIST, encoding="utf-8")
    return tree


@pytest.fixture
def hears(monkeypatch: pytest.MonkeyPatch) -> Hears:
    """Give a maker of second engines that agree with ours but for the words it is told."""
    ours = Annotator(Lexicon.of(()))

    def make(otherwise: dict[str, str]) -> SecondEngine:
        def run_frontend(text: str, **_: object) -> list[dict[str, str]]:
            segments = ours.segments(text)
            return [{"string": part.base, "read": otherwise.get(part.base) or part.reading or part.base} for part in segments]

        monkeypatch.setitem(sys.modules, "pyopenjtalk", SimpleNamespace(run_frontend=run_frontend))
        return SecondEngine()

    return make
