"""Plain Japanese: how well the page measures tell official plain texts from ordinary ones, and the measures of our own pages.

The passages belong to others and stay out of the project. ``python tests/bench/bench_plain.py FOLDER [--save]`` reads FOLDER/plain/*.txt,
FOLDER/ordinary/*.txt and FOLDER/sources.tsv (file, publisher, URL).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
REPORT = "plain-2026-11-21.json"
KINDS = ("plain", "ordinary")
FEWEST_SENTENCES = 5
METHOD = (
    "Passages of at least five sentences, copied by hand from stored copies of the pages in sources; readings over kanji were left out or rebuilt where the copy had lost the "
    "kanji. Labels are the publishers' own. Several passages share a publisher. cut_off: the value that tells most passages apart, found on these passages; "
    "separated_unseen_half: found on every second passage, tried on the others. Own glossary and names are not used for the passages of others."
)
MEASURES = ("median_length", "kanji_per_sentence", "share_n5_n3", "share_with_findings", "findings_per_sentence")
HIGHER_IS_PLAINER = ("share_n5_n3",)

sys.path.insert(0, str(ROOT / "hooks"))

from portal.loading import load_portal  # noqa: E402 - the room lies in hooks
from portal.plain_japanese.findings import Context  # noqa: E402
from portal.plain_japanese.linter import lint  # noqa: E402
from portal.plain_japanese.passages import text_passages  # noqa: E402
from portal.plain_japanese.site import plain_files, report_on, site_context  # noqa: E402

Values = dict[str, list[float]]


def measure_folder(folder: Path, context: Context) -> dict[str, dict[str, dict[str, Any]]]:
    """Measures of every passage of at least five sentences: kind → file name → measure → value."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for kind in KINDS:
        reports = {path.stem: lint(path.name, text_passages(path.read_text(encoding="utf-8")), context) for path in sorted((folder / kind).glob("*.txt"))}
        found[kind] = {name: report.measures.record() for name, report in reports.items() if report.measures.sentences >= FEWEST_SENTENCES}
    return found


def cut_off(plain: Sequence[float], ordinary: Sequence[float], *, higher_is_plainer: bool) -> dict[str, float]:
    """The value between the two groups that tells most passages apart: ``cut_off``, and the ``separated`` share of all (0–1)."""
    sign = -1 if higher_is_plainer else 1
    low, high = [sign * value for value in plain], [sign * value for value in ordinary]
    values = sorted({*low, *high})
    best, place = 0, 0.0
    for below, above in pairwise(values):
        between = (below + above) / 2
        right = sum(value < between for value in low) + sum(value > between for value in high)
        if right > best:
            best, place = right, between
    return {"cut_off": round(sign * place, 4), "separated": round(best / (len(low) + len(high)), 4)}


def halves(values: Values, *, higher_is_plainer: bool) -> float:
    """Share of the passages told apart when the cut-off is learned from every second passage and tried on the others."""
    learned = cut_off(values["plain"][::2], values["ordinary"][::2], higher_is_plainer=higher_is_plainer)["cut_off"]
    sign = -1 if higher_is_plainer else 1
    right = sum(sign * value < sign * learned for value in values["plain"][1::2]) + sum(sign * value > sign * learned for value in values["ordinary"][1::2])
    return round(right / (len(values["plain"][1::2]) + len(values["ordinary"][1::2])), 4)


def compare(found: dict[str, dict[str, dict[str, Any]]]) -> dict[str, Any]:
    """Both distributions and the cut-off for each measure; a measure that was not taken is left out."""
    compared: dict[str, Any] = {}
    for name in MEASURES:
        values: Values = {kind: [record[name] for record in found[kind].values() if record[name] is not None] for kind in KINDS}
        if not all(values.values()):
            continue
        higher = name in HIGHER_IS_PLAINER
        compared[name] = {
            **{kind: {"lowest": min(each), "median": median(each), "highest": max(each)} for kind, each in values.items()},
            **cut_off(values["plain"], values["ordinary"], higher_is_plainer=higher),
            "separated_unseen_half": halves(values, higher_is_plainer=higher),
        }
    return compared


def majority(found: dict[str, dict[str, dict[str, Any]]], compared: dict[str, Any]) -> float:
    """Share of the passages (0–1) told apart when two of the three best measures have to agree."""
    judges = [name for name in ("share_n5_n3", "kanji_per_sentence", "findings_per_sentence") if name in compared]
    right = 0
    for kind in KINDS:
        for record in found[kind].values():
            votes = sum((record[name] > compared[name]["cut_off"]) == (name in HIGHER_IS_PLAINER) for name in judges)
            right += (2 * votes > len(judges)) == (kind == "plain")
    return round(right / sum(len(found[kind]) for kind in KINDS), 4)


def report(folder: Path) -> dict[str, Any]:
    """Everything the report holds."""
    portal = load_portal(ROOT)
    context = site_context(portal)
    # Names of our own glossary may not make the texts of others look plainer.
    found = measure_folder(folder, replace(context, names=frozenset()))
    compared = compare(found)
    lines = (folder / "sources.tsv").read_text(encoding="utf-8").splitlines()
    used = {f"{kind}/{name}.txt" for kind in KINDS for name in found[kind]}
    pages = [path for path in plain_files(ROOT) if path.endswith(".md")]
    return {
        "method": METHOD,
        "passages": {kind: len(found[kind]) for kind in KINDS},
        "measures": compared,
        "separated_by_majority": majority(found, compared),
        "site": {path: report_on(portal, context, path).measures.record() for path in pages},
        "each": found,
        "sources": [dict(zip(("file", "publisher", "url"), line.split("\t"), strict=True)) for line in lines if line.split("\t")[0] in used],
    }


def main(arguments: Sequence[str]) -> None:
    """Print the comparison; ``--save`` keeps the report."""
    parser = argparse.ArgumentParser(description="やさしい日本語の数値が、公のやさしい文章とふつうの文章を分けられるかを測ります。")
    parser.add_argument("folder", type=Path, help="plain/*.txt、ordinary/*.txt、sources.tsv のあるフォルダー")
    parser.add_argument("--save", action="store_true", help=f"tests/bench/reports/{REPORT} に残す")
    given = parser.parse_args(arguments)
    made = report(given.folder)
    for name, row in made["measures"].items():
        shares = f"{row['separated']:.1%} / {row['separated_unseen_half']:.1%}"
        sys.stdout.write(f"{name:22} plain {row['plain']['median']:6} ordinary {row['ordinary']['median']:6} cut {row['cut_off']:8} separated {shares}\n")
    sys.stdout.write(f"two of three agree: separated {made['separated_by_majority']:.1%}; passages {made['passages']}\n")
    if given.save:
        (ROOT / "tests/bench/reports" / REPORT).write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
