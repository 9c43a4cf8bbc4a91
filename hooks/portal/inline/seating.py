"""Who stands where in a genogram: order and place of everybody within her generation.

Partners stand side by side, children below the middle of their parents, nobody nearer than one seat. A few rounds of pulling rows towards each other
(parents above their children, children below their parents) settle families of the size that a counter draws; children have the last word, since
two families that a couple joins can only stand apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from portal.model.relations import Couple, Genogram

ROUNDS = 3


def place_rows(genogram: Genogram, levels: Mapping[str, int]) -> list[dict[str, float]]:
    """For each generation from the top: places of its people from left to right, in seats, to the half."""
    rows = _order(genogram, levels)
    x = {name: float(index) for row in rows for index, name in enumerate(row)}
    for _ in range(ROUNDS):
        for row in reversed(rows):
            _settle(row, x, {name: _above_children(name, genogram.couples, x) for name in row})
        for row in rows:
            _settle(row, x, {name: _below_parents(name, genogram.couples, x) for name in row})
    return [_to_halves(row, x) for row in rows]


def _order(genogram: Genogram, levels: Mapping[str, int]) -> list[list[str]]:
    """People of each generation from left to right: families in the order of the file, partners together, brothers and sisters together."""
    rows: list[list[str]] = [[] for _ in range(max(levels.values()) + 1)]
    waiting = sorted(levels, key=lambda name: levels[name])
    while waiting:
        name = waiting.pop(0)
        if name in rows[levels[name]]:
            continue
        partners = _partners(name, genogram.couples)
        rows[levels[name]] += partners
        families = sorted((couple for couple in genogram.couples if couple.a in partners), key=lambda couple: partners.index(couple.a))
        waiting = [child for couple in families for child in couple.children] + waiting
    return rows


def _partners(name: str, couples: Sequence[Couple]) -> list[str]:
    """A person with her partners, their partners and so on, each ``a`` left of its ``b``."""
    chain = [name]
    for _ in couples:
        for couple in couples:
            if couple.a in chain and couple.b not in chain:
                chain.insert(chain.index(couple.a) + 1, couple.b)
            elif couple.b in chain and couple.a not in chain:
                chain.insert(chain.index(couple.b), couple.a)
    return chain


def _below_parents(name: str, couples: Sequence[Couple], x: Mapping[str, float]) -> float:
    """Where a person would stand below her parents, as far from their middle as she is from that of her brothers and sisters; else where she is."""
    for couple in couples:
        if name in couple.children:
            return _mean([x[couple.a], x[couple.b]]) + x[name] - _mean([x[child] for child in couple.children])
    partners = [x[couple.b] - 1 if couple.a == name else x[couple.a] + 1 for couple in couples if name in (couple.a, couple.b)]
    return _mean(partners) if partners else x[name]


def _above_children(name: str, couples: Sequence[Couple], x: Mapping[str, float]) -> float:
    """Where a person would stand so that the middle of each couple is above the middle of its children; else where she is."""
    wishes = []
    for couple in couples:
        if name in (couple.a, couple.b) and couple.children:
            side = 0.5 if x[name] > _mean([x[couple.a], x[couple.b]]) else -0.5
            wishes.append(_mean([x[child] for child in couple.children]) + side)
    return _mean(wishes) if wishes else x[name]


def _settle(row: Sequence[str], x: dict[str, float], wishes: Mapping[str, float]) -> None:
    """Move a row as near to the wishes as its order and one seat for each allow (least squares: neighbours in each other's way share the mean)."""
    blocks: list[list[float]] = []
    for index, name in enumerate(row):
        blocks.append([wishes[name] - index])
        while len(blocks) > 1 and _mean(blocks[-2]) > _mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    settled = [_mean(block) for block in blocks for _ in block]
    x.update({name: place + index for index, (name, place) in enumerate(zip(row, settled, strict=True))})


def _to_halves(row: Sequence[str], x: Mapping[str, float]) -> dict[str, float]:
    """Places of a row to the half seat, nobody nearer than one."""
    places = [round(x[name] * 2) / 2 for name in row]
    for index, (left, right) in enumerate(pairwise(places), 1):
        places[index] = max(places[index], max(left, places[index - 1]) + 1, right)
    return dict(zip(row, places, strict=True))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
