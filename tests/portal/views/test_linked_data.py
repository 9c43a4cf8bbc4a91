"""What an organisation's page tells search engines: the facts of the page, no more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import environment
import pytest
from portal.loading import load_portal
from portal.model.base import Variant
from portal.model.channel import Channel
from portal.model.conditions import Confidential
from portal.portal import Portal
from portal.views.linked_data import linked_data
from portal.views.opening_hours import opening_hours

SITE = "https://example.jp/portal/"


@pytest.fixture(scope="module")
def portal() -> Portal:
    """The real sources."""
    return load_portal(environment.ROOT)


def graph(portal: Portal, slug: str, variant: Variant = "ja") -> list[dict[str, Any]]:
    """The records of one page: the organisation, then its services."""
    data = linked_data(portal, portal.organisations[slug], variant, SITE)
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def values(data: Any, key: str) -> Iterator[Any]:
    """Every value of ``key`` at any depth."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(data, list):
        for each in data:
            yield from values(each, key)


def test_service_names_its_provider_area_and_channels(example: Portal) -> None:
    """A public office offers a service of the government; its record stands where the page does."""
    organisation, counter = graph(example, "example-city")
    assert organisation["@type"] == "GovernmentOrganization"
    assert counter["@type"] == "GovernmentService"
    assert counter["@id"] == f"{SITE}directory/example-city/#counter"
    assert counter["provider"] == {"@id": organisation["@id"]} == {"@id": f"{SITE}directory/example-city/"}
    assert counter["areaServed"] == [{"@type": "AdministrativeArea", "name": "例の市"}]
    phone, web = counter["availableChannel"]
    assert phone["servicePhone"]["telephone"] == "0120-000-000"
    assert phone["servicePhone"]["contactOption"] == "https://schema.org/TollFree"
    assert phone["servicePhone"]["availableLanguage"] == ["ja", "vi"]
    assert web == {"@type": "ServiceChannel", "serviceUrl": "https://example.jp/counter"}


def test_plain_page_has_the_same_record_in_plain_words(example: Portal) -> None:
    """One service, two pages: machines see one identifier."""
    standard, plain = graph(example, "example-city"), graph(example, "example-city", "easy")
    assert [each["@id"] for each in standard] == [each["@id"] for each in plain]
    assert plain[1]["url"] == f"{SITE}ja-easy/directory/example-city/#counter"
    assert plain[1]["description"] == "引っ越しの相談ができます。"


def test_closed_service_is_not_offered(example: Portal) -> None:
    """The former counter has no record."""
    assert [each["@id"].partition("#")[2] for each in graph(example, "example-city")] == ["", "counter"]


def test_every_number_is_one_of_the_page(portal: Portal) -> None:
    """A wrong number hurts a person."""
    told = 0
    for slug, organisation in portal.organisations.items():
        numbers = [channel.number for service in organisation.services if service.status == "active" for channel in service.channels if channel.number]
        assert list(values(graph(portal, slug), "telephone")) == numbers
        told += len(numbers)
    assert told > 300


PLACE = re.compile(r"serviceLocation|PostalAddress|streetAddress|latitude")


def test_no_place_where_somebody_may_be_hiding(portal: Portal) -> None:
    """Organisations with a service on violence or trafficking, and services with a hidden place, tell no address at all."""
    (office,) = portal.organisations["city-kanazawa"].services
    refuge = office.model_copy(update={"slug": "refuge", "fields": ("E2-08",), "place": None})
    hidden = office.model_copy(update={"confidential": Confidential(place_hidden=True)})
    for services, told in (((office,), True), ((office, refuge), False), ((hidden,), False)):
        organisation = portal.organisations["city-kanazawa"].model_copy(update={"services": services})
        assert bool(PLACE.search(json.dumps(linked_data(portal, organisation, "ja", SITE)))) == told


def test_no_address_on_any_page_about_violence(portal: Portal) -> None:
    """All of them, as they are."""
    discreet = [each.slug for each in portal.organisations.values() if any("E2-08" in service.fields for service in each.services)]
    assert len(discreet) > 10
    assert [slug for slug in discreet if PLACE.search(json.dumps(graph(portal, slug)))] == []


def everything(data: Any) -> Iterator[Any]:
    """The value and all that it holds."""
    yield data
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from everything(each)


def test_references_are_words_and_nothing_is_empty(portal: Portal) -> None:
    """No braces of our own, no null, no empty list, no record that says only its type."""
    for slug in portal.organisations:
        for each in everything(graph(portal, slug, "easy")):
            assert each not in (None, "", [], {}), slug
            assert not (isinstance(each, dict) and set(each) == {"@type"}), slug
            assert not (isinstance(each, str) and re.search(r"\{(service|fact|term|unit|page):", each)), slug


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ("24/7", [(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "PublicHolidays"], "00:00", "23:59")]),
        ("Mo-We,Fr 09:00-17:00", [(["Monday", "Tuesday", "Wednesday", "Friday"], "09:00", "17:00")]),
        ("Sa,Su,PH 00:00-24:00", [(["Saturday", "Sunday", "PublicHolidays"], "00:00", "23:59")]),
        ("Mo 09:00-12:00,13:00-16:00; PH off", [(["Monday"], "09:00", "12:00"), (["Monday"], "13:00", "16:00"), (["PublicHolidays"], "00:00", "00:00")]),
        ("Fr 17:00-09:00", [(["Friday"], "17:00", "09:00")]),
        ("Mo-Sa 09:00-17:00; We,Sa off", [(["Monday", "Tuesday", "Thursday", "Friday"], "09:00", "17:00")]),
    ],
)
def test_hours_that_schema_org_can_say_are_told(hours: str, told: list[tuple[list[str], str, str]]) -> None:
    """Closed is 00:00 to 00:00; past midnight the closing time is the smaller one."""
    found = [
        ([day.removeprefix("https://schema.org/") for day in each["dayOfWeek"]], each["opens"], each["closes"]) for each in opening_hours(channel_with(hours))
    ]
    assert found == told


@pytest.mark.parametrize("hours", ["unknown", "Sa[2] 09:30-16:00", "Mo-Fr 09:00-17:00; PH off; Dec 29-Jan 03 off", "Mo,We off", "Mo-Fr 20:00-26:00"])
def test_hours_that_it_cannot_say_whole_are_left_out(hours: str) -> None:
    """Half of the hours send somebody to a closed door on the second Saturday or at New Year."""
    assert opening_hours(channel_with(hours)) == []


def test_hours_with_a_note_are_left_out() -> None:
    """The note says what the hours do not: old page, other days for other languages."""
    noted = channel_with("24/7").model_copy(update={"hours_note": {"ja": "古い資料による。", "easy": "古い資料です。"}})
    assert opening_hours(noted) == []


def channel_with(hours: str) -> Channel:
    """A telephone with these hours."""
    return Channel.model_validate({"mode": "phone", "number": "0120-279-338", "hours": hours})
