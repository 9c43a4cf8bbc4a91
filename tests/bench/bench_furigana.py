"""Readings: error rate by class on the project's own test sets, speed and memory."""

from __future__ import annotations

import re
import resource
import time
from collections import Counter
from pathlib import Path
from typing import Any

from portal.furigana.annotate import Annotator
from portal.loading import load_portal
from portal.publishing import lexicon_of

KANJI_RUN = re.compile(r"[一-鿿㐀-䶿々〆ヶ]+")


def measure(root: Path, runs: int) -> dict[str, Any]:
    """Errors by class for each set in tests/bench/readings/, characters a second (best of ``runs``), peak memory in MiB."""
    annotator = Annotator(lexicon_of(load_portal(root)))
    sets = {path.stem: _errors(annotator, path) for path in sorted((root / "tests" / "bench" / "readings").glob("*.tsv"))}
    speed = max(_speed(root) for _ in range(runs))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rows: list[list[object]] = []
    for name, found in sets.items():
        rows.append([f"{name}: wrong runs / runs", f"{found['wrong']} / {found['runs']} = {found['percent']} %"])
        rows += [[f"  {kind}", f"{wrong} / {total}"] for kind, (wrong, total) in found["classes"].items()]
    rows += [["characters a second", speed], ["peak memory, MiB", memory]]
    return {"sets": sets, "characters_per_second": speed, "peak_mib": memory, "table": rows}


def _errors(annotator: Annotator, path: Path) -> dict[str, Any]:
    wrong, total = Counter[str](), Counter[str]()
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        sentence, runs = line.split("\t")
        expected = [re.fullmatch(r"(.+?)=(.+?)@(.+)", run) for run in runs.split(";")]
        for match, right in zip(expected, _judge(annotator, sentence, [(m.group(1), m.group(2).split("|")) for m in expected if m]), strict=True):
            kind = match.group(3) if match else "?"
            total[kind] += 1
            wrong[kind] += not right
    return {
        "wrong": wrong.total(),
        "runs": total.total(),
        "percent": round(100 * wrong.total() / total.total(), 2),
        "classes": {kind: (wrong[kind], total[kind]) for kind in sorted(total)},
    }


def _judge(annotator: Annotator, sentence: str, expected: list[tuple[str, list[str]]]) -> list[bool]:
    """Whether each run, found in order, is covered by readings that join to an expected one."""
    readings = annotator.readings(sentence)
    at, verdicts = 0, []
    for base, right in expected:
        start = sentence.index(base, at)
        end = start + len(base)
        inside = [reading for reading in readings if reading.start < end and reading.end > start]
        covered = "".join(reading.reading for reading in inside)
        whole = bool(inside) and inside[0].start >= start and inside[-1].end <= end
        wider = bool(inside) and any(covered == each or covered.endswith(each) or covered.startswith(each) for each in right)
        verdicts.append(covered in right if whole else wider)
        at = end
    return verdicts


def _speed(root: Path) -> int:
    """Characters a second of a fresh annotator on the site's own standard pages."""
    text = [line for path in sorted((root / "content" / "ja" / "units").glob("*.md")) for line in path.read_text(encoding="utf-8").splitlines()]
    annotator = Annotator(lexicon_of(load_portal(root)))
    begin = time.perf_counter()
    for line in text:
        annotator.segments(line)
    return round(sum(map(len, text)) / (time.perf_counter() - begin))
