"""Services and organisations as objects of HSDS."""

from __future__ import annotations

from typing import Any

from portal.model.directory import Organisation, Service
from portal.referral.exports import without_empty
from portal.referral.hsds import conditions
from portal.referral.hsds.channels import interpretation_services, service_at_locations
from portal.referral.hsds.identifiers import object_id
from portal.referral.hsds.links import additional_urls, own_page, uri
from portal.referral.hsds.places import service_areas
from portal.referral.hsds.terms import attributes
from portal.referral.hsds.wording import Wording

STATUSES = {"active": "active", "inactive": "inactive", "temporarily_closed": "temporarily closed"}


def service_object(wording: Wording, organisation: Organisation, service: Service) -> dict[str, Any]:
    """The root object with everything nested. ``last_modified`` is left out: nobody keeps the hour of a change."""
    key = f"{organisation.slug}/{service.slug}"
    other = service.eligibility.other
    found: dict[str, Any] = without_empty(
        {
            "id": object_id(key),
            "organization_id": object_id(organisation.slug),
            "name": wording.text(service.name),
            "alternate_name": service.name_en,
            "description": wording.sentences(wording.text(service.summary), wording.text(service.description)),
            "url": own_page(service),
            "additional_urls": additional_urls(wording, service, key),
            "status": STATUSES[service.status],
            "interpretation_services": interpretation_services(wording, service),
            "application_process": conditions.application_process(wording, service),
            "fees_description": conditions.fees_description(wording, service),
            "eligibility_description": conditions.eligibility_description(wording, service),
            "minimum_age": other.min_age if other else None,
            "maximum_age": other.max_age if other else None,
            "assured_date": service.verified.on.isoformat() if service.verified else None,
            "alert": wording.text(service.alert),
            "service_areas": service_areas(wording, service, key),
            "service_at_locations": service_at_locations(wording, service, key),
            "organization": organisation_object(wording, organisation),
            "cost_options": conditions.cost_options(wording, service, key),
            "required_documents": conditions.required_documents(wording, service, key),
            "attributes": conditions.service_attributes(wording, service, key),
        }
    )
    return found


def organisation_object(wording: Wording, organisation: Organisation) -> dict[str, Any]:
    """The organisation, without its services."""
    number = organisation.corporate_number
    found: dict[str, Any] = without_empty(
        {
            "id": object_id(organisation.slug),
            "name": wording.text(organisation.name),
            "alternate_name": "、".join((organisation.name_en, *organisation.aka)),
            "description": wording.text(organisation.description),
            "website": uri(organisation.website) if organisation.website else None,
            "organization_identifiers": [{"id": object_id(organisation.slug, "number"), "identifier_type": "法人番号", "identifier": number}] if number else [],
            "attributes": attributes(wording, organisation.slug, {"organisation_kind": [organisation.kind]}),
        }
    )
    return found
