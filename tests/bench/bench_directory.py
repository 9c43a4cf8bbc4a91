"""The referral directory: script time per key and size of what is fetched, with the real data and with 10,000 generated services."""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import environment
from portal.loading import load_portal
from portal.publishing import annotator_of
from portal.referral.index import referral_index, referral_texts, split_terms
from portal.search.index import index_json

MANY = 10_000


def measure(root: Path, runs: int) -> dict[str, Any]:
    """Milliseconds of the ranking under Node (medians of ``runs``; the first key prepares the index) and KiB gzip of the data."""
    portal = load_portal(root)
    annotator = annotator_of(portal)
    index = referral_index(portal, "ja", annotator)
    near, far = split_terms(index)
    many = near | {"services": [_copy(near["services"], number) for number in range(MANY)]}
    parts = {"index": near, "other scripts": far, "texts": referral_texts(portal, "ja", annotator), "index of 10,000": many}
    sizes = {name: round(len(gzip.compress(index_json(part).encode(), 9)) / 1024, 1) for name, part in parts.items()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.json"
        path.write_text(index_json(index), encoding="utf-8")
        times = {count: _times(root, path, count, runs) for count in (len(index["services"]), MANY)}
    rows = [[f"{name}, KiB gzip", size] for name, size in sizes.items()]
    for count, found in times.items():
        rows += [
            [f"{count} services: {what} key, ms (median of {runs})", found[key]]
            for what, key in (("first", "first"), ("median", "median"), ("slowest later", "most"))
        ]
    return {"services": len(index["services"]), "kib": sizes, "times": {str(count): found for count, found in times.items()}, "table": rows}


def _copy(services: list[dict[str, Any]], number: int) -> dict[str, Any]:
    model, copy = services[number % len(services)], number // len(services)
    return model | {"id": f"{model['id']}{copy or ''}", "names": [f"{name}{copy or ''}" for name in model["names"]]}


def _times(root: Path, index: Path, count: int, runs: int) -> dict[str, float]:
    command = [environment.node(), str(root / "tests" / "bench" / "referral_speed.mjs"), str(index), str(count)]
    found = [json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(runs)]
    return {key: statistics.median(each[key] for each in found) for key in ("first", "median", "most")}
