"""Under which conditions a service helps: eligibility, cost, documents, intake, confidentiality, disaster."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.model.base import Record, Text, Url
from portal.model.knowledge import FactId

Answer = Literal["ok", "no", "ask"]
Document = Literal["none", "residence_card", "passport", "health_insurance", "payslip", "contract", "my_number", "police_report", "other", "unknown"]


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


class Disaster(Record):
    """Whether a service works in a disaster, and what starts it."""

    active_in: Annotated[tuple[Literal["normal", "disaster"], ...], Field(strict=False, min_length=1)]
    activates_on: Text | None = None
