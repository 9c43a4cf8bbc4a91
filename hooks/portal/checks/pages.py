"""Prose pages exist in both variants with the same headings."""

from __future__ import annotations

from collections.abc import Iterator

from portal.addresses import FOOTER, NAVIGATION, address_of
from portal.locales import FOLDERS
from portal.model.base import Variant
from portal.portal import Portal
from portal.problems import Problem
from portal.prose import headings


def check_linked_pages_exist(portal: Portal) -> Iterator[Problem]:
    """Pages that the navigation and the footer of every page link to; one that is missing in a single variant lacks its twin."""
    there = {address_of(path.partition("/")[2].partition("/")[2]) for path in portal.places if path.endswith(".md")}
    for address in (*(address for _, address in NAVIGATION), *FOOTER):
        if address not in there:
            yield Problem(f"{FOLDERS['ja']}/{address}.md", 1, "すべてのページからリンクされるページがありません。二つの版で書いてください。")


def check_pages_have_twins(portal: Portal) -> Iterator[Problem]:
    """A page of one variant has its twin with the same heading ids and template."""
    twins: dict[Variant, Variant] = {"ja": "easy", "easy": "ja"}
    for (address, variant), prose in portal.pages.items():
        twin = portal.pages.get((address, twins[variant]))
        path = prose.page.path.replace(FOLDERS[variant], FOLDERS[twins[variant]], 1)
        if path not in portal.places:
            yield Problem(prose.page.path, 1, f"もう一方の版 {path} がありません。書いてください。")
        if twin is not None and variant == "easy":
            here, there = ([heading.id for heading in headings(each.page.body) if heading.id] for each in (prose, twin))
            if here != there:
                yield prose.page.problem(0, f"見出しの id か順が {twin.page.path} と違います。合わせてください。")
            if (prose.front.template, prose.front.kind) != (twin.front.template, twin.front.kind):
                yield prose.page.front.problem(("template",), f"template か kind が {twin.page.path} と違います。合わせてください。")


def check_headings_have_ids(portal: Portal) -> Iterator[Problem]:
    """Every heading has an explicit id."""
    for prose in portal.pages.values():
        for heading in headings(prose.page.body):
            if not heading.id:
                yield prose.page.problem(heading.start, f"見出し「{heading.text}」に id がありません。「{{#…}}」を付けてください。")


PAGE_RULES = (check_linked_pages_exist, check_pages_have_twins, check_headings_have_ids)
