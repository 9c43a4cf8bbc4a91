"""The search index: what can be found, under which words, in kanji and in kana."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.furigana.annotate import Annotator
from portal.model.base import Variant
from portal.portal import Portal
from portal.search.documents import LONGEST_SUMMARY, documents
from portal.search.index import build_index, index_json, terms_of


def found(index: dict[str, Any], term: str) -> dict[str, int]:
    """Addresses of the documents that hold ``term``, with their weights."""
    flat = index["postings"].get(term, [])
    return {index["documents"][number]["url"]: weight for number, weight in zip(flat[::2], flat[1::2], strict=True)}


@pytest.mark.parametrize(("variant", "prefix"), [("ja", ""), ("easy", "ja-easy/")])
@pytest.mark.parametrize("term", ["在留資格", "在留", "資格", "ざいりゅうしかく", "ざいりゅう", "しかく", "ビザ", "status"])
def test_term_is_found_by_its_words_parts_readings_and_other_names(
    example: Portal, example_annotator: Annotator, term: str, variant: Variant, prefix: str
) -> None:
    """A reader may know a part of the word, its sound, or the English one."""
    index = build_index(example, variant, example_annotator)
    assert f"{prefix}glossary/#t-zairyu-shikaku" in found(index, term)


def test_glossary_entry_weighs_more_than_a_page_that_names_the_word(example: Portal, example_annotator: Annotator) -> None:
    """Who types a word wants to know what it is."""
    weights = found(build_index(example, "ja", example_annotator), "在留資格")
    assert weights["glossary/#t-zairyu-shikaku"] > weights["units/a1-1/"]


def test_units_lectures_terms_services_and_pages_are_documents(example: Portal) -> None:
    """Every kind of page can be found, planned units cannot."""
    kinds: dict[str, list[str]] = {}
    for document in documents(example, "ja"):
        kinds.setdefault(document.kind, []).append(document.url)
    assert kinds["unit"] == ["units/a1-1/"]
    assert len(kinds["lecture"]) == 8
    assert "glossary/#t-hikitsugi" in kinds["term"]
    assert "directory/example-city/#counter" in kinds["service"]
    assert "about/privacy/" in kinds["page"]
    assert "search/" not in kinds["page"]


def test_texts_are_indexed_as_they_are_read(example: Portal) -> None:
    """Ids and marks of the sources are no words of the site."""
    texts = " ".join(text for document in documents(example, "ja") for text, _ in document.parts)
    assert "例の市 相談窓口" in texts
    for mark in ("{", "}", "**", "f-copy-fee", "???", "https://"):
        assert mark not in texts


def test_documents_of_the_plain_variant_are_its_own(example: Portal) -> None:
    """A reader of plain Japanese stays in it."""
    assert {document.url.split("/")[0] for document in documents(example, "easy")} == {"ja-easy"}


def test_title_and_summary_of_a_hit_carry_their_readings(example: Portal, example_annotator: Annotator) -> None:
    """Hits are shown with furigana, joined to the same words."""
    for document in build_index(example, "easy", example_annotator)["documents"]:
        assert "".join(part[0] for part in document["titleRuby"]) == document["title"]
        assert "".join(part[0] for part in document["summaryRuby"]) == document["summary"]
    (term,) = (each for each in build_index(example, "ja", example_annotator)["documents"] if each["url"] == "glossary/#t-hikitsugi")
    assert ["引継", "ひきつ", "7"] in term["titleRuby"]


def test_long_summary_is_cut_for_the_list_of_hits(example: Portal, example_annotator: Annotator) -> None:
    """The index stays small."""
    term = example.terms["t-hikitsugi"]
    long = term.model_copy(update={"gloss": term.gloss.model_copy(update={"ja": "あ" * 200})})
    portal = replace(example, terms={"t-hikitsugi": long})
    summaries = {each["url"]: each["summary"] for each in build_index(portal, "ja", example_annotator)["documents"]}
    assert summaries["glossary/#t-hikitsugi"] == "あ" * LONGEST_SUMMARY + "…"


def test_index_is_the_same_at_every_build(example: Portal, example_annotator: Annotator) -> None:
    """An unchanged site is published unchanged."""
    first, second = (index_json(build_index(example, "ja", example_annotator)) for _ in range(2))
    assert first == second
    terms = list(json.loads(first)["postings"])
    assert terms == sorted(terms)


def test_postings_name_documents_that_there_are(example: Portal, example_annotator: Annotator) -> None:
    """Each term leads to pairs of a document and a weight."""
    index = build_index(example, "ja", example_annotator)
    for flat in index["postings"].values():
        assert len(flat) % 2 == 0
        assert all(0 <= number < len(index["documents"]) and weight > 0 for number, weight in zip(flat[::2], flat[1::2], strict=True))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("在留カードを見る", {"在留", "ざいりゅう", "カード", "かーど", "見る", "みる"}),
        ("ＤＶの相談", {"dv", "相談", "そうだん"}),
        ("ビザ", {"ビザ", "びざ"}),
    ],
)
def test_words_are_indexed_in_kanji_kana_and_plain_width(text: str, terms: set[str]) -> None:
    """Query terms in kana and in any width of letters meet the same words."""
    assert terms <= set(terms_of(text))


@pytest.mark.parametrize("text", ["のはをに。、「」", "", "  ", "！？・"])
def test_particles_and_marks_are_no_terms(text: str) -> None:
    """Nobody searches for them, and they would be in every document."""
    assert list(terms_of(text)) == []


@given(text=st.text(max_size=30))
def test_any_text_can_be_indexed(text: str) -> None:
    """Terms are lower case, of one width, and never empty."""
    for term in terms_of(text):
        assert term.strip()
        assert term == term.lower()


def test_phrases_statuses_situations_and_cards_are_found(example: Portal) -> None:
    """What goes to the counter is found from anywhere, at its place on its page."""
    urls = {document.url for document in documents(example, "ja")}
    assert {"phrases/#ph-wait", "situations/#sit-late", "comparisons/#cmp-office", "residence-card/#student"} <= urls


def test_conversation_is_found_in_its_unit_by_what_is_said(example: Portal, example_annotator: Annotator) -> None:
    """A trainee looks for the words of a turn; a conversation of a unit that is not published leads nowhere and is left out."""
    assert "units/a1-1/#tr-first-words" in found(build_index(example, "ja", example_annotator), "沈黙")
    planned = replace(example, transcripts={"tr-first-words": example.transcripts["tr-first-words"].model_copy(update={"unit": "D1-1"})})
    assert [document.url for document in documents(planned, "ja") if document.kind == "transcript"] == []


def test_case_pack_is_found_by_its_sheet_and_not_by_its_analysis(example: Portal, example_annotator: Annotator) -> None:
    """A trainee who searches for a word of the solution is not led into it."""
    index = build_index(example, "ja", example_annotator)
    assert "cases/two-letters/" in found(index, "封筒")
    assert "cases/two-letters/" not in found(index, "恐れている")


def test_readings_of_a_page_hold_for_its_hit_and_find_it(example: Portal, example_annotator: Annotator) -> None:
    """A hit is read as its page is, and the page's own word is found by its sound."""
    prose = example.pages["about", "ja"]
    title = prose.front.model_copy(update={"title": "山神の案内", "readings": {"山神": "さんじん"}})
    portal = replace(example, pages={**example.pages, ("about", "ja"): replace(prose, front=title)})
    index = build_index(portal, "ja", example_annotator)
    (hit,) = (each for each in index["documents"] if each["url"] == "about/")
    assert hit["titleRuby"][0][:2] == ["山神", "さんじん"]
    assert "about/" in found(index, "さんじん")
    assert "about/" not in found(build_index(example, "ja", example_annotator), "さんじん")


def test_both_sheets_of_a_field_are_found(example: Portal, example_annotator: Annotator) -> None:
    """The counsellor's by what it asks, the person's by its plain title."""
    index = build_index(example, "ja", example_annotator)
    assert "directory/fields/e2-01/counter/" in found(index, "写し")
    assert "directory/fields/e2-01/handout/" in found(index, "本人")
