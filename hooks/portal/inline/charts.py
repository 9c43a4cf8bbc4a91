"""Charts of data sets: lengths and points in a box of 100 × 100, drawn at build time; the words stay in the table beside."""

from __future__ import annotations

from dataclasses import dataclass

from portal.model.figure import DataRow, Dataset

SIDE = 100
FLOOR = 4


@dataclass(frozen=True)
class Mark:
    """A row with its place: ``length`` 0–100 for bars; ``x`` and ``y`` 0–100 (y downwards) for points of a trend."""

    row: DataRow
    value: str
    length: float
    x: float
    y: float


@dataclass(frozen=True)
class Chart:
    """A data set ready to be drawn; ``line``: the points of the trend for an SVG polyline."""

    dataset: Dataset
    marks: tuple[Mark, ...]
    line: str


def draw_chart(dataset: Dataset) -> Chart:
    """Bars begin at nothing and points stand at their true distance in time, so that no difference looks larger than it is."""
    largest = max((row.value for row in dataset.rows), default=0) or 1
    times = [_years(row.at) for row in dataset.rows] if dataset.kind == "trend" else []
    marks = []
    for index, row in enumerate(dataset.rows):
        share = row.value / largest
        x = (times[index] - times[0]) / ((times[-1] - times[0]) or 1) * SIDE if times else 0.0
        marks.append(Mark(row, f"{row.value:,}", round(share * SIDE, 1), round(x, 1), round(SIDE - share * (SIDE - FLOOR), 1)))
    return Chart(dataset, tuple(marks), " ".join(f"{mark.x},{mark.y}" for mark in marks))


def _years(at: str | None) -> float:
    """``2025-06`` → 2025.5: the end of June; a year alone is its end."""
    year, _, month = (at or "0").partition("-")
    return int(year) + (int(month) / 12 if month else 1)
