"""Case packs: the session's timetable and the map of partners."""

from __future__ import annotations

from portal.portal import Portal
from portal.views.cases import case_view


def test_timetable_runs_without_gaps(example: Portal) -> None:
    """A facilitator reads off the clock when a step begins and ends."""
    guide = example.packs["pack-two-letters"].guide
    assert [(start, end) for start, end, _ in guide.timetable] == [(0, 10), (10, 30), (30, 50), (50, 65)]
    assert guide.minutes == 65


def test_map_has_every_partner_of_the_record(example: Portal) -> None:
    """One line to each circle."""
    view = case_view(example.packs["pack-two-letters"])
    assert [spoke.circle.label.ja for spoke in view.wheel.spokes] == ["例の市の窓口", "税の係"]
