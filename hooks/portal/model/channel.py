"""One way to reach a service: mode × number × languages × hours × call cost × reservation."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from portal.model.base import Record, Text, Url
from portal.model.hours import Hours
from portal.model.phone import CallCost, PhoneNumber

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
    call_cost: CallCost = "unknown"
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
