"""Markdown holds no HTML, no scripts and no dangerous links: authors write prose, templates write HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.inline.texts import texts_of
from portal.portal import Portal
from portal.problems import Problem
from portal.sources.markdown import MarkdownPage

RAW_HTML = re.compile(r"<(?!https?://[^\s>]+>)[A-Za-z/!?][^>\n]*>?")
LINK_TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)|\[[^\]\n]+\]:\s*(\S+)")
SAFE_TARGET = re.compile(r"(https?://|mailto:|tel:|#|\.{0,2}/|[A-Za-z0-9_-]+[./])", re.IGNORECASE)
TASK = re.compile(r"^[ \t>]*(?:[-*+]|\d+\.)[ \t]+\[[ xX]\]", re.MULTILINE)
TABLE_HEADER = re.compile(r"^(\|.*\|)[ \t]*\n[ \t]*\|[ \t]*:?-", re.MULTILINE)
IMAGE = re.compile(r"!\[")
UNDERLINED = re.compile(r"^[^\n|]*[^\s|][^\n|]*\n(=+|-+)[ \t]*$", re.MULTILINE)


def _pages(portal: Portal) -> Iterator[MarkdownPage]:
    for pages in portal.units.values():
        yield from (page for page in (pages.page, pages.plain_page) if page is not None)
    yield from (prose.page for prose in portal.pages.values())


def check_no_raw_html(portal: Portal) -> Iterator[Problem]:
    """No tags in Markdown; not in code either, whose bounds an author and the converter see differently."""
    for page in _pages(portal):
        for match in RAW_HTML.finditer(page.body):
            yield page.problem(match.start(), f"HTML のタグ「{match.group()[:30]}」は書けません。Markdown か参照（{{fact:…}} など）に置き換えてください。")


def check_links_are_safe(portal: Portal) -> Iterator[Problem]:
    """Links go to web pages, mail, telephone or places of this site."""
    for page in _pages(portal):
        for match in LINK_TARGET.finditer(page.body):
            target = match.group(1) or match.group(2) or ""
            if target and not SAFE_TARGET.match(target):
                yield page.problem(match.start(), f"リンク先「{target[:40]}」は使えません。https:// で始まる URL か、このサイトの中の場所にしてください。")


def check_no_unlabelled_controls(portal: Portal) -> Iterator[Problem]:
    """No task lists (their boxes have no label) and no images (figures are records with words)."""
    for page in _pages(portal):
        for pattern, what in ((TASK, "チェックボックスの箇条書き（- [ ]）"), (IMAGE, "画像（![…]）")):
            for match in pattern.finditer(page.body):
                yield page.problem(match.start(), f"{what}は使えません。箇条書きか図（{{figure:…}}）にしてください。")


def check_headings_begin_with_hashes(portal: Portal) -> Iterator[Problem]:
    """No line of ``---`` or ``===`` below text: it makes a heading without id."""
    for page in _pages(portal):
        for match in UNDERLINED.finditer(page.body):
            yield page.problem(match.start(1), "下線（--- や ===）の見出しは使えません。「## 見出し {#id}」と書くか、その行を消してください。")


def check_table_headers_have_words(portal: Portal) -> Iterator[Problem]:
    """No empty cell in the first row of a table: it names the column for a screen reader."""
    for page in _pages(portal):
        for match in TABLE_HEADER.finditer(page.body):
            if any(not cell.strip() for cell in match.group(1).strip()[1:-1].split("|")):
                yield page.problem(match.start(), "表の見出しの行に空の欄があります。その列が何かを書いてください。")


def check_records_hold_no_html(portal: Portal) -> Iterator[Problem]:
    """No tags in the texts of YAML records."""
    sheets = {f"sheets/{code}": sheet for code, sheet in portal.sheets.items()}
    for key, record in {
        **sheets,
        **portal.facts,
        **portal.terms,
        **portal.transcripts,
        **portal.forms,
        **portal.packs,
        **portal.orientations,
        **portal.questions,
        **portal.cases,
        **portal.organisations,
    }.items():
        for location, _, text in texts_of(record):
            match = RAW_HTML.search(text)
            if match:
                yield portal.places[key].problem(f"HTML のタグ「{match.group()[:30]}」は書けません。消してください。", *location)


MARKUP_RULES = (
    check_no_raw_html,
    check_links_are_safe,
    check_no_unlabelled_controls,
    check_headings_begin_with_hashes,
    check_table_headers_have_words,
    check_records_hold_no_html,
)
