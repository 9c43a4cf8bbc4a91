"""The table of fields and prefectures: what is counted, and where the gaps are."""

from __future__ import annotations

import environment
import pytest
from portal.generated import generated_pages
from portal.loading import load_portal
from portal.model.channel import Channel
from portal.portal import Portal
from portal.views.coverage import GATEWAY, coverage_view, spoken_languages


@pytest.fixture(scope="module")
def portal() -> Portal:
    """The real sources."""
    return load_portal(environment.ROOT)


def counted(portal: Portal, language: str, column: str, prefecture: str | None) -> int:
    """Services of one cell, counted the long way; ``prefecture`` None: nationwide."""
    found = 0
    for _, service in portal.services.values():
        fits = service.status == "active" and (service.gateway if column == GATEWAY else column in service.fields)
        speaks = not language or any(
            spoken.code == language
            and (spoken.via in {"staff", "phone_interpreter", "video_interpreter"} or (spoken.via == "unknown" and channel.mode != "web"))
            for channel in service.channels
            for spoken in channel.languages
        )
        codes = service.area.codes
        here = service.area.scope == "nationwide" if prefecture is None else any(code[:2] == prefecture[:2] for code in codes)
        found += fits and speaks and here
    return found


@pytest.mark.parametrize("language", ["", "vi", "ne"])
def test_every_cell_is_the_number_of_services_that_serve_the_prefecture(portal: Portal, language: str) -> None:
    """13 fields and the first doors × 47 prefectures, counted a second way."""
    view = coverage_view(portal, language)
    assert (len(view.columns), len(view.rows)) == (14, 47)
    for row in view.rows:
        assert [cell.local for cell in row.cells] == [counted(portal, language, column.code, row.area.code) for column in view.columns]
    assert [column.nationwide for column in view.columns] == [counted(portal, language, column.code, None) for column in view.columns]


def test_gaps_are_exactly_the_cells_without_a_service_of_their_own(portal: Portal) -> None:
    """By field and by prefecture, the same gaps."""
    view = coverage_view(portal, "")
    cells = {(column.code, row.area.code): cell for row in view.rows for column, cell in zip(view.columns, row.cells, strict=True)}
    empty = {place for place, cell in cells.items() if cell.local == 0}
    assert {(column.code, area.code) for column in view.columns for area in column.without} == empty
    assert {(code, row.area.code) for row in view.rows for code in row.without} == empty
    assert empty


def test_service_of_a_town_is_told_from_one_of_the_prefecture(example: Portal) -> None:
    """The counter of one town does not serve its neighbours."""
    view = coverage_view(example, "")
    kinds = {row.area.code: {column.code: cell.kind for column, cell in zip(view.columns, row.cells, strict=True)} for row in view.rows}
    assert kinds["990001"]["E2-01"] == "towns"
    assert kinds["990001"][GATEWAY] == "towns"
    assert kinds["990001"]["E2-02"] == "nationwide"
    assert kinds["980005"]["E2-01"] == "none"


def test_language_shows_the_fields_that_nobody_serves(example: Portal) -> None:
    """Neither in a prefecture nor nationwide."""
    assert "E2-01" not in coverage_view(example, "vi").fields_without
    assert "E2-02" in coverage_view(example, "vi").fields_without
    assert "E2-02" not in coverage_view(example, "").fields_without


def test_closed_counter_covers_nothing(example: Portal) -> None:
    """Its language is not offered anywhere."""
    assert set(coverage_view(example, "ne").fields_without) == {column.code for column in coverage_view(example, "ne").columns}


@pytest.mark.parametrize(
    ("mode", "via", "spoken"),
    [
        ("phone", "staff", True),
        ("phone", "unknown", True),
        ("visit", "video_interpreter", True),
        ("web", "staff", True),
        ("web", "unknown", False),
        ("phone", "machine", False),
        ("visit", "bring_own", False),
    ],
)
def test_language_counts_where_a_person_speaks_it(mode: str, via: str, spoken: bool) -> None:  # noqa: FBT001 - a row of the table
    """A page in a language, a machine or one's own interpreter is no promise that somebody speaks it."""
    channel = Channel.model_validate(
        {"mode": mode, "number": "0120-279-338", "url": "https://example.jp/", "hours": "unknown", "languages": [{"code": "vi", "via": via}]}
    )
    assert spoken_languages(channel) == (("vi",) if spoken else ())


def test_every_language_but_japanese_has_its_table(example: Portal) -> None:
    """Where Japanese is spoken is no question."""
    assert [page.address for page in generated_pages(example, "ja") if page.kind == "language-coverage"] == ["directory/coverage/vi", "directory/coverage/ne"]
