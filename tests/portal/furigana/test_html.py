"""Furigana in pages: markup survives byte for byte, blocks are read as one string."""
# ruff: noqa: D103  # the name of a test states its fact

import re
from typing import Any

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from portal.furigana.annotate import Annotator
from portal.furigana.html import annotate_html
from portal.table_labels import TableLabels

RUBY = re.compile(r'<ruby data-level="[1-7]">((?:(?!<ruby data).)*?)<rp>（</rp><rt>([ぁ-ゖァ-ヺー]+)</rt><rp>）</rp></ruby>', re.DOTALL)
GAP = '<i class="gap"></i>'


def body(inner: str) -> str:
    return f'<!doctype html><html lang="ja"><head><title>在留</title></head><body>{inner}</body></html>'


def annotate(annotator: Annotator, inner: str) -> str:
    """Annotate a body; write ruby short, 字[よみ], so that a test can be read."""
    page = annotate_html(body(inner), annotator)
    assert page.startswith(body("")[: -len("</body></html>")])
    short = RUBY.sub(r"\1[\2]", page)
    return short.removeprefix(body("")[: -len("</body></html>")]).removesuffix("</body></html>")


def without_ruby(page: str) -> str:
    return RUBY.sub(r"\1", page)


NASTY = [
    "<p>在留<strong>資格</strong>の<a href='/a?b=1&amp;c=2'><em>更</em>新</a>を<span class=x>する</span></p>",
    "<table><thead><tr><th scope=col>手続<td>期限</thead><tr><td>届出</td><td>14日</td></table>",
    "<ul><li>在留<li lang=en>漢字<li>資格</ul><dl><dt>用語<dd>説明</dl>",
    "<details open><summary>答え</summary><p>正解は<b>1</b>人</p></details>",
    "<my-card data-x='1>2' checked><h2 id=手続>手続</h2></my-card><input disabled value=漢字><br/><hr>",
    "<p>a &lt; b &amp;&nbsp;漢字&#x5728;&#30041;&copy;資格 & 申請 < 終 &unknown; &notin</p>",
    "<svg viewBox='0 0 1 1'><title>図</title><linearGradient/><text>漢字</text><path d='M0'/></svg>後の文",
    "<script>if (a<b) '漢字'</script><style>.漢{}</style><textarea>漢字</textarea><select><option>漢字</select>文",
    "<pre><code>漢字</code></pre><p><code>漢字</code>と<kbd>漢字</kbd></p>",
    "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字の文</p>",
    "<template><p>申請</p></template><noscript><img src=漢字.png alt='漢字'>文</noscript><button type=button>送信</button>",
    "<!-- 漢字 --><p>漢<!-- x -->字<wbr>の<br>文</p><![CDATA[漢字]]><?php 漢字 ?>",
    "<p data-no-ruby>漢字<b>漢字</b></p><p lang=vi>漢字<span lang=ja>漢字</span></p><p lang=ja-simple>漢字</p>",
    "<b><i>誤った</b>入れ子</i>と</p></div>閉じない<p>段落<div>箱",
    "<p title=\"a 'b' > 漢字\" hidden>文<a title=漢's>字</a></p>",
    "<label>在留<input type=radio name=a>資格</label><fieldset><legend>質問</legend></fieldset>",
    "<p>改\n行と　空白　の　文</p>\r\n<p>終わり",
]


@pytest.mark.parametrize("inner", NASTY)
def test_page_without_ruby_is_the_source_byte_for_byte(annotator: Annotator, inner: str) -> None:
    assert without_ruby_of_ours(annotator, body(inner)) == body(inner)


def without_ruby_of_ours(annotator: Annotator, page: str) -> str:
    return without_ruby(annotate_html(page, annotator))


MARKUP = st.sampled_from(
    [
        *NASTY,
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a href=x>",
        "</a>",
        "<br>",
        "<ruby>",
        "</ruby>",
        "<code>",
        "</code>",
        "&amp;",
        "&",
        "<",
        ">",
        '"',
        "'",
        "<!--",
        "-->",
        "</",
        "在留",
        "資格",
        "1人",
        "行った",
        "大人",
        " ",
        "<span lang=en>",
        "</span>",
        "<svg>",
        "</svg>",
        "<script>",
        "</script>",
        "<x-y z>",
    ]
)


SENTENCES = [
    "窓口で<b>相談</b>してください。",
    "大<b>人</b>と1<em>人</em>で行く",
    "日本に<a href=x>いるための<i>許可</a></i>",
    "わからないことは、何でも聞いてください。",
    "<button>答えてください</button>",
]


@given(pieces=st.lists(st.one_of(MARKUP, st.text(max_size=6)), max_size=14))
def test_any_source_survives_but_for_our_ruby(annotator: Annotator, pieces: list[str]) -> None:
    page = "<body>" + "".join(pieces)
    assert without_tags(annotate_html(page, annotator)) == page


@given(pieces=st.lists(st.one_of(MARKUP, st.text(max_size=6), st.sampled_from(SENTENCES)), max_size=14))
def test_any_plain_source_survives_but_for_our_ruby_and_gaps(annotator: Annotator, pieces: list[str]) -> None:
    page = '<body lang="ja-simple"><p>' + "".join(pieces)
    spaced = annotate_html(page, annotator)
    assert without_tags(spaced.replace(GAP, "")) == page
    assert not re.search(rf'<ruby data-level="[1-7]">(?:(?!</ruby>).)*{GAP}', spaced, re.DOTALL)


@given(pieces=st.lists(st.one_of(MARKUP, st.sampled_from(SENTENCES)), max_size=10))
def test_page_without_gaps_is_the_page_that_never_had_any(annotator: Annotator, pieces: list[str]) -> None:
    plain, standard = (annotate_html(f'<body lang="{lang}"><p>' + "".join(pieces), annotator) for lang in ("ja-simple", "ja"))
    assert plain.replace(GAP, "").replace('"ja-simple"', '"ja"') == standard.replace(GAP, "").replace('"ja-simple"', '"ja"')


def without_tags(page: str) -> str:
    """Take out what the furigana put in, wherever it stands."""
    return re.sub(r'<ruby data-level="[1-7]">|<rp>（</rp><rt>[ぁ-ゖァ-ヺー]+</rt><rp>）</rp></ruby>', "", page)


@pytest.mark.parametrize("inner", NASTY)
def test_another_parser_sees_the_same_elements_and_text(annotator: Annotator, inner: str) -> None:
    before, after = read_shape(body(inner)), read_shape(annotate_html(body(inner), annotator))
    assert after == before


def read_shape(page: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """Give the text and the elements that lxml sees, our ruby taken out of the tree."""
    tree: Any = lxml.html.document_fromstring(page)
    for ruby in tree.xpath("//ruby[rp='（']"):
        for gloss in ruby.xpath("rt|rp"):
            gloss.drop_tree()
        ruby.drop_tag()
    return tree.text_content(), [(str(element.tag), dict(element.attrib)) for element in tree.iter()]


def test_annotating_twice_changes_nothing(annotator: Annotator) -> None:
    once = annotate_html(body("<p>在留<b>資格</b>の更新</p>"), annotator)
    assert annotate_html(once, annotator) == once


def test_inline_siblings_are_read_as_one_string(annotator: Annotator) -> None:
    assert annotate(annotator, "<p>10月<b>1日</b>と<b>1</b>日</p>") == "<p>10月[がつ]<b>1日[ついたち]</b>と<b>1</b>日[にち]</p>"


def test_base_across_an_element_takes_the_whole_element_in(annotator: Annotator) -> None:
    assert annotate(annotator, "<p>大<b>人</b>と1<em>人</em></p>") == "<p>大<b>人</b>[おとな]と1<em>人</em>[ひとり]</p>"


def test_base_that_would_tear_an_element_is_cut_where_the_pieces_agree(annotator: Annotator) -> None:
    assert annotate(annotator, "<p>在<b>留の手</b>続き</p>") == "<p>在[ざい]<b>留[りゅう]の手[て]</b>続[つづ]き</p>"


def test_torn_word_that_cannot_be_cut_stays_bare(annotator: Annotator) -> None:
    assert annotate(annotator, "<p><b>若い大</b>人</p>") == "<p><b>若[わか]い大</b>人</p>"


def test_author_reading_is_honoured_and_its_wrapper_goes(annotator: Annotator) -> None:
    assert annotate(annotator, '<p><span data-yomi="おこな">行</span>った</p>') == "<p>行[おこな]った</p>"
    assert annotate(annotator, '<p>在留<span data-yomi="">資格</span></p>') == "<p>在留[ざいりゅう]資格</p>"
    assert annotate(annotator, '<p><a href=x data-yomi="あす">明<b>日</b></a></p>') == '<p><a href=x data-yomi="あす">明<b>日</b>[あす]</a></p>'


def test_author_reading_over_a_break_is_left_out(annotator: Annotator) -> None:
    assert annotate(annotator, '<p><span data-yomi="あ">相談<br>窓口</span></p>') == "<p>相談[そうだん]<br>窓口[まどぐち]</p>"


def test_author_reading_that_is_not_kana_is_refused(annotator: Annotator) -> None:
    with pytest.raises(ValueError, match="かな以外"):
        annotate(annotator, '<p><span data-yomi="行">行</span></p>')


@pytest.mark.parametrize(
    "inner",
    [
        "<code>漢字</code>",
        "<pre>漢字</pre>",
        "<kbd>漢字</kbd>",
        "<script>漢字</script>",
        "<svg><text>漢字</text></svg>",
        "<textarea>漢字</textarea>",
        "<select><option>漢字</select>",
        "<p lang=en>漢字</p>",
        "<p lang=zh-Hant>漢字</p>",
        "<p data-no-ruby>漢字</p>",
        "<ruby>漢字<rt>かんじ</rt></ruby>",
        "<!-- 漢字 -->",
        "<img alt=漢字>",
    ],
)
def test_left_alone(annotator: Annotator, inner: str) -> None:
    assert annotate(annotator, inner) == inner


def test_language_of_an_inner_element_counts(annotator: Annotator) -> None:
    assert annotate(annotator, "<p lang=vi>漢字<b lang=ja>漢字</b></p>") == "<p lang=vi>漢字<b lang=ja>漢字[かんじ]</b></p>"


def test_template_and_custom_element_are_annotated_in_place(annotator: Annotator) -> None:
    assert annotate(annotator, "<x-y a><template><p>申請</p></template></x-y>") == "<x-y a><template><p>申請[しんせい]</p></template></x-y>"


@pytest.mark.parametrize(
    ("selector", "expected"),
    [("main", (False, True)), ("#b", (False, True)), (".c", (True, True)), ("p.c[data-d=e], nav", (True, False)), ("section", (False, False))],
)
def test_only_what_lies_below_the_root_is_annotated(annotator: Annotator, selector: str, expected: tuple[bool, bool]) -> None:
    page = "<body><p class='a c' data-d=e>申請</p><main id=b class=c><p>更新</p></main></body>"
    annotated = annotate_html(page, annotator, root_selector=selector)
    assert ("しんせい" in annotated, "こうしん" in annotated) == expected


@pytest.mark.parametrize("selector", ["main p", "a > b", "p:first-child", "", "p,"])
def test_selector_of_another_kind_is_refused(annotator: Annotator, selector: str) -> None:
    with pytest.raises(ValueError, match="root_selector"):
        annotate_html("<body></body>", annotator, root_selector=selector)


def spaced(annotator: Annotator, inner: str) -> str:
    """Annotate plain text; write ruby short and a gap as a bar."""
    page = annotate_html(f'<body lang="ja-simple">{inner}</body>', annotator)
    return RUBY.sub(r"\1[\2]", page).replace(GAP, "|").removeprefix('<body lang="ja-simple">').removesuffix("</body>")


def test_phrases_of_plain_text_are_set_apart(annotator: Annotator) -> None:
    assert spaced(annotator, "<p>どこでも聞いてください。</p>") == "<p>どこでも|聞[き]いて|ください。</p>"


def test_standard_text_has_no_gaps(annotator: Annotator) -> None:
    assert GAP not in annotate_html(body("<p>どこでも聞いてください。</p>"), annotator)


def test_standard_text_inside_a_plain_page_has_no_gaps(annotator: Annotator) -> None:
    assert spaced(annotator, "<p lang=ja>どこでもどうぞ</p>") == "<p lang=ja>どこでもどうぞ</p>"


def test_gap_stands_between_elements_not_inside_them(annotator: Annotator) -> None:
    assert spaced(annotator, "<p><b>これを</b><a href=x>ください</a></p>") == "<p><b>これを</b>|<a href=x>ください</a></p>"


def test_gap_never_falls_inside_a_base(annotator: Annotator) -> None:
    assert spaced(annotator, '<p><span data-yomi="いつか">今日も明日</span>も</p>') == "<p>今日も明日[いつか]も</p>"


def test_gap_goes_behind_a_base_that_takes_an_element_in(annotator: Annotator) -> None:
    assert spaced(annotator, "<p>大<b>人</b>いますか</p>") == "<p>大<b>人</b>[おとな]|いますか</p>"


@pytest.mark.parametrize("inner", ["<button>どこでもどうぞ</button>", "<template>どこでもどうぞ</template>", "<p><code>どこでもどうぞ</code></p>"])
def test_controls_and_code_have_no_gaps(annotator: Annotator, inner: str) -> None:
    assert spaced(annotator, inner) == inner


def test_space_that_is_there_already_is_not_doubled(annotator: Annotator) -> None:
    assert spaced(annotator, "<p>これは ここに\nある、だから</p>") == "<p>これは ここに\nある、だから</p>"


@pytest.mark.parametrize(("word", "level"), [("山", 1), ("相談", 3), ("在留", 5), ("窓口", 6), ("駐車場", 7)])
def test_ruby_carries_the_grade_of_its_hardest_kanji(annotator: Annotator, word: str, level: int) -> None:
    levels = [int(found) for found in re.findall(r'data-level="(\d)"', annotate_html(body(f"<p>{word}</p>"), annotator))]
    assert max(levels) == level


def test_space_between_elements_parts_words(annotator: Annotator) -> None:
    """A number in one link and a word in the next are two words: 118 海 is no floor (かい)."""
    html = '<body><ul><li><a href="tel:118">118</a> <a href="#x">海の事故</a></li><li><strong>不正解</strong> 会社に聞く</li></ul></body>'

    found = re.findall(r"<ruby[^>]*>([^<]*)<rp>（</rp><rt>([^<]*)</rt>", annotate_html(html, annotator))

    assert ("海", "うみ") in found
    assert ("会社", "かいしゃ") in found


def test_reading_of_a_cell_does_not_begin_in_its_label(annotator: Annotator) -> None:
    """The name of the column stands before every cell on a phone: 所 and 職場 are no word together."""
    table = Markdown(extensions=["tables", TableLabels()]).convert("| 時 | 止まる所 |\n|---|---|\n| 朝 | 職場の決まり |")
    assert "職場[しょくば]" in annotate(annotator, table)
