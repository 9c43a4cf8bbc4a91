"""What a mutation run found, against the explanations of the changes no test can notice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOUND = {"Killed", "Timeout"}
NOT_FOUND = {"Survived", "NoCoverage"}


class Change(NamedTuple):
    """One changed place: file, the line it stands in, what was there and what was put there (each without outer blanks)."""

    file: str
    line: str
    old: str
    new: str


@dataclass(frozen=True)
class Verdict:
    """Counts by file and status; survivors nobody explained; explanations that fit no survivor."""

    counts: dict[str, Counter[str]]
    unexplained: list[Change]
    explained: list[Change]
    stale: list[Change]

    @property
    def is_sound(self) -> bool:
        """Whether every survivor is explained and every explanation is needed."""
        return not self.unexplained and not self.stale

    def summary(self) -> dict[str, Any]:
        """Counts for the dated report; shares are found changes of all changes, in per cent."""
        total = sum(self.counts.values(), Counter())
        return {
            "command": "scripts/mutation",
            "changes": total.total(),
            "found": _found(total),
            "share": _share(total),
            "explained": len(self.explained),
            "unexplained": len(self.unexplained),
            "files": {name: dict(sorted(count.items())) | {"share": _share(count)} for name, count in sorted(self.counts.items())},
        }

    def text(self) -> str:
        """Table and remedies for the terminal."""
        rows = [f"{name:48} {_found(count):4} / {count.total():4}  {_share(count):5} %" for name, count in sorted(self.counts.items())]
        total = sum(self.counts.values(), Counter())
        rows.append(f"{'全体':46} {_found(total):4} / {total.total():4}  {_share(total):5} %（説明のある残り {len(self.explained)}）")
        rows += [
            f"{c.file}: テストが気づかない変更です。テストを足すか、explained.yml に理由を書いてください: {c.line}\n    {c.old} → {c.new}"
            for c in self.unexplained
        ]
        rows += [f"{c.file}: この説明に合う変更はもう残っていません。explained.yml から除いてください: {c.line}\n    {c.old} → {c.new}" for c in self.stale]
        return "\n".join(rows)


def explanations(path: Path) -> dict[Change, str]:
    """Read ``explained.yml``: entries ``file, line, changes: [[old, new], …], why``.

    Raises:
        ValueError: where an entry gives no reason.

    """
    found: dict[Change, str] = {}
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        if not str(entry.get("why", "")).strip():
            message = f"{path.name}: {entry['file']}「{entry['line']}」の why（理由）を書いてください。"
            raise ValueError(message)
        for old, new in entry["changes"]:
            found[Change(entry["file"], entry["line"], _flat(old), _flat(new))] = entry["why"]
    return found


def judge(report: dict[str, Any], explained: dict[Change, str]) -> Verdict:
    """Sort the changes of a report (mutation-testing-report-schema) into found, explained and unexplained ones."""
    counts: dict[str, Counter[str]] = {}
    survivors: list[Change] = []
    for path, file in report["files"].items():
        name = path.rpartition("assets/js/")[2]
        lines = file["source"].split("\n")
        counts[name] = Counter(mutant["status"] for mutant in file["mutants"] if mutant["status"] in FOUND | NOT_FOUND)
        survivors += [_change(name, lines, mutant) for mutant in file["mutants"] if mutant["status"] in NOT_FOUND]
    return Verdict(
        counts=counts,
        unexplained=[change for change in survivors if change not in explained],
        explained=[change for change in survivors if change in explained],
        stale=[change for change in explained if change not in survivors],
    )


def _change(name: str, lines: list[str], mutant: dict[str, Any]) -> Change:
    start, end = mutant["location"]["start"], mutant["location"]["end"]
    within = lines[start["line"] - 1 : end["line"]]
    if len(within) == 1:
        old = within[0][start["column"] - 1 : end["column"] - 1]
    else:
        old = "\n".join([within[0][start["column"] - 1 :], *within[1:-1], within[-1][: end["column"] - 1]])
    return Change(name, lines[start["line"] - 1].strip(), _flat(old), _flat(mutant.get("replacement", "")))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _found(count: Counter[str]) -> int:
    return sum(count[status] for status in FOUND)


def _share(count: Counter[str]) -> float:
    return round(100 * _found(count) / count.total(), 1) if count.total() else 0.0
