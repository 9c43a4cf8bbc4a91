"""Items of the coverage pages: how many services each field has in each prefecture, and where it has none of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from portal.model.channel import Channel
from portal.model.directory import Service
from portal.model.place import Area
from portal.portal import Portal
from portal.views.directory import entries

GATEWAY = "gateway"
"""Column of the first doors, which take any problem; most of them belong to no field."""
PERSON = frozenset({"staff", "phone_interpreter", "video_interpreter"})


@dataclass(frozen=True)
class Cell:
    """Services of one column in one prefecture: for all of it, for some of its towns only, and nationwide."""

    prefectural: int
    municipal: int
    nationwide: int

    @property
    def local(self) -> int:
        """Services of the prefecture's own."""
        return self.prefectural + self.municipal

    @property
    def kind(self) -> Literal["local", "towns", "nationwide", "none"]:
        """What the cell says before its number."""
        if self.local:
            return "local" if self.prefectural else "towns"
        return "nationwide" if self.nationwide else "none"


@dataclass(frozen=True)
class Column:
    """A field, or the first doors; ``without``: prefectures that have no service of their own in it."""

    code: str
    nationwide: int
    without: tuple[Area, ...]


@dataclass(frozen=True)
class Row:
    """A prefecture; codes of the columns in which it has services of its own, and in which it has none."""

    area: Area
    cells: tuple[Cell, ...]
    served: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True)
class CoverageView:
    """The table of all services, or of those in ``language``; ``count``: services in it; ``languages``: codes that have a table of their own."""

    language: str
    count: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    languages: tuple[str, ...]
    by_language: tuple[CoverageView, ...]
    """The tables of the single languages, where this is the one over all."""

    @property
    def fields_without(self) -> tuple[str, ...]:
        """Codes of the columns in which there is nothing, neither in a prefecture nor nationwide."""
        return tuple(column.code for column in self.columns if not column.nationwide and len(column.without) == len(self.rows))


def spoken_languages(channel: Channel) -> tuple[str, ...]:
    """Codes of the languages that somebody speaks there: staff, an interpreter, or the source does not say who.

    A page in a language is no promise that somebody speaks it; a machine and an interpreter whom the person brings are none either.
    """
    return tuple(language.code for language in channel.languages if language.via in PERSON or (language.via == "unknown" and channel.mode != "web"))


def covered_languages(portal: Portal) -> tuple[str, ...]:
    """Codes of the languages that have a table: all of the directory's but Japanese."""
    used = {code for _, service in portal.services.values() for code in service.languages}
    return tuple(code for code in portal.languages if code in used and code != "ja")


def coverage_view(portal: Portal, language: str) -> CoverageView:
    """The table of the services in ``language``; of all services where it is empty."""
    services = [entry.service for entry in entries(portal) if not language or _speaks(entry.service, language)]
    codes = [*(field.code for field in portal.curriculum.course_fields), GATEWAY]
    areas = [area for area in portal.areas.values() if area.prefecture is None]
    counts = Counter(place for service in services for place in _places(portal, service))
    cells = {(area.code, code): _cell(counts, area, code) for area in areas for code in codes}
    columns = (Column(code, counts["nationwide", code], tuple(area for area in areas if not cells[area.code, code].local)) for code in codes)
    rows = (_row(area, {code: cells[area.code, code] for code in codes}) for area in areas)
    languages = covered_languages(portal)
    by_language = () if language else tuple(coverage_view(portal, code) for code in languages)
    return CoverageView(language, len(services), tuple(columns), tuple(rows), languages, by_language)


def _speaks(service: Service, language: str) -> bool:
    return any(language in spoken_languages(channel) for channel in service.channels)


def _places(portal: Portal, service: Service) -> Iterator[tuple[str, str]]:
    """(place, column) of each cell in which a service counts, once each."""
    columns = (*service.fields, *((GATEWAY,) if service.gateway else ()))
    yield from ((place, column) for place in _served(portal, service) for column in columns)


def _served(portal: Portal, service: Service) -> set[str]:
    """``nationwide``, the two digits of a prefecture, or those with ``towns`` where only some of its municipalities are served."""
    if service.area.scope == "nationwide":
        return {"nationwide"}
    prefectures = {code[:2] for code in service.area.codes if portal.areas[code].prefecture is None}
    towns = {code[:2] for code in service.area.codes} - prefectures
    return prefectures | {f"{slug} towns" for slug in towns}


def _cell(counts: Counter[tuple[str, str]], area: Area, column: str) -> Cell:
    return Cell(counts[area.slug, column], counts[f"{area.slug} towns", column], counts["nationwide", column])


def _row(area: Area, cells: dict[str, Cell]) -> Row:
    served = tuple(code for code, cell in cells.items() if cell.local)
    return Row(area, tuple(cells.values()), served, tuple(code for code in cells if code not in served))
