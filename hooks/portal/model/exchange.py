"""Words of the data that other systems get; in standard Japanese only, no page prints them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from portal.model.base import NonEmpty, Record

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]


class Taxonomy(Record):
    """A closed list of terms. ``words``: beginning of the keys of ``content/words.yml`` that name terms; ``terms``: names that stand only here."""

    id: Key
    name: NonEmpty
    description: NonEmpty
    words: Key | None = None
    terms: Annotated[dict[Key, NonEmpty], Field(strict=False, default_factory=dict)]


class TaxonomyFile(Record):
    """``content/exchange/taxonomies.yml``."""

    taxonomies: Annotated[tuple[Taxonomy, ...], Field(strict=False, min_length=1)]
