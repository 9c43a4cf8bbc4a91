"""The blocks of a page: text that is read in one breath, joined across inline elements."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from portal.furigana.elements import CLOSED_BY, INLINE, RUNNING, SIMPLE, SKIPPED
from portal.furigana.markup import Tag, Text, read_markup
from portal.furigana.selectors import Selector
from portal.furigana.spans import FixedSpan

_REFERENCE: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")


@dataclass(slots=True)
class Block:
    """One block: its text, where each character stands in the source, and the tags between."""

    spaced: bool = False
    """Running text in plain Japanese: its phrases may be set apart."""
    text: str = ""
    tags: list[tuple[int, Tag]] = field(default_factory=list)
    """(offset in the text before which the tag stands, tag), in source order."""
    fixed: list[FixedSpan] = field(default_factory=list)
    _offsets: list[int] = field(default_factory=list)
    _sources: list[tuple[int, int]] = field(default_factory=list)

    @property
    def analysed(self) -> str:
        """The text for the analyser: white space at an element's edge parts words (118 and 海 in two links), so it is a comma there."""
        letters = list(self.text)
        for offset, _ in self.tags:
            for at in (offset - 1, offset):
                if 0 <= at < len(letters) and letters[at].isspace():
                    letters[at] = "、"
        return "".join(letters)

    def add(self, text: str, start: int, end: int) -> None:
        """Append a piece; as long as its source it maps one to one, else it is one reference."""
        self._offsets.append(len(self.text))
        self._sources.append((start, end))
        self.text += text

    def source_start(self, offset: int) -> int:
        """Give the place in the source where the character at this offset begins."""
        first, start, _, is_plain = self._piece(offset)
        return start + offset - first if is_plain else start

    def source_end(self, offset: int) -> int:
        """Give the place in the source where the character before this offset ends."""
        first, start, end, is_plain = self._piece(offset - 1)
        return start + offset - first if is_plain else end

    def fix(self, start: int, end: int, reading: str) -> None:
        """Note an author's reading; an outer one replaces those inside of it."""
        if start < end:
            while self.fixed and self.fixed[-1].start >= start:
                self.fixed.pop()
            self.fixed.append(FixedSpan(start, end, reading))

    def _piece(self, offset: int) -> tuple[int, int, int, bool]:
        """Give (first offset, source start, source end, maps one to one) of a character's piece."""
        piece = bisect_right(self._offsets, offset) - 1
        first = self._offsets[piece]
        start, end = self._sources[piece]
        following = self._offsets[piece + 1] if piece + 1 < len(self._offsets) else len(self.text)
        return first, start, end, following - first == end - start


@dataclass(frozen=True, slots=True)
class _Element:
    tag: Tag
    japanese: bool
    skipped: bool
    inside: bool
    simple: bool
    running: bool
    block: Block
    """The block in which the element begins, and how much text it held then."""
    offset: int

    @property
    def is_read(self) -> bool:
        return self.japanese and self.inside and not self.skipped

    @property
    def is_spaced(self) -> bool:
        return self.simple and self.running

    @property
    def fixes_reading(self) -> bool:
        return self.is_read and "data-yomi" in self.tag.attributes and self.tag.name in INLINE


class Page:
    """A page taken apart: the blocks that may carry ruby, the wrappers of author readings."""

    def __init__(self, source: str, root: Selector) -> None:
        """Read the source once; `blocks` and `wrappers` (tags to leave out) are ready then."""
        self.blocks: list[Block] = []
        self.wrappers: list[Tag] = []
        self._source = source
        self._root = root
        self._block = Block()
        root_element = _Element(Tag(0, 0, ""), japanese=True, skipped=False, inside=False, simple=False, running=False, block=self._block, offset=0)
        self._open = [root_element]
        for piece in read_markup(source):
            if isinstance(piece, Tag):
                self._read_tag(piece)
            elif self._open[-1].is_read:
                self._read_text(piece)
        self._end_block()

    def _read_text(self, text: Text) -> None:
        at = text.start
        for reference in _REFERENCE.finditer(self._source, text.start, text.end):
            decoded = html.unescape(reference.group())
            if decoded != reference.group():
                self._add(at, reference.start())
                self._block.add(decoded, *reference.span())
                at = reference.end()
        self._add(at, text.end)

    def _add(self, start: int, end: int) -> None:
        if start < end:
            self._block.add(self._source[start:end], start, end)

    def _read_tag(self, tag: Tag) -> None:
        was_read = self._open[-1].is_read
        if tag.closes:
            self._close(tag)
        elif not tag.empty:
            self._open.append(self._element(tag))
        joins = tag.name in INLINE or tag.name in ("", "wbr")
        if joins and was_read and self._open[-1].is_read:
            self._block.tags.append((len(self._block.text), tag))
        else:
            self._end_block()

    def _end_block(self) -> None:
        if self._block.text:
            self.blocks.append(self._block)
        self._block = Block(spaced=self._open[-1].is_spaced)

    def _element(self, tag: Tag) -> _Element:
        while self._open[-1].tag.name in CLOSED_BY.get(tag.name, ()):
            self._open.pop()
        above = self._open[-1]
        lang = tag.attributes.get("lang")
        return _Element(
            tag,
            japanese=above.japanese if lang is None else re.match(r"ja(-|$)", lang, re.IGNORECASE) is not None,
            skipped=above.skipped or tag.name in SKIPPED or "data-no-ruby" in tag.attributes,
            inside=above.inside or self._root.matches(tag),
            simple=above.simple if lang is None else lang.lower() == SIMPLE,
            running=above.running if tag.name in INLINE else tag.name in RUNNING,
            block=self._block,
            offset=len(self._block.text),
        )

    def _close(self, tag: Tag) -> None:
        """Take the element and those left open inside of it off; a stray end tag does nothing."""
        for depth in range(len(self._open) - 1, 0, -1):
            element = self._open[depth]
            if element.tag.name == tag.name:
                del self._open[depth:]
                if element.fixes_reading:
                    self._end_reading(element, tag)
                return

    def _end_reading(self, element: _Element, end: Tag) -> None:
        """Note the reading of data-yomi and drop a wrapper that has no other purpose."""
        if element.block is self._block:
            self._block.fix(element.offset, len(self._block.text), element.tag.attributes["data-yomi"])
        if len(element.tag.attributes) == 1:
            self.wrappers += [element.tag, end]
