"""Every reference names a record that exists; braces are references and nothing else."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from portal.inline.references import BLOCKS, BadBraces, find_references, references
from portal.inline.texts import texts_of
from portal.portal import Portal
from portal.problems import Problem
from portal.sources.markdown import MarkdownPage

NAMES = {
    "fact": "数字（content/facts）",
    "term": "用語（content/glossary）",
    "service": "支援先（content/directory）",
    "unit": "コマ（content/curriculum.yml）",
    "page": "ページ（content/ja）",
    "figure": "図（content/figures）",
    "situation": "場面（content/situations）",
    "comparison": "比べるカード（content/comparisons）",
    "transcript": "会話（content/transcripts）",
    "form": "様式（content/programme/forms）",
}


def known_ids(portal: Portal) -> dict[str, set[str]]:
    """Ids that a reference of each kind may name; a kind with an unsound file is left out, since its ids are not all known."""
    kinds: dict[str, tuple[str, Iterable[str]]] = {
        "fact": ("content/facts", portal.facts),
        "term": ("content/glossary", portal.terms),
        "service": ("content/directory", portal.services),
        "unit": ("content/curriculum.yml", (unit.code for unit in portal.curriculum.units)),
        "page": ("content/ja", (address for address, _ in portal.pages)),
        "figure": ("content/figures", portal.figures),
        "situation": ("content/situations", portal.situations),
        "comparison": ("content/comparisons", portal.comparisons),
        "transcript": ("content/transcripts", portal.transcripts),
        "form": ("content/programme/forms", portal.forms),
    }
    return {kind: set(ids) for kind, (folder, ids) in kinds.items() if portal.knows_all(folder)}


def unknown_reference(kind: str, name: str, known: Iterable[str]) -> str:
    """Message for a reference to nothing."""
    near = difflib.get_close_matches(name, list(known), n=1)
    hint = f"「{near[0]}」のことでしょうか。" if near else ""
    return f"「{{{kind}:{name}}}」という{NAMES[kind]}はありません。{hint}綴りを直すか、先に作ってください。"


def _faults(text: str, known: dict[str, set[str]]) -> Iterator[tuple[int, str]]:
    for found in find_references(text):
        if isinstance(found, BadBraces):
            yield (
                found.start,
                f"「{found.text}」は参照の形ではありません。{{fact:…}} {{term:…}} {{service:…}} {{unit:…}} {{page:…}} {{漢字|よみ}} のどれかにするか、波かっこを消してください。",
            )
        elif found.kind in known and found.name not in known[found.kind]:
            yield found.start, unknown_reference(found.kind, found.name, known[found.kind])


def check_references_in_pages(portal: Portal) -> Iterator[Problem]:
    """References in Markdown bodies."""
    known = known_ids(portal)
    for page in _pages(portal):
        for offset, message in _faults(page.body, known):
            yield page.problem(offset, message)


def _pages(portal: Portal) -> Iterator[MarkdownPage]:
    for pages in portal.units.values():
        yield from (page for page in (pages.page, pages.plain_page) if page is not None)
    yield from (prose.page for prose in portal.pages.values())


def check_blocks_stand_alone(portal: Portal) -> Iterator[Problem]:
    """A figure, card, conversation or form is alone on its line (inside a paragraph or item it would tear that apart) and once on its page (its id is an address)."""
    for page in _pages(portal):
        before: set[str] = set()
        for found in references(page.body):
            line = page.body[page.body.rfind("\n", 0, found.start) + 1 :].partition("\n")[0]
            shown = page.body[found.start : found.end]
            if found.kind in BLOCKS and line.rstrip() != shown:
                yield page.problem(found.start, f"「{shown}」は、この行だけに書いてください（前後の文や字下げと分けてください）。")
            if found.kind in BLOCKS and shown in before:
                yield page.problem(found.start, f"「{shown}」が二度出てきます。一つにしてください。")
            before.add(shown)


def check_references_in_records(portal: Portal) -> Iterator[Problem]:
    """References in the texts of YAML records."""
    known = known_ids(portal)
    named: dict[str, BaseModel] = {
        **portal.facts,
        **portal.terms,
        **portal.figures,
        **portal.datasets,
        **portal.situations,
        **portal.comparisons,
        **portal.phrases,
        **portal.transcripts,
        **portal.forms,
        **portal.packs,
        **portal.orientations,
        **portal.notices,
        **{f"sheets/{code}": sheet for code, sheet in portal.sheets.items()},
        **portal.profiles,
        **portal.aid_rules,
        **portal.questions,
        **portal.cases,
        **portal.organisations,
        "content/curriculum.yml": portal.curriculum,
        "content/site.yml": portal.site,
    }
    if portal.enrolment:
        named["content/programme/enrolment.yml"] = portal.enrolment
    for key, record in named.items():
        for location, _, text in texts_of(record):
            for _, message in _faults(text, known):
                yield portal.places[key].problem(message, *location)
            for found in references(text):
                if found.kind in BLOCKS:
                    shown = text[found.start : found.end]
                    yield portal.places[key].problem(f"「{shown}」は、ページの本文だけに書けます。ここから消してください。", *location)
    for key, words in portal.words.items():
        for location, _, text in texts_of(words):
            for _, message in _faults(text.replace("{n}", "").replace("{total}", ""), known):
                yield portal.places["content/words.yml"].problem(message, "words", key, *location)


REFERENCE_RULES = (check_references_in_pages, check_blocks_stand_alone, check_references_in_records)
