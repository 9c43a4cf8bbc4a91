"""Forms: the empty paper, the invented example, the view inside a unit."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from jinja2 import Environment
from portal.addresses import url_of
from portal.generated import generated_pages
from portal.inline.printing import plain_text
from portal.inline.rendering import ReferencePrinter
from portal.model.base import VARIANTS, Variant
from portal.portal import Portal
from portal.search.documents import documents

FIELDS = ["own-number", "main-complaint", "reach", "worries", "urgency", "next-date", "partners", "map", "open-question"]


def words(element: Any) -> str:
    """Give the text of an element on one line."""
    return " ".join(element.text_content().split())


def paper(portal: Portal, templates: Environment, *, filled: bool, variant: Variant = "ja") -> Any:
    """Give the paper of the example form as a tree."""
    printer = ReferencePrinter(portal, templates, variant, url_of("practice/forms/visit", variant))
    macros: Any = templates.get_template("partials/forms.html").module
    return lxml.html.fromstring(f"<div>{macros.paper(portal.forms['form-visit'], printer, filled)}</div>")


def field(tree: Any, name: str) -> Any:
    """Give one field of the paper."""
    (found,) = tree.xpath(f".//*[@data-field='form-visit/{name}']/dd")
    return found


@pytest.mark.parametrize("filled", [False, True])
def test_every_field_stands_on_the_paper_under_its_address(example: Portal, templates: Environment, *, filled: bool) -> None:
    """Answers will be kept by form and field, so the paper names them."""
    assert paper(example, templates, filled=filled).xpath(".//@data-field") == [f"form-visit/{name}" for name in FIELDS]


def test_empty_paper_has_room_and_no_answers(example: Portal, templates: Environment) -> None:
    """Lines for words, boxes for choices, rows for a table; nothing of the example stands there."""
    tree = paper(example, templates, filled=False)
    assert [len(field(tree, name).xpath(".//*[@class='form__line']")) for name in ("own-number", "main-complaint", "map")] == [1, 3, 6]
    assert [len(field(tree, name).xpath(".//*[@class='form__box']")) for name in ("reach", "worries", "urgency")] == [2, 3, 3]
    assert len(field(tree, "partners").xpath(".//tbody/tr")) == 2
    assert not tree.xpath(".//*[contains(@class, 'ticked')]")
    assert [found for found in ("例12", "手紙", "2026", "例の学校") if found in tree.text_content()] == []


def test_empty_paper_says_how_each_field_is_filled_in(example: Portal, templates: Environment) -> None:
    """Whoever does not see the boxes hears whether to choose one or several."""
    tree = paper(example, templates, filled=False)
    assert [words(each) for each in tree.xpath(".//*[@class='form__how']")] == [
        *("短く書く", "文で書く", "一つ選ぶ", "当てはまるものをすべて選ぶ", "順に並ぶ段階から一つ選ぶ", "日付を書く", "表に書く", "図を描く", "短く書く"),
    ]
    assert words(tree.xpath(".//*[@class='form__hint']")[0]) == "自分で付ける。"


def test_filled_paper_shows_the_example(example: Portal, templates: Environment) -> None:
    """Words, ticked options among all, the day as it is read, cells below their columns, and what was left open."""
    tree = paper(example, templates, filled=True)
    assert (words(field(tree, "own-number")), words(field(tree, "main-complaint"))) == ("例12", "手紙が読めない。")
    assert [words(each) for each in field(tree, "worries").xpath(".//li")] == ["選んだもの: 仕事", "住まい", "選んだもの: 健康"]
    assert [words(each) for each in field(tree, "urgency").xpath(".//li")] == ["今日", "選んだもの: 今週", "今月"]
    assert words(field(tree, "next-date")) == "2026年12月1日"
    assert [[words(cell) for cell in row.xpath("td/span[@class='cell-body']")] for row in field(tree, "partners").xpath(".//tbody/tr")] == [
        ["例の学校", "手紙の説明"],
        ["例の病院", ""],
    ]
    assert words(field(tree, "map")) == "学校への太い線。"
    assert words(field(tree, "open-question")) == "まだ書いていない"


def test_cells_carry_the_names_of_their_columns(example: Portal, templates: Environment) -> None:
    """On a phone the rows are stacked, and each cell says what it is."""
    table = field(paper(example, templates, filled=True), "partners")
    assert [words(each) for each in table.xpath(".//tbody//span[@class='cell-label']")] == ["機関", "頼んだこと"] * 2


def test_view_in_a_unit_shows_fields_and_leads_to_the_paper(example: Portal, templates: Environment) -> None:
    """Title, purpose, groups with their fields; the example is folded and says that it is invented."""
    html = ReferencePrinter(example, templates, "easy", url_of("units/a1-1", "easy")).markdown("{form:form-visit}")
    assert "\n\n" not in html.strip()
    tree = lxml.html.fromstring(html.strip())
    assert (tree.get("id"), words(tree.xpath(".//h3")[0])) == ("form-visit", "書く紙 例の受付の紙")
    assert [words(each) for each in tree.xpath("./ul/li/strong")] == ["はじめに", "これから"]
    assert [words(each) for each in tree.xpath("./ul/li/ul/li")][2] == "どうやって来たか 一つえらぶ（電話・来た）"
    (fold,) = tree.xpath("./details[not(@open)]")
    assert "本当の人の話ではありません" in fold.text_content()
    assert tree.xpath("./p[last()]/a/@href") == ["../../practice/forms/visit/"]


def test_form_is_filled_in_and_not_read(example: Portal) -> None:
    """Its time is the worksheet's, which the author writes; its words do not count again."""
    assert plain_text(example, "前{form:form-visit}後", "ja") == "前後"


def test_form_has_a_page_and_is_found_by_its_fields(example: Portal) -> None:
    """In both variants, under the name of its file."""
    for variant in VARIANTS:
        assert [(page.address, page.template) for page in generated_pages(example, variant) if page.kind == "form"] == [("practice/forms/visit", "form.html")]
        (found,) = (document for document in documents(example, variant) if document.kind == "form")
        assert found.url == url_of("practice/forms/visit", variant)
    assert "困ったこと" in found.parts[-1][0]
