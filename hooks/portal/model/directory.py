"""The referral directory: organisation, service, channel (HSDS 3.1 in substance).

The unit that is shown and searched is the channel: mode × number × languages × hours × call cost × reservation.
There is no field for a shelter's address, by design.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from portal.model.base import Confidence, IsoDate, NonEmpty, PartialDate, Record, Slug, Text, Url, Verified, written
from portal.model.channel import Channel
from portal.model.conditions import Confidential, Cost, Disaster, Document, Eligibility, Intake
from portal.model.curriculum import FieldCode
from portal.model.place import Place, ServiceArea

Kana = Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖァ-ヺー・ #0-9A-Za-z0-9()（）/〜~.'’&-]+$")]


class DirectorySource(Record):
    """Page on which name, number or hours were seen."""

    title: NonEmpty
    publisher: NonEmpty
    url: Url
    official: bool = False
    dated: PartialDate | None = None


class Service(Record):
    """What one organisation does for one kind of problem."""

    slug: Slug
    name: Text
    kana: Kana
    name_en: NonEmpty
    summary: Text
    description: Text | None = None
    status: Literal["active", "inactive", "defunct", "temporarily_closed"]
    fields: Annotated[tuple[FieldCode, ...], Field(strict=False)] = ()
    problems: Annotated[tuple[Slug, ...], Field(strict=False, min_length=1)]
    gateway: bool = False
    urgency: Literal["emergency_now", "same_day", "days", "routine"]
    channels: Annotated[tuple[Channel, ...], Field(strict=False, min_length=1)]
    area: ServiceArea
    eligibility: Eligibility
    cost: Cost
    documents: Annotated[tuple[Document, ...], Field(strict=False, min_length=1)]
    intake: Intake
    law: NonEmpty | None = None
    confidential: Confidential = Confidential()
    place: Place | None = None
    alert: Text | None = None
    closed_until: IsoDate | None = None
    japanese_level: Literal["none", "spoken_basic", "written_needed"] | None = None
    coordinator_note: Text | None = None
    disaster: Disaster | None = None
    next_check: IsoDate | None = None
    source_dated: PartialDate
    seen_on: IsoDate | None = None
    verified: Verified | None = None
    confidence: Confidence
    review_by: IsoDate
    sources: Annotated[tuple[DirectorySource, ...], Field(strict=False, min_length=1)]

    @model_validator(mode="after")
    def _consistent(self) -> Service:
        if not self.fields and not self.gateway:
            message = "fields が空です。E2-01〜E2-13 を一つ以上書くか、最初の入口なら gateway: true にしてください"
            raise ValueError(message)
        if self.confidential.place_hidden and self.place:
            message = "place_hidden: true の支援先に place は書けません。place を消してください"
            raise ValueError(message)
        return self

    @property
    def languages(self) -> tuple[str, ...]:
        """Language codes over all channels, in order of first appearance."""
        return tuple(dict.fromkeys(language.code for channel in self.channels for language in channel.languages))


class Organisation(Record):
    """``content/directory/<slug>.yml``."""

    slug: Slug
    name: Text
    kana: Kana
    name_en: NonEmpty
    aka: Annotated[tuple[str, ...], Field(strict=False)] = ()
    kind: Literal[
        "national", "prefecture", "municipality", "public_corp", "intl_association", "embassy", "npo", "shigyo", "union", "medical", "school", "other"
    ]
    description: Text
    website: Url | None = None
    corporate_number: Annotated[str, BeforeValidator(written), StringConstraints(pattern=r"^\d{13}$")] | None = None
    services: Annotated[tuple[Service, ...], Field(strict=False, min_length=1)]

    def latest_source_date(self) -> str:
        """The newest ``source_dated`` of the services, as text."""
        return max((service.source_dated for service in self.services if service.source_dated != "不明"), default="不明")
