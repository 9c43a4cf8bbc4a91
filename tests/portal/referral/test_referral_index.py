"""The data the browser ranks: complete, small, and the same whenever it is made."""

from __future__ import annotations

import gzip
import json
from typing import Any

import environment
import pytest
from portal.loading import load_portal
from portal.portal import Portal
from portal.publishing import annotator_of
from portal.referral.index import FAR, countries, referral_index, referral_texts, split_terms

MOST_KIB = 120


@pytest.fixture(scope="module")
def portal() -> Portal:
    """The real sources."""
    return load_portal(environment.ROOT)


@pytest.fixture(scope="module")
def index(portal: Portal) -> dict[str, Any]:
    """The index of the standard variant."""
    return referral_index(portal, "ja", annotator_of(portal))


def size(data: Any) -> float:
    """KiB as sent."""
    return len(gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())) / 1024


def test_index_is_small_enough_for_a_phone(index: dict[str, Any]) -> None:
    """What is fetched for the first question typed in Japanese."""
    near, _ = split_terms(index)
    assert size(near) <= MOST_KIB


def test_every_service_that_works_is_in_it_with_what_is_shown(portal: Portal, index: dict[str, Any]) -> None:
    """Services that have ended are not; each one has a name, a summary and a channel."""
    expected = {key for key, (_, service) in portal.services.items() if service.status in {"active", "temporarily_closed"}}
    texts = referral_texts(portal, "easy", annotator_of(portal))
    assert {service["id"] for service in index["services"]} == expected == set(texts)
    assert all(service["channels"] and service["problems"] for service in index["services"])
    assert all(text["name"] and text["summary"] for text in texts.values())


def test_words_are_found_as_they_are_read(index: dict[str, Any]) -> None:
    """Whoever types kana finds what is written in kanji; words of danger too."""
    wages = next(tag for tag in index["problems"] if tag["id"] == "unpaid-wages")
    assert any("きゅうりょう" in term for term in wages["terms"])
    suicide = next(danger for danger in index["dangers"] if danger["id"] == "danger-suicide")
    assert {"死にたい", "しにたい", "suicide", "muốn chết"} <= set(suicide["terms"])


def test_words_of_other_scripts_are_apart_and_none_is_lost(index: dict[str, Any]) -> None:
    """Together the two parts are the whole."""
    near, far = split_terms(index)
    for whole, part in zip(index["problems"], near["problems"], strict=True):
        assert set(whole["terms"]) == set(part["terms"]) | set(far[whole["id"]])
        assert not any(FAR.search(term) for term in part["terms"])
        assert all(FAR.search(term) for term in far[whole["id"]])


def test_hidden_places_stay_hidden(portal: Portal, index: dict[str, Any]) -> None:
    """No address is in the index at all."""
    assert not {"place", "address"} & {key for service in index["services"] for key in service}
    hidden = [key for key, (_, service) in portal.services.items() if service.confidential.place_hidden]
    assert all(next(service for service in index["services"] if service["id"] == key)["hidden"] for key in hidden)


def test_embassy_is_not_ranked_as_an_office_of_japan(portal: Portal, index: dict[str, Any]) -> None:
    """Whoever fears the own state must not find its embassy first because it is an office."""
    embassies = {key for key, (organisation, _) in portal.services.items() if organisation.kind == "embassy"}
    assert "embassies/embassies" in embassies
    assert [service["id"] for service in index["services"] if service["id"] in embassies and service.get("public")] == []


def test_missions_are_known_by_their_country(portal: Portal) -> None:
    """ベトナム大使館 is the mission of ベトナム; the office that lists all missions is nobody's."""
    organisation = next(iter(portal.organisations.values()))
    name = organisation.name.model_copy(update={"ja": "ベトナム大使館"})
    mission = organisation.model_copy(update={"kind": "embassy", "slug": "embassy-vietnam", "name": name, "aka": ("Đại sứ quán",)})
    assert countries(mission) == ["ベトナム", "vietnam"]
    assert countries(mission.model_copy(update={"slug": "embassies"})) == []
    assert countries(organisation) == []


def test_languages_are_asked_for_by_other_names_too(index: dict[str, Any]) -> None:
    """韓国語 and タガログ語 stand under longer names."""
    terms = {language["code"]: language["terms"] for language in index["languages"]}
    assert "韓国語" in terms["ko"]
    assert "タガログ語" in terms["tl"]
