"""``scripts/plain``: what is not plain in a text, and how plain it is."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from portal.loading import read_portal
from portal.plain_japanese.findings import Context
from portal.plain_japanese.levels import MISSING
from portal.plain_japanese.linter import Report
from portal.plain_japanese.lists import Budget
from portal.plain_japanese.site import plain_files, report_on, site_context
from portal.portal import Portal
from portal.problems import Problem, SourceError

SIGNS = {"error": "誤り", "warning": "注意"}


def main(root: Path, here: Path, files: Sequence[str], *, as_json: bool) -> int:
    """Lint ``files`` (relative to ``here``; none: all of the project); 1 where there is an error, too many warnings or an unreadable file."""
    portal, problems = read_portal(root)
    if portal is None:
        return _refuse(problems)
    try:
        context = site_context(portal)
        reports = [_report(portal, context, here / file) for file in files]
        reports += [report_on(portal, context, path) for path in plain_files(root)] if not files else []
    except SourceError as error:
        return _refuse(error.problems)
    budget = context.lists.settings.warnings
    if as_json:
        records = [report.record() for report in reports]
        sys.stdout.write(json.dumps(records[0] if len(files) == 1 else records, ensure_ascii=False) + "\n")
    else:
        _print(reports, budget)
        sys.stdout.write("" if context.levels else f"{MISSING}\n")
    return int(any(_fails(report, budget) for report in reports))


def _report(portal: Portal, context: Context, file: Path) -> Report:
    """Report on a file of the project under its path there, on any other file under its own."""
    resolved, root = file.resolve(), portal.root.resolve()
    if resolved.is_relative_to(root):
        return report_on(portal, context, resolved.relative_to(root).as_posix(), root)
    return replace(report_on(portal, context, resolved.name, resolved.parent), path=str(file))


def _refuse(problems: Sequence[Problem]) -> int:
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return 1


def _over(report: Report, budget: Budget) -> bool:
    return report.measures.sentences_with_warnings > budget.most(report.path, report.measures.sentences)


def _fails(report: Report, budget: Budget) -> bool:
    return any(finding.level == "error" for finding in report.findings) or _over(report, budget)


def _print(reports: Sequence[Report], budget: Budget) -> None:
    for report in reports:
        for finding in report.findings:
            better = f" → 「{finding.better}」" if finding.better else ""
            sys.stdout.write(f"{report.path}:{finding.line}: {SIGNS[finding.level]}[{finding.rule}] 「{finding.text}」: {finding.reason}{better}\n")
        measures = report.measures
        if measures.sentences:
            common = "-" if measures.share_n5_n3 is None else f"{measures.share_n5_n3:.0%}"
            sys.stdout.write(
                f"{report.path}: 文 {measures.sentences}、長さの中央 {measures.median_length:g}字・最長 {measures.longest}字、"
                f"N5〜N3 {common}、漢字 {measures.kanji_per_sentence}字/文、指摘のある文 {measures.share_with_findings:.0%}\n"
            )
        if _over(report, budget):
            most = budget.most(report.path, measures.sentences)
            message = f"注意のある文が {measures.sentences_with_warnings} あります（このページは {most} まで）。上の注意から順に直してください。"
            sys.stdout.write(f"{report.path}:1: {message}\n")
