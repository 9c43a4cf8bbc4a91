"""Earlier sentences from git, where there is a history; without one, messages do without them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from portal.drift.pairs import Pair
from portal.model.base import Variant
from portal.problems import SourceError

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
    commits = _git(root, "log", f"-{MOST_VERSIONS}", "--format=%H", "--", path).split()
    wanted = "".join(f"{commit.decode()}:./{path}\n" for commit in commits)
    answer = _git(root, "cat-file", "--batch", given=wanted.encode()) if commits else b""
    while answer:
        head, _, answer = answer.partition(b"\n")
        if head.endswith(b" missing"):
            continue
        size = int(head.split()[-1])
        yield answer[:size].decode("utf-8", "replace").replace("\r\n", "\n")
        answer = answer[size + 1 :]


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Output of git; nothing where it is not installed or ``root`` has no history."""
    try:
        return subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=True).stdout  # noqa: S603, S607 - git from the path, paths from our own listing
    except (OSError, subprocess.CalledProcessError):
        return b""
