"""Readings: error rate by class on the project's own test sets, speed, memory, and what furigana cost a build."""

from __future__ import annotations

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import environment
from portal.furigana.annotate import Annotator
from portal.loading import load_portal
from portal.publishing import annotator_of

MOST_BUILDS = 3
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "node_modules", ".*_cache")


def measure(root: Path, runs: int) -> dict[str, Any]:
    """Errors by class for each set in tests/bench/readings/, characters a second (best of ``runs``), peak memory in MiB."""
    annotator = annotator_of(load_portal(root))
    sets = {path.stem: _errors(annotator, path) for path in sorted((root / "tests" / "bench" / "readings").glob("*.tsv"))}
    speed = max(_speed(root) for _ in range(runs))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rows: list[list[object]] = []
    for name, found in sets.items():
        rows.append([f"{name}: wrong runs / runs", f"{found['wrong']} / {found['runs']} = {found['percent']} %"])
        rows += [[f"  {kind}", f"{wrong} / {total}"] for kind, (wrong, total) in found["classes"].items()]
    build = _builds(root, min(runs, MOST_BUILDS))
    rows += [["characters a second", speed], ["peak memory of an annotator, MiB", memory], ["peak memory of a build, MiB", build["peak_mib"]]]
    rows += [[f"build, furigana {kind}, median of {build['runs']}, s", seconds] for kind, seconds in build["seconds"].items()]
    rows += [["ratio warm / off, cold / off", f"{build['ratio']['warm']} / {build['ratio']['cold']}"]]
    return {"sets": sets, "characters_per_second": speed, "peak_mib": memory, "build": build, "table": rows}


def _builds(root: Path, runs: int) -> dict[str, Any]:
    """Seconds of whole builds of a copy without furigana, with warm cache and with none; medians, the three kinds in turn."""
    seconds: dict[str, list[float]] = {"off": [], "cold": [], "warm": []}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(root, Path(folder) / "copy", ignore=NOT_COPIED))
        _build(copy, "off")
        for _ in range(runs):
            seconds["off"].append(_build(copy, "off"))
            shutil.rmtree(copy / ".cache" / "furigana", ignore_errors=True)
            seconds["cold"].append(_build(copy, "on"))
            seconds["warm"].append(_build(copy, "on"))
    medians = {kind: round(statistics.median(values), 2) for kind, values in seconds.items()}
    return {
        "runs": runs,
        "seconds": medians,
        "ratio": {kind: round(medians[kind] / medians["off"], 2) for kind in ("warm", "cold")},
        "peak_mib": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
    }


def _build(project: Path, furigana: str) -> float:
    """Wall seconds of one build process."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(project / "site")]
    variables = os.environ | environment.QUIET | {"PORTAL_FURIGANA": furigana, "PORTAL_BUILD": "bench"}
    begin = time.perf_counter()
    subprocess.run(command, cwd=project, env=variables, check=True, capture_output=True)
    return time.perf_counter() - begin


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
    annotator = annotator_of(load_portal(root))
    begin = time.perf_counter()
    for line in text:
        annotator.segments(line)
    return round(sum(map(len, text)) / (time.perf_counter() - begin))
