"""What counsellors take to the counter: situations told from both sides, comparison cards, phrases."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import NonEmpty, Record, Text
from portal.model.curriculum import UnitCode
from portal.model.knowledge import FactSource

SituationId = Annotated[str, StringConstraints(pattern=r"^sit-[a-z0-9]+(-[a-z0-9]+)*$")]
ComparisonId = Annotated[str, StringConstraints(pattern=r"^cmp-[a-z0-9]+(-[a-z0-9]+)*$")]
PhraseId = Annotated[str, StringConstraints(pattern=r"^ph-[a-z0-9]+(-[a-z0-9]+)*$")]
PhrasePlace = Literal["greeting", "phone", "intake", "interpreter", "explain", "documents", "money", "waiting", "refuse", "danger", "referral", "closing"]


class Situation(Record):
    """One scene as the visitor and as the counter see it, and what leads from one side to the other."""

    id: SituationId
    unit: UnitCode
    title: Text
    scene: Text
    resident: Text
    counter: Text
    bridge: Text


class SituationFile(Record):
    """``content/situations/*.yml``."""

    situations: Annotated[tuple[Situation, ...], Field(strict=False)]


class Elsewhere(Record):
    """How an institution works in one other place, with its source."""

    where: Text
    text: Text
    source: FactSource
    seen: bool


class Comparison(Record):
    """One institution in Japan beside others. ``ask``: finds out which one a person knows; ``tell``: prevents the commonest misunderstanding."""

    id: ComparisonId
    title: Text
    japan: Text
    elsewhere: Annotated[tuple[Elsewhere, ...], Field(strict=False, min_length=1)]
    ask: Text
    tell: Text


class ComparisonFile(Record):
    """``content/comparisons/*.yml``."""

    comparisons: Annotated[tuple[Comparison, ...], Field(strict=False)]


class Phrase(Record):
    """A sentence of the counter before and after it was made plain; both are the same in both variants."""

    id: PhraseId
    place: PhrasePlace
    before: NonEmpty
    after: NonEmpty
    why: Text


class PhraseFile(Record):
    """``content/phrases/*.yml``."""

    phrases: Annotated[tuple[Phrase, ...], Field(strict=False)]
