"""Listings of the directory: who is in which, in which order, under which words."""

from __future__ import annotations

from portal.portal import Portal
from portal.views.directory import area_listing, entries, field_listing, language_listing, search_words


def ids(found: tuple[object, ...]) -> list[str]:
    """Ids of entries."""
    return [str(getattr(entry, "id", "")) for entry in found]


def test_danger_comes_first_in_the_directory(example: Portal) -> None:
    """Who is in danger does not scroll."""
    assert ids(entries(example)) == ["example-rescue/rescue-line", "example-city/counter"]


def test_service_that_is_closed_is_in_no_listing(example: Portal) -> None:
    """Nobody is sent to a closed counter."""
    listings = [field_listing(example, "E2-02"), area_listing(example, "990001"), language_listing(example, "ne")]
    found = [*ids(entries(example)), *(key for listing in listings for key in ids((*listing.entries, *listing.nationwide)))]
    assert "example-city/closed-counter" not in found


def test_field_lists_its_services_only(example: Portal) -> None:
    """A field's page is short enough to read."""
    assert ids(field_listing(example, "E2-01").entries) == ["example-city/counter"]
    assert ids(field_listing(example, "E2-02").entries) == ["example-rescue/rescue-line"]


def test_prefecture_lists_its_municipalities_and_the_nationwide_services_apart(example: Portal) -> None:
    """What is near comes before what is everywhere."""
    listing = area_listing(example, "990001")
    assert (ids(listing.entries), ids(listing.nationwide)) == (["example-city/counter"], ["example-rescue/rescue-line"])


def test_prefecture_without_services_still_has_the_nationwide_ones(example: Portal) -> None:
    """No page of an area is a dead end."""
    listing = area_listing(example, "980005")
    assert (ids(listing.entries), ids(listing.nationwide)) == ([], ["example-rescue/rescue-line"])


def test_language_lists_services_with_a_channel_in_it(example: Portal) -> None:
    """The language of one channel is enough."""
    assert ids(language_listing(example, "vi").entries) == ["example-city/counter"]


def test_entry_knows_its_areas(example: Portal) -> None:
    """The filter of the browser goes by these codes."""
    assert {entry.id: entry.areas for entry in entries(example)} == {"example-rescue/rescue-line": ("nationwide",), "example-city/counter": ("991007",)}


def test_service_is_found_by_every_word_that_a_person_may_use(example: Portal) -> None:
    """Names, other names, kana, problems, fields, languages, places and numbers."""
    (counter,) = field_listing(example, "E2-01").entries
    words = " ".join(search_words(example, counter.organisation, counter.service)).lower()
    for word in (
        "相談窓口",
        "れいのし",
        "例の市役所",
        "example city counter",
        "引っ越し",
        "例の分野・暮らし",
        "ベトナム語",
        "tiếng việt",
        "れいのし",
        "0120-000-000",
    ):
        assert word in words
