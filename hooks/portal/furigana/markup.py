"""HTML source as a row of tags and texts, each with its place; nothing is changed or repaired.

Why not a tree: a tree is written out again, and the HTML parser of libxml2 lower-cases SVG
attributes (viewBox), moves <noscript> content out of the head and escapes addresses. Insertions into
the source leave every other byte as it was, which the tests check.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_ATTRIBUTE: Final = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+|(?=>)))?+"""
_TOKEN: Final = re.compile(
    rf"""<!--(?:>|->|.*?(?:--!?>|\Z))|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*+(?:>|\Z)|</(?![a-zA-Z])[^>]*+(?:>|\Z)
    |</(?P<close>[a-zA-Z][^\s/>]*+)[^>]*+(?:>|\Z)
    |<(?P<open>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:\s++|/|{_ATTRIBUTE})*+)(?:>|\Z)""",
    re.DOTALL | re.VERBOSE,
)
_PAIR: Final = re.compile(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>][^\s>]*+)))?+""")
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
VOID: Final = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags, still with their character references."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag (name in lower case) or a comment (name ""); `closes` tells an end tag."""

    start: int
    end: int
    name: str
    closes: bool = False
    empty: bool = False
    """No end tag follows: a void element, or <path/>."""
    attributes: dict[str, str] = field(default_factory=dict)


def read_markup(source: str) -> Iterator[Tag | Text]:
    """Go through the source; the pieces are in order and cover it."""
    at = 0
    while match := _TOKEN.search(source, at):
        if at < match.start():
            yield Text(at, match.start())
        tag = _read_tag(match)
        yield tag
        at = match.end()
        if tag.name in _RAW and not tag.closes and not tag.empty:
            end = _end_of_raw(source, at, tag.name)
            if at < end:
                yield Text(at, end)
            at = end
    if at < len(source):
        yield Text(at, len(source))


def _read_tag(match: re.Match[str]) -> Tag:
    start, end = match.span()
    if match["close"]:
        return Tag(start, end, match["close"].lower(), closes=True)
    if not match["open"]:
        return Tag(start, end, "", empty=True)
    name = match["open"].lower()
    is_empty = name in VOID or match["attributes"].endswith("/")
    return Tag(start, end, name, empty=is_empty, attributes=read_attributes(match["attributes"]))


def read_attributes(written: str) -> dict[str, str]:
    """Read attributes: names in lower case, values decoded, the first of a name wins."""
    found: dict[str, str] = {}
    for pair in _PAIR.finditer(written) if written else ():
        value = pair[2] or pair[3] or pair[4] or ""
        found.setdefault(pair[1].lower(), html.unescape(value))
    return found


def _end_of_raw(source: str, at: int, name: str) -> int:
    """Find the end tag of an element whose content is no markup."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return end.start() if end else len(source)
