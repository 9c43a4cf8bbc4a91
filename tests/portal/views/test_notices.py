"""Which notices stand where."""

from __future__ import annotations

from portal.model.notice import Notice
from portal.portal import Portal
from portal.views.notices import notice_board, notices_touching


def ids(notices: list[Notice]) -> list[str]:
    """Ids of notices."""
    return [notice.id for notice in notices]


def test_board_begins_with_what_is_to_come(example: Portal) -> None:
    """Without a day first, then the latest day."""
    board = notice_board(example)
    assert ids(board.laws) == ["n-plan", "n-copy-fee", "n-old-rule"]
    assert ids(board.news) == ["n-round"]
    assert [(str(day), notice.id) for day, _, notice in board.deadlines] == [("2027-03-31", "n-copy-fee")]


def test_unit_and_its_lecture_and_the_organisation_point_to_what_touches_them(example: Portal) -> None:
    """A unit has its own notices; a lecture has those of its units and its own."""
    assert ids(notices_touching(example, "unit", "A1-1", ())) == ["n-copy-fee", "n-old-rule", "n-round"]
    assert ids(notices_touching(example, "lecture", "A1", ())) == ["n-plan", "n-copy-fee", "n-old-rule", "n-round"]
    assert ids(notices_touching(example, "organisation", "example-city", ())) == ["n-copy-fee"]
    assert ids(notices_touching(example, "organisation", "example-rescue", ())) == []


def test_lecture_points_to_notices_of_its_fields(example: Portal) -> None:
    """The lecture of the thirteen fields has the notices of each field."""
    assert ids(notices_touching(example, "lecture", "E2", ())) == ["n-copy-fee"]


def test_page_points_to_notices_about_numbers_that_it_prints(example: Portal) -> None:
    """Whoever prints a fee hears that it changes."""
    assert ids(notices_touching(example, "programme", "", ["f-copy-fee"])) == ["n-copy-fee"]
    assert ids(notices_touching(example, "prose", "", [])) == []
