"""Writing decisions: one line at a time into `content/readings/confirmed/<topic>.yml`, so that nothing is lost when an author stops."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from portal.review_gate.decisions import Decision
from portal.review_gate.records import CONFIRMED

BARE: Final = re.compile(r"[ぁ-ゖァ-ヺー一-鿿㐀-䶿々]+")
UNIT: Final = re.compile(r"/([a-e][1-9](?:-[0-9]{1,2}){0,2})\.(?:md|yml)$")
HEAD: Final = """# 確かめた読み。前後の言葉（before、after）が同じなら、サイトのどこでもこう読む。scripts/readings が書き足す。
# before と after は、言葉のすぐ前と後の文字。書かなければ、どんな言葉の隣でも当たる。長い word、長い前後が勝つ。
confirmed:
"""


def topic_of(path: str) -> str:
    """The topic under which a decision made at the source ``path`` is kept."""
    unit = UNIT.search(path)
    if unit:
        return unit.group(1)
    if path.startswith("content/cases/"):
        return "cases"
    if path.startswith(("content/notices/", "content/programme/enrolment", "content/ja/programme/", "content/ja-easy/programme/")):
        return "programme"
    return "directory" if "/directory/" in path else "site"


def decision_line(decision: Decision) -> str:
    """One decision as a line of YAML."""
    fields = {"word": decision.word, "reading": decision.reading, "before": decision.before, "after": decision.after}
    written = ", ".join(f"{key}: {_scalar(value)}" for key, value in fields.items() if value)
    return f"  - {{{written}}}\n"


def add_decision(root: Path, path: str, decision: Decision) -> str:
    """Keep a decision made at the source ``path``; give the file it was written to."""
    target = root / CONFIRMED / f"{topic_of(path)}.yml"
    before = target.read_text(encoding="utf-8") if target.is_file() else HEAD
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".part")
    fresh.write_text(before + ("" if before.endswith("\n") else "\n") + decision_line(decision), encoding="utf-8")
    fresh.replace(target)
    return target.relative_to(root).as_posix()


def _scalar(value: str) -> str:
    return value if BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
