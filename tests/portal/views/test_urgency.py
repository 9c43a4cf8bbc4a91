"""Pages of one urgency: which services they list, and how."""

from __future__ import annotations

from collections import Counter

import environment
import pytest
from portal.addresses import URGENCY_SLUGS, urgency_address
from portal.generated import generated_pages
from portal.loading import load_portal
from portal.portal import Portal
from portal.views.urgency import urgency_view


@pytest.fixture(scope="module")
def portal() -> Portal:
    """The real sources."""
    return load_portal(environment.ROOT)


@pytest.mark.parametrize("urgency", URGENCY_SLUGS)
def test_urgency_lists_each_of_its_services_once_and_no_other(portal: Portal, urgency: str) -> None:
    """In full or below a field, never in both."""
    view = urgency_view(portal, urgency)
    listed = Counter([entry.id for entry in view.entries] + [entry.id for _, group in view.groups for entry in group])
    wanted = {key for key, (_, service) in portal.services.items() if service.urgency == urgency and service.status == "active"}
    assert listed == Counter(wanted)
    assert view.count == len(wanted) > 0


def test_what_is_urgent_stands_in_full_and_the_rest_below_its_field(portal: Portal) -> None:
    """Numbers and hours are read at once where there is no time to open a page."""
    assert [bool(urgency_view(portal, urgency).entries) for urgency in URGENCY_SLUGS] == [True, True, False, False]
    codes = [code for code, _ in urgency_view(portal, "routine").groups]
    assert codes[0] == ""
    assert codes[1:] == sorted(codes[1:])


def test_closed_service_has_no_urgency(example: Portal) -> None:
    """Nobody is sent to a closed counter."""
    (group,) = urgency_view(example, "routine").groups
    assert [entry.id for entry in group[1]] == ["example-city/counter"]


def test_every_urgency_has_a_page_with_a_meaning(example: Portal) -> None:
    """Its summary says what the urgency means."""
    pages = {page.address: page for page in generated_pages(example, "easy") if page.kind == "urgency"}
    assert list(pages) == [f"directory/urgency/{slug}" for slug in ("now", "same-day", "days", "routine")]
    assert pages[urgency_address("emergency_now")].key == "emergency_now"
    assert all(page.summary.endswith("。") for page in pages.values())
