"""What the second engine said, kept so that checks do without it: `content/readings/agreed/<path with -- for />.txt`.

A line is the mark of a sentence with all its readings; where the engines differed, the words follow as 語/ours/theirs. A mark changes
with the sentence, with any reading in it and with what authors have decided in it, so no stale line counts.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final, NamedTuple

from portal.review_gate.runs import DECIDED, ReadText
from portal.sources.text import read_text

FOLDER: Final = "content/readings/agreed"
MARK_LENGTH: Final = 10


class Difference(NamedTuple):
    """A word that the engines read differently; ``other`` is "" where the second gives no reading for this word alone."""

    word: str
    reading: str
    other: str


Agreed = dict[str, tuple[Difference, ...]]
"""By mark: the differences, none where the engines agreed."""


def agreed_path(path: str) -> str:
    """Where the results for the source ``path`` are kept."""
    return f"{FOLDER}/{path.replace('/', '--')}.txt"


def mark(read: ReadText, start: int, end: int) -> str:
    """Ten hexadecimal digits for the sentence text[start:end] and its readings (40 bits: no clash in a file of thousands)."""
    readings = [(found.start - start, found.end - start, found.reading, found.layer in DECIDED) for found in read.within(start, end)]
    return hashlib.sha256(repr((read.source.text[start:end], readings)).encode()).hexdigest()[:MARK_LENGTH]


def read_agreed(root: Path, path: str) -> Agreed:
    """The results for the source ``path``; none where it was never compared. Raises SourceError."""
    stored = agreed_path(path)
    if not (root / stored).is_file():
        return {}
    lines = (line.split() for line in read_text(root, stored).splitlines())
    return {fields[0]: tuple(_difference(field) for field in fields[1:]) for fields in lines if fields}


def write_agreed(root: Path, path: str, agreed: Agreed) -> None:
    """Write the results for one source, beside and into place; nothing where they are the same as before."""
    target = root / agreed_path(path)
    lines = [" ".join((key, *("/".join(difference) for difference in agreed[key]))) for key in sorted(agreed)]
    text = "".join(f"{line}\n" for line in lines)
    if target.is_file() and target.read_text(encoding="utf-8") == text:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".part")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(target)


def forget_missing(root: Path, paths: set[str]) -> list[str]:
    """Delete the results of sources that are no more; give the files deleted."""
    kept = {agreed_path(path) for path in paths}
    stored = sorted(path.relative_to(root).as_posix() for path in (root / FOLDER).glob("*.txt"))
    gone = [path for path in stored if path not in kept]
    for path in gone:
        (root / path).unlink()
    return gone


def _difference(field: str) -> Difference:
    word, reading, other = [*field.split("/"), "", ""][:3]
    return Difference(word, reading, other)
