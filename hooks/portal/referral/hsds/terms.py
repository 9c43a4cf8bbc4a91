"""Taxonomies, their terms, and the attributes that tie a term to an object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from portal.portal import Portal
from portal.referral.exports import without_empty
from portal.referral.hsds.identifiers import object_id
from portal.referral.hsds.wording import Wording


def attribute(wording: Wording, owner: str, taxonomy: str, code: str, value: str = "") -> dict[str, Any]:
    """The object with key ``owner`` has the term ``code``, with a ``value`` where the term asks for one."""
    name, label = wording.portal.taxonomies[taxonomy].name, wording.label(taxonomy, code)
    term = {
        "id": object_id("taxonomy", taxonomy, code),
        "code": code,
        "name": label,
        "description": f"{name}: {label}",
        "taxonomy": name,
        "taxonomy_id": object_id("taxonomy", taxonomy),
        "language": "ja",
    }
    found: dict[str, Any] = without_empty({"id": object_id(owner, "attribute", taxonomy, code), "link_type": taxonomy, "value": value, "taxonomy_term": term})
    return found


def attributes(wording: Wording, owner: str, terms: dict[str, Iterable[str]]) -> list[dict[str, Any]]:
    """Attributes of ``{taxonomy: codes}``."""
    return [attribute(wording, owner, taxonomy, code) for taxonomy, codes in terms.items() for code in codes]


def taxonomies(portal: Portal, terms: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The taxonomies of ``terms``, in the order of their file."""
    used = {term["taxonomy_id"] for term in terms}
    known = [{"id": object_id("taxonomy", key), "name": each.name, "description": each.description} for key, each in portal.taxonomies.items()]
    return [taxonomy for taxonomy in known if taxonomy["id"] in used]


def used_terms(value: Any) -> list[dict[str, Any]]:
    """Every term that some object has, once, by taxonomy and code."""
    terms = {term["id"]: term for term in _terms_in(value)}
    return sorted(terms.values(), key=lambda term: (term["taxonomy_id"], term["code"]))


def _terms_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "taxonomy_term" in value:
            yield value["taxonomy_term"]
        for each in value.values():
            yield from _terms_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _terms_in(each)
