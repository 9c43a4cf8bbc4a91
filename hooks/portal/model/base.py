"""Parts that many records share: text in two variants, dates, sources."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

Variant = Literal["ja", "easy"]
VARIANTS: tuple[Variant, ...] = get_args(Variant)

PARTIAL_DATE = r"^(不明|[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?頃?)$"
NonEmpty = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


def _iso_date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        message = "日付は 2026-11-21 の形で書いてください"
        raise ValueError(message)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"「{value}」という日はありません。日付を確かめてください"
        raise ValueError(message) from error


def _https(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'{}]+", value):
        message = f"「{value}」は http:// または https:// で始まる URL ではありません。書き直してください"
        raise ValueError(message)
    return value


def _partial_date(value: Any) -> Any:
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str) and not re.fullmatch(PARTIAL_DATE, text):
        message = f"「{text}」は 2024、2024-07、2024-07-01（「頃」を付けてもよい）または「不明」の形で書いてください"
        raise ValueError(message)
    if isinstance(text, str) and len(text.rstrip("頃")) == len("2024-07-01"):
        _iso_date(text.rstrip("頃"))
    return text


def written(value: object) -> object:
    """Digits that YAML read as a number, as they were written."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


IsoDate = Annotated[
    date,
    BeforeValidator(_iso_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-11-21"]}),
]
Url = Annotated[
    str,
    BeforeValidator(lambda value: _https(value) if isinstance(value, str) else value),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": PARTIAL_DATE,
            "description": "資料の日付。2024、2024-07、2024-07-01（「頃」を付けてもよい）、または 不明",
            "examples": ["2026-04", "2024頃", "不明"],
        }
    ),
]
"""A date as far as it is known: year, month or day, with 頃 where the page does not say exactly."""
Confidence = Literal["high", "medium", "low"]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Record(BaseModel):
    """Base of every shape."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Text(Record):
    """The same statement in standard Japanese and in plain Japanese; may hold inline references."""

    ja: NonEmpty
    easy: NonEmpty

    def of(self, variant: Variant) -> str:
        """The text of one variant."""
        return self.easy if variant == "easy" else self.ja


class Source(Record):
    """A page that a statement rests on. ``seen``: the page or a stored copy was read; ``dated``: date of the page."""

    title: NonEmpty
    publisher: NonEmpty
    url: Url
    official: bool = False
    dated: PartialDate | None = None
    seen: bool | None = None
    seen_on: IsoDate | None = None


class Verified(Record):
    """A person opened the live page or called. Never filled in by anyone who has not done so."""

    on: IsoDate
    by: NonEmpty
    method: Literal["official_page", "phone", "email", "paper"]


def partial_date_start(value: str) -> date | None:
    """First day that a partial date can mean; None for 不明."""
    digits = value.rstrip("頃")
    if digits == "不明":
        return None
    year, month, day = ([*map(int, digits.split("-")), 1, 1])[:3]
    return date(year, month, day)


def partial_date_end(value: str) -> date | None:
    """Last day that a partial date can mean; None for 不明."""
    start, parts = partial_date_start(value), value.rstrip("頃").split("-")
    if start is None or len(parts) == len(("year", "month", "day")):
        return start
    month = start.month if len(parts) > 1 else 12
    return date(start.year, month, monthrange(start.year, month)[1])
