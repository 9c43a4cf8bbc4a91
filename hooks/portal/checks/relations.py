"""Genograms can be drawn: everybody is known, tied to the others, and stands in one generation."""

from __future__ import annotations

from collections.abc import Iterator

from portal.inline.genograms import draw_genogram, generations_of
from portal.model.relations import Genogram
from portal.portal import Place, Portal
from portal.problems import Problem

MOST_COLUMNS = 30
"""Half columns for which assets/css/relations.css has seats."""


def check_genograms_can_be_drawn(portal: Portal) -> Iterator[Problem]:
    """Names first; the rest is told once they are right."""
    for key, figure in portal.figures.items():
        if figure.genogram is not None:
            place = portal.places[key]
            faults = [*_unknown_people(key, place, figure.genogram), *_faults_of_couples(key, place, figure.genogram)]
            yield from faults or _faults_of_family(key, place, figure.genogram)


def _unknown_people(key: str, place: Place, genogram: Genogram) -> Iterator[Problem]:
    known = [person.id for person in genogram.people]
    for index, name in enumerate(known):
        if name in known[:index]:
            yield place.problem(f"{key}: people の「{name}」が二人います。別の id にしてください。", "genogram", "people", index)
    for index, couple in enumerate(genogram.couples):
        named = [(("a",), couple.a), (("b",), couple.b), *((("children", number), child) for number, child in enumerate(couple.children))]
        for part, name in named:
            if name not in known:
                message = f"{key}: 「{name}」は people にいません。綴りを直すか、people に加えてください。"
                yield place.problem(message, "genogram", "couples", index, *part)


def _faults_of_couples(key: str, place: Place, genogram: Genogram) -> Iterator[Problem]:
    """Two people make a couple once; a child is born to one couple."""
    born: set[str] = set()
    pairs: set[frozenset[str]] = set()
    for index, couple in enumerate(genogram.couples):
        pair = frozenset((couple.a, couple.b))
        if couple.a == couple.b or pair in pairs:
            yield place.problem(f"{key}: 「{couple.a}」と「{couple.b}」の couples を一つにしてください（a と b は別の人です）。", "genogram", "couples", index)
        pairs.add(pair)
        for number, child in enumerate(couple.children):
            if child in born:
                message = f"{key}: 「{child}」が二度 children に出てきます。親の組を一つにしてください。"
                yield place.problem(message, "genogram", "couples", index, "children", number)
            born.add(child)


def _faults_of_family(key: str, place: Place, genogram: Genogram) -> Iterator[Problem]:
    """Everybody belongs to the family, stands in one generation, and somebody is its centre."""
    try:
        levels = generations_of(genogram)
    except ValueError as error:
        yield place.problem(f"{key}: 「{error}」が二つの世代に入ります。couples の親と子を確かめてください。", "genogram", "couples")
        return
    for index, person in enumerate(genogram.people):
        if person.id not in levels:
            yield place.problem(f"{key}: 「{person.id}」がだれともつながっていません。couples に加えてください。", "genogram", "people", index)
    if not any(person.index for person in genogram.people):
        yield place.problem(f"{key}: 中心の人がいません。一人に index: true を付けてください。", "genogram", "people")
    if draw_genogram(genogram).columns > MOST_COLUMNS:
        yield place.problem(f"{key}: 図が広すぎます（横に{MOST_COLUMNS // 2}人分まで）。図を分けてください。", "genogram", "people")


RELATION_RULES = (check_genograms_can_be_drawn,)
