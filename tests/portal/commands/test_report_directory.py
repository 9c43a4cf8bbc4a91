"""What to confirm again first."""

from __future__ import annotations

from datetime import date

import environment
import pytest
from portal.commands.report import recheck
from portal.loading import load_portal

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    """The list of the real directory."""
    return list(recheck(load_portal(environment.ROOT), TODAY))


def test_list_has_every_service_once_and_the_riskiest_first(rows: list[dict[str, object]]) -> None:
    """Closed ones excepted."""
    risks = [float(str(row["risk"])) for row in rows]
    assert risks == sorted(risks, reverse=True)
    ids = [row["id"] for row in rows]
    portal = load_portal(environment.ROOT)
    assert set(ids) == {key for key, (_, service) in portal.services.items() if service.status != "defunct"}
    assert len(ids) == len(set(ids))


def test_old_number_of_a_danger_line_comes_before_a_page_of_the_same_age(rows: list[dict[str, object]]) -> None:
    """Of services of one age those on which more hangs are riskier."""
    by_age: dict[object, list[dict[str, object]]] = {}
    for row in rows:
        by_age.setdefault((row["days_old"], row["confidence"]), []).append(row)
    compared = 0
    for same in by_age.values():
        danger = [row for row in same if row["urgency"] == "emergency_now" and row["numbers"]]
        quiet = [row for row in same if row["urgency"] == "routine" and not row["numbers"]]
        for one in danger:
            for other in quiet:
                compared += 1
                assert float(str(one["risk"])) > float(str(other["risk"]))
    assert compared
