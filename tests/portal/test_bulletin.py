"""Feeds and calendar of the notices, read by parsers that the project did not write."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import fastfeedparser
import pytest
import vobject
from portal.bulletin.calendar import deadline_calendar
from portal.bulletin.feeds import atom_feed, json_feed
from portal.model.base import VARIANTS, Variant
from portal.portal import Portal

SITE = "https://portal.example/"
NEWEST_FIRST = ["例の研修の募集", "例の写しの手数料が変わる", "例の届出が要らなくなった", "例の制度が検討されている"]


def events_of(example: Portal, variant: Variant) -> list[Any]:
    """Events of the calendar as another program reads them."""
    calendar = vobject.readOne(deadline_calendar(example, variant, SITE).decode())
    return list(calendar.vevent_list)


@pytest.mark.parametrize("variant", VARIANTS)
def test_atom_feed_is_read_by_a_stranger(example: Portal, variant: Variant) -> None:
    """Every notice once, with its address on the board of the variant."""
    feed = fastfeedparser.parse(atom_feed(example, variant, SITE))
    assert len(feed.entries) == len({entry.id for entry in feed.entries}) == len(example.notices)
    folder = "ja-easy/notices/" if variant == "easy" else "notices/"
    assert feed.entries[1].link == f"{SITE}{folder}#n-copy-fee"
    assert feed.entries[1].published.startswith("2026-11-19T15:00:00")
    assert feed.feed.language == ("ja-simple" if variant == "easy" else "ja")


def test_atom_feed_tells_the_newest_first_and_prints_numbers(example: Portal) -> None:
    """A reader of the feed gets the number, not its id, and where it stands."""
    feed = fastfeedparser.parse(atom_feed(example, "ja", SITE))
    assert [entry.title for entry in feed.entries] == NEWEST_FIRST
    text = feed.entries[1].content[0]["value"]
    assert "例の市の写しは300円になる。" in text
    assert "施行 2027-04-01" in text
    assert "例の条例（例の市） https://example.jp/rule" in text


def test_json_feed_is_read_by_a_stranger_and_says_the_same(example: Portal) -> None:
    """The two feeds are one."""
    source = json_feed(example, "ja", SITE)
    feed = fastfeedparser.parse(source)
    assert [entry.title for entry in feed.entries] == NEWEST_FIRST
    whole = json.loads(source)
    assert whole["version"] == "https://jsonfeed.org/version/1.1"
    assert whole["items"][1]["url"] == f"{SITE}notices/#n-copy-fee"
    assert whole["items"][1]["tags"] == ["law", "A1-1", "E2-01"]


def test_calendar_has_deadlines_and_days_that_were_to_come(example: Portal) -> None:
    """A rule that was in force long before it was posted is nobody's appointment."""
    found = {(event.dtstart.value, event.summary.value) for event in events_of(example, "ja")}
    assert found == {(date(2027, 4, 1), "施行: 例の写しの手数料が変わる"), (date(2027, 3, 31), "古い手数料の終わり, 例")}


def test_events_of_the_calendar_fill_their_day(example: Portal) -> None:
    """The end is the day after, as the standard has it; ids stay the same from build to build."""
    events = events_of(example, "easy")
    assert [(event.dtend.value - event.dtstart.value).days for event in events] == [1, 1]
    assert [event.uid.value for event in events] == ["n-copy-fee-0@portal.example", "n-copy-fee-1@portal.example"]
    assert [event.uid.value for event in events] == [event.uid.value for event in events_of(example, "ja")]


def test_lines_of_the_calendar_are_no_longer_than_the_standard_allows(example: Portal) -> None:
    """75 octets, however many a character takes."""
    lines = deadline_calendar(example, "ja", SITE).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75


def test_round_to_come_stands_in_the_calendar_with_its_hours(example: Portal) -> None:
    """Rounds that were over when somebody wrote them down do not."""
    assert not any(event.uid.value.startswith("r-") for event in events_of(example, "ja"))
    assert example.enrolment is not None
    coming = example.enrolment.rounds[0].model_copy(update={"id": "r-2027-1", "opens_at": "2027-03-10T10:00+09:00", "closes_at": "2027-05-07T17:00+09:00"})
    announced = replace(example, enrolment=example.enrolment.model_copy(update={"rounds": (coming,)}))
    rounds = {event.uid.value: event for event in events_of(announced, "easy") if event.uid.value.startswith("r-")}
    assert set(rounds) == {"r-2027-1-opens@portal.example", "r-2027-1-closes@portal.example"}
    closing = rounds["r-2027-1-closes@portal.example"]
    assert closing.dtstart.value == datetime(2027, 5, 7, 8, 0, tzinfo=UTC)
    assert closing.url.value == f"{SITE}ja-easy/programme/schedule/"
    assert "例の1回目" in closing.summary.value
