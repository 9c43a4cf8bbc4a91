"""All texts inside a record, with their place."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from portal.model.base import VARIANTS, Text, Variant
from portal.sources.yaml import Location


def texts_of(record: BaseModel, location: Location = ()) -> Iterator[tuple[Location, Variant, str]]:
    """Every text of ``record`` in both variants with its location inside the record."""
    for name in type(record).model_fields:
        yield from _texts(getattr(record, name), (*location, name))


def _texts(value: object, location: Location) -> Iterator[tuple[Location, Variant, str]]:
    if isinstance(value, Text):
        for variant in VARIANTS:
            yield (*location, variant), variant, value.of(variant)
    elif isinstance(value, BaseModel):
        yield from texts_of(value, location)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, (*location, index))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*location, key))
