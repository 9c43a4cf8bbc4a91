"""What is compared: sections of pages, records of YAML files."""

from __future__ import annotations

from portal.drift.sections import FRONT, LEAD, TOP, bodies_of_page, sections_of_page, sections_of_records
from portal.sources.markdown import parse_markdown
from portal.sources.yaml import parse_yaml

PAGE = """---
title: 題
summary: 要約。
objectives: {o2: 二つ目, o1: 一つ目}
code: A1-1
---

前置き。

## 場面 {#scene}

場面の文。

### 問1 {#case-q1}

問いの文。
"""
ORGANISATION = """slug: city
name: {ja: 例の市, easy: 例の市です}
services:
  - slug: counter
    name: {ja: 窓口, easy: 窓口です}
    channels:
      - note: {ja: 昼だけ, easy: 昼だけです}
        languages: [{code: vi, via: staff}]
"""
QUIZ = """questions:
  - id: q-a1-0001
    stem: {ja: 問い。, easy: 問いです。}
    options:
      - {id: a, text: {ja: 答え一, easy: 答え一です}}
      - {id: b, text: {easy: 答え二です, ja: 答え二}}
"""


def test_page_has_front_matter_lead_and_a_section_for_each_heading() -> None:
    """A question of a case is a section of its own; code, sources and dates are no words."""
    sections = sections_of_page(parse_markdown("content/ja/x.md", PAGE))
    assert {key: [each.text for each in section.sentences] for key, section in sections.items()} == {
        FRONT: ["題", "要約。", "一つ目", "二つ目"],
        LEAD: ["前置き。"],
        "scene": ["場面", "場面の文。"],
        "case-q1": ["問1", "問いの文。"],
    }


def test_sentences_of_a_page_have_the_lines_of_the_file() -> None:
    """An editor goes where the message points."""
    sections = sections_of_page(parse_markdown("content/ja/x.md", PAGE))
    assert [(each.text, each.line) for each in sections["case-q1"].sentences] == [("問1", 14), ("問いの文。", 16)]
    assert [each.line for each in sections[FRONT].sentences] == [2, 3, 4, 4]


def test_bodies_of_a_page_leave_front_matter_out() -> None:
    """Structure is compared in the body."""
    bodies = bodies_of_page(parse_markdown("content/ja/x.md", PAGE))
    assert [(key, text.strip().split("\n")[0]) for key, (_, text) in bodies.items()] == [
        (LEAD, "前置き。"),
        ("scene", "## 場面 {#scene}"),
        ("case-q1", "### 問1 {#case-q1}"),
    ]


def test_service_is_a_record_of_its_organisation() -> None:
    """Notes of channels belong to the service; its id is ``organisation/service``."""
    sections = sections_of_records(parse_yaml("content/directory/city.yml", ORGANISATION))
    assert {key: [each.text for each in section.sentences] for key, section in sections["ja"].items()} == {
        "city": ["例の市"],
        "city/counter": ["昼だけ", "窓口"],
    }
    assert [each.line for each in sections["easy"]["city/counter"].sentences] == [7, 5]


def test_options_are_parts_of_their_question() -> None:
    """A question is compared as a whole, in the order of its options; the order of keys says nothing."""
    sections = sections_of_records(parse_yaml("quizzes/a1.yml", QUIZ))
    assert [each.text for each in sections["ja"]["q-a1-0001"].sentences] == ["答え一", "答え二", "問い。"]
    swapped = QUIZ.replace("{easy: 答え二です, ja: 答え二}", "{ja: 答え二, easy: 答え二です}")
    assert {key: each.digest for key, each in sections_of_records(parse_yaml("quizzes/a1.yml", swapped))["easy"].items()} == {
        key: each.digest for key, each in sections["easy"].items()
    }


def test_texts_outside_records_are_compared_together() -> None:
    """A file without ids is one record."""
    sections = sections_of_records(parse_yaml("content/site.yml", "name: {ja: 名, easy: 名前}\nnumber: 3\n"))
    assert [each.text for each in sections["easy"][TOP].sentences] == ["名前"]


def test_item_of_one_letter_is_a_record_of_its_own() -> None:
    """Items A to E of the curriculum, and what is below them."""
    text = "items:\n  - code: A\n    title: {ja: 項目, easy: 項目です}\n    lectures: [{code: A1, title: {ja: 講義, easy: 講義です}}]\n"
    assert list(sections_of_records(parse_yaml("content/curriculum.yml", text))["ja"]) == ["A1", "A"]
