"""How much of one unit or case pack stands in another: the course is no template filled 64 times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from portal.inline.references import NAMED, READING
from portal.inline.texts import texts_of
from portal.model.base import Variant
from portal.portal import Portal
from portal.prose import HEADING, running_text

GRAM = 8
LONGEST_RUN = 40
MOST_ALIKE = 0.05
QUOTATION = re.compile(r"「[^」]*」|『[^』]*』|^>.*$", re.MULTILINE)
ANSWER_TITLE = re.compile(r'^\?\?\?\+? +\w+(?: +"[^"]*")?[ \t]*$', re.MULTILINE)
CUT = "\ue000"
BRACES = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True)
class Overlap:
    """Two units or case packs of one variant. ``alike``: Jaccard index of their runs of eight characters; ``run``: the longest text both have."""

    first: str
    second: str
    variant: Variant
    alike: float
    run: str


def own_words(body: str) -> str:
    """A unit's running text without records, titles, quotations and white space; ``CUT`` stands where something was taken out."""
    text = QUOTATION.sub(CUT, ANSWER_TITLE.sub(CUT, HEADING.sub(CUT, body)))
    return re.sub(r"\s+", "", running_text(BRACES.sub(_word_of, text)).replace("\n", CUT))


def _word_of(match: re.Match[str]) -> str:
    reading = READING.fullmatch(match.group(1))
    return reading.group(1) if reading and not NAMED.fullmatch(match.group(1)) else CUT


def overlaps(portal: Portal, variant: Variant) -> Iterator[Overlap]:
    """Every pair of units that have a page in this variant, and of case packs."""
    texts = {code: own_words(page.body) for code, pages in portal.units.items() if (page := pages.page_of(variant)) is not None}
    for key, pack in portal.packs.items():
        texts[key] = own_words("\n".join(text for _, of, text in texts_of(pack) if of == variant))
    grams = {code: _grams(text, GRAM) for code, text in texts.items()}
    for first, second in combinations(sorted(texts), 2):
        both = grams[first] & grams[second]
        alike = len(both) / (len(grams[first] | grams[second]) or 1)
        run = longest_common_run(_parts(texts[first], both), _parts(texts[second], both)) if both else ""
        yield Overlap(first, second, variant, alike, run)


def _grams(text: str, length: int) -> set[str]:
    return {text[place : place + length] for place in range(len(text) - length + 1) if CUT not in text[place : place + length]}


def _parts(text: str, grams: set[str]) -> str:
    """``text`` without what none of the runs of eight characters covers; ``CUT`` stands between the parts."""
    parts: list[str] = []
    end = -1
    for place in range(len(text) - GRAM + 1):
        if text[place : place + GRAM] in grams:
            parts.append(text[max(place, end) : place + GRAM] if place <= end else CUT + text[place : place + GRAM])
            end = place + GRAM
    return "".join(parts)


def longest_common_run(first: str, second: str) -> str:
    """The longest text of at least eight characters that stands in both; "" where there is none. Bisection over the length."""
    low, high, found = GRAM, min(len(first), len(second)), ""
    while low <= high:
        middle = (low + high) // 2
        common = _grams(first, middle) & _grams(second, middle)
        if common:
            found, low = min(common), middle + 1
        else:
            high = middle - 1
    return found
