"""An organisation for search engines, in the words of schema.org (JSON-LD): what its page shows, no more.

No address where somebody may be hiding: services with a hidden place, and every service of an organisation that works on violence or trafficking.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from portal.addresses import organisation_address, url_of
from portal.inline.printing import plain_text
from portal.model.base import Text, Variant
from portal.model.channel import Channel
from portal.model.curriculum import DISCREET_FIELD
from portal.model.directory import Organisation, Service
from portal.model.place import Place
from portal.portal import Portal
from portal.views.coverage import spoken_languages
from portal.views.opening_hours import opening_hours

SCHEMA = "https://schema.org"
PUBLIC = frozenset({"national", "prefecture", "municipality"})
TYPES = {
    **dict.fromkeys(PUBLIC, "GovernmentOrganization"),
    "npo": "NGO",
    "medical": "MedicalOrganization",
    "school": "EducationalOrganization",
    "union": "WorkersUnion",
}


def linked_data(portal: Portal, organisation: Organisation, variant: Variant, site_url: str) -> dict[str, Any]:
    """``{"@context", "@graph": [organisation, its active services]}``; the identifiers are those of the standard page in both variants."""
    writer = _Writer(portal, organisation, variant, site_url)
    services = [writer.service(service) for service in organisation.services if service.status == "active"]
    return {"@context": SCHEMA, "@graph": [writer.organisation_record(), *services]}


class _Writer:
    def __init__(self, portal: Portal, organisation: Organisation, variant: Variant, site_url: str) -> None:
        self.portal, self.organisation, self.variant, self.site_url = portal, organisation, variant, site_url
        self.is_discreet = any(DISCREET_FIELD in service.fields for service in organisation.services)

    def text(self, text: Text) -> str:
        return plain_text(self.portal, text.of(self.variant), self.variant)

    def url(self, variant: Variant, service: str = "") -> str:
        page = urljoin(self.site_url, url_of(organisation_address(self.organisation.slug), variant))
        return f"{page}#{service}" if service else page

    def organisation_record(self) -> dict[str, Any]:
        organisation = self.organisation
        return _stated(
            {
                "@type": TYPES.get(organisation.kind, "Organization"),
                "@id": self.url("ja"),
                "name": self.text(organisation.name),
                "alternateName": organisation.name_en,
                "description": self.text(organisation.description),
                "url": organisation.website,
            }
        )

    def service(self, service: Service) -> dict[str, Any]:
        fields = [field.title.of(self.variant) for field in self.portal.curriculum.course_fields if field.code in service.fields]
        return _stated(
            {
                "@type": "GovernmentService" if self.organisation.kind in PUBLIC else "Service",
                "@id": self.url("ja", service.slug),
                "url": self.url(self.variant, service.slug),
                "name": self.text(service.name),
                "alternateName": service.name_en,
                "description": self.text(service.summary),
                "serviceType": fields,
                "provider": {"@id": self.url("ja")},
                "areaServed": self.areas(service),
                "availableChannel": [record for channel in service.channels if len(record := self.channel(service, channel)) > 1],
            }
        )

    def areas(self, service: Service) -> list[dict[str, str]]:
        if service.area.scope == "nationwide":
            return [{"@type": "Country", "name": "JP"}]
        return [{"@type": "AdministrativeArea", "name": self.text(self.portal.areas[code].label)} for code in service.area.codes]

    def channel(self, service: Service, channel: Channel) -> dict[str, Any]:
        is_hidden = self.is_discreet or service.confidential.place_hidden
        place = service.place if channel.mode == "visit" and not is_hidden else None
        return _stated(
            {
                "@type": "ServiceChannel",
                "serviceUrl": channel.url,
                "servicePhone": _phone(channel) if channel.number else None,
                "availableLanguage": None if channel.number else list(spoken_languages(channel)),
                "serviceLocation": self.location(place, channel) if place else None,
            }
        )

    def location(self, place: Place, channel: Channel) -> dict[str, Any]:
        address = {"@type": "PostalAddress", "postalCode": place.postal_code, "streetAddress": self.text(place.address), "addressCountry": "JP"}
        return _stated({"@type": "Place", "address": _stated(address), "openingHoursSpecification": opening_hours(channel)})


def _phone(channel: Channel) -> dict[str, Any]:
    return _stated(
        {
            "@type": "ContactPoint",
            "telephone": channel.number,
            "contactOption": f"{SCHEMA}/TollFree" if channel.call_cost == "free" else None,
            "availableLanguage": list(spoken_languages(channel)),
            "hoursAvailable": opening_hours(channel),
        }
    )


def _stated(record: dict[str, Any]) -> dict[str, Any]:
    """The record without what is not known."""
    return {key: value for key, value in record.items() if value not in (None, "", [])}
