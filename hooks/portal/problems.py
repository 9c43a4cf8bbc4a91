"""What is wrong with the sources, in words an author can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: ``path`` relative to the project's root, ``line`` from 1, ``message`` ends with what to do."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """``path:line: message`` on one line, the form editors and terminals link."""
        return f"{self.path}:{self.line}: {' '.join(self.message.splitlines())}"


class SourceError(Exception):
    """The sources cannot be built; carries every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems without repetition."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
