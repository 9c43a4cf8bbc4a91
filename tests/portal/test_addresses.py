"""Addresses: published ones never change, and every link leads where it says."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal import addresses
from portal.addresses import address_of, relative, url_of
from portal.model.base import Variant

SITE = "https://example.jp/portal/"
PARTS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
PAGES = st.lists(PARTS, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILES = st.builds(lambda page, name: f"{page}{name}.css", PAGES, PARTS)
ANCHORS = st.one_of(st.just(""), PARTS.map(lambda part: f"#{part}"))
TARGETS = st.builds(lambda url, anchor: url + anchor, st.one_of(PAGES, FILES), ANCHORS)


@given(from_url=st.one_of(PAGES, FILES), to_url=TARGETS)
def test_relative_link_leads_to_its_target(from_url: str, to_url: str) -> None:
    """A browser that follows the link from the page arrives at the target, wherever the site is served."""
    assert urljoin(SITE + from_url, relative(from_url, to_url)) == SITE + to_url


@given(from_url=PAGES, to_url=TARGETS)
def test_relative_link_never_begins_at_the_server(from_url: str, to_url: str) -> None:
    """The site may be served below any path, or from a folder."""
    assert not relative(from_url, to_url).startswith("/")


@given(to_url=TARGETS)
def test_page_of_any_address_links_from_the_path_of_the_site(to_url: str) -> None:
    """The page for unknown addresses is shown at all of them."""
    assert urljoin("https://example.jp/portal/no/such/page", relative("/portal/", to_url)) == SITE + to_url


@pytest.mark.parametrize(
    ("address", "variant", "url"),
    [
        ("index", "ja", ""),
        ("index", "easy", "ja-easy/"),
        ("units/a1-1", "ja", "units/a1-1/"),
        ("units/a1-1", "easy", "ja-easy/units/a1-1/"),
        ("about/index", "ja", "about/"),
    ],
)
def test_address_of_each_variant_is_fixed(address: str, variant: Variant, url: str) -> None:
    """Bookmarks and the stored progress of learners rest on these."""
    assert url_of(address, variant) == url


@pytest.mark.parametrize(
    ("source", "address"), [("index.md", "index"), ("about/index.md", "about"), ("about/privacy.md", "about/privacy"), ("units/a1-1.md", "units/a1-1")]
)
def test_address_of_a_source_is_its_path(source: str, address: str) -> None:
    """A page's address follows from its file."""
    assert address_of(source) == address


def test_addresses_of_records_are_those_of_the_design() -> None:
    """The table of published addresses holds."""
    assert [
        addresses.unit_address("E2-02-1"),
        addresses.lecture_address("A1"),
        addresses.organisation_address("houterasu"),
        addresses.field_address("E2-01"),
        addresses.area_address("13"),
        addresses.language_address("zh-Hant"),
    ] == ["units/e2-02-1", "lectures/a1", "directory/houterasu", "directory/fields/e2-01", "directory/areas/13", "directory/languages/zh-hant"]
