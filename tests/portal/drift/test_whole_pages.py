"""A whole page: laid out anew it is the same, with one other word it is not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from portal.drift.sections import sections_of_page
from portal.portal import Portal
from portal.sources.markdown import MarkdownPage, parse_markdown

WORD = re.compile(r"[ぁ-んァ-ヶ一-鿿]+")


def page_of(example: Portal) -> MarkdownPage:
    """The standard page of the example's unit."""
    page = example.units["A1-1"].page
    assert page is not None
    return page


def digests(page: MarkdownPage, body: str) -> dict[str, str]:
    """Hash of every section of ``page`` with another ``body``."""
    whole = parse_markdown(page.path, f"---\ntitle: 題\n---\n{body}")
    return {key: section.digest for key, section in sections_of_page(whole).items()}


def test_page_laid_out_anew_is_the_same(example: Portal) -> None:
    """More blank lines, spaces at line ends, wider tables, other bullets, wrapped sentences."""
    page = page_of(example)
    wrapped = re.sub(r"(?<=[ぁ-ん一-鿿]。)(?=[ぁ-ん一-鿿])", "\n", page.body)
    for other in (
        page.body.replace("\n\n", "\n\n\n\n"),
        page.body.replace("\n", "  \n"),
        page.body.replace(" | ", "   |   ").replace("| ---", "| :-----"),
        page.body.replace("\n- ", "\n* "),
        wrapped,
    ):
        assert other != page.body
        assert digests(page, other) == digests(page, page.body)


@given(st.data())
def test_page_with_another_word_is_another(example: Portal, data: st.DataObject) -> None:
    """Wherever the word stands: heading, paragraph, item, table, quotation, answer, gloss."""
    page = page_of(example)
    body = re.sub(r"\{([^{}|\n]*)\|[^{}|\n]*\}", r"\1", page.body)  # readings are no words
    found = data.draw(st.sampled_from(list(WORD.finditer(body))))
    other = body[: found.start()] + "別語" + body[found.end() :]
    before, after = digests(page, body), digests(page, other)
    assert before.keys() == after.keys()
    assert sum(before[key] != after[key] for key in before) == 1
