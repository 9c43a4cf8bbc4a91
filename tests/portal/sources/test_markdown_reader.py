"""Markdown pages: front matter and body with their lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.problems import Problem, SourceError
from portal.sources.markdown import parse_markdown

BODIES = st.text(alphabet="あa #-*{}\n", min_size=1, max_size=60)


@given(keys=st.lists(st.sampled_from("abcdef"), min_size=1, unique=True), body=BODIES)
def test_page_is_split_into_front_matter_and_body(keys: list[str], body: str) -> None:
    """Nothing of the page is lost, whatever the body holds."""
    front = "".join(f"{key}: 値\n" for key in keys)
    page = parse_markdown("a.md", f"---\n{front}---\n{body}")
    assert (page.front.value, page.body) == (dict.fromkeys(keys, "値"), body)


@given(body=BODIES, data=st.data())
def test_problem_of_the_body_is_on_its_line_in_the_file(body: str, data: st.DataObject) -> None:
    """An offset of the body leads to the line that an editor shows."""
    text = f"---\ntitle: 例\nsummary: 例\n---\n{body}"
    offset = data.draw(st.integers(0, len(body) - 1))
    problem = parse_markdown("a.md", text).problem(offset, "…")
    assert problem.line == text.count("\n", 0, len(text) - len(body) + offset) + 1


def test_lines_of_the_front_matter_count_from_the_top_of_the_file() -> None:
    """The first key of the front matter stands on the second line."""
    page = parse_markdown("a.md", "---\ncode: A1-1\ntitle: 例\n---\n本文\n")
    assert page.front.problem(("title",), "…").line == 3


def test_rule_in_the_body_does_not_end_the_front_matter_twice() -> None:
    """Only the first closing line counts."""
    assert parse_markdown("a.md", "---\na: 1\n---\n一\n---\n二\n").body == "一\n---\n二\n"


def test_page_without_body_keeps_its_messages_inside_the_file() -> None:
    """The last line is the closing of the front matter."""
    page = parse_markdown("a.md", "---\na: 1\n---\n")
    assert (page.body, page.problem(0, "…").line) == ("", 3)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("# 例\n", 1, "front matter）がありません"),
        ("", 1, "front matter）がありません"),
        ("---\na: 1\n", 1, "閉じる「---」がありません"),
        ("---\n---\n本文\n", 2, "「キー: 値」の形ではありません"),
        ("---\n- a\n---\n", 2, "「キー: 値」の形ではありません"),
        ("---\na: 1\na: 2\n---\n", 3, "キー「a」が二度あります"),
    ],
)
def test_unsound_front_matter_gives_its_message(text: str, line: int, part: str) -> None:
    """An author reads what is missing and where."""
    with pytest.raises(SourceError) as caught:
        parse_markdown("a.md", text)
    (problem,) = caught.value.problems
    assert (problem.line, part in problem.message) == (line, True)


@given(text=st.one_of(st.text(), st.text().map(lambda text: f"---\n{text}\n---\n")))
def test_any_text_is_a_page_or_a_problem(text: str) -> None:
    """No page ends in a traceback."""
    problems: tuple[Problem, ...] = ()
    body = ""
    try:
        body = parse_markdown("a.md", text).body
    except SourceError as error:
        problems = error.problems
    assert text.endswith(body)
    assert [problem.message for problem in problems if not problem.message.endswith("ください。")] == []
