"""Areas by their local-government codes, who may use a service by place, and public counters."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator

from portal.model.base import NonEmpty, Record, Slug, Text, written

AreaWeights = (6, 5, 4, 3, 2)


def check_area_code(code: str) -> str:
    """Accept a 6-digit local-government code whose last digit checks; raise ValueError otherwise."""
    digits = [int(digit) for digit in code] if re.fullmatch(r"[0-9]{6}", code) else []
    total = sum(digit * weight for digit, weight in zip(digits, AreaWeights, strict=False))
    if not digits or digits[5] != (11 - total % 11) % 10:
        message = f"「{code}」は全国地方公共団体コード（6桁、最後は検査数字）ではありません。書き直してください"
        raise ValueError(message)
    return code


AreaCode = Annotated[
    str,
    BeforeValidator(written),
    AfterValidator(check_area_code),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[0-9]{6}$",
            "description": "全国地方公共団体コード（6桁）。content/directory/lists/areas.yml にあるもの",
            "examples": ["130001"],
        }
    ),
]


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
