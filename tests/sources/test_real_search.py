"""Search over the real content, with the browser's own ranking run under Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import environment
import pytest
from portal.furigana.annotate import Annotator
from portal.model.base import VARIANTS, Variant
from portal.portal import Portal
from portal.publishing import lexicon_of
from portal.search.index import build_index, index_json

Search = Callable[[Variant, str], list[str]]
PREFIXES: dict[Variant, str] = {"ja": "", "easy": "ja-easy/"}


@pytest.fixture(scope="session")
def indexes(portal: Portal, tmp_path_factory: pytest.TempPathFactory) -> dict[Variant, Path]:
    """Give the index files of both variants."""
    folder = tmp_path_factory.mktemp("search")
    annotator = Annotator(lexicon_of(portal))
    files: dict[Variant, Path] = {variant: folder / f"{variant}.json" for variant in VARIANTS}
    for variant, path in files.items():
        path.write_text(index_json(build_index(portal, variant, annotator)), encoding="utf-8")
    return files


@pytest.fixture(scope="session")
def search(root: Path, indexes: dict[Variant, Path]) -> Search:
    """Give a function that asks the search for addresses, best first."""

    def ask(variant: Variant, query: str) -> list[str]:
        command = [environment.node(), str(root / "scripts/search_engine.mjs"), str(indexes[variant]), query, "--limit", "100"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [PREFIXES[variant] + hit["url"].removeprefix(PREFIXES[variant]) for hit in json.loads(done.stdout)]

    return ask


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("query", ["在留資格", "ざいりゅうしかく", "status of residence", "ビザ"])
def test_word_in_any_form_finds_its_glossary_entry(search: Search, variant: Variant, query: str) -> None:
    """Kanji, kana, English and the word of the street lead to the explanation."""
    assert f"{PREFIXES[variant]}glossary/#t-zairyu-shikaku" in search(variant, query)[:10]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("query", ["在留", "ざいりゅう", "ザイリュウ"])
def test_part_of_a_word_finds_pages_terms_and_services(search: Search, variant: Variant, query: str) -> None:
    """Who knows half the word, or its sound, finds every kind of page."""
    addresses = [address.removeprefix(PREFIXES[variant]) for address in search(variant, query)]
    assert {"units", "glossary", "directory"} <= {address.split("/")[0] for address in addresses}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("query", ["法テラス", "ほうてらす", "Houterasu", "0570-078374"])
def test_organisation_is_found_by_name_kana_latin_letters_and_number(search: Search, variant: Variant, query: str) -> None:
    """The first hit is the organisation itself."""
    assert search(variant, query)[0].startswith(f"{PREFIXES[variant]}directory/houterasu/")


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_hit_stays_in_its_variant(indexes: dict[Variant, Path], variant: Variant) -> None:
    """A reader of one variant is not sent into the other."""
    addresses = [document["url"] for document in json.loads(indexes[variant].read_text(encoding="utf-8"))["documents"]]
    assert {address.startswith("ja-easy/") for address in addresses} == {variant == "easy"}
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("variant", VARIANTS)
def test_published_units_and_all_services_can_be_found(portal: Portal, indexes: dict[Variant, Path], variant: Variant) -> None:
    """Nothing that is published is hidden from the search."""
    addresses = {document["url"].removeprefix(PREFIXES[variant]) for document in json.loads(indexes[variant].read_text(encoding="utf-8"))["documents"]}
    assert {f"units/{code.lower()}/" for code in portal.published} <= addresses
    assert {f"directory/{organisation.slug}/#{service.slug}" for organisation, service in portal.services.values()} <= addresses
    assert {f"glossary/#{key}" for key in portal.terms} <= addresses
