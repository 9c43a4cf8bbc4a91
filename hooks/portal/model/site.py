"""The site's identity and the words of its controls."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.model.base import PartialDate, Record, Text, Url


class Contact(Record):
    """Where readers write to; empty until a maintainer fills it in."""

    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    url: Url | None = None


class Licence(Record):
    """One licence line."""

    covers: Text
    name: str
    url: Url


class EmergencyNumber(Record):
    """A number for danger to life, by its service in the directory."""

    service: str
    label: Text


class Site(Record):
    """``content/site.yml``. ``contact``: for mistakes on the site; ``lecturer``: for questions about a unit."""

    name: Text
    short_name: Text
    disclaimer: Text
    as_of: PartialDate
    contact: Contact
    lecturer: Contact = Contact()
    licences: Annotated[tuple[Licence, ...], Field(strict=False, min_length=1)]
    emergency: Annotated[tuple[EmergencyNumber, ...], Field(strict=False)] = ()


class Words(Record):
    """``content/words.yml``: every word of a control, once, in both variants."""

    words: Annotated[dict[str, Text], Field(min_length=1)]
