"""The directory as HSDS 3.1: what another system reads is what the standard says and what the records say, no more."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from datetime import date
from typing import Any

import environment
import pytest
from portal.loading import load_portal
from portal.model.directory import Service
from portal.portal import Portal
from portal.referral.exports import directory_json, without_empty
from portal.referral.hsds.channels import iso_code
from portal.referral.hsds.files import hsds_files
from portal.referral.hsds.identifiers import channel_keys
from portal.referral.hsds.services import service_object
from portal.referral.hsds.wording import Wording

Object = dict[str, Any]
KINDS = {"services": "service", "organizations": "organization", "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term"}


@pytest.fixture(scope="module")
def portal() -> Portal:
    """The real sources."""
    return load_portal(environment.ROOT)


@pytest.fixture(scope="module")
def files(portal: Portal) -> dict[str, Any]:
    """The files, read back."""
    return dict(json.loads(json.dumps(hsds_files(portal))))


@pytest.fixture(scope="module")
def services(files: dict[str, Any]) -> list[Object]:
    """The list of services."""
    return list(files["services.json"])


def made(portal: Portal, service: Service) -> Object:
    """One service, changed by a test, as it would be exported."""
    organisation = next(iter(portal.organisations.values()))
    return dict(json.loads(json.dumps(service_object(Wording(portal), organisation, service))))


def changed(service: Service, **changes: Any) -> Service:
    """A copy with other values, shaped by the model."""
    return Service.model_validate(service.model_dump() | changes)


def channels_of(service: Object) -> list[Object]:
    """Its channels' locations."""
    return [each["location"] for each in service["service_at_locations"]]


def codes(owner: Object, taxonomy: str) -> list[str]:
    """Codes of one taxonomy among the attributes."""
    return [each["taxonomy_term"]["code"] for each in owner.get("attributes", []) if each["link_type"] == taxonomy]


def test_one_identifier_names_one_thing(files: dict[str, Any]) -> None:
    """Whatever has the same id is the same, and within a service only terms are named twice."""
    contents: defaultdict[str, set[str]] = defaultdict(set)

    def walk(value: Any, seen: list[str]) -> None:
        if isinstance(value, dict):
            if "id" in value:
                contents[value["id"]].add(json.dumps(value, sort_keys=True))
                if "taxonomy_id" not in value:
                    seen.append(value["id"])
            for each in value.values():
                walk(each, seen)
        elif isinstance(value, list):
            for each in value:
                walk(each, seen)

    for name in KINDS:
        for record in files[f"{name}.json"]:
            seen: list[str] = []
            walk(record, seen)
            assert len(seen) == len(set(seen)), record["name"]
    assert [texts for texts in contents.values() if len(texts) > 1] == []


def test_identifiers_stay_when_channels_move_or_come_or_say_new_hours(example: Portal) -> None:
    """Somebody may keep them; a channel's place in the list says nothing."""
    organisation, service = example.services["example-city/counter"]
    first, second = service.channels
    keys = channel_keys("example-city/counter", service.channels)
    assert channel_keys("example-city/counter", (second, first)) == keys[::-1]
    new = first.model_copy(update={"number": "0120-000-001"})
    assert channel_keys("example-city/counter", (new, first, second))[1:] == keys
    assert channel_keys("example-city/counter", (first.model_copy(update={"hours": "24/7"}), second)) == keys
    night = first.model_copy(update={"hours": "Mo-Fr 20:00-23:00"})
    assert len(set(channel_keys("example-city/counter", (first, night, night, second)))) == 4
    exported = service_object(Wording(example), organisation, service)
    assert exported["id"] == "703c0920-f121-579f-aded-995c6dbf0270"
    assert exported["service_at_locations"][0]["location"]["phones"][0]["id"] == "5c907870-8420-52f8-8dbe-5792935dc4fe"


def test_a_service_has_one_identifier_in_every_export(portal: Portal, services: list[Object]) -> None:
    """The JSON of our own and HSDS name it alike."""
    own = {service["uuid"]: service["name"]["ja"] for organisation in directory_json(portal)["organisations"] for service in organisation["services"]}
    assert {service["id"]: service["name"] for service in services} == own


def test_a_service_that_has_ended_is_in_no_file(example: Portal) -> None:
    """Nobody is sent to a counter that closed; everything else of the organisation stays."""
    text = json.dumps(hsds_files(example), ensure_ascii=False)
    assert "例の市 相談窓口" in text
    assert "例の市 前の窓口" not in text


def test_every_channel_keeps_its_own_number_languages_and_hours(portal: Portal, services: list[Object]) -> None:
    """24 hours and ten languages are not 24 hours in ten languages: nothing hangs on the service as a whole."""
    by_id = {service["id"]: service for service in services}
    numbers = 0
    for exported, (_, service) in zip(services, [each for each in portal.services.values() if each[1].status != "defunct"], strict=True):
        assert not {"phones", "languages", "schedules"} & set(by_id[exported["id"]])
        for location, channel in zip(channels_of(exported), service.channels, strict=True):
            printed = [phone["number"] for phone in location.get("phones", [])]
            assert printed == [number for number in (channel.number, *channel.number_alt) if number]
            numbers += len(printed)
            spoken = {language.code for language in channel.languages if language.via in {"staff", "unknown"}}
            assert {language["code"] for language in location.get("languages", [])} == {iso_code(code) for code in spoken}
    assert numbers > 300


def test_a_language_reached_only_through_an_interpreter_is_no_language_of_the_service(example: Portal) -> None:
    """HSDS counts what the staff speak; the rest is told in words, with the channel that offers it."""
    exported = made(example, example.services["example-city/counter"][1])
    assert [language["code"] for language in channels_of(exported)[0]["languages"]] == ["ja"]
    assert exported["interpretation_services"] == "電話通訳: ベトナム語（電話 0120-000-000）。"
    assert "電話通訳: ベトナム語" in exported["service_at_locations"][0]["description"]
    assert "interpretation_services" not in made(example, example.services["example-rescue/rescue-line"][1])


def test_a_language_of_which_nobody_knows_who_speaks_it_says_so(example: Portal) -> None:
    """Neither hidden nor promised."""
    service = changed(
        example.services["example-city/counter"][1], channels=[{"mode": "web", "url": "https://example.jp/", "hours": "unknown", "languages": [{"code": "ne"}]}]
    )
    assert channels_of(made(example, service))[0]["languages"][0]["note"] == "職員が話すか、通訳が入るかは未確認"


def test_what_is_hidden_has_no_place_and_what_is_unknown_no_address(portal: Portal, services: list[Object]) -> None:
    """No place of a shelter; an address only with all six parts; other places in words."""
    hidden = [service for service in services if "place_hidden" in codes(service, "confidentiality")]
    assert len(hidden) == sum(service.confidential.place_hidden for _, service in portal.services.values())
    place_words = {"addresses", "latitude", "longitude", "description", "transportation"}
    assert [location for service in hidden for location in channels_of(service) if location["location_type"] != "virtual" or place_words & set(location)] == []
    addresses = [address for service in services for location in channels_of(service) for address in location.get("addresses", [])]
    assert addresses
    assert all(address["postal_code"] and address["address_1"] and not address["address_1"].startswith(address["city"]) for address in addresses)


def test_an_address_comes_only_from_whole_records(example: Portal) -> None:
    """The same counter with and without postal code or municipality."""
    service = example.services["example-city/counter"][1]
    visit = [{"mode": "visit", "hours": "24/7"}]
    whole = {
        "postal_code": "999-0001",
        "pref_code": "990001",
        "municipality_code": "991007",
        "address": {"ja": "例の県例の市1丁目", "easy": "例の県例の市1丁目"},
    }
    location = channels_of(made(example, changed(service, channels=visit, place=whole)))[0]
    assert location["location_type"] == "physical"
    assert [(each["address_1"], each["city"], each["postal_code"], each["country"]) for each in location["addresses"]] == [
        ("1丁目", "例の市", "999-0001", "JP")
    ]
    for missing in ("postal_code", "municipality_code"):
        part = channels_of(made(example, changed(service, channels=visit, place=whole | {missing: None})))[0]
        assert "addresses" not in part
        assert "1丁目" in part["description"]


def test_a_service_without_a_number_has_no_phone(portal: Portal, services: list[Object]) -> None:
    """Where nothing could be confirmed, nothing is made up."""
    without = [service for _, service in portal.services.values() if service.status != "defunct" and not any(channel.number for channel in service.channels)]
    names = {service.name.ja for service in without}
    assert len(without) > 50
    assert [service["name"] for service in services if service["name"] in names and '"phones"' in json.dumps(service)] == []


def test_only_a_person_who_checked_assures_a_record(example: Portal) -> None:
    """The day a copy was read is no assurance; it stands among the attributes as what it is."""
    service = example.services["example-city/counter"][1]
    read = made(example, service)
    assert "assured_date" not in read
    assert {"source_dated", "seen_on", "not_verified"} <= set(codes(read, "provenance"))
    checked = made(example, changed(service, verified={"on": date(2026, 11, 20), "by": "role", "method": "phone"}))
    assert checked["assured_date"] == "2026-11-20"
    assert "not_verified" not in codes(checked, "provenance")


def test_empty_fields_and_notes_for_coordinators_are_left_out(example: Portal, files: dict[str, Any]) -> None:
    """No null, no empty list, no references of our own."""
    assert files == without_empty(files)
    assert not re.search(r"\{(service|fact|term):", json.dumps(files, ensure_ascii=False))
    note = {"ja": "窓口の人だけに", "easy": "窓口の人だけに"}
    assert "窓口の人だけに" not in json.dumps(made(example, changed(example.services["example-city/counter"][1], coordinator_note=note)), ensure_ascii=False)


def test_conditions_are_told_in_words_and_in_codes(example: Portal) -> None:
    """Also that something is not known."""
    other = {"min_age": 15, "sex": "women", "income_test": True}
    eligibility = {"policy": "listed", "include": ["student"], "irregular_stay": "unknown", "other": other}
    service = changed(example.services["example-city/counter"][1], eligibility=eligibility, documents=["residence_card", "other"], status="temporarily_closed")
    exported = made(example, service)
    assert exported["status"] == "temporarily closed"
    assert exported["minimum_age"] == 15
    assert "在留資格のない人: 要確認（先に聞く）。" in exported["eligibility_description"]
    assert "そのほかの条件: 女性、収入の条件がある。" in exported["eligibility_description"]
    assert codes(exported, "status_included") == ["student"]
    assert [each["document"] for each in exported["required_documents"]] == ["在留カード", "内容による"]
    assert exported["application_process"].startswith("相談の入り方: 電話、ウェブ。連絡する人: 本人から、支援者から。")
    assert [(each["amount"], each["currency"]) for each in exported["cost_options"]] == [(0, "jpy")]


def test_an_unknown_price_is_no_price(example: Portal) -> None:
    """Nobody reads an unknown cost as free."""
    service = changed(example.services["example-city/counter"][1], cost={"service": "unknown"})
    assert "cost_options" not in made(example, service)
    assert made(example, service)["fees_description"] == "費用: 要確認。"
    paid = made(example, changed(service, cost={"service": "paid"}))["cost_options"][0]
    assert "amount" not in paid


def test_the_index_leads_to_every_file(portal: Portal, files: dict[str, Any]) -> None:
    """Version, licence, counts, and one file a service with what the list has."""
    index = files["index.json"]
    assert index["version"] == "3.1"
    assert index["license"]["name"] == "CC BY 4.0"
    assert index["date"] == max(
        each["value"].rstrip("頃")
        for service in files["services.json"]
        for each in service["attributes"]
        if each["taxonomy_term"]["code"] == "source_dated" and each["value"] != "不明"
    )
    assert {name: entry["count"] for name, entry in index["lists"].items()} == {name: len(files[f"{name}.json"]) for name in KINDS}
    assert all(entry["url"] in files for entry in index["lists"].values())
    assert all(files[index["service"].replace("{id}", service["id"])] == service for service in files["services.json"])
    assert {service["organization_id"] for service in files["services.json"]} == {record["id"] for record in files["organizations.json"]}
    assert {term["taxonomy_id"] for term in files["taxonomy_terms.json"]} == {record["id"] for record in files["taxonomies.json"]}
