"""Facts, glossary terms and readings: what pages print instead of retyping."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from portal.model.base import Confidence, IsoDate, NonEmpty, PartialDate, Record, Text, Url, Verified

FactId = Annotated[str, StringConstraints(pattern=r"^f-[a-z0-9]+(-[a-z0-9]+)*$")]
TermId = Annotated[str, StringConstraints(pattern=r"^t-[a-z0-9]+(-[a-z0-9]+)*$")]


class FactSource(Record):
    """Where a fact stands."""

    title: NonEmpty
    publisher: NonEmpty
    url: Url


class Fact(Record):
    """One number, fee, rate, deadline or date of force. ``text`` is what is printed where a page names the fact."""

    id: FactId
    value: int | float | str
    unit: NonEmpty
    label: Text
    text: Text
    in_force_from: IsoDate | None = None
    as_of: IsoDate
    source: FactSource
    source_dated: PartialDate
    seen: bool
    seen_on: IsoDate | None = None
    verified: Verified | None = None
    confidence: Confidence
    review_by: IsoDate
    note: Text | None = None


class FactFile(Record):
    """``content/facts/*.yml``."""

    facts: Annotated[tuple[Fact, ...], Field(strict=False)]


class Translation(Record):
    """A term in another language, with its source."""

    lang: NonEmpty
    text: NonEmpty
    source: Url


class Term(Record):
    """A glossary entry. ``explain``: its gloss is printed at the first use on a plain page."""

    id: TermId
    term: NonEmpty
    reading: Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖァ-ヺー・0-9A-Za-z、（）() 0-9]+$")]
    gloss: Text
    en: NonEmpty
    aka: Annotated[tuple[str, ...], Field(strict=False)] = ()
    translations: Annotated[tuple[Translation, ...], Field(strict=False)] = ()
    explain: bool = True
    source: FactSource | None = None
    seen: bool = False
    see_also: Annotated[tuple[TermId, ...], Field(strict=False)] = ()
    review_by: IsoDate


class TermFile(Record):
    """``content/glossary/*.yml``."""

    terms: Annotated[tuple[Term, ...], Field(strict=False)]


class ReadingEntry(Record):
    """A word whose reading the engine gets wrong."""

    surface: Annotated[str, StringConstraints(pattern=r"[一-鿿㐀-䶿々〆0-9０-９]")]
    reading: Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖァ-ヺー]+$")]


class ReadingFile(Record):
    """``content/readings/*.yml``."""

    readings: Annotated[tuple[ReadingEntry, ...], Field(strict=False)]
