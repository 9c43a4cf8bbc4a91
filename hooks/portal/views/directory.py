"""Items of the directory pages: entries of services and their listings."""

from __future__ import annotations

from dataclasses import dataclass

from portal.addresses import URGENCY_SLUGS
from portal.model.directory import Organisation, Service
from portal.portal import Portal

URGENCIES = tuple(URGENCY_SLUGS)


@dataclass(frozen=True)
class Entry:
    """One service in a listing."""

    id: str
    organisation: Organisation
    service: Service
    areas: tuple[str, ...]


@dataclass(frozen=True)
class ListingView:
    """Entries of one field, area or language; ``nationwide`` apart where a place is listed."""

    entries: tuple[Entry, ...]
    nationwide: tuple[Entry, ...] = ()


def entries(portal: Portal) -> tuple[Entry, ...]:
    """All services: danger first, then first doors, then by name."""
    found = [_entry(key, organisation, service) for key, (organisation, service) in portal.services.items() if service.status == "active"]
    return tuple(sorted(found, key=lambda entry: (URGENCIES.index(entry.service.urgency), not entry.service.gateway, entry.service.kana)))


def _entry(key: str, organisation: Organisation, service: Service) -> Entry:
    areas = ("nationwide",) if service.area.scope == "nationwide" else service.area.codes
    return Entry(key, organisation, service, areas)


def search_words(portal: Portal, organisation: Organisation, service: Service) -> list[str]:
    """Every name under which a service may be looked for; the words of problems are the referral index's."""
    tags = [portal.problem_tags[problem] for problem in service.problems]
    fields = [field for field in portal.curriculum.course_fields if field.code in service.fields]
    languages = [portal.languages[code] for code in service.languages]
    areas = [portal.areas[code] for code in service.area.codes]
    return [
        *(service.name.ja, service.name.easy, service.kana, service.name_en, service.summary.ja, service.summary.easy),
        *(organisation.name.ja, organisation.kana, organisation.name_en, *organisation.aka),
        *(word for tag in tags for word in (tag.label.ja, tag.label.easy)),
        *(field.title.ja for field in fields),
        *(word for language in languages for word in (language.label.ja, language.en, language.own)),
        *(word for area in areas for word in (area.label.ja, area.kana, area.en)),
        *(channel.number for channel in service.channels if channel.number),
    ]


def field_listing(portal: Portal, code: str) -> ListingView:
    """Services of one field."""
    return ListingView(tuple(entry for entry in entries(portal) if code in entry.service.fields))


def area_listing(portal: Portal, code: str) -> ListingView:
    """Services of one prefecture (and its municipalities), and the nationwide ones."""
    inside = tuple(entry for entry in entries(portal) if any(area[:2] == code[:2] for area in entry.areas))
    return ListingView(inside, tuple(entry for entry in entries(portal) if entry.areas == ("nationwide",)))


def language_listing(portal: Portal, code: str) -> ListingView:
    """Services with a channel in one language."""
    return ListingView(tuple(entry for entry in entries(portal) if code in entry.service.languages))
