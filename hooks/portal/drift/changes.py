"""What changed since somebody confirmed: which side of which section, and the sentences that moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from portal.drift.confirmed import ConfirmedSection
from portal.drift.history import earlier_sentences
from portal.drift.pairs import Pair
from portal.model.base import VARIANTS, Variant


@dataclass(frozen=True)
class Change:
    """A section that is not as it was confirmed; ``sides`` that changed, none where it was never confirmed."""

    key: str
    sides: tuple[Variant, ...]


@dataclass(frozen=True)
class Move:
    """Sentences that stand in place of others.

    ``gone``: number of the earlier ones, ``before``: those of them whose words the history knows, ``now``: what stands there, ``line`` in the file.
    """

    gone: int
    before: tuple[str, ...]
    now: tuple[str, ...]
    line: int


def changes_of(pair: Pair, confirmed: Mapping[str, ConfirmedSection]) -> Iterator[Change]:
    """Sections that nobody compared as they are now."""
    for key in pair.keys:
        before = confirmed.get(key)
        sides = tuple(variant for variant in VARIANTS if before is not None and before.of(variant) != pair.sections[variant][key].digest)
        if before is None or sides:
            yield Change(key, sides)


def moves_of(root: Path, pair: Pair, key: str, side: Variant, confirmed: ConfirmedSection) -> list[Move]:
    """Sentences of one side of a section that moved since it was confirmed."""
    section = pair.sections[side][key]
    old, new = confirmed.sentences(side), section.digests
    blocks = [block for block in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if block[0] != "equal"]
    words = earlier_sentences(root, pair, side, {digest for _, start, end, _, _ in blocks for digest in old[start:end]})
    words |= {each.digest: each.text for each in section.sentences}
    moves = []
    for _, start, end, first, last in blocks:
        before = tuple(words[digest] for digest in old[start:end] if digest in words)
        now = section.sentences[first:last]
        nearest = section.sentences[min(first, len(new) - 1)].line if new else section.line
        moves.append(Move(end - start, before, tuple(each.text for each in now), nearest))
    return moves
