"""Closed lists of the directory: problems in the person's words, languages, statuses of residence."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.model.base import NonEmpty, Record, Slug, Text
from portal.model.curriculum import FieldCode
from portal.model.knowledge import FactSource


class ProblemTag(Record):
    """A problem in the person's words."""

    id: Slug
    label: Text
    fields: Annotated[tuple[FieldCode, ...], Field(strict=False)] = ()
    synonyms: Annotated[tuple[str, ...], Field(strict=False)] = ()


class Danger(Record):
    """Words of danger to life or freedom, and the lines that come first then; ``services`` in the order to show them."""

    id: Slug
    label: Text
    synonyms: Annotated[tuple[NonEmpty, ...], Field(strict=False, min_length=1)]
    services: Annotated[tuple[NonEmpty, ...], Field(strict=False, min_length=1)]


class DangerList(Record):
    """``content/directory/lists/dangers.yml``."""

    dangers: Annotated[tuple[Danger, ...], Field(strict=False, min_length=1)]


class ProblemList(Record):
    """``content/directory/lists/problems.yml``."""

    problems: Annotated[tuple[ProblemTag, ...], Field(strict=False, min_length=1)]


class Language(Record):
    """A language by its own, Japanese and English name; ``aka``: other names by which people ask for it."""

    code: NonEmpty
    label: Text
    en: NonEmpty
    own: NonEmpty
    aka: Annotated[tuple[NonEmpty, ...], Field(strict=False)] = ()


class LanguageList(Record):
    """``content/directory/lists/languages.yml``."""

    languages: Annotated[tuple[Language, ...], Field(strict=False, min_length=1)]


class Status(Record):
    """A status of residence, or a situation outside the list."""

    id: Slug
    label: Text
    group: Literal["work", "training", "student", "family", "status-based", "designated", "short", "other", "outside"]


class LabelText(Record):
    """A label in another language, as a page prints it. ``seen``: the page or a stored copy was read."""

    language: NonEmpty
    text: NonEmpty
    source: FactSource
    seen: bool


class Label(Record):
    """A word of the hand-over slip, beside its Japanese in the person's own language."""

    id: Literal["phone", "hours", "bring", "cost", "free", "interpreter", "place", "consultation", "reservation", "closed"]
    texts: Annotated[tuple[LabelText, ...], Field(strict=False)] = ()


class LabelList(Record):
    """``content/directory/lists/labels.yml``."""

    labels: Annotated[tuple[Label, ...], Field(strict=False)]


class StatusList(Record):
    """``content/directory/lists/statuses.yml``."""

    statuses: Annotated[tuple[Status, ...], Field(strict=False, min_length=1)]
