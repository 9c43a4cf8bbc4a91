"""Eco-maps: lines from the centre to what is around, drawn at build time in a box of 100 × 100; the words stay HTML.

Circles stand in two columns left and right of the centre, in rows of equal height: the first left, the second right, and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import get_args

from portal.model.relations import Circle, Ecomap, Tie

LEFT, CENTRE, RIGHT = 32, 50, 68
TEETH = 9
TOOTH = 2.2


@dataclass(frozen=True)
class Spoke:
    """The line from the centre to a circle."""

    circle: Circle
    path: str


@dataclass(frozen=True)
class Wheel:
    """An eco-map ready to be drawn; ``ties``: circles by the kind of their tie, kinds without circles left out."""

    spokes: tuple[Spoke, ...]
    ties: tuple[tuple[Tie, tuple[Circle, ...]], ...]


def draw_ecomap(ecomap: Ecomap) -> Wheel:
    """Lines as straight as they are, or jagged where the tie is strained."""
    rows = (len(ecomap.circles) + 1) // 2
    spokes = []
    for index, circle in enumerate(ecomap.circles):
        x, y = RIGHT if index % 2 else LEFT, (index // 2 + 0.5) * 100 / rows
        spokes.append(Spoke(circle, line_of(circle.tie, (CENTRE, CENTRE), (x, y))))
    ties = [(tie, tuple(circle for circle in ecomap.circles if circle.tie == tie)) for tie in get_args(Tie)]
    return Wheel(tuple(spokes), tuple((tie, circles) for tie, circles in ties if circles))


def line_of(tie: Tie, start: tuple[float, float], end: tuple[float, float]) -> str:
    """Path of one line; a strained one goes up and down across its way."""
    if tie != "strained":
        return f"M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}"
    way = (end[0] - start[0], end[1] - start[1])
    points = []
    for step in range(1, TEETH):
        share, tooth = step / TEETH, (TOOTH if step % 2 else -TOOTH) / hypot(*way)
        points.append(f"L{start[0] + way[0] * share - way[1] * tooth:.1f} {start[1] + way[1] * share + way[0] * tooth:.1f}")
    return f"M{start[0]:g} {start[1]:g}{''.join(points)}L{end[0]:g} {end[1]:g}"
