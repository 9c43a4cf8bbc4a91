"""References as plain text: for measures, search, titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.inline.printing import plain_text, unit_label
from portal.inline.texts import texts_of
from portal.model.base import Variant
from portal.portal import Portal


@pytest.mark.parametrize(
    ("text", "variant", "printed"),
    [
        ("今は{fact:f-residents-now}です。", "ja", "今は1,200人です。"),
        ("{term:t-hikitsugi}をする", "easy", "引継ぎをする"),
        ("{service:example-city/counter}へ", "ja", "例の市 相談窓口へ"),
        ("{unit:A1-2}で", "easy", "A1-2 例の時間2で"),
        ("{行|おこな}う", "ja", "行う"),
        ("前{figure:fig-path}後", "ja", "前後"),
        ("{fact:f-none}と{term:t-none}", "ja", "f-noneとt-none"),
        ("{これ}は残る", "ja", "{これ}は残る"),
    ],
)
def test_reference_is_printed_as_its_words(example: Portal, text: str, variant: Variant, printed: str) -> None:
    """A title or a hit of the search reads like the page."""
    assert plain_text(example, text, variant) == printed


@given(text=st.text(st.characters(exclude_characters="{}")))
def test_text_without_references_is_printed_as_it_is(example: Portal, text: str) -> None:
    """Printing changes references only."""
    assert plain_text(example, text, "ja") == text


def test_unknown_unit_prints_its_code(example: Portal) -> None:
    """The checks report it; printing does not fail before."""
    assert unit_label(example, "Z9-9", "ja") == "Z9-9"


def test_all_texts_of_a_record_are_found_with_their_place(example: Portal) -> None:
    """No text of a record escapes the checks, however deep it stands."""
    found = {location: text for location, _, text in texts_of(example.organisations["example-city"])}
    assert found["services", 0, "place", "address", "ja"] == "例の市1丁目"
    assert found["services", 1, "summary", "easy"] == "今は、やっていません。"
    assert found["description", "ja"] == "検査のために作った市。"
    assert {location[-1] for location in found} == {"ja", "easy"}
