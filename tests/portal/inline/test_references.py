"""References: every one is found in order, and braces are nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.inline.references import BadBraces, Reference, find_references, names, references

PROSE = st.text(st.characters(exclude_characters="{}"), max_size=8)
NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True)
NAMED = st.builds(lambda kind, name: (kind, f"{kind}:{name}"), st.sampled_from(["fact", "term", "figure"]), NAMES)
SERVICES = st.builds(lambda one, other: ("service", f"service:{one}/{other}"), NAMES, NAMES)
READINGS = st.builds(lambda base, kana: ("reading", f"{base}|{kana}"), st.text("行後日々3", min_size=1, max_size=3), st.text("おこなあとー", max_size=4))
REFERENCES = st.one_of(NAMED, SERVICES, READINGS)


@given(pieces=st.lists(st.tuples(PROSE, REFERENCES), max_size=6), end=PROSE)
def test_every_reference_is_found_in_order_where_it_stands(pieces: list[tuple[str, tuple[str, str]]], end: str) -> None:
    """Nothing between two references hides one of them."""
    text = "".join(f"{prose}{{{inner}}}" for prose, (_, inner) in pieces) + end
    found = list(find_references(text))
    assert [each.kind for each in found if isinstance(each, Reference)] == [kind for _, (kind, _) in pieces]
    assert [text[each.start : each.end] for each in found if isinstance(each, Reference)] == [f"{{{inner}}}" for _, (_, inner) in pieces]
    assert len(found) == len(pieces)


@given(text=st.text(alphabet="{}|:#/-ab漢か \n", max_size=40))
def test_each_brace_is_part_of_a_reference_or_reported(text: str) -> None:
    """No brace reaches the Markdown converter, where it could write attributes."""
    rest = text
    for found in reversed(list(find_references(text))):
        end = found.end if isinstance(found, Reference) else found.start + len(found.text)
        assert text[found.start] in "{}"
        rest = rest[: found.start] + rest[end:]
    assert {part for part in rest.split() if "{" in part or "}" in part} == {part for part in rest.split() if "{#" in part}


def test_parts_of_each_kind_are_told_apart() -> None:
    """The printer gets the id, or base and reading."""
    found = references("{fact:f-x}{service:city/desk}{unit:E2-01-1}{行|おこな}った")
    assert [(each.kind, each.name, each.reading) for each in found] == [
        ("fact", "f-x", ""),
        ("service", "city/desk", ""),
        ("unit", "E2-01-1", ""),
        ("reading", "行", "おこな"),
    ]


def test_heading_ids_are_no_references() -> None:
    """The ids of headings belong to Markdown."""
    assert list(find_references("## 相談の場面 {#scene}\n### 問1 {#case-q1}\n")) == []


@pytest.mark.parametrize(
    "braces",
    [
        "{onclick=alert(1)}",
        "{: .big}",
        "{.big}",
        "{#Big}",
        "{fakt:f-x}",
        "{fact:f_x}",
        "{fact: f-x}",
        "{かな|かな}",
        "{行|kana}",
        "{}",
        "{n}",
        "{行|おこな|った}",
    ],
)
def test_other_braces_are_reported_with_their_text(braces: str) -> None:
    """An author sees what is wrong, and an attribute never gets through."""
    assert list(find_references(f"前{braces}後")) == [BadBraces(braces, 1)]


@pytest.mark.parametrize(("text", "places"), [("{fact:f-x", [0]), ("f-x}", [3]), ("{\n}", [0, 2]), ("{{fact:f-x}}", [0, 11]), ('{onclick="{#x}"}', [0, 15])])
def test_brace_without_partner_is_reported(text: str, places: list[int]) -> None:
    """Half a reference, and an attribute around a heading id, are no references."""
    assert [found.start for found in find_references(text) if isinstance(found, BadBraces)] == places


def test_names_of_one_kind_come_once_in_order_of_first_use() -> None:
    """Lists of a page name each record once."""
    assert names("{term:t-b}{fact:f-x}{term:t-a}{term:t-b}", "term") == ["t-b", "t-a"]
