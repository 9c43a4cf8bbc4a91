"""Furigana for a finished HTML page: ruby and gaps are put into its source, everything else stays as it is."""

from portal.furigana.annotate import Annotator
from portal.furigana.blocks import Page
from portal.furigana.ruby import Edit, place_ruby
from portal.furigana.selectors import Selector


def annotate_html(html: str, annotator: Annotator, *, root_selector: str = "body") -> str:
    """Put furigana over the Japanese text below the selected elements.

    Text in plain Japanese (lang="ja-simple") gets an empty <i class="gap"> between phrases too.
    Without the ruby tags, the gaps and the <span data-yomi> wrappers, the result is the input, byte
    for byte. Raises ValueError for a selector other than name, #id, .class and [attribute], and for a
    data-yomi that is not kana.
    """
    page = Page(html, Selector(root_selector))
    wrappers = frozenset(tag.start for tag in page.wrappers)
    edits = [edit for block in page.blocks for edit in place_ruby(block, annotator, wrappers)]
    edits += [Edit(tag.start, tag.end, "") for tag in page.wrappers]
    return apply_edits(html, edits)


def apply_edits(source: str, edits: list[Edit]) -> str:
    """Make all edits at once; at one place they keep the order in which they are given."""
    pieces: list[str] = []
    at = 0
    for start, end, text in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += (source[at:start], text)
        at = max(at, end)
    return "".join([*pieces, source[at:]])
