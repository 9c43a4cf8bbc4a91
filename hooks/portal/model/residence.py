"""What a residence card says and what follows from it: a profile of each status, and rules across statuses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import IsoDate, Record, Slug, Text
from portal.model.knowledge import FactSource

AidRuleId = Annotated[str, StringConstraints(pattern=r"^aid-[a-z0-9]+(-[a-z0-9]+)*$")]
Schedule = Literal["1-1", "1-2", "1-3", "1-4", "1-5", "2", "special-act"]
"""別表第一の一 … 別表第二 of the Immigration Control Act, or the Special Act on special permanent residents."""
Work = Literal["free", "own", "designated", "none"]
"""No limit, only the status's own activity, as the designation paper says, or none without permission."""
Notification = Literal["organisation", "contract", "spouse", "none"]
Topic = Literal["work", "family", "services", "duties"]
Permission = Literal["granted", "not-granted"]
Period = Literal["over", "near", "later"]
RENEWAL_FACT = "f-renewal-months-before"
"""The fact that says how many months before its last day a stay may be renewed."""
"""Last day of stay: past; within the months in which a renewal may be filed; later."""


class StatusProfile(Record):
    """One status: what it is for, how long, what follows for work, family, services and duties."""

    status: Slug
    schedule: Schedule
    activity: Text
    periods: Text
    work: Work
    work_text: Text
    family: Text
    services: Text
    duties: Text
    notification: Notification
    source: FactSource
    seen: bool
    as_of: IsoDate
    review_by: IsoDate


class StatusProfileFile(Record):
    """``content/residence/statuses.yml``."""

    profiles: Annotated[tuple[StatusProfile, ...], Field(strict=False, min_length=1)]


class Condition(Record):
    """When a rule holds: every part that is given must hold; an empty one holds always."""

    statuses: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    work: Annotated[tuple[Work, ...], Field(strict=False)] = ()
    permission: Permission | None = None
    period: Annotated[tuple[Period, ...], Field(strict=False)] = ()


class AidRule(Record):
    """One consequence that several statuses share, or that depends on the card's back or its date."""

    id: AidRuleId
    topic: Topic
    when: Condition
    text: Text
    source: FactSource
    seen: bool
    review_by: IsoDate


class AidRuleFile(Record):
    """``content/residence/rules.yml``."""

    rules: Annotated[tuple[AidRule, ...], Field(strict=False, min_length=1)]
