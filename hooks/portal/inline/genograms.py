"""Genograms: a seat for everybody, generation below generation, and the lines between; drawn at build time, the words stay HTML.

Seats stand in half columns, so that a couple can stand above the middle of its children. One unit of ``x`` is a half column; ``y`` goes from 0 to 10
within each band of lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.inline.seating import place_rows
from portal.model.relations import Couple, Genogram, Person

SEAT = 2
MIDDLE, BELOW, END = 5, 9, 10
SLASHES = {"separated": (-0.25,), "divorced": (-0.3, -0.15)}
LEAN = 0.05


@dataclass(frozen=True)
class Seat:
    """Where a person stands: ``at`` is the first of her two half columns, counted from 1, and thereby the place of their middle."""

    person: Person
    at: int


@dataclass(frozen=True)
class Bond:
    """The line of a couple; ``middle`` and ``depth``: where the line to the children begins."""

    couple: Couple
    path: str
    middle: float
    depth: int

    @property
    def slashes(self) -> str:
        """Strokes through the line of those who parted."""
        places = [self.middle + offset for offset in SLASHES.get(self.couple.kind, ())]
        return "".join(f"M{x - LEAN:g} {self.depth + 2.5:g}L{x + LEAN:g} {self.depth - 2.5:g}" for x in places)


@dataclass(frozen=True)
class Generation:
    """A row of seats. ``stems`` (from above to the symbols, from couples downwards), ``tails`` (past the words) and ``branches`` (to the children) are paths."""

    seats: tuple[Seat, ...]
    bonds: tuple[Bond, ...]
    stems: str
    tails: str
    branches: str


@dataclass(frozen=True)
class FamilyTree:
    """A genogram ready to be drawn; ``columns``: half columns of the widest generation."""

    columns: int
    generations: tuple[Generation, ...]


def draw_genogram(genogram: Genogram) -> FamilyTree:
    """Lay out a sound genogram: everybody in her generation, partners side by side, parents above their children."""
    places = place_rows(genogram, generations_of(genogram))
    least = min(x for row in places for x in row.values())
    people = {person.id: person for person in genogram.people}
    rows = [[Seat(people[name], round((x - least) * SEAT) + 1) for name, x in row.items()] for row in places]
    seats = {seat.person.id: seat for row in rows for seat in row}
    return FamilyTree(max(seat.at for seat in seats.values()) + 1, tuple(_generation(genogram, row, seats) for row in rows))


def generations_of(genogram: Genogram) -> dict[str, int]:
    """Generation of everybody tied to the first person, 0 at the top.

    Raises:
        ValueError: with the id of a person who would stand in two generations.

    """
    ties = _ties(genogram)
    found, waiting = {genogram.people[0].id: 0}, [genogram.people[0].id]
    while waiting:
        name = waiting.pop(0)
        for other, step in ties[name]:
            if other not in found:
                found[other] = found[name] + step
                waiting.append(other)
            elif found[other] != found[name] + step:
                raise ValueError(other)
    top = min(found.values())
    return {name: level - top for name, level in found.items()}


def _ties(genogram: Genogram) -> dict[str, list[tuple[str, int]]]:
    """For everybody: to whom tied, and how many generations further down."""
    ties: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for couple in genogram.couples:
        ties[couple.a].append((couple.b, 0))
        ties[couple.b].append((couple.a, 0))
        for child in couple.children:
            for parent in (couple.a, couple.b):
                ties[parent].append((child, 1))
                ties[child].append((parent, -1))
    return ties


def _generation(genogram: Genogram, row: Sequence[Seat], seats: Mapping[str, Seat]) -> Generation:
    here = {seat.person.id for seat in row}
    bonds = tuple(_bond(couple, row, seats) for couple in genogram.couples if couple.a in here)
    parents = [bond for bond in bonds if bond.couple.children]
    born = {child for couple in genogram.couples for child in couple.children}
    stems = [f"M{seat.at} 0V{MIDDLE}" for seat in row if seat.person.id in born] + [f"M{bond.middle:g} {bond.depth}V{END}" for bond in parents]
    return Generation(
        seats=tuple(row),
        bonds=bonds,
        stems="".join(stems),
        tails="".join(f"M{bond.middle:g} 0V{END}" for bond in parents),
        branches="".join(_branches(parents, seats)),
    )


def _bond(couple: Couple, row: Sequence[Seat], seats: Mapping[str, Seat]) -> Bond:
    """The line between two partners; below those who stand between them."""
    left, right = sorted((seats[couple.a].at, seats[couple.b].at))
    if any(left < seat.at < right for seat in row):
        return Bond(couple, f"M{left} {MIDDLE}V{BELOW}H{right}V{MIDDLE}", right - 1, BELOW)
    return Bond(couple, f"M{left} {MIDDLE}H{right}", (left + right) / 2, MIDDLE)


def _branches(parents: Sequence[Bond], seats: Mapping[str, Seat]) -> Iterator[str]:
    """Lines to the children; each couple's bar lies at a height of its own."""
    for index, bond in enumerate(parents, 1):
        y = END * index / (len(parents) + 1)
        below = [seats[child].at for child in bond.couple.children]
        yield f"M{bond.middle:g} 0V{y:g}M{min(bond.middle, *below):g} {y:g}H{max(bond.middle, *below):g}"
        yield from (f"M{x} {y:g}V{END}" for x in below)
