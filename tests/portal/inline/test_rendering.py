"""References as HTML: escaped, linked from where the page stands, glossed at first use."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jinja2 import Environment
from portal.addresses import url_of
from portal.inline.rendering import ReferencePrinter
from portal.model.base import Text, Variant
from portal.portal import Portal

GLOSS = '<span class="gloss">〈=日本にいるための許可〉</span>'


def printer_of(portal: Portal, templates: Environment, variant: Variant = "ja", address: str = "units/a1-1") -> ReferencePrinter:
    """A printer for one page."""
    return ReferencePrinter(portal, templates, variant, url_of(address, variant))


def with_fact_text(portal: Portal, text: str) -> Portal:
    """The portal with another text of f-copy-fee."""
    fact = portal.facts["f-copy-fee"].model_copy(update={"text": Text(ja=text, easy=text)})
    return replace(portal, facts={**portal.facts, "f-copy-fee": fact})


def test_words_of_a_record_are_escaped(example: Portal, templates: Environment) -> None:
    """A less-than sign in a record is a less-than sign on the page."""
    portal = with_fact_text(example, "<b>300円&")
    for printed in (printer_of(portal, templates).rich("{fact:f-copy-fee}"), printer_of(portal, templates).markdown("{fact:f-copy-fee}")):
        assert "&lt;b&gt;300円&amp;" in printed
        assert "<b>" not in printed


def test_text_around_references_is_escaped_in_records_and_kept_in_markdown(example: Portal, templates: Environment) -> None:
    """Texts of records are no HTML; Markdown is converted later."""
    source = "a < b *強調* {行|おこな}う"
    assert printer_of(example, templates).rich(source).startswith("a &lt; b *強調* ")
    assert printer_of(example, templates).markdown(source).startswith("a < b *強調* ")


def test_text_in_two_variants_is_printed_in_that_of_the_page(example: Portal, templates: Environment) -> None:
    """A plain page shows plain words."""
    text = Text(ja="標準", easy="やさしい")
    assert [printer_of(example, templates, variant).rich(text) for variant in ("ja", "easy")] == ["標準", "やさしい"]


def test_gloss_is_printed_at_the_first_use_on_a_plain_page_only(example: Portal, templates: Environment) -> None:
    """A reader learns the word once and is not stopped again."""
    printer = printer_of(example, templates, "easy")
    first, second = (printer.markdown("{term:t-zairyu-shikaku}") for _ in range(2))
    assert GLOSS in first
    assert 'class="gloss"' not in second
    assert ">在留資格</a>" in second


def test_each_page_glosses_anew(example: Portal, templates: Environment) -> None:
    """A reader may come to any page first."""
    assert all(GLOSS in printer_of(example, templates, "easy").rich("{term:t-zairyu-shikaku}") for _ in range(2))


def test_standard_page_prints_no_gloss(example: Portal, templates: Environment) -> None:
    """Standard Japanese links to the glossary instead."""
    printed = printer_of(example, templates).rich("{term:t-zairyu-shikaku}")
    assert 'class="gloss"' not in printed
    assert 'href="../../glossary/#t-zairyu-shikaku"' in printed


def test_term_that_needs_no_explanation_gets_none(example: Portal, templates: Environment) -> None:
    """``explain: false`` is for words that every reader knows."""
    assert 'class="gloss"' not in printer_of(example, templates, "easy").rich("{term:t-madoguchi}")


def test_facts_are_listed_once_in_the_order_of_their_first_use(example: Portal, templates: Environment) -> None:
    """The list of sources at the page's end follows the text."""
    printer = printer_of(example, templates)
    printer.markdown("{fact:f-copy-fee}{fact:f-residents-now}")
    printer.rich("{fact:f-copy-fee}{fact:f-residents-before}")
    assert printer.facts == ["f-copy-fee", "f-residents-now", "f-residents-before"]


def test_terms_are_listed_once_in_the_order_of_their_first_use(example: Portal, templates: Environment) -> None:
    """The page carries the gloss of each word it marks, for the small card."""
    printer = printer_of(example, templates)
    printer.markdown("{term:t-hikitsugi}{term:t-zairyu-shikaku}")
    printer.rich("{term:t-hikitsugi}{term:t-madoguchi}")
    assert printer.terms == ["t-hikitsugi", "t-zairyu-shikaku", "t-madoguchi"]


def test_fact_links_to_its_source_line_and_carries_its_value(example: Portal, templates: Environment) -> None:
    """A number leads to where it comes from, and machines can read it."""
    assert printer_of(example, templates).rich("{fact:f-residents-now}") == '<a class="fact" href="#f-residents-now"><data value="1200">1,200人</data></a>'


@pytest.mark.parametrize(
    ("variant", "address", "href"), [("ja", "units/a1-1", "../../directory/example-city/#counter"), ("easy", "index", "directory/example-city/#counter")]
)
def test_service_links_to_its_place_in_the_directory(example: Portal, templates: Environment, variant: Variant, address: str, href: str) -> None:
    """A link works from any page and stays in its variant."""
    assert printer_of(example, templates, variant, address).rich("{service:example-city/counter}") == f'<a class="service" href="{href}">例の市 相談窓口</a>'


def test_only_published_units_are_linked(example: Portal, templates: Environment) -> None:
    """No link leads to a page that is not there."""
    printer = printer_of(example, templates, address="syllabus")
    assert printer.rich("{unit:A1-1}") == '<a class="unit" href="../units/a1-1/">A1-1 例の市で相談を受ける</a>'
    assert printer.rich("{unit:B1-1}") == '<span class="unit">B1-1 例の時間5</span>'


def test_reading_by_hand_reaches_the_furigana(example: Portal, templates: Environment) -> None:
    """The author's reading wins over the machine's."""
    assert printer_of(example, templates).rich("{行|おこな}う") == '<span data-yomi="おこな">行</span>う'


def test_figure_is_one_block_of_html_for_markdown(example: Portal, templates: Environment) -> None:
    """A blank line inside would end the block and print tags as text."""
    for name in ("fig-path", "fig-residents"):
        printed = printer_of(example, templates).markdown(f"前\n\n{{figure:{name}}}\n\n後")
        block = printed.removeprefix("前\n\n\n\n").removesuffix("\n\n\n\n後")
        assert block.startswith(f'<figure class="figure figure--{example.figures[name].kind}" id="{name}">')
        assert block.endswith("</figure>")
        assert "\n\n" not in block


def test_bars_are_as_long_as_their_facts_and_their_facts_are_listed(example: Portal, templates: Environment) -> None:
    """The longest bar fills the line; each value is sourced like one in the text."""
    printer = printer_of(example, templates)
    printed = printer.markdown("{figure:fig-residents}")
    assert [part.split('"')[0] for part in printed.split('<rect width="')[1:]] == ["75.0", "100.0"]
    assert printer.facts == ["f-residents-before", "f-residents-now"]


def test_bars_of_nothing_but_zero_are_drawn_empty(example: Portal, templates: Environment) -> None:
    """A count of zero is a fact like any other."""
    facts = {key: fact.model_copy(update={"value": 0}) for key, fact in example.facts.items()}
    assert '<rect width="0.0"' in printer_of(replace(example, facts=facts), templates).markdown("{figure:fig-residents}")
