"""Opening hours as schedules of HSDS: rows of RFC 5545 (WEEKLY ``MO,TU``; MONTHLY ``2SA,4SA``), each with one opening and one closing time.

HSDS cannot say "closed on public holidays": that stands in ``notes``, and ``description`` has the whole in words. Hours that rows cannot say truly
become one schedule in words only. A night past midnight is two rows, since a closing time before the opening one has no meaning in HSDS; 24:00 is
23:59 by its convention.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from portal.model.channel import Channel
from portal.referral.exports import without_empty
from portal.referral.hsds.identifiers import object_id
from portal.referral.hsds.week import MIDNIGHT, WEEKS, MonthTable, Span, Table, month_table
from portal.referral.hsds.wording import Wording
from portal.views.hours import readable_hours

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OFFSET = 9
Where = TypeVar("Where")
Row = tuple[str, str, str, str]
"""freq, byday, opens_at, closes_at."""


def schedules(wording: Wording, channel: Channel, key: str) -> list[dict[str, Any]]:
    """Schedules of the channel with ``key``; none where nothing is known."""
    if channel.hours == "unknown" and channel.hours_note is None:
        return []
    month = month_table(channel.hours)
    rows = rows_of(month.table) if month else []
    note = wording.text(channel.hours_note)
    words = {
        "description": note if channel.hours == "unknown" else readable_hours(channel.hours, "ja", ""),
        "attending_type": wording.label("mode", channel.mode),
        "notes": "" if channel.hours == "unknown" else wording.sentences(_exceptions(month), note, _year_end(wording, channel)),
    }
    found: list[dict[str, Any]] = without_empty([_row_fields(key, row) | words for row in rows] or [{"id": object_id(key, "schedule"), **words}])
    return found


def _row_fields(key: str, row: Row) -> dict[str, Any]:
    names = ("freq", "byday", "opens_at", "closes_at")
    return {"id": object_id(key, "schedule", *row), **dict(zip(names, row, strict=True)), "timezone": OFFSET}


def rows_of(table: Table) -> list[Row]:
    """Rows of a month's table, every weekday's first."""
    weekly, monthly = _split(table)
    return [
        *(_row("WEEKLY", [CODES[day] for day in sorted(days)], span) for span, days in _by_span(_without_nights(weekly))),
        *(_row("MONTHLY", [f"{week}{CODES[day]}" for day, week in sorted(places)], span) for span, places in _by_span(monthly)),
    ]


def _split(table: Table) -> tuple[dict[int, tuple[Span, ...]], Table]:
    """Weekdays that are the same all month, and places of the others."""
    weekly: dict[int, tuple[Span, ...]] = {}
    for day in range(7):
        found = [table.get((day, week)) for week in WEEKS]
        if found[0] is not None and all(spans == found[0] for spans in found):
            weekly[day] = found[0]
    return weekly, {place: spans for place, spans in table.items() if place[0] not in weekly}


def _without_nights(weekly: dict[int, tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    """The same spans cut at midnight; those that touch or overlap become one."""
    cut: dict[int, list[Span]] = {}
    for day, spans in weekly.items():
        for opens, closes in spans:
            cut.setdefault(day, []).append((opens, min(closes, MIDNIGHT)))
            if closes > MIDNIGHT:
                cut.setdefault((day + 1) % 7, []).append((0, closes - MIDNIGHT))
    return {day: _joined(spans) for day, spans in cut.items()}


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return tuple(joined)


def _by_span(places: dict[Where, tuple[Span, ...]]) -> Iterator[tuple[Span, list[Where]]]:
    found: dict[Span, list[Where]] = {}
    for place, spans in places.items():
        for span in spans:
            found.setdefault(span, []).append(place)
    yield from sorted(found.items())


def _row(freq: str, days: list[str], span: Span) -> Row:
    return freq, ",".join(days), _clock(span[0]), _clock(min(span[1], MIDNIGHT - 1))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}+{OFFSET:02}:00"


def _exceptions(month: MonthTable | None) -> str:
    return readable_hours("; ".join(month.exceptions), "ja", "") if month and month.exceptions else ""


def _year_end(wording: Wording, channel: Channel) -> str:
    """An office closed on holidays whose hours do not name the year's end: nothing certain is known of these days (as in ``referral.calendar``)."""
    named = "Dec" in channel.hours or "年末" in wording.text(channel.hours_note)
    return "" if "PH off" not in channel.hours or named else wording.label("hours", "year_end")
