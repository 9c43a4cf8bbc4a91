"""Lines of readings, of the site and of a page, can be used: kana over kanji, for words that occur, one reading a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from portal.furigana.characters import has_kanji_or_digit, hiragana
from portal.model.unit import PageReadings
from portal.portal import Portal
from portal.problems import Problem
from portal.sources.markdown import MarkdownPage
from portal.sources.yaml import Document

FOLDER = "content/readings/"
NOT_READ = re.compile(r"[\s*]")
"""White space (分かち書き, line breaks) and marks of emphasis inside of a word."""
KATAKANA = re.compile(r"[ァ-ヺ]+")
NOT_KANA = re.compile(r"[^ぁ-ゖァ-ヺー]")


def check_lexicon_lines_are_used(portal: Portal) -> Iterator[Problem]:
    """A word of the lexicon stands in some text of the site."""
    if not _all_was_read(portal):
        return
    texts = _texts_of(portal)
    for document, index, surface, _ in _lexicon_lines(portal):
        if surface not in texts:
            message = f"「{surface}」は、サイトのどの文にもありません。綴りを直すか、この行を消してください。"
            yield document.problem(("readings", index, "surface"), message)


def check_lexicon_readings_are_hiragana(portal: Portal) -> Iterator[Problem]:
    """A reading is hiragana; katakana stays where the word itself has it."""
    for document, index, surface, reading in _lexicon_lines(portal):
        if fault := _fault_of(surface, reading):
            yield document.problem(("readings", index, "reading"), fault)


def check_words_have_one_reading(portal: Portal) -> Iterator[Problem]:
    """No word stands twice in the lexicon with different readings."""
    first: dict[str, tuple[str, str]] = {}
    for document, index, surface, reading in _lexicon_lines(portal):
        line = document.line(("readings", index, "surface"))
        known, place = first.setdefault(surface, (reading, f"{document.path}:{line}"))
        if known != reading:
            message = f"「{surface}」の読みが {place} では「{known}」です。一つにするか、ページの先頭の readings か {{{surface}|{reading}}} で分けてください。"
            yield document.problem(("readings", index, "surface"), message)


def check_page_readings_are_usable(portal: Portal) -> Iterator[Problem]:
    """A page's own readings are kana over kanji, for words that stand on that page."""
    for page, readings, records in _pages_with_readings(portal):
        texts = NOT_READ.sub("", "\n".join([page.body, *_strings({**page.front.value, "readings": None}), *records]))
        for surface, reading in readings.items():
            if not has_kanji_or_digit(surface):
                yield page.front.problem(("readings", surface), f"readings の「{surface}」に漢字も数字もありません。この行を消してください。")
            elif fault := _fault_of(surface, reading):
                yield page.front.problem(("readings", surface), fault)
            elif surface not in texts:
                message = f"readings の「{surface}」は、このページの文にありません。綴りを直すか、この行を消してください。"
                yield page.front.problem(("readings", surface), message)


def _fault_of(surface: str, reading: str) -> str:
    """What is wrong with a reading, with what to do; "" where nothing is."""
    if found := NOT_KANA.search(reading):
        return f"「{surface}」の読み「{reading}」に、かなでない文字「{found.group()}」があります。ひらがなで書いてください。"
    strange = [word for word in KATAKANA.findall(reading) if word not in surface]
    if strange:
        return f"「{surface}」の読み「{reading}」の「{strange[0]}」はカタカナです。「{hiragana(strange[0])}」と書いてください。"
    return ""


def _lexicon_lines(portal: Portal) -> Iterator[tuple[Document, int, str, str]]:
    """Lines of all reading files with their documents and positions."""
    for path in sorted(path for path in portal.places if path.startswith(FOLDER)):
        document = portal.places[path].document
        lines = document.value.get("readings") if isinstance(document.value, dict) and path not in portal.unread else None
        for index, line in enumerate(lines or ()):
            yield document, index, str(line["surface"]), str(line["reading"])


def _all_was_read(portal: Portal) -> bool:
    """Whether every source was sound: else a word may stand in the one that was not."""
    pages = {page.path for page in _markdown_pages(portal)}
    return portal.knows_all("content", "quizzes") and all(path in pages for path in portal.places if path.endswith(".md"))


def _texts_of(portal: Portal) -> str:
    """Every text of the sources in one string, without white space; the reading files themselves are left out."""
    documents = {place.document.path: place.document for place in portal.places.values() if not place.document.path.startswith(FOLDER)}
    values = [document.value for document in documents.values()] + [page.front.value for page in _markdown_pages(portal)]
    bodies = [page.body for page in _markdown_pages(portal)]
    return NOT_READ.sub("", "\n".join([*(text for value in values for text in _strings(value)), *bodies]))


def _markdown_pages(portal: Portal) -> Iterator[MarkdownPage]:
    yield from (prose.page for prose in portal.pages.values())
    yield from (page for unit in portal.units.values() for page in (unit.page, unit.plain_page) if page is not None)


def _pages_with_readings(portal: Portal) -> Iterator[tuple[MarkdownPage, PageReadings, Iterable[str]]]:
    """Pages whose front matter has readings, with the texts that are printed on them from records."""
    for prose in portal.pages.values():
        if prose.front.readings:
            yield prose.page, prose.front.readings, ()
    for code, unit in portal.units.items():
        records = [question.model_dump_json() for question in portal.questions.values() if question.unit == code]
        for page, front in ((unit.page, unit.front), (unit.plain_page, unit.plain_front)):
            if page is not None and front is not None and front.readings:
                yield page, front.readings, records


def _strings(value: Any) -> Iterator[str]:
    """Every text below a value of YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


READING_RULES = (
    check_lexicon_lines_are_used,
    check_lexicon_readings_are_hiragana,
    check_words_have_one_reading,
    check_page_readings_are_usable,
)
