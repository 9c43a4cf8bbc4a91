"""The referral directory: organisation, service, channel (HSDS 3.1 in substance) and its closed lists.

The unit that is shown and searched is the channel: mode × number × languages × hours × call cost × reservation.
There is no field for a shelter's address, by design.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

import phonenumbers
from opening_hours import OpeningHours
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from portal.model.base import Confidence, IsoDate, NonEmpty, PartialDate, Record, Text, Url, Verified
from portal.model.curriculum import FieldCode
from portal.model.knowledge import FactId

SHORT_CODES = frozenset({"110", "119", "118", "189", "188", "171", "#8008", "#8103", "#8778", "#8891", "#9110", "#7119", "#8000", "#9910"})
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Kana = Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖァ-ヺー・ #0-9A-Za-z0-9()（）/〜~.'’&-]+$")]
AreaWeights = (6, 5, 4, 3, 2)


def check_phone_number(number: str) -> str:
    """Accept a number that can be dialled in Japan; raise ValueError otherwise."""
    if number in SHORT_CODES:
        return number
    if not re.fullmatch(r"0[0-9]+(-[0-9]+)*", number):
        message = f"「{number}」は電話番号の形ではありません。0 から始まる半角の数字とハイフンだけで書き直してください"
        raise ValueError(message)
    try:
        parsed = phonenumbers.parse(number, "JP")
    except phonenumbers.NumberParseException as error:
        message = f"「{number}」は電話番号として読めません。出典の番号と照らして書き直してください"
        raise ValueError(message) from error
    if not phonenumbers.is_valid_number_for_region(parsed, "JP"):
        message = f"「{number}」は日本の電話番号として桁数か市外局番が合いません。出典の番号と照らして書き直してください"
        raise ValueError(message)
    return number


def check_area_code(code: str) -> str:
    """Accept a 6-digit local-government code whose last digit checks; raise ValueError otherwise."""
    digits = [int(digit) for digit in code] if re.fullmatch(r"[0-9]{6}", code) else []
    total = sum(digit * weight for digit, weight in zip(digits, AreaWeights, strict=False))
    if not digits or digits[5] != (11 - total % 11) % 10:
        message = f"「{code}」は全国地方公共団体コード（6桁、最後は検査数字）ではありません。書き直してください"
        raise ValueError(message)
    return code


def check_hours(hours: str) -> str:
    """Accept OSM opening-hours syntax or ``unknown``; raise ValueError otherwise."""
    if hours == "unknown":
        return hours
    try:
        OpeningHours(hours)
    except Exception as error:
        message = f"「{hours}」は OSM の opening_hours の書き方ではありません。「Mo-Fr 09:00-17:00; PH off」のように書き直してください"
        raise ValueError(message) from error
    return hours


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


PhoneNumber = Annotated[str, BeforeValidator(_as_text), AfterValidator(check_phone_number)]
AreaCode = Annotated[str, BeforeValidator(_as_text), AfterValidator(check_area_code)]
Hours = Annotated[str, AfterValidator(check_hours)]
Via = Literal["staff", "phone_interpreter", "video_interpreter", "machine", "bring_own", "unknown"]
Answer = Literal["ok", "no", "ask"]


class ChannelLanguage(Record):
    """A language of a channel and how it is spoken there."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
    via: Via = "unknown"


class Channel(Record):
    """One way to reach a service."""

    mode: Literal["phone", "visit", "video", "chat", "email", "web", "sns"]
    number: PhoneNumber | None = None
    number_alt: Annotated[tuple[PhoneNumber, ...], Field(strict=False)] = ()
    url: Url | None = None
    call_cost: Literal["free", "local", "navi_dial", "mobile_rate", "unknown"] = "unknown"
    languages: Annotated[tuple[ChannelLanguage, ...], Field(strict=False)] = ()
    hours: Hours
    hours_note: Text | None = None
    reserve: Literal["none", "required", "preferred", "unknown"] = "unknown"
    note: Text | None = None

    @model_validator(mode="after")
    def _reachable(self) -> Channel:
        if self.mode in {"web", "chat", "sns", "email"} and not self.url:
            message = f"mode: {self.mode} には url が必要です。公式ページの URL を書いてください"
            raise ValueError(message)
        if self.mode == "phone" and not self.number:
            message = "mode: phone には number が必要です。番号を確かめられないときは mode: web にして公式ページを書いてください"
            raise ValueError(message)
        return self

    @property
    def dial(self) -> str:
        """The number as a ``tel:`` link takes it."""
        return (self.number or "").replace("-", "").replace("#", "%23")


class ServiceArea(Record):
    """Who may use a service by place."""

    scope: Literal["nationwide", "prefectures", "municipalities"]
    codes: Annotated[tuple[AreaCode, ...], Field(strict=False)] = ()
    residency: Literal["residents_only", "residents_first", "anyone", "workplace", "unknown"] = "unknown"

    @model_validator(mode="after")
    def _codes_fit(self) -> ServiceArea:
        if (self.scope == "nationwide") == bool(self.codes):
            message = "scope が nationwide なら codes は空、そうでなければ codes に地域のコードを書いてください"
            raise ValueError(message)
        return self


class OtherConditions(Record):
    """Conditions besides the status of residence; ages in years."""

    min_age: Annotated[int, Field(ge=0, le=120)] | None = None
    max_age: Annotated[int, Field(ge=0, le=120)] | None = None
    sex: Literal["any", "women", "men"] | None = None
    income_test: bool | None = None
    insurance: bool | None = None
    employer_type: Text | None = None
    address_in_japan: bool | None = None
    text: Text | None = None


class Eligibility(Record):
    """Who may use a service by status of residence; unknown is an honest answer."""

    policy: Literal["any", "lawful_stay", "listed", "unknown"]
    include: Annotated[tuple[str, ...], Field(strict=False)] = ()
    exclude: Annotated[tuple[str, ...], Field(strict=False)] = ()
    irregular_stay: Literal["yes", "case_by_case", "no", "unknown"] = "unknown"
    basis_url: Url | None = None
    note: Text | None = None
    other: OtherConditions | None = None


class Cost(Record):
    """Price of the service, not of the call; an amount is a fact."""

    service: Literal["free", "paid", "means_tested", "loan", "varies", "unknown"]
    fact: FactId | None = None
    note: Text | None = None


class Intake(Record):
    """How a case comes in."""

    how: Annotated[tuple[Literal["call", "walk_in", "reserve", "web", "email", "letter", "chat"], ...], Field(strict=False, min_length=1)]
    by: Annotated[tuple[Literal["client", "coordinator"], ...], Field(strict=False, min_length=1)]
    accompany: Answer = "ask"
    interpreter_may_join: Answer = "ask"


class Confidential(Record):
    """What stays hidden."""

    place_hidden: bool = False
    anonymous_ok: bool | None = None


class Place(Record):
    """A public counter."""

    postal_code: Annotated[str, StringConstraints(pattern=r"^\d{3}-\d{4}$")] | None = None
    pref_code: AreaCode
    municipality_code: AreaCode | None = None
    name: Text | None = None
    address: Text
    latitude: Annotated[float, Field(ge=20, le=46)] | None = None
    longitude: Annotated[float, Field(ge=122, le=154)] | None = None
    access: Text | None = None
    barrier_free: Text | None = None


class Disaster(Record):
    """Whether a service works in a disaster, and what starts it."""

    active_in: Annotated[tuple[Literal["normal", "disaster"], ...], Field(strict=False, min_length=1)]
    activates_on: Text | None = None


class DirectorySource(Record):
    """Page on which name, number or hours were seen."""

    title: NonEmpty
    publisher: NonEmpty
    url: Url
    official: bool = False
    dated: PartialDate | None = None


Document = Literal["none", "residence_card", "passport", "health_insurance", "payslip", "contract", "my_number", "police_report", "other", "unknown"]


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
    kind: Literal["national", "prefecture", "municipality", "public_corp", "intl_association", "npo", "shigyo", "union", "medical", "school", "other"]
    description: Text
    website: Url | None = None
    corporate_number: Annotated[str, BeforeValidator(_as_text), StringConstraints(pattern=r"^\d{13}$")] | None = None
    services: Annotated[tuple[Service, ...], Field(strict=False, min_length=1)]

    def latest_source_date(self) -> str:
        """The newest ``source_dated`` of the services, as text."""
        return max((service.source_dated for service in self.services if service.source_dated != "不明"), default="不明")


class ProblemTag(Record):
    """A problem in the person's words."""

    id: Slug
    label: Text
    fields: Annotated[tuple[FieldCode, ...], Field(strict=False)] = ()
    synonyms: Annotated[tuple[str, ...], Field(strict=False)] = ()


class ProblemList(Record):
    """``content/directory/lists/problems.yml``."""

    problems: Annotated[tuple[ProblemTag, ...], Field(strict=False, min_length=1)]


class Language(Record):
    """A language by its own, Japanese and English name."""

    code: NonEmpty
    label: Text
    en: NonEmpty
    own: NonEmpty


class LanguageList(Record):
    """``content/directory/lists/languages.yml``."""

    languages: Annotated[tuple[Language, ...], Field(strict=False, min_length=1)]


class Status(Record):
    """A status of residence, or a situation outside the list."""

    id: Slug
    label: Text
    group: Literal["work", "training", "student", "family", "status-based", "designated", "short", "other", "outside"]


class StatusList(Record):
    """``content/directory/lists/statuses.yml``."""

    statuses: Annotated[tuple[Status, ...], Field(strict=False, min_length=1)]


class Area(Record):
    """A prefecture or, with ``prefecture``, a municipality in it."""

    code: AreaCode
    label: Text
    kana: NonEmpty
    en: NonEmpty
    immigration_bureau: Slug | None = None
    prefecture: AreaCode | None = None

    @property
    def slug(self) -> str:
        """Two digits of the prefecture (address of its page)."""
        return self.code[:2]


class AreaList(Record):
    """``content/directory/lists/areas.yml``."""

    areas: Annotated[tuple[Area, ...], Field(strict=False, min_length=1)]


def partial_date_start(value: str) -> date | None:
    """First day that a partial date can mean; None for 不明."""
    digits = value.rstrip("頃")
    if digits == "不明":
        return None
    year, month, day = ([*map(int, digits.split("-")), 1, 1])[:3]
    return date(year, month, day)
