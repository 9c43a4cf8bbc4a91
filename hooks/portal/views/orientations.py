"""Items of the orientations."""

from __future__ import annotations

from dataclasses import dataclass

from portal.model.orientation import Orientation, Slide
from portal.portal import Portal
from portal.views.field_sheets import SheetEntry, sheet_entry


@dataclass(frozen=True)
class OrientationView:
    """An orientation, its slides with the services that they print."""

    orientation: Orientation
    slides: tuple[tuple[Slide, tuple[SheetEntry, ...]], ...]


def orientation_view(portal: Portal, key: str) -> OrientationView:
    """The item of an orientation's pages."""
    orientation = portal.orientations[key]
    return OrientationView(orientation, tuple((slide, tuple(sheet_entry(portal, each) for each in slide.services)) for slide in orientation.slides))
