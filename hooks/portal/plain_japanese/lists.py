"""The lists of ``content/plain/``: allowed words, rewordings with their sources, limits."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from portal.model.base import NonEmpty, Record, Url
from portal.model.shaping import shape
from portal.problems import Problem, SourceError
from portal.sources.yaml import Document, read_yaml

FOLDER = "content/plain"
Shape = TypeVar("Shape", bound=Record)
Words = Annotated[frozenset[NonEmpty], Field(strict=False)]


class Allowed(Record):
    """``allowed.yml``: loanwords, Latin words, sound words, common words, and long names that may stand in plain Japanese as they are."""

    katakana: Words = frozenset()
    latin: Words = frozenset()
    sounds: Words = frozenset()
    words: Words = frozenset()
    names: Words = frozenset()


class RewordingSource(Record):
    """Where rewordings come from; ``url`` is missing for our own."""

    id: NonEmpty
    title: NonEmpty
    publisher: NonEmpty
    url: Url | None = None


class Rewording(Record):
    """A wording that is not plain (its dictionary forms, one or more words) and a plainer one."""

    kind: Literal["vague", "verbal-noun", "honorific", "written"]
    words: NonEmpty
    better: NonEmpty
    source: NonEmpty


class Rewordings(Record):
    """``rewordings.yml``."""

    sources: Annotated[tuple[RewordingSource, ...], Field(strict=False)] = ()
    rewordings: Annotated[tuple[Rewording, ...], Field(strict=False)] = ()


class Budget(Record):
    """How many sentences of a page may carry warnings: a share of them, and a number that even a short page may have."""

    share: Annotated[float, Field(ge=0, le=1)] = 1.0
    least: Annotated[int, Field(ge=0)] = 0
    pages: Annotated[dict[NonEmpty, float], Field(strict=False)] = Field(default_factory=dict)

    def most(self, path: str, sentences: int) -> int:
        """Sentences with warnings that the page at ``path`` may have."""
        return max(self.least, int(self.pages.get(path, self.share) * sentences))


class Settings(Record):
    """``settings.yml``."""

    warnings: Budget = Budget()


class Lists(Record):
    """The three files of ``content/plain``; each is empty where it is missing."""

    allowed: Allowed = Allowed()
    rewordings: Rewordings = Rewordings()
    settings: Settings = Settings()


def read_lists(root: Path) -> Lists:
    """Read ``content/plain`` of the project at ``root``; raises SourceError with every problem."""
    problems: list[Problem] = []
    allowed = _read(root, "allowed", Allowed, problems)
    rewordings = _read(root, "rewordings", Rewordings, problems)
    settings = _read(root, "settings", Settings, problems)
    if problems:
        raise SourceError(problems)
    return Lists(allowed=allowed, rewordings=rewordings, settings=settings)


def _read(root: Path, name: str, model: type[Shape], problems: list[Problem]) -> Shape:
    """One file in its shape; empty where it is missing; what is wrong with it goes to ``problems``."""
    path = f"{FOLDER}/{name}.yml"
    if not (root / path).is_file():
        return model()
    try:
        document = read_yaml(root, path)
        record = shape(document, model)
    except SourceError as error:
        problems.extend(error.problems)
        return model()
    if isinstance(record, Rewordings):
        problems.extend(_rewording_problems(document, record))
    return record


def _rewording_problems(document: Document, file: Rewordings) -> list[Problem]:
    """Sources that are not listed and words that stand twice."""
    known = {source.id for source in file.sources}
    seen: dict[str, int] = {}
    problems = []
    for index, rewording in enumerate(file.rewordings):
        location = ("rewordings", index)
        if rewording.source not in known:
            problems.append(
                document.problem((*location, "source"), f"出典「{rewording.source}」が sources にありません。綴りを直すか、sources に加えてください。")
            )
        if rewording.words in seen:
            problems.append(document.problem(location, f"「{rewording.words}」は {seen[rewording.words]} 行目にもあります。一つにまとめてください。"))
        seen.setdefault(rewording.words, document.line(location))
    return problems
