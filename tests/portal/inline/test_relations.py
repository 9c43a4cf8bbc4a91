"""Genograms and eco-maps: who stands where, which lines are drawn, and that the same can be read in words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from portal.addresses import url_of
from portal.checks.relations import MOST_COLUMNS
from portal.inline.ecomaps import draw_ecomap, line_of
from portal.inline.genograms import FamilyTree, draw_genogram, generations_of
from portal.inline.rendering import ReferencePrinter
from portal.model.base import Text, Variant
from portal.model.relations import Couple, Genogram, Person
from portal.portal import Portal

LABEL = Text(ja="人", easy="人")


def family(*couples: tuple[str, str, str]) -> Genogram:
    """Give a genogram of couples ``(a, b, "children apart by spaces")``, people in order of appearance."""
    names = dict.fromkeys(name for a, b, children in couples for name in (a, b, *children.split()))
    people = tuple(Person(id=name, sex="unknown", label=LABEL) for name in names)
    return Genogram(people=people, couples=tuple(Couple(a=a, b=b, kind="married", children=tuple(children.split())) for a, b, children in couples))


def seats(tree: FamilyTree) -> list[dict[str, int]]:
    """Give the middles of all people, generation by generation."""
    return [{seat.person.id: seat.at for seat in generation.seats} for generation in tree.generations]


def shown(portal: Portal, templates: Environment, reference: str, variant: Variant = "ja") -> Any:
    """Give a figure as a tree."""
    html = ReferencePrinter(portal, templates, variant, url_of("tools", variant)).markdown(reference)
    assert "\n\n" not in html.strip()
    return lxml.html.fromstring(html.strip())


def words(element: Any) -> str:
    """Give the text of an element on one line."""
    return " ".join(element.text_content().split())


def test_generations_follow_from_parents_and_children(example: Portal) -> None:
    """An author names couples and children; who married in stands beside her partner."""
    genogram = example.figures["fig-family"].genogram
    assert genogram is not None
    assert [list(row) for row in seats(draw_genogram(genogram))] == [
        ["grandfather", "grandmother"],
        ["father", "mother", "partner"],
        ["son", "daughter", "baby"],
    ]


def test_parents_stand_above_the_middle_of_their_children() -> None:
    """One child below its parents, three with the second one below."""
    top, children = seats(draw_genogram(family(("a", "b", "c d e"))))
    assert (top["a"] + top["b"]) / 2 == children["d"]
    top, children = seats(draw_genogram(family(("a", "b", "c"))))
    assert (top["a"] + top["b"]) / 2 == children["c"]


def test_former_and_present_partner_stand_on_both_sides() -> None:
    """The line between partners crosses nobody, and children hang between their own parents."""
    tree = draw_genogram(family(("ex", "p", "c"), ("p", "now", "d")))
    assert [list(row) for row in seats(tree)] == [["ex", "p", "now"], ["c", "d"]]
    assert [bond.path for bond in tree.generations[0].bonds] == ["M1 5H3", "M3 5H5"]


def test_parents_in_law_stand_above_their_own_child() -> None:
    """Both families of a couple are drawn, side by side."""
    top, middle, _ = seats(draw_genogram(family(("a", "b", "c"), ("d", "e", "f"), ("c", "f", "g"))))
    assert list(top) == ["a", "b", "d", "e"]
    assert (middle["c"], middle["f"]) == ((top["a"] + top["b"]) / 2, (top["d"] + top["e"]) / 2)


def test_line_of_partners_passes_below_who_stands_between() -> None:
    """A third partner finds no seat beside; the line goes under the others instead of through them."""
    tree = draw_genogram(family(("p", "x", ""), ("p", "y", ""), ("p", "z", "")))
    paths = sorted(bond.path for bond in tree.generations[0].bonds)
    assert [("V9" in path) for path in paths] == [False, True, True]


@given(
    children=st.lists(st.integers(0, 4), min_size=1, max_size=4),
    grandchildren=st.lists(st.integers(0, 3), min_size=4, max_size=4),
)
def test_nobody_sits_on_anybody_and_every_child_hangs_on_a_line(children: list[int], grandchildren: list[int]) -> None:
    """Families of three generations with several couples: one seat each, seats of the style sheet, all children joined."""
    couples = [("p", "q0", " ".join(f"c0{number}" for number in range(children[0])))]
    couples += [(f"c0{number}", f"m{number}", " ".join(f"g{number}{each}" for each in range(grandchildren[number]))) for number in range(children[0])]
    tree = draw_genogram(family(*couples))
    for row in seats(tree):
        assert all(right - left >= 2 for left, right in pairwise(row.values()))
        assert all(at >= 1 for at in row.values())
    assert max(at for row in seats(tree) for at in row.values()) == tree.columns - 1
    below = "".join(generation.branches for generation in tree.generations)
    born = [seat for generation in tree.generations[1:] for seat in generation.seats if not seat.person.id.startswith("m")]
    assert all(re.search(rf"M{seat.at} [0-9.]+V10", below) for seat in born)


def test_somebody_in_two_generations_is_refused() -> None:
    """A mother cannot be drawn beside her own child as its wife."""
    with pytest.raises(ValueError, match=r"^[a-z]$"):
        generations_of(family(("a", "b", "c"), ("a", "c", "")))


def test_style_sheet_has_a_seat_for_every_place(root: Any) -> None:
    """HTML carries no styles, so the places of the widest family have their rules."""
    css = (root / "overrides/assets/css/relations.css").read_text(encoding="utf-8")
    assert [int(each) for each in re.findall(r'data-columns="(\d+)"', css)] == list(range(2, MOST_COLUMNS + 1))
    assert [int(each) for each in re.findall(r'data-at="(\d+)"', css)] == list(range(1, MOST_COLUMNS))


def test_those_who_parted_have_strokes_through_their_line(example: Portal, templates: Environment) -> None:
    """Kinds of couples differ without colour: two strokes, a broken line, a whole one; the legend has the same signs."""
    tree = shown(example, templates, "{figure:fig-family}")
    drawn = [path.get("class") for path in tree.xpath(".//*[contains(@class, 'genogram__band')]/path[@class]")]
    assert drawn == ["bond bond--married", "bond bond--divorced", "bond bond--partner"]
    (strokes,) = tree.xpath(".//*[contains(@class, 'bond--divorced')]/following-sibling::path[1]/@d")[:1]
    assert strokes.count("M") == 2
    assert [words(each) for each in tree.xpath("./ul[@class='legend']/li")] == [
        *("男性", "女性", "そのほかの性別", "性別は分からない", "中心の人", "亡くなった"),
        *("結婚している", "結婚していないパートナー", "離婚した"),
    ]


def test_genogram_is_told_in_words(example: Portal, templates: Environment) -> None:
    """Who does not see the lines reads who is whose child, in both variants."""
    tree = shown(example, templates, "{figure:fig-family}")
    people, couples = tree.xpath("./details[not(@open)]/ul")
    assert [words(each) for each in people.xpath("li")][3:5] == [
        "本人（女性、38歳、中心の人）",
        "今の相手（性別は分からない） まだ会っていない。",
    ]
    assert [words(each) for each in couples.xpath("li")] == [
        "祖父・祖母: 結婚している。子ども: 本人",
        "元の夫・本人: 離婚した。子ども: 長男、長女",
        "本人・今の相手: 結婚していないパートナー。子ども: 二男",
    ]
    assert "前の夫・本人" in words(shown(example, templates, "{figure:fig-family}", "easy"))


def test_drawings_hold_lines_and_no_words(example: Portal, templates: Environment) -> None:
    """Words in SVG get no readings and do not grow with the text."""
    for name in ("fig-family", "fig-around"):
        assert shown(example, templates, f"{{figure:{name}}}").xpath(".//svg//text()[normalize-space()] | .//svg[not(@aria-hidden)]") == []


def test_ties_differ_in_pattern_and_in_words(example: Portal, templates: Environment) -> None:
    """Each circle says its tie and where support flows; kinds that nobody has are not in the legend."""
    tree = shown(example, templates, "{figure:fig-around}")
    circles = [words(each) for each in tree.xpath(".//li[@class='ecomap__circle']")]
    assert circles[0] == "学校 担任と話せる。 強いつながり 両方から"
    assert circles[3] == "医療機関 まだないつながり"
    lines = tree.xpath(".//*[@class='ecomap__lines']/path/@class")
    assert [each.split("--")[1] for each in lines] == ["strong", "strained", "weak", "none-yet", "strong"]
    assert len(tree.xpath("./ul[@class='legend']/li")) == 4


def test_ecomap_is_told_in_words(example: Portal, templates: Environment) -> None:
    """Which ties are strong can be read without the drawing."""
    tree = shown(example, templates, "{figure:fig-around}")
    assert [words(each) for each in tree.xpath("./details[not(@open)]/ul/li")] == [
        "強いつながり: 学校（両方から）、同じ国の友人（中心の人へ）",
        "弱いつながり: 例の市の窓口（中心の人へ）",
        "うまくいっていないつながり: 職場（中心の人から）",
        "まだないつながり: 医療機関",
    ]


def test_spokes_end_at_their_circles(example: Portal) -> None:
    """First left, second right; rows of equal height; a strained line keeps its ends."""
    ecomap = example.figures["fig-around"].ecomap
    assert ecomap is not None
    ends = [re.findall(r"L([0-9.]+) ([0-9.]+)$", spoke.path)[0] for spoke in draw_ecomap(ecomap).spokes]
    assert [(x, round(float(y))) for x, y in ends] == [("32", 17), ("68", 17), ("32", 50), ("68", 50), ("32", 83)]
    assert line_of("weak", (50, 50), (32, 50)) == "M50 50L32 50"
    assert line_of("strained", (50, 50), (32, 50)).count("L") == 9
