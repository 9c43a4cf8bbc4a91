"""Where a service is offered and for whom by place: addresses and service areas."""

from __future__ import annotations

from typing import Any

from portal.model.directory import Service
from portal.model.place import Place
from portal.referral.exports import without_empty
from portal.referral.hsds.identifiers import object_id
from portal.referral.hsds.wording import Wording


def place_fields(wording: Wording, place: Place, key: str) -> dict[str, Any]:
    """What a physical location says of its place; the address as free text where a part that HSDS requires is not known."""
    address = _address(wording, place, key)
    written = " ".join(part for part in (f"〒{place.postal_code}" if place.postal_code else "", wording.text(place.address)) if part)
    barrier_free = wording.text(place.barrier_free)
    return {
        "description": "" if address else written,
        "transportation": wording.text(place.access),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "addresses": [address] if address else [],
        "accessibility": [{"id": object_id(key, "accessibility"), "description": barrier_free}] if barrier_free else [],
    }


def _address(wording: Wording, place: Place, key: str) -> dict[str, Any] | None:
    """An address of HSDS: street, city, prefecture, postal code, country and type, or none at all."""
    areas = wording.portal.areas
    city, prefecture = areas.get(place.municipality_code or ""), areas.get(place.pref_code)
    if city is None or prefecture is None or place.postal_code is None:
        return None
    street = wording.text(place.address).removeprefix(prefecture.label.ja).removeprefix(city.label.ja).strip()
    if not street:
        return None
    return {
        "id": object_id(key, "address"),
        "address_1": street,
        "city": city.label.ja,
        "state_province": prefecture.label.ja,
        "postal_code": place.postal_code,
        "country": "JP",
        "address_type": "physical",
    }


def service_areas(wording: Wording, service: Service, key: str) -> list[dict[str, Any]]:
    """One object a local-government code; the whole country is ``JP``."""
    if service.area.scope == "nationwide":
        return [_area(key, wording.label("area", "nationwide"), "JP")]
    scheme = wording.portal.taxonomies["area"].description
    return [_area(key, wording.portal.areas[code].label.ja, code, f"{scheme} {code}") for code in service.area.codes]


def _area(key: str, name: str, extent: str, description: str = "") -> dict[str, Any]:
    area: dict[str, Any] = without_empty(
        {"id": object_id(key, "area", extent), "name": name, "description": description, "extent": extent, "extent_type": "text"}
    )
    return area
