"""The two variants of a page have the same structure in each section."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from portal.drift.pairs import page_pairs
from portal.drift.sections import bodies_of_page
from portal.inline.references import LABELS, Kind, references
from portal.locales import FOLDERS
from portal.portal import Portal
from portal.problems import Problem
from portal.prose import FOLD, READING, TABLE_RULE, headings
from portal.sources.markdown import MarkdownPage
from portal.unit_minutes import case_question_count

UNITS = tuple(f"{folder}/units/" for folder in FOLDERS.values())

Known = Mapping[Kind, Container[str]]
Side = tuple[MarkdownPage, int, str]
"""A section of a page: the page, the section's offset in its body, its Markdown."""


def _sections(portal: Portal) -> Iterator[tuple[str, Side, Side]]:
    """Key and both sides of every section that the two variants of a page share."""
    for pair in page_pairs(portal):
        there, here = (bodies_of_page(page) for page in pair)
        for key in there:
            if key in here:
                yield key, (pair[0], *there[key]), (pair[1], *here[key])


def check_references_stand_in_the_same_section(portal: Portal) -> Iterator[Problem]:
    """A fact, term, service, figure, situation, comparison card, transcript or form of a section is in that section of the other variant too."""
    known: Known = {
        "fact": portal.facts,
        "term": portal.terms,
        "service": portal.services,
        "figure": portal.figures,
        "situation": portal.situations,
        "comparison": portal.comparisons,
        "transcript": portal.transcripts,
        "form": portal.forms,
    }
    for pages in page_pairs(portal):
        standard, plain = (_references(page.body, known) for page in pages)
        there, here = ({key: (start, _references(text, known)) for key, (start, text) in bodies_of_page(page).items()} for page in pages)
        for key in there:
            if key in here:
                yield from _missing(key, "標準版", there[key][1] - here[key][1], (pages[1], here[key][0], plain))
                yield from _missing(key, "やさしい版", here[key][1] - there[key][1], (pages[0], there[key][0], standard))


def _references(text: str, known: Known) -> set[tuple[Kind, str]]:
    """References to records that exist; the rules of references tell of the others."""
    return {(found.kind, found.name) for found in references(text) if found.name in known.get(found.kind, ())}


def _missing(key: str, name: str, lacked: set[tuple[Kind, str]], side: tuple[MarkdownPage, int, set[tuple[Kind, str]]]) -> Iterator[Problem]:
    """``lacked``: references of the section ``key`` that ``side`` (page, offset, all its references) does not have in it.

    Of one that a unit's whole page lacks, the rules of units tell.
    """
    page, start, there = side
    for kind, each in sorted(lacked):
        if (kind, each) in there or not page.path.startswith(UNITS):
            where = "ほかの節にあります" if (kind, each) in there else "ありません"
            yield page.problem(start, f"{name}では節「{key}」にある{LABELS[kind]}「{each}」が、こちらの版では{where}。同じ節に書いてください。")


def check_headings_have_the_same_level(portal: Portal) -> Iterator[Problem]:
    """A heading of a section (a question of a case) is a part of the same section in both variants."""
    for key, (standard, _, there), (plain, start, here) in _sections(portal):
        levels = [next((heading.level for heading in headings(text)), 0) for text in (there, here)]
        if levels[0] != levels[1]:
            message = f"見出し「{key}」の段が標準版と違います（{standard.path} は #{levels[0]}つ、ここは #{levels[1]}つ）。合わせてください。"
            yield plain.problem(start, message)


def check_tables_have_the_same_size(portal: Portal) -> Iterator[Problem]:
    """Tables of a section have the same number of rows and columns in both variants."""
    for key, (_, _, there), (plain, start, here) in _sections(portal):
        sizes = [_table_sizes(text) for text in (there, here)]
        if sizes[0] != sizes[1]:
            want, have = ("、".join(f"{rows}行{columns}列" for rows, columns in each) or "なし" for each in sizes)
            yield plain.problem(start, f"節「{key}」の表が標準版と違います（標準版: {want}、ここ: {have}）。行と列の数を合わせてください。")


def _table_sizes(text: str) -> list[tuple[int, int]]:
    """Rows (with the head) and columns of each table."""
    sizes = []
    for block in re.split(r"\n[ \t]*\n", READING.sub(r"\1", text)):
        lines = [line for line in block.split("\n") if "|" in line]
        rows = [line for line in lines if not TABLE_RULE.fullmatch(line)]
        if len(rows) < len(lines):
            sizes.append((len(rows), max(line.strip().strip("|").count("|") + 1 for line in rows) if rows else 0))
    return sizes


def check_answers_are_as_many(portal: Portal) -> Iterator[Problem]:
    """A section has as many folded answers in both variants."""
    for key, (standard, _, there), (plain, start, here) in _sections(portal):
        counts = [len(FOLD.findall(text)) for text in (there, here)]
        if counts[0] != counts[1] and not any(_lacks_answers(page) for page in (standard, plain)):
            message = f"節「{key}」の考え方の例（??? answer）が、標準版は {counts[0]}、ここは {counts[1]} です。数を合わせてください。"
            yield plain.problem(start, message)


def _lacks_answers(page: MarkdownPage) -> bool:
    """Whether the rules of units tell of a question without an answer."""
    return len(FOLD.findall(page.body)) < case_question_count(page.body)


AGREEMENT_RULES = (
    check_references_stand_in_the_same_section,
    check_headings_have_the_same_level,
    check_tables_have_the_same_size,
    check_answers_are_as_many,
)
