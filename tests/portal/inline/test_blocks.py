"""Figures, situations and cards on a page: what a reader sees, and that lengths are true."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment
from portal.addresses import url_of
from portal.inline.charts import draw_chart
from portal.inline.printing import plain_text
from portal.inline.rendering import ReferencePrinter
from portal.model.base import Variant
from portal.model.figure import DataRow, Dataset
from portal.portal import Portal


def shown(portal: Portal, templates: Environment, source: str, variant: Variant = "ja") -> str:
    """HTML of a reference on a unit's page."""
    return ReferencePrinter(portal, templates, variant, url_of("units/a1-1", variant)).markdown(source)


def test_bars_of_a_chart_are_as_long_as_their_values(example: Portal, templates: Environment) -> None:
    """Half as many people, half the bar; the numbers stand in the table."""
    html = shown(example, templates, "{figure:fig-parts}")
    assert re.findall(r'<rect width="([0-9.]+)"', html) == ["100.0", "50.0"]
    assert [re.search(rf"<td[^>]*>{number}</td>", html) is not None for number in ("800", "400")] == [True, True]


def test_points_of_a_trend_stand_at_their_distance_in_time(example: Portal) -> None:
    """Four years and two years are not drawn alike, and the height begins at nothing."""
    chart = draw_chart(example.datasets["d-residents-trend"])
    assert [mark.x for mark in chart.marks] == [0.0, 66.7, 100.0]
    heights = [100 - mark.y for mark in chart.marks]
    assert [round(height / heights[-1], 2) for height in heights] == [0.75, 0.83, 1.0]


@pytest.mark.parametrize(("at", "x"), [("2025-06", 50.0), ("2025-03", 25.0)])
def test_month_of_a_point_counts(example: Portal, at: str, x: float) -> None:
    """The end of June lies half-way between the ends of two years."""
    rows = tuple(DataRow(label=example.words["unknown"], value=1, at=time) for time in ("2024", at, "2025"))
    dataset: Dataset = example.datasets["d-residents-trend"].model_copy(update={"rows": rows})
    assert draw_chart(dataset).marks[1].x == x


def test_chart_of_nothing_is_drawn(example: Portal) -> None:
    """Rows of zeros make no division by zero."""
    rows = tuple(row.model_copy(update={"value": 0}) for row in example.datasets["d-residents-parts"].rows)
    assert [mark.length for mark in draw_chart(example.datasets["d-residents-parts"].model_copy(update={"rows": rows})).marks] == [0, 0]


def test_chart_says_when_its_source_was_not_seen(example: Portal, templates: Environment) -> None:
    """A reader knows which numbers nobody has looked up."""
    assert "ページは未確認" in shown(example, templates, "{figure:fig-parts}")
    assert "ページは未確認" not in shown(example, templates, "{figure:fig-trend}")
    assert "短い滞在の人を含まない。" in shown(example, templates, "{figure:fig-trend}")


def test_calendar_prints_the_deadline_of_its_fact(example: Portal, templates: Environment) -> None:
    """The deadline stands once, in its record, and the page lists its source."""
    printer = ReferencePrinter(example, templates, "ja", url_of("units/a1-1", "ja"))
    assert ">3か月前</data>" in printer.markdown("{figure:fig-duties}")
    assert printer.facts == ["f-renewal-months-before"]


def test_points_of_a_checklist_can_be_ticked_by_their_words(example: Portal, templates: Environment) -> None:
    """Each box has its label."""
    html = shown(example, templates, "{figure:fig-ready}")
    assert len(re.findall(r"<label[^>]*><input type=.checkbox.[^>]*>", html)) == 2


def test_branches_stand_inside_their_step(example: Portal, templates: Environment) -> None:
    """A screen reader meets what may happen where it happens."""
    html = shown(example, templates, "{figure:fig-ways}")
    assert re.search(r"<li class=.steps__step.>(?:(?!</li>).)*つなぐ(?:(?!</ol>).)*<ul class=.branches.>.*近い窓口.*遠い窓口", html, re.DOTALL)


@pytest.mark.parametrize(
    "reference", ["{figure:fig-trend}", "{figure:fig-ways}", "{situation:sit-late}", "{comparison:cmp-office}", "{transcript:tr-first-words}"]
)
def test_block_holds_no_blank_line(example: Portal, templates: Environment, reference: str) -> None:
    """A blank line would end the block of HTML in Markdown."""
    assert "\n\n" not in shown(example, templates, reference).strip()


def test_both_sides_of_a_situation_are_read_in_the_units_time(example: Portal) -> None:
    """The words of a situation count; the other variant's do not."""
    text = plain_text(example, "{situation:sit-late}", "ja")
    assert ("前の用事が長かった。" in text, "次の人が待っている。" in text, "窓口の時間を書いて渡す。" in text) == (True, True, True)
    assert "長かったです" not in text


def test_situation_and_card_print_the_terms_they_mark(example: Portal, templates: Environment) -> None:
    """A term inside a situation leads to its explanation, a card to its sources."""
    assert 'class="term"' in shown(example, templates, "{situation:sit-late}", "easy")
    assert "https://example.com/book" in shown(example, templates, "{comparison:cmp-office}")


def test_link_to_a_page_carries_its_title(example: Portal, templates: Environment) -> None:
    """A title is written once, on its page."""
    assert shown(example, templates, "{page:phrases}", "easy") == '<a class="page-link" href="../../phrases/">窓口の言葉</a>'
