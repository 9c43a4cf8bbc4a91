"""The project's own plain pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.loading import read_portal
from portal.plain_japanese.linter import Report
from portal.plain_japanese.lists import Lists
from portal.plain_japanese.site import plain_files, report_on, site_context

MEDIAN = 32


@pytest.fixture(scope="module")
def reports(root: Path) -> list[Report]:
    """Give a report on every file that holds plain Japanese."""
    portal, _ = read_portal(root)
    assert portal is not None
    context = site_context(portal)
    return [report_on(portal, context, path) for path in plain_files(root)]


def test_no_file_has_an_error(reports: list[Report]) -> None:
    """The build would stop."""
    assert [(report.path, finding.line, finding.rule) for report in reports for finding in report.findings if finding.level == "error"] == []


def test_every_page_keeps_its_budget_of_warnings(reports: list[Report], lists: Lists) -> None:
    """Warnings may stand, but few."""
    budget = lists.settings.warnings
    assert [report.path for report in reports if report.measures.sentences_with_warnings > budget.most(report.path, report.measures.sentences)] == []


def test_median_length_of_every_page_is_that_of_plain_japanese(reports: list[Report]) -> None:
    """The content contract says 32 characters."""
    pages = [report for report in reports if report.path.endswith(".md")]
    assert [report.path for report in pages if (report.measures.median_length or 0) > MEDIAN] == []
