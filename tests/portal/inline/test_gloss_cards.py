"""The gloss of each marked word stands once in the page, ready for the card beside the word."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from jinja2 import Environment
from portal.addresses import url_of
from portal.inline.rendering import ReferencePrinter
from portal.model.base import Variant
from portal.portal import Portal
from portal.views.page import PageView


def view_of(portal: Portal, templates: Environment, variant: Variant) -> PageView:
    """A page that has marked 引継ぎ twice and 在留資格 once."""
    printer = ReferencePrinter(portal, templates, variant, url_of("units/a1-1", variant))
    printer.markdown("{term:t-hikitsugi}{term:t-zairyu-shikaku}{term:t-hikitsugi}")
    return PageView(portal, printer, "units/a1-1", "unit", "A1-1", "", "", "dev", "")


def cards_of(portal: Portal, templates: Environment, variant: Variant) -> list[Any]:
    """The templates that the page prints."""
    module: Any = templates.get_template("partials/glosses.html").module
    return list(lxml.html.fragment_fromstring(str(module.gloss_cards(view_of(portal, templates, variant))), create_parent="main").iter("template"))


def test_each_marked_word_has_one_card_in_the_order_of_first_use(example: Portal, templates: Environment) -> None:
    """However often the page marks it."""
    assert [card.get("data-term") for card in cards_of(example, templates, "ja")] == ["t-hikitsugi", "t-zairyu-shikaku"]


@pytest.mark.parametrize("variant", ["ja", "easy"])
def test_card_holds_word_gloss_of_the_variant_and_english(example: Portal, templates: Environment, variant: Variant) -> None:
    """What a reader needs without leaving the page."""
    term = example.terms["t-zairyu-shikaku"]
    text = cards_of(example, templates, variant)[1].text_content()
    assert term.term in text
    assert term.en in text
    assert term.gloss.of(variant) in text


def test_card_leads_to_the_glossary_of_its_variant_and_can_be_closed(example: Portal, templates: Environment) -> None:
    """The link is the one of the word itself."""
    card = cards_of(example, templates, "easy")[0]
    assert [link.get("href") for link in card.iter("a")] == ["../../glossary/#t-hikitsugi"]
    assert [button.get("data-action") for button in card.iter("button")] == ["close"]


def test_printing_the_cards_marks_no_further_word(example: Portal, templates: Environment) -> None:
    """A gloss that names other words prints them as words: the list would never end."""
    view = view_of(example, templates, "easy")
    module: Any = templates.get_template("partials/glosses.html").module
    module.gloss_cards(view)
    assert view.printer.terms == ["t-hikitsugi", "t-zairyu-shikaku"]


def test_spacing_is_offered_in_plain_japanese_only(example: Portal, templates: Environment) -> None:
    """Standard pages have no gaps to widen."""
    module: Any = templates.get_template("partials/settings.html").module
    panels: dict[Variant, str] = {variant: str(module.settings(view_of(example, templates, variant))) for variant in ("ja", "easy")}
    assert 'name="spacing"' in panels["easy"]
    assert 'name="spacing"' not in panels["ja"]
