"""What authors may do: the checks let sound sources through."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.loading import find_problems

TERMS = "content/ja/about/terms.md"
CITY = "content/directory/example-city.yml"
QUIZ = "quizzes/a1.yml"
OPTION = "      - {{id: {id}, correct: {correct}, text: {{ja: {text}, easy: {text}ます}}, why: {{ja: 例である。, easy: 例です。}}}}\n"


def rewrite(tree: Path, path: str, old: str, new: str) -> None:
    """Replace the first ``old``, which must be there."""
    text = (tree / path).read_text(encoding="utf-8")
    assert old in text
    (tree / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def messages(tree: Path) -> list[str]:
    """All problems as they are printed."""
    return [str(problem) for problem in find_problems(tree)]


@pytest.mark.parametrize(
    "prose",
    [
        "[例](https://example.jp/a_(b)?c=d#e)",
        "[例](mailto:someone@example.jp)",
        "[例](tel:0120000000)",
        "[例](#example)",
        "[例](index.md)",
        "[例](../units/a1-1.md#scene)",
        "<https://example.jp/>",
        "3 < 5 であり、5 > 3 である。",
        "1 ＜ 2",
        "文の中の # と [角かっこ] と ! は残る。",
        "- 一つ\n- 二つ\n\n1. 一つ\n2. 二つ",
        "前の文。\n\n---\n\n後の文。",
        "| 表 | 欄 |\n| --- | ---: |\n| 一 | 二 |",
        "### 小さい見出し {#small}",
    ],
)
def test_plain_markdown_is_accepted(tree: Path, prose: str) -> None:
    """Prose, safe links, lists and tables need no exception."""
    rewrite(tree, TERMS, "例の利用条件の本文である。", prose)
    if "{#small}" in prose or "| --- |" in prose:  # headings and tables stand in both variants
        rewrite(tree, TERMS.replace("/ja/", "/ja-easy/"), "例の使い方の決まりの文です。", prose)
    assert messages(tree) == []


def test_references_are_accepted_in_every_text(tree: Path) -> None:
    """Facts, terms, services, units and readings may stand in records too."""
    text = '"{fact:f-copy-fee}と{term:t-hikitsugi}と{service:example-rescue/rescue-line}と{unit:B1-1}と{行|おこな}う"'
    rewrite(tree, "quizzes/cases/example.yml", "例の人が例の市に引っ越した。", text)
    assert messages(tree) == []


def test_quiz_of_a_field_is_accepted(tree: Path) -> None:
    """E2 has a quiz for each field, in a file of the field's name."""
    options = "".join(OPTION.format(id=key, correct=str(key == "b").lower(), text=f"例{key}") for key in "abc")
    (tree / "quizzes/e2-01.yml").write_text(
        "lecture: E2-01\nquestions:\n  - id: q-e2-01-0001\n    rev: 1\n    unit: E2-01-1\n    section: s-any\n    objective: o1\n    demand: apply\n"
        "    stem: {ja: 例の問い。, easy: 例の問いです。}\n    options:\n"
        + options
        + "    source: {title: 例, publisher: 例, url: https://example.jp/}\n    review_by: 2027-11-01\n",
        encoding="utf-8",
    )
    assert messages(tree) == []


def test_question_of_several_right_options_is_accepted(tree: Path) -> None:
    """``kind: multi`` may have two keys."""
    rewrite(tree, QUIZ, "kind: single", "kind: multi")
    rewrite(tree, QUIZ, "id: b, correct: false", "id: b, correct: true")
    assert messages(tree) == []


def test_strong_word_in_the_right_option_is_accepted(tree: Path) -> None:
    """Only in wrong options does such a word give the answer away."""
    rewrite(tree, QUIZ, "id: a, correct: true, text: {ja: 話を聞く", "id: a, correct: true, text: {ja: 必ず聞く")
    assert messages(tree) == []


def test_number_of_low_confidence_may_be_left_out(tree: Path) -> None:
    """A service without a sure number still tells where to look."""
    rewrite(tree, CITY, 'mode: phone\n        number: "0120-000-000"\n', "mode: web\n        url: https://example.jp/numbers\n")
    rewrite(tree, CITY, "confidence: high", "confidence: low")
    assert messages(tree) == []


def test_plain_sentence_of_sixty_characters_is_accepted(tree: Path) -> None:
    """The limit itself is allowed; a gloss by hand is not counted."""
    rewrite(tree, "content/ja-easy/units/a1-1.md", "- 結果を約束しません。", "- " + "あ" * 54 + "約束〈=決めて守ること〉します。")
    assert messages(tree) == []


@pytest.mark.parametrize("quoted", ["'0120-000-000'", '"0120000000"', '"110"', "110", "0120-000-000"])
def test_number_may_be_written_with_or_without_quotation_marks(tree: Path, quoted: str) -> None:
    """A short number that YAML reads as an integer is the same number."""
    rewrite(tree, CITY, '"0120-000-000"', quoted)
    assert messages(tree) == []


def test_file_saved_on_windows_is_accepted(tree: Path) -> None:
    """Line ends do not matter."""
    for path in (QUIZ, TERMS, "content/ja/units/a1-1.md"):
        (tree / path).write_bytes((tree / path).read_bytes().replace(b"\n", b"\r\n"))
    assert messages(tree) == []


def test_draft_unit_may_be_shorter_than_an_hour(tree: Path) -> None:
    """Only what is published must be whole."""
    rewrite(tree, "content/curriculum.yml", "state: published", "state: draft")
    rewrite(tree, "content/ja/units/a1-1.md", "worksheet_minutes: 3", "worksheet_minutes: 0")
    rewrite(tree, "quizzes/settings.yml", "unit_minutes_least: 18", "unit_minutes_least: 20")
    assert messages(tree) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"0120-000-000"\n        call_cost: free', '"0570-000000"\n        call_cost: navi_dial'),
        ('"0120-000-000"\n        call_cost: free', '"050-3754-5430"\n        call_cost: unknown'),
        ('"0120-000-000"\n        call_cost: free', '"#7119"\n        call_cost: local'),
        ('"0120-000-000"\n        call_cost: free', '"03-6745-5600"\n        number_alt: ["0120-000-000"]\n        call_cost: local'),
        (
            "        reserve: none\n",
            '        reserve: none\n      - {mode: phone, number: "0120-000-000", call_cost: free, languages: [{code: ja}], hours: "Sa 09:00-12:00"}\n',
        ),
        (
            '"Mo-Fr 09:00-12:00,13:00-17:00; PH off; Dec 29-Jan 03 off"\n',
            '"Mo-Fr 17:00-09:00"\n        hours_note: {ja: 翌朝まで。, easy: 次の日の朝までです。}\n',
        ),
        ("policy: any, include: [], exclude: []", "policy: listed, include: [student], exclude: []"),
        ("policy: any, include: []", "policy: listed, note: {ja: 例の国の人。, easy: 例の国の人です。}"),
        ("irregular_stay: unknown", 'irregular_stay: "yes", basis_url: "https://example.jp/basis"'),
        ("irregular_stay: unknown", "irregular_stay: case_by_case, other: {min_age: 18, max_age: 18}"),
        ("cost: {service: free}", "cost: {service: paid, fact: f-copy-fee}"),
        ("cost: {service: free}", "cost: {service: paid, note: {ja: 金額は窓口で聞く。, easy: お金は、窓口で聞きます。}}"),
        ("    status: active", "    status: temporarily_closed\n    closed_until: 2027-03-31"),
        ("seen_on: 2026-11-01", "seen_on: 2026-11-30"),
        ("verified: null", "verified: {on: 2026-11-30, by: 例の人, method: phone}"),
        ('source_dated: "2026-04"', "source_dated: 2026-11-01"),
        ('source_dated: "2026-04"', "source_dated: 2026頃"),
        ('codes: ["991007"], residency', 'codes: ["990001", "980005"], residency'),
        ('pref_code: "990001"', 'pref_code: "990001", municipality_code: "991007"'),
    ],
)
def test_service_may_be_what_services_really_are(tree: Path, old: str, new: str) -> None:
    """Each rule stops at its limit: the last day of the site, one age for both ends, a night that is said, two prefectures."""
    rewrite(tree, CITY, old, new)
    if "980005" in new:
        rewrite(tree, CITY, "scope: municipalities", "scope: prefectures")
    assert messages(tree) == []
