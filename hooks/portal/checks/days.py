"""Days of sources and readings stand in their order. Nothing here asks for today: the newest day is that of ``content/site.yml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.checks.listed_services import listed_services
from portal.model.base import Verified, partial_date_end, partial_date_start
from portal.portal import Place, Portal
from portal.problems import Problem
from portal.sources.yaml import Location


@dataclass(frozen=True)
class Dated:
    """Days of one record and where it stands. ``sources``: days of its sources by their place, first days that they can mean."""

    place: Place
    part: Location
    sources: dict[Location, date]
    seen_on: date | None
    verified: Verified | None
    review_by: date

    def problem(self, message: str, *part: str | int) -> Problem:
        """Problem at a part of the record."""
        return self.place.problem(message, *self.part, *part)


def dated_records(portal: Portal) -> Iterator[Dated]:
    """Facts, data sets, questions and services."""
    for key, fact in portal.facts.items():
        yield Dated(portal.places[key], (), _starts({("source_dated",): fact.source_dated}), fact.seen_on, fact.verified, fact.review_by)
    for key, dataset in portal.datasets.items():
        yield Dated(portal.places[key], (), _starts({("source_dated",): dataset.source_dated}), dataset.seen_on, None, dataset.review_by)
    for key, question in portal.questions.items():
        yield Dated(portal.places[key], (), {}, question.seen_on, None, question.review_by)
    for listed in listed_services(portal):
        service = listed.service
        written: dict[Location, str | None] = {("sources", number, "dated"): source.dated for number, source in enumerate(service.sources)}
        days = _starts(written) | _starts({("source_dated",): service.source_dated})
        yield Dated(listed.place, ("services", listed.index), days, service.seen_on, service.verified, service.review_by)


def _starts(values: dict[Location, str | None]) -> dict[Location, date]:
    found = {location: partial_date_start(value) for location, value in values.items() if value}
    return {location: day for location, day in found.items() if day}


def check_no_day_is_in_the_future(portal: Portal) -> Iterator[Problem]:
    """Nobody has read a page, or called, after the day of the whole site's contents."""
    latest = partial_date_end(portal.site.as_of)
    for record in dated_records(portal) if latest else ():
        days: dict[Location, date | None] = {**record.sources, ("seen_on",): record.seen_on}
        days["verified", "on"] = record.verified.on if record.verified else None
        for location, day in days.items():
            if latest and day and day > latest:
                name = ".".join(part for part in location if isinstance(part, str))
                message = f"{name}（{day}）が content/site.yml の as_of（{portal.site.as_of}）より後です。日付を確かめるか、as_of を新しくしてください。"
                yield record.problem(message, *location)


def check_sources_are_older_than_their_reading(portal: Portal) -> Iterator[Problem]:
    """A page carries no later day than the one on which it was read, and is not confirmed before it was written."""
    for record in dated_records(portal):
        for location, day in record.sources.items():
            if record.seen_on and day > record.seen_on:
                yield record.problem(f"{location[-1]}（{day}から）が seen_on（{record.seen_on}）より後です。日付を確かめてください。", *location)
        start = record.sources.get(("source_dated",))
        if record.verified and start and record.verified.on < start:
            yield record.problem(f"verified.on（{record.verified.on}）が source_dated（{start}から）より前です。日付を確かめてください。", "verified", "on")


def check_next_look_is_later_than_the_last(portal: Portal) -> Iterator[Problem]:
    """``review_by`` lies after the day of reading."""
    for record in dated_records(portal):
        if record.seen_on and record.review_by <= record.seen_on:
            message = f"review_by（{record.review_by}）が seen_on（{record.seen_on}）より後の日ではありません。次に見直す日を書いてください。"
            yield record.problem(message, "review_by")
    for listed in listed_services(portal):
        for name, day in (("next_check", listed.service.next_check), ("closed_until", listed.service.closed_until)):
            if day and listed.service.seen_on and day <= listed.service.seen_on:
                yield listed.problem(f"{name}（{day}）が seen_on（{listed.service.seen_on}）より後の日ではありません。日付を確かめてください。", name)


DAY_RULES = (check_no_day_is_in_the_future, check_sources_are_older_than_their_reading, check_next_look_is_later_than_the_last)
