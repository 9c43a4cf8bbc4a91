"""The gate among the checks of the sources."""

from __future__ import annotations

from collections.abc import Iterator

from portal.portal import Portal
from portal.problems import Problem, SourceError
from portal.review_gate.gate import Gate
from portal.review_gate.records import has_gate, read_review


def check_review_files(portal: Portal) -> Iterator[Problem]:
    """The heteronym list and the decisions can be read; no place is decided twice."""
    if has_gate(portal.root):
        try:
            read_review(portal.root)
        except SourceError as error:
            yield from error.problems


def check_readings_are_reviewed(portal: Portal) -> Iterator[Problem]:
    """No reading on the list or in dispute waits for an author, no sentence for the comparison, and no decision is of no use."""
    if has_gate(portal.root) and not list(check_review_files(portal)):
        yield from Gate.of(portal, read_review(portal.root)).problems()


REVIEW_FILE_RULES = (check_review_files,)
