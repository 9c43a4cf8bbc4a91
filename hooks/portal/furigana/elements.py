"""What the elements of HTML mean for reading: which go on with a sentence, which are left alone."""

from typing import Final

INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "time",
        "tt",
        "u",
    ]
)
"""Elements whose text belongs to the sentence around them; every other tag ends a block."""

RUNNING: Final = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "th",
        "td",
        "caption",
        "legend",
        "label",
        "summary",
        "figcaption",
        "blockquote",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
"""Elements whose own text is read as sentences and may be spaced; a button or a message template is not."""

SIMPLE: Final = "ja-simple"
"""Language tag (BCP 47, variant `simple`) of the text in plain Japanese."""

SKIPPED: Final = frozenset(
    [
        "code",
        "pre",
        "kbd",
        "samp",
        "script",
        "style",
        "svg",
        "math",
        "title",
        "textarea",
        "option",
        "optgroup",
        "select",
        "datalist",
        "head",
        "ruby",
        "rt",
        "rp",
        "iframe",
        "object",
        "audio",
        "video",
        "canvas",
        "xmp",
        "noembed",
        "noframes",
    ]
)
CLOSED_BY: Final = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"td", "th", "tr"}),
    "option": frozenset({"option"}),
    "body": frozenset({"head"}),
}
"""Start tags that end an element left open: HTML lets authors leave out these end tags."""
