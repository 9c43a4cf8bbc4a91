"""Sheets of fields: addresses, neutral titles, and lessons of a service."""

from __future__ import annotations

from dataclasses import replace

from portal.generated import generated_pages
from portal.portal import Portal


def test_title_of_the_field_of_violence_tells_nothing(example: Portal) -> None:
    """A shared device's history shows titles."""
    sheet = example.sheets["E2-01"].model_copy(update={"field": "E2-08"})
    portal = replace(example, sheets={"E2-08": sheet})
    titles = [page.title for page in generated_pages(portal, "ja") if page.kind in {"counter-sheet", "handout"}]
    assert [title.startswith("E2-08") for title in titles] == [True, True]
    assert not any(sheet.title.ja in title or sheet.handout.title.ja in title for title in titles)


def test_every_sheet_has_its_two_pages(example: Portal) -> None:
    """In both variants, at the field's own address."""
    for variant in ("ja", "easy"):
        addresses = {page.address for page in generated_pages(example, variant)}
        assert {"directory/fields/e2-01/counter", "directory/fields/e2-01/handout"} <= addresses
