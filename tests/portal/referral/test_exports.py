"""The directory as other programs get it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import environment
import pytest
from portal.loading import load_portal
from portal.portal import Portal
from portal.referral.exports import COLUMNS, directory_csv, directory_json, identifier


@pytest.fixture(scope="module")
def portal() -> Portal:
    """The real sources."""
    return load_portal(environment.ROOT)


@pytest.fixture(scope="module")
def data(portal: Portal) -> dict[str, Any]:
    """The JSON file, read back."""
    return dict(json.loads(json.dumps(directory_json(portal))))


def test_every_channel_is_a_row_and_every_number_the_same_on_both_ways(portal: Portal, data: dict[str, Any]) -> None:
    """JSON and table hold the same numbers under the same identifiers."""
    rows = list(csv.DictReader(io.StringIO(directory_csv(portal).removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    services = [service for organisation in data["organisations"] for service in organisation["services"]]
    assert len(rows) == sum(len(service["channels"]) for service in services)
    in_rows = {(row["service_uuid"], row["number"]) for row in rows if row["number"]}
    assert in_rows == {(service["uuid"], channel["number"]) for service in services for channel in service["channels"] if "number" in channel}


def test_identifiers_are_those_of_the_slugs_and_never_change() -> None:
    """Somebody may keep them."""
    assert str(identifier("houterasu/houterasu-multilingual")) == "9fcf2423-7999-544a-84f5-0b2960a69a78"
    assert identifier("houterasu") != identifier("houterasu/houterasu")


def test_empty_fields_are_left_out_and_references_are_words(data: dict[str, Any]) -> None:
    """No null, no empty list, no braces of our own."""
    text = json.dumps(data, ensure_ascii=False)
    assert "null" not in text.replace('"null"', "")
    assert "[]" not in text
    assert "{service:" not in text
    assert "{fact:" not in text


def test_what_must_stay_hidden_is_in_neither(portal: Portal, data: dict[str, Any]) -> None:
    """No place of a hidden service, no notes for coordinators."""
    for organisation in data["organisations"]:
        for service in organisation["services"]:
            assert "coordinator_note" not in service
            assert not (service.get("confidential", {}).get("place_hidden") and "place" in service)
    assert "place" not in COLUMNS
