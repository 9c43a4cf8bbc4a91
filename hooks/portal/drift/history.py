"""Earlier sentences from git, where there is a history; without one, messages do without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portal.drift.pairs import Pair
from portal.model.base import Variant
from portal.problems import SourceError
from portal.sources.git import ask_git, read_objects

MOST_VERSIONS = 20


def earlier_sentences(root: Path, pair: Pair, variant: Variant, digests: set[str]) -> dict[str, str]:
    """Sentences by hash, as far as the last versions of the pair's file hold those of ``digests``."""
    found: dict[str, str] = {}
    for text in _versions(root, pair.paths[variant]) if digests else ():
        try:
            sections = pair.earlier(variant, text)
        except SourceError:
            continue
        for section in sections.values():
            found.update({each.digest: each.text for each in section.sentences if each.digest in digests - found.keys()})
        if digests <= found.keys():
            break
    return found


def _versions(root: Path, path: str) -> Iterator[str]:
    """Committed texts of ``path``, the newest first."""
    commits = ask_git(root, "log", f"-{MOST_VERSIONS}", "--format=%H", "--", path).split()
    yield from (text for _, text in read_objects(root, [f"{commit.decode()}:./{path}" for commit in commits]))
