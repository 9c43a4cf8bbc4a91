"""Items of the sheets of a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.inline.rendering import ReferencePrinter
from portal.model.channel import Channel, ChannelLanguage
from portal.model.directory import Organisation, Service
from portal.model.field_sheet import FieldSheet
from portal.portal import Portal
from portal.views.page import PageView


@dataclass(frozen=True)
class SheetEntry:
    """A service on a sheet: its numbers with their languages, each once; where it has none, its first channel.

    Hours and cost are printed of the ``first`` alone; ``varied``: those of the others differ, and the sheet says so.
    """

    organisation: Organisation
    service: Service
    first: Channel
    numbers: tuple[tuple[Channel, tuple[ChannelLanguage, ...]], ...]
    varied: bool


@dataclass(frozen=True)
class SheetView:
    """The two sheets of a field. ``plain``: the same page in plain Japanese, for the person's side."""

    sheet: FieldSheet
    counter: tuple[SheetEntry, ...]
    handout: tuple[SheetEntry, ...]
    plain: PageView


def sheet_view(portal: Portal, view: PageView) -> SheetView:
    """The item of a field's sheets."""
    sheet = portal.sheets[view.key]
    plain = replace(view, printer=ReferencePrinter(portal, view.printer.environment, "easy", view.url, away=True))
    counter, handout = (tuple(sheet_entry(portal, key) for key in side.services) for side in (sheet.counter, sheet.handout))
    return SheetView(sheet, counter, handout, plain)


def sheet_entry(portal: Portal, key: str) -> SheetEntry:
    """The service ``organisation/service`` as sheets and slides print it."""
    organisation, service = portal.services[key]
    channels = [channel for channel in service.channels if channel.number] or list(service.channels[:1])
    times = {(channel.hours, channel.hours_note and channel.hours_note.ja, channel.call_cost) for channel in channels}
    return SheetEntry(organisation, service, channels[0], by_number(channels), len(times) > 1)


def by_number(channels: Sequence[Channel]) -> tuple[tuple[Channel, tuple[ChannelLanguage, ...]], ...]:
    """The first channel of each number with the languages of all channels that have it, in order of first appearance."""
    spoken: dict[str | None, dict[str, ChannelLanguage]] = {}
    for channel in channels:
        languages = spoken.setdefault(channel.number, {})
        for language in channel.languages:
            languages.setdefault(language.code, language)
    firsts = {channel.number: channel for channel in reversed(channels)}
    return tuple((firsts[number], tuple(languages.values())) for number, languages in spoken.items())
