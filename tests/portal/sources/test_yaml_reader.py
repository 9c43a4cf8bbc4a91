"""Strict YAML: plain data with lines, and a message for everything else."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from portal.problems import Problem, SourceError
from portal.sources.yaml import DEEPEST, MOST_NODES, Document, parse_yaml

# Controls and line separators never reach the reader: the text reader refuses them.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.just("\n"), max_size=20)
KEYS = TEXT.filter(lambda key: key != "<<")
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.decimals(-1000, 1000, places=3).map(float), TEXT)
DATA = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20)
YAML_MARKS = st.text(alphabet="ab01 \n\t{}[]:-,#&*!|>'\"%@`?~.\\<=あ\x85\u2028\ufeff", max_size=60)


class PlainDumper(yaml.SafeDumper):
    """Writes what an author would: no anchors for equal parts."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML passes it
        """Write every part out."""
        return True


def problems_of(text: str) -> list[Problem]:
    """Problems of a YAML text; none where it is sound."""
    try:
        parse_yaml("a.yml", text)
    except SourceError as error:
        return list(error.problems)
    return []


def message_of(text: str) -> str:
    """The one message that ``text`` gives."""
    (problem,) = problems_of(text)
    return problem.message


@given(data=DATA, flow=st.sampled_from([True, False, None]))
def test_plain_data_is_read_as_it_was_written(data: Any, flow: bool | None) -> None:  # noqa: FBT001 - drawn by name
    """Mappings, lists, text, numbers, true, false and null come back the same."""
    text = yaml.dump(data, Dumper=PlainDumper, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    assert parse_yaml("a.yml", text).value == data


@given(text=st.one_of(st.text(), YAML_MARKS))
def test_any_text_is_read_or_refused_with_messages(text: str) -> None:
    """No text ends in a traceback, and each message is one an author can act on."""
    for problem in problems_of(text):
        assert 1 <= problem.line <= len(text.splitlines()) + 1
        assert problem.message.endswith("ください。")


@given(values=st.lists(st.integers(0, 9), min_size=1, max_size=12), first=st.integers(1, 50))
def test_line_of_a_value_is_the_line_it_stands_on(values: list[int], first: int) -> None:
    """Lines count from where the text stands in its file."""
    text = "".join(f"key{index}: {value}\n" for index, value in enumerate(values))
    document = parse_yaml("a.md", text, first_line=first)
    assert [document.line((f"key{index}",)) for index in range(len(values))] == [first + index for index in range(len(values))]


def test_line_of_a_missing_part_is_that_of_the_nearest_part_around_it() -> None:
    """A field that is not there is reported at its record."""
    document = parse_yaml("a.yml", "facts:\n  - id: f-x\n    unit: 人\n")
    assert document.line(("facts", 0, "text", "easy")) == 2
    assert document.problem(("facts", 0, "unit"), "…") == Problem("a.yml", 3, "…")
    assert Document("a.yml", None, {}).line(("x",)) == 1


@pytest.mark.parametrize(
    "word", ["no", "No", "yes", "on", "OFF", "y", "n", "True", "NULL", "1:30", "012", "0x1f", "1e3", "1_000", ".5", "+1", "2026-11-21", "00", ".inf"]
)
def test_word_that_other_readers_turn_into_something_else_stays_text(word: str) -> None:
    """What an author sees is what the portal holds, as a value and as a key."""
    assert parse_yaml("a.yml", f"{word}: {word}\n").value == {word: word}


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("false", False), ("null", None), ("~", None), ("0", 0), ("-12", -12), ("0.8", 0.8), ('"12"', "12"), ("'true'", "true")]
)
def test_plain_numbers_and_constants_are_typed_and_quoted_ones_are_text(text: str, value: object) -> None:
    """A number is a number unless it stands in quotation marks."""
    read = parse_yaml("a.yml", f"key: {text}\n").value["key"]
    assert (read, type(read)) == (value, type(value))


def test_block_text_keeps_its_lines() -> None:
    """Long texts may be written over several lines."""
    assert parse_yaml("a.yml", "text: |\n  一\n  二\n").value == {"text": "一\n二\n"}


def test_all_duplicate_keys_are_told_with_the_first_line() -> None:
    """Two slips in one file are two messages."""
    found = problems_of("a: 1\nb: 1\na: 2\nb: 2\n")
    assert [(problem.line, "（1行目）" in problem.message or "（2行目）" in problem.message) for problem in found] == [(3, True), (4, True)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a: &x 1\n", "「&x」（アンカー）は使えません"),
        ("&x a: 1\n", "「&x」（アンカー）は使えません"),
        ("a: *x\n", "「*x」（別名）は使えません"),
        ("*x : 1\n", "「*x」（別名）は使えません"),
        ("a: !!int 1\n", "タグ「tag:yaml.org,2002:int」は使えません"),
        ("!x a: 1\n", "タグ「!x」は使えません"),
        ("<<: {a: 1}\n", "「<<」（取り込み）は使えません"),
        ("? [a]\n: 1\n", "キーは短い語にしてください"),
        ("a: 1\n---\nb: 1\n", "YAML が二つあります"),
        ("a:\n\tb: 1\n", "字下げにタブがあります"),
        ("a: \ufffe\n", "YAML に書けない文字があります"),
        ("a: @b\n", "YAML として読めません"),
    ],
)
def test_what_only_yaml_experts_write_is_refused(text: str, part: str) -> None:
    """One way to write each thing, so that everybody can read every file."""
    assert part in message_of(text)


def test_nesting_is_read_down_to_the_limit_and_refused_below() -> None:
    """A file that nests without end is refused before it costs time."""
    assert problems_of("[" * DEEPEST + "]" * DEEPEST) == []
    assert "入れ子が深すぎます" in message_of("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2))


def test_number_of_parts_is_limited() -> None:
    """A file of endless parts is refused before it fills the memory."""
    assert "項目が多すぎます" in message_of("- a\n" * (MOST_NODES + 1))


def test_aliases_that_would_grow_without_bound_are_refused_at_the_first_anchor() -> None:
    """Nine lines that stand for a billion words cost nothing."""
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30))]
    (problem,) = problems_of("\n".join(lines))
    assert (problem.line, problem.message.startswith("「&a0」")) == (1, True)


@pytest.mark.parametrize("digits", [18, 19, 400, 10_000])
def test_digits_without_end_stay_text(digits: int) -> None:
    """Python refuses to read thousands of digits; the portal has no use for them."""
    expected: object = int("9" * digits) if digits <= 18 else "9" * digits
    assert parse_yaml("a.yml", "a: " + "9" * digits).value == {"a": expected}


def test_bracket_that_is_never_closed_is_reported_where_it_opens() -> None:
    """The parser stops lines below the fault; the author needs the fault."""
    (problem,) = problems_of("a: 1\nb: [1, 2\nc: 3\nd: 4\n")
    assert problem.line == 2


def test_problem_at_the_end_of_the_text_is_on_a_line_that_exists() -> None:
    """No message leads behind the last line."""
    (problem,) = problems_of("a: [")
    assert problem.line == 1


def test_empty_text_holds_nothing() -> None:
    """An empty file is the shape's business."""
    assert parse_yaml("a.yml", "").value is None
