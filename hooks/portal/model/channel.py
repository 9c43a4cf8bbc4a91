"""One way to reach a service: mode × number × languages × hours × call cost × reservation."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import phonenumbers
from opening_hours import OpeningHours
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from portal.model.base import Record, Text, Url, written

SHORT_CODES = frozenset({"110", "119", "118", "189", "188", "171", "#8008", "#8103", "#8778", "#8891", "#9110", "#7119", "#8000", "#9910"})


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


PhoneNumber = Annotated[str, BeforeValidator(written), AfterValidator(check_phone_number)]
Hours = Annotated[str, AfterValidator(check_hours)]
Via = Literal["staff", "phone_interpreter", "video_interpreter", "machine", "bring_own", "unknown"]


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
