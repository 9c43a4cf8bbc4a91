"""The inverted index: term → documents with weights. Terms are words, their dictionary forms and their readings."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from portal.furigana.annotate import Annotator
from portal.furigana.characters import hiragana
from portal.furigana.engine import Engine
from portal.furigana.levels import level_of
from portal.furigana.lexicon import Reading
from portal.model.base import Variant
from portal.portal import Portal
from portal.search.documents import BODY, HEADING, LONGEST_SUMMARY, Document, documents

EXACT = 20
MOST_OCCURRENCES = 5
FUNCTION_WORDS = ("助詞", "助動詞", "補助記号", "空白")
USELESS = re.compile(r"[\s\W_]*|[ぁ-ゖ]")


def build_index(portal: Portal, variant: Variant, annotator: Annotator) -> dict[str, Any]:
    """``{"documents": […], "postings": {term: [document, weight, …]}}`` of one variant."""
    found, names = list(documents(portal, variant)), known_names(portal)
    postings: dict[str, dict[int, int]] = defaultdict(dict)
    for number, document in enumerate(found):
        own = _own_readings(portal, variant, document)
        for term, weight in _term_weights(document, names, own).items():
            postings[term][number] = weight
    annotators = {document.page: _annotator_of(portal, variant, document.page, annotator) for document in found}
    return {
        "documents": [_document_data(document, annotators[document.page]) for document in found],
        "postings": {term: [part for pair in sorted(by_document.items()) for part in pair] for term, by_document in sorted(postings.items())},
    }


def index_json(index: dict[str, Any]) -> str:
    """The index as compact JSON, always in the same order."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _annotator_of(portal: Portal, variant: Variant, page: str, annotator: Annotator) -> Annotator:
    """The site's annotator, or one in which the readings of a page win: a hit is read as its page is."""
    own = portal.readings_of_page(page, variant)
    return annotator.with_readings(Reading(*pair) for pair in own.items()) if own else annotator


def _own_readings(portal: Portal, variant: Variant, document: Document) -> list[str]:
    """Kana of the page's own words that stand in the document."""
    text = "".join(text for text, _ in document.parts)
    return [kana for surface, kana in portal.readings_of_page(document.page, variant).items() if surface in text]


def _document_data(document: Document, annotator: Annotator) -> dict[str, Any]:
    summary = document.summary if len(document.summary) <= LONGEST_SUMMARY else document.summary[:LONGEST_SUMMARY] + "…"
    return {
        "url": document.url,
        "title": document.title,
        "kind": document.kind,
        "summary": summary,
        "words": [word for word in document.words if word],
        "titleRuby": ruby(document.title, annotator),
        "summaryRuby": ruby(summary, annotator),
    }


def ruby(text: str, annotator: Annotator) -> list[list[str]]:
    """[base, reading, level] for each word with furigana, [text] for what stands between."""
    segments = annotator.segments(text)
    return [[segment.base, segment.reading, str(level_of(segment.base))] if segment.reading else [segment.base] for segment in segments]


def known_names(portal: Portal) -> frozenset[str]:
    """Names that the analyser may cut (法テラス): terms, organisations, services and their other names, normalised."""
    terms = (name for term in portal.terms.values() for name in (term.term, *term.aka))
    bodies = (name for organisation in portal.organisations.values() for name in (organisation.name.ja, *organisation.aka))
    services = (service.name.ja for _, service in portal.services.values())
    return frozenset(_normalised(name) for name in (*terms, *bodies, *services))


def _term_weights(document: Document, names: frozenset[str], own: list[str]) -> Counter[str]:
    """Weight of each term: a part counts once, but for the first few occurrences in running text. ``own``: kana of the page itself."""
    weights: Counter[str] = Counter({hiragana(kana): HEADING for kana in own})
    for text, weight in document.parts:
        most = MOST_OCCURRENCES if weight == BODY else 1
        plain = _normalised(text)
        weights.update({name: weight for name in names if name in plain})
        for term, count in Counter(terms_of(text)).items():
            weights[term] += weight * min(count, most)
    for word in (document.title, *document.words):
        weights[_normalised(word)] += EXACT
    return weights


def terms_of(text: str) -> Iterator[str]:
    """Index terms of ``text``: each word, its short units and their hiragana readings, once per occurrence."""
    plain = _normalised(text)
    for token in Engine.shared().tokens(plain):
        if token.kind.startswith(FUNCTION_WORDS):
            continue
        surfaces = [token.surface, *(plain[part.start : part.end] for part in token.parts)]
        readings = [token.reading, *(part.reading for part in token.parts), *(hiragana(surface) for surface in surfaces)]
        for term in dict.fromkeys((*surfaces, *readings)):
            if term and not USELESS.fullmatch(term):
                yield term


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().strip()
