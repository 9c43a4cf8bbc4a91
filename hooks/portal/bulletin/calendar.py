"""Days of the notices, and the hours at which rounds of the training open and close, as a calendar (RFC 5545), without alarms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from icalendar import Calendar, Event

from portal.addresses import url_of
from portal.bulletin.feeds import newest_first, notice_url
from portal.inline.printing import plain_text
from portal.model.base import Variant
from portal.model.enrolment import Round
from portal.model.notice import Notice
from portal.portal import Portal


def deadline_calendar(portal: Portal, variant: Variant, site_url: str) -> bytes:
    """Every deadline and day of force that was still to come when its notice was posted, and every round that was not over when it was announced."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{portal.site.name.ja}//notices//JA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", portal.words["notice_calendar_name"].of(variant))
    for notice in newest_first(portal):
        for number, (day, what) in enumerate(_days(portal, notice, variant)):
            calendar.add_component(_event(portal, notice, variant, site_url, f"{notice.id}-{number}", day, what))
    for each in portal.enrolment.rounds if portal.enrolment else ():
        if datetime.fromisoformat(each.closes_at).date() >= each.seen_on:
            for name, moment in (("opens", each.opens_at), ("closes", each.closes_at)):
                calendar.add_component(_round_event(portal, each, variant, site_url, name, moment))
    written: bytes = calendar.to_ical()
    return written


def _days(portal: Portal, notice: Notice, variant: Variant) -> Iterator[tuple[date, str]]:
    title = plain_text(portal, notice.title.of(variant), variant)
    if notice.in_force_from and notice.in_force_from >= notice.posted_on:
        yield notice.in_force_from, f"{portal.words['notice_begins'].of(variant)} {title}"
    for deadline in notice.deadlines:
        yield deadline.on, plain_text(portal, deadline.text.of(variant), variant)


def _round_event(portal: Portal, each: Round, variant: Variant, site_url: str, name: str, moment: str) -> Event:  # noqa: PLR0913, PLR0917 - what one event is made of
    event = Event()
    start = datetime.fromisoformat(moment).astimezone(UTC)
    event.add("uid", f"{each.id}-{name}@{urlsplit(site_url).hostname or 'localhost'}")
    event.add("dtstamp", datetime(each.seen_on.year, each.seen_on.month, each.seen_on.day, tzinfo=UTC))
    event.add("dtstart", start)
    event.add("dtend", start)
    event.add("summary", f"{portal.words[f'schedule_{name}'].of(variant)} {plain_text(portal, each.label.of(variant), variant)}")
    event.add("url", urljoin(site_url, url_of("programme/schedule", variant)))
    event.add("transp", "TRANSPARENT")
    return event


def _event(portal: Portal, notice: Notice, variant: Variant, site_url: str, key: str, day: date, what: str) -> Event:  # noqa: PLR0913, PLR0917 - what one event is made of
    event = Event()
    event.add("uid", f"{key}@{urlsplit(site_url).hostname or 'localhost'}")
    # The stamp comes from the sources: two builds of one commit are the same to the byte.
    event.add("dtstamp", datetime(notice.posted_on.year, notice.posted_on.month, notice.posted_on.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", what)
    event.add("description", plain_text(portal, notice.text.of(variant), variant))
    event.add("url", notice_url(notice, variant, site_url))
    event.add("transp", "TRANSPARENT")
    return event
