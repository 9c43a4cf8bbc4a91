"""The files below ``data/hsds/``."""

from __future__ import annotations

from typing import Any

from portal.model.base import partial_date_start
from portal.portal import Portal
from portal.referral.exports import without_empty
from portal.referral.hsds.services import organisation_object, service_object
from portal.referral.hsds.terms import taxonomies, used_terms
from portal.referral.hsds.wording import Wording

PROFILE = "https://github.com/openreferral/specification"


def hsds_files(portal: Portal) -> dict[str, Any]:
    """Contents by name: ``index.json``, the lists, and ``services/<id>.json`` with the same object as in the list. A service that has ended is in none."""
    wording = Wording(portal)
    offered = [(organisation, service) for organisation, service in portal.services.values() if service.status != "defunct"]
    services = [service_object(wording, *each) for each in offered]
    providers = {organisation.slug: organisation for organisation, _ in offered}
    organisations = [organisation_object(wording, organisation) for organisation in providers.values()]
    terms = used_terms(services)
    lists = {"services": services, "organizations": organisations, "taxonomies": taxonomies(portal, terms), "taxonomy_terms": terms}
    return {
        "index.json": _index(portal, {name: len(records) for name, records in lists.items()}),
        **{f"{name}.json": records for name, records in lists.items()},
        **{f"services/{service['id']}.json": service for service in services},
    }


def _index(portal: Portal, counts: dict[str, int]) -> dict[str, Any]:
    """Where a machine begins; addresses are relative to this file. ``date``: the newest date of a source page; ``read_on``: the last day one was read."""
    services = [service for _, service in portal.services.values() if service.status != "defunct"]
    licence = portal.site.licences[0]
    dated = [(start, service.source_dated.rstrip("頃")) for service in services if (start := partial_date_start(service.source_dated))]
    index: dict[str, Any] = without_empty(
        {
            "version": "3.1",
            "profile": PROFILE,
            "title": portal.site.name.ja,
            "description": portal.site.disclaimer.ja,
            "language": "ja",
            "date": max(dated, default=(None, ""))[1],
            "read_on": max((service.seen_on.isoformat() for service in services if service.seen_on), default=""),
            "assurance": portal.words["not_verified"].ja if not any(service.verified for service in services) else "",
            "license": {"name": licence.name, "url": licence.url},
            "lists": {name: {"url": f"{name}.json", "count": count} for name, count in counts.items()},
            "service": "services/{id}.json",
            "alternatives": ["../directory.json", "../directory.csv"],
        }
    )
    return index
