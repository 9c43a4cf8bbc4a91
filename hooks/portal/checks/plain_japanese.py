"""The plain variant is plain: what ``scripts/plain`` calls an error stops the build; its warnings do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Context, Finding
from portal.plain_japanese.linter import judge
from portal.plain_japanese.lists import read_lists
from portal.plain_japanese.passages import markdown_passages, yaml_passages
from portal.plain_japanese.printing import PlainPrinter
from portal.plain_japanese.rules import ERROR_RULES
from portal.plain_japanese.sentences import Passage
from portal.portal import Portal
from portal.problems import Problem, SourceError

SHOWN = 30
"""Characters of the sentence that a message repeats."""


def check_plain_texts_are_plain(portal: Portal) -> Iterator[Problem]:
    """Sentences of 60 characters at most, without double negatives, that end in です, ます or ください; dates and times as people say them."""
    for path, passages in _plain_texts(portal):
        for _, findings in judge(passages, Context(), ERROR_RULES):
            yield from (Problem(path, finding.line, _message(finding)) for finding in findings)


def check_plain_lists_are_sound(portal: Portal) -> Iterator[Problem]:
    """The lists of ``content/plain`` have their shape."""
    try:
        read_lists(portal.root)
    except SourceError as error:
        yield from error.problems


def _plain_texts(portal: Portal) -> Iterator[tuple[str, Iterator[Passage]]]:
    """Path and passages of every plain page and of every file of records."""
    pages = [pages.plain_page for pages in portal.units.values()]
    pages += [prose.page for prose in portal.pages.values() if prose.variant == "easy"]
    for page in pages:
        if page is not None:
            yield page.path, markdown_passages(page, PlainPrinter(portal, glosses=True))
    for key, place in portal.places.items():
        if key == place.document.path and key.endswith(".yml"):
            yield key, yaml_passages(place.document, PlainPrinter(portal, glosses=False))


def _message(finding: Finding) -> str:
    shown = finding.text if len(finding.text) <= SHOWN else f"{finding.text[:SHOWN]}…"
    better = re.sub(r"[（）]", "", finding.better)
    reason = finding.reason.removesuffix("。") + (f"（例: {better}）。" if better else "。")
    return f"やさしい日本語「{shown}」: {reason}"


PLAIN_JAPANESE_RULES = (check_plain_texts_are_plain, check_plain_lists_are_sound)
