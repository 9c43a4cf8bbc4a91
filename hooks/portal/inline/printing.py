"""What a reference prints as plain text: for measures, search, titles and machines."""

from __future__ import annotations

from portal.inline.references import BLOCKS, Reference, find_references
from portal.inline.texts import texts_of
from portal.model.base import Variant
from portal.portal import Portal


def printed(portal: Portal, reference: Reference, variant: Variant) -> str:
    """Text of one reference; an unknown id prints itself (the checks report it)."""
    kind, name = reference.kind, reference.name
    if kind == "fact" and name in portal.facts:
        return portal.facts[name].text.of(variant)
    if kind == "term" and name in portal.terms:
        return portal.terms[name].term
    if kind == "service" and name in portal.services:
        return portal.services[name][1].name.of(variant)
    if kind in BLOCKS:
        return _block(portal, reference, variant)
    titles = {"unit": unit_label, "page": page_title}
    return titles[kind](portal, name, variant) if kind in titles else name


def _block(portal: Portal, reference: Reference, variant: Variant) -> str:
    """Words of a situation, a comparison card or a transcript, one text a line; a figure is looked at and a form filled in, not read."""
    records = {**portal.situations, **portal.comparisons, **portal.transcripts}
    record = records.get(reference.name)
    found = texts_of(record) if record is not None else ()
    return "\n".join(plain_text(portal, text, of) for _, of, text in found if of == variant)


def page_title(portal: Portal, address: str, variant: Variant) -> str:
    """Title of a prose page."""
    page = portal.pages.get((address, variant))
    return page.front.title if page else address


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
