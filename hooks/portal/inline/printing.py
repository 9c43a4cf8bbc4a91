"""What a reference prints as plain text: for measures, search, titles and machines."""

from __future__ import annotations

from portal.inline.references import Reference, find_references
from portal.model.base import Variant
from portal.portal import Portal


def printed(portal: Portal, reference: Reference, variant: Variant) -> str:
    """Text of one reference; an unknown id prints itself (the checks report it)."""
    if reference.kind == "reading":
        return reference.name
    if reference.kind == "fact" and reference.name in portal.facts:
        return portal.facts[reference.name].text.of(variant)
    if reference.kind == "term" and reference.name in portal.terms:
        return portal.terms[reference.name].term
    if reference.kind == "service" and reference.name in portal.services:
        return portal.services[reference.name][1].name.of(variant)
    if reference.kind == "unit":
        return unit_label(portal, reference.name, variant)
    return "" if reference.kind == "figure" else reference.name


def unit_label(portal: Portal, code: str, variant: Variant) -> str:
    """Code and title of a unit."""
    title = next((unit.title.of(variant) for unit in portal.curriculum.units if unit.code == code), "")
    return f"{code} {title}".strip()


def plain_text(portal: Portal, text: str, variant: Variant) -> str:
    """``text`` with every reference printed as plain text."""
    pieces: list[str] = []
    position = 0
    for found in find_references(text):
        if isinstance(found, Reference):
            pieces += [text[position : found.start], printed(portal, found, variant)]
            position = found.end
    return "".join([*pieces, text[position:]])
