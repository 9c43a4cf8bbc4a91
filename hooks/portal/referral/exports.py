"""The directory for machines: one JSON file as the model has it, and a table with one row a channel. Both hold what the pages show, no more."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from portal.inline.printing import plain_text
from portal.model.base import Text, Variant
from portal.model.channel import Channel
from portal.model.directory import Organisation, Service
from portal.portal import Portal

NAMESPACE = uuid5(NAMESPACE_URL, "urn:support-coordinator-portal:directory")
# Words for people who work with the portal, not for other systems.
KEPT_BACK = {"coordinator_note"}
COLUMNS = (
    *("service_uuid", "organisation", "service", "organisation_name", "service_name", "service_name_easy", "status", "urgency", "fields", "problems"),
    *("area_scope", "area_codes", "residency", "eligibility", "irregular_stay", "cost", "mode", "number", "url", "call_cost", "languages", "hours", "reserve"),
    *("source_dated", "seen_on", "verified_on", "confidence", "source"),
)


def identifier(slug: str) -> UUID:
    """Version 5, from the slug (``organisation`` or ``organisation/service``): the same in every build."""
    return uuid5(NAMESPACE, slug)


def directory_json(portal: Portal) -> dict[str, Any]:
    """``{"organisations": [{id, uuid, name, …, services: [{…, channels: […]}]}]}``; empty fields are left out, references printed as words."""
    return {"organisations": [_organisation(portal, organisation) for organisation in portal.organisations.values()]}


def _organisation(portal: Portal, organisation: Organisation) -> dict[str, Any]:
    record = organisation.model_dump(mode="json", exclude={"services"})
    services = [
        {"uuid": str(identifier(f"{organisation.slug}/{service.slug}"))} | service.model_dump(mode="json", exclude=KEPT_BACK)
        for service in organisation.services
        if service.status != "defunct"
    ]
    full = {"uuid": str(identifier(organisation.slug))} | record | {"services": services}
    cleaned: dict[str, Any] = without_empty(_printed(portal, full))
    return cleaned


def _printed(portal: Portal, value: Any, variant: Variant = "ja") -> Any:
    """``value`` with every reference in its texts printed as words."""
    if isinstance(value, str):
        return plain_text(portal, value, variant)
    if isinstance(value, dict):
        return {key: _printed(portal, each, "easy" if key == "easy" else variant) for key, each in value.items()}
    return [_printed(portal, each, variant) for each in value] if isinstance(value, list) else value


def without_empty(value: Any) -> Any:
    """``value`` without its empty fields, however deep; zero and false stay."""
    if isinstance(value, dict):
        return {key: without_empty(each) for key, each in value.items() if each not in (None, "", [], {})}
    return [without_empty(each) for each in value] if isinstance(value, list) else value


def directory_csv(portal: Portal) -> str:
    """One row a channel, UTF-8 with a byte-order mark so that spreadsheets read it; lists are separated by blanks."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for organisation in portal.organisations.values():
        for service in organisation.services:
            if service.status != "defunct":
                writer.writerows(_rows(portal, organisation, service))
    return "\ufeff" + out.getvalue()


def _rows(portal: Portal, organisation: Organisation, service: Service) -> Iterator[dict[str, str]]:
    def words(text: Text, variant: Variant = "ja") -> str:
        return plain_text(portal, text.of(variant), variant)

    key = f"{organisation.slug}/{service.slug}"
    common = {
        "service_uuid": str(identifier(key)),
        "organisation": organisation.slug,
        "service": service.slug,
        "organisation_name": words(organisation.name),
        "service_name": words(service.name),
        "service_name_easy": words(service.name, "easy"),
        "status": service.status,
        "urgency": service.urgency,
        "fields": " ".join(service.fields),
        "problems": " ".join(service.problems),
        "area_scope": service.area.scope,
        "area_codes": " ".join(service.area.codes),
        "residency": service.area.residency,
        "eligibility": service.eligibility.policy,
        "irregular_stay": service.eligibility.irregular_stay,
        "cost": service.cost.service,
        "source_dated": service.source_dated,
        "seen_on": str(service.seen_on or ""),
        "verified_on": str(service.verified.on) if service.verified else "",
        "confidence": service.confidence,
        "source": str(service.sources[0].url),
    }
    for channel in service.channels:
        yield common | _channel(channel)


def _channel(channel: Channel) -> dict[str, str]:
    return {
        "mode": channel.mode,
        "number": channel.number or "",
        "url": str(channel.url or ""),
        "call_cost": channel.call_cost,
        "languages": " ".join(f"{language.code}:{language.via}" for language in channel.languages),
        "hours": channel.hours,
        "reserve": channel.reserve,
    }
