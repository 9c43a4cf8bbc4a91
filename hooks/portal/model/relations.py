"""Figures of relations: who belongs to a family (genogram), and what a person is tied to (eco-map)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.model.base import Record, Slug, Text

Sex = Literal["man", "woman", "other", "unknown"]
CoupleKind = Literal["married", "partner", "separated", "divorced"]
Tie = Literal["strong", "weak", "strained", "none-yet"]
Direction = Literal["to", "from", "both"]


class Person(Record):
    """One member of a family. ``age``: age or year of birth in words; ``index``: the family is drawn around her."""

    id: Slug
    sex: Sex
    label: Text
    age: Text | None = None
    note: Text | None = None
    index: bool = False
    dead: bool = False


class Couple(Record):
    """Two people, ``a`` drawn left of ``b``, and the children they have together, in the order of drawing."""

    a: Slug
    b: Slug
    kind: CoupleKind
    children: Annotated[tuple[Slug, ...], Field(strict=False)] = ()


class Genogram(Record):
    """A family. Generations are found from couples and their children."""

    people: Annotated[tuple[Person, ...], Field(strict=False, min_length=2)]
    couples: Annotated[tuple[Couple, ...], Field(strict=False, min_length=1)]

    @property
    def labels(self) -> dict[str, Text]:
        """Labels of the people by their ids."""
        return {person.id: person.label for person in self.people}


class Circle(Record):
    """What the person in the centre is tied to. ``direction``: whether support flows ``to`` the centre, ``from`` it, or ``both``."""

    label: Text
    text: Text | None = None
    tie: Tie
    direction: Direction | None = None


class Ecomap(Record):
    """A person or family in the centre and what is around."""

    center: Text
    circles: Annotated[tuple[Circle, ...], Field(strict=False, min_length=2, max_length=16)]
