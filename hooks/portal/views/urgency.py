"""Items of the pages of one urgency: what is needed today in full, the rest by field."""

from __future__ import annotations

from dataclasses import dataclass

from portal.portal import Portal
from portal.views.directory import Entry, entries

# Where there is no time to open a page, number and hours stand in the list.
IN_FULL = frozenset({"emergency_now", "same_day"})


@dataclass(frozen=True)
class UrgencyView:
    """Services of one urgency: ``entries`` in full, or ``groups`` of (code of their first field, entries); code "" holds first doors of no field."""

    entries: tuple[Entry, ...]
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]

    @property
    def count(self) -> int:
        """Number of services."""
        return len(self.entries) + sum(len(group) for _, group in self.groups)


def urgency_view(portal: Portal, urgency: str) -> UrgencyView:
    """Services of ``urgency`` (``emergency_now``, ``same_day``, ``days``, ``routine``)."""
    found = tuple(entry for entry in entries(portal) if entry.service.urgency == urgency)
    if urgency in IN_FULL:
        return UrgencyView(found, ())
    codes = ["", *(field.code for field in portal.curriculum.course_fields)]
    groups = ((code, tuple(entry for entry in found if _first_field(entry) == code)) for code in codes)
    return UrgencyView((), tuple(group for group in groups if group[1]))


def _first_field(entry: Entry) -> str:
    return next(iter(entry.service.fields), "")
