"""Case packs: what a group works on for one to two hours, and what its facilitator needs for that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from portal.model.base import IsoDate, Record, Slug, Source, Text
from portal.model.curriculum import FieldCode, UnitCode
from portal.model.quiz import Ability
from portal.model.relations import Ecomap
from portal.model.unit import Review, ServiceId

PackId = Annotated[str, StringConstraints(pattern=r"^pack-[a-z0-9]+(-[a-z0-9]+)*$")]
PACK_SECTIONS = ("sheet", "answers", "guide", "analysis", "partners", "experts")
"""Ids of the parts of a pack: headings of its pages, and places of the second check."""
Profession = Literal["lawyer", "social_worker", "labour_consultant"]


class CasePerson(Record):
    """One of those whom the case is about; ``name`` is a letter or a role."""

    name: Text
    about: Text


class CaseEvent(Record):
    """What happened, on which day or in which time."""

    day: Text
    text: Text


class CasePaper(Record):
    """A paper that lies on the desk, in own words."""

    title: Text
    text: Text


class CaseSheet(Record):
    """What the group gets. ``received``: who came when and how; ``asked``: what is asked of the counter, in the person's words."""

    received: Text
    asked: Text
    people: Annotated[tuple[CasePerson, ...], Field(strict=False, min_length=2)]
    story: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    timeline: Annotated[tuple[CaseEvent, ...], Field(strict=False, min_length=3)]
    papers: Annotated[tuple[CasePaper, ...], Field(strict=False)] = ()


class GuidingQuestion(Record):
    """A question to the group. ``prompt``: what the facilitator asks when the group is stuck."""

    id: Slug
    ability: Ability
    text: Text
    prompt: Text


class CaseAnswer(Record):
    """What is told only to a group that asks for it."""

    ask: Text
    answer: Text


class GuideStep(Record):
    """One step of the session; ``questions``: ids of those that it works on; ``say``: what the facilitator says."""

    minutes: Annotated[int, Field(ge=1, le=60)]
    title: Text
    do: Text
    say: Text | None = None
    questions: Annotated[tuple[Slug, ...], Field(strict=False)] = ()


class FacilitatorGuide(Record):
    """How the session is run. ``stuck``: where groups stop or go astray, and what helps; ``care``: feelings, danger, when to stop."""

    prepare: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    steps: Annotated[tuple[GuideStep, ...], Field(strict=False, min_length=4)]
    stuck: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    care: Text

    @property
    def minutes(self) -> int:
        """Minutes of all steps."""
        return sum(step.minutes for step in self.steps)

    @property
    def timetable(self) -> Iterator[tuple[int, int, GuideStep]]:
        """Steps with the minute in which each begins and ends."""
        start = 0
        for step in self.steps:
            yield start, start + step.minutes, step
            start += step.minutes


class UrgentPoint(Record):
    """What cannot wait: what, until when, and the next step."""

    what: Text
    when: Text
    step: Text


class Partner(Record):
    """A partner in the order of the referral: a service of the directory, or a ``name`` where the directory holds none such. ``before``: preparation and consent."""

    service: ServiceId | None = None
    name: Text | None = None
    when: Text
    why: Text
    before: Text


class PlanStep(Record):
    """What is done, by whom, when."""

    when: Text
    who: Text
    what: Text


class ModelAnalysis(Record):
    """One well-founded way to see and to handle the case, not the only one. ``open``: where opinions differ; ``done``: how one knows that it is finished."""

    view: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    urgent: Annotated[tuple[UrgentPoint, ...], Field(strict=False, min_length=1)]
    plan: Annotated[tuple[PlanStep, ...], Field(strict=False, min_length=3)]
    map: Ecomap
    partners: Annotated[tuple[Partner, ...], Field(strict=False, min_length=3)]
    limits: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    open: Text
    done: Text


class ExpertViews(Record):
    """What each profession would add, each in two points or more."""

    lawyer: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    social_worker: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    labour_consultant: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]

    @property
    def views(self) -> list[tuple[Profession, tuple[Text, ...]]]:
        """Points by profession."""
        return [("lawyer", self.lawyer), ("social_worker", self.social_worker), ("labour_consultant", self.labour_consultant)]


class CasePack(Record):
    """``content/cases/<slug>.yml``. ``lead``: one sentence for the list, which gives nothing away; ``aims``: what the group can do afterwards."""

    id: PackId
    title: Text
    lead: Text
    units: Annotated[tuple[UnitCode, ...], Field(strict=False, min_length=1)]
    fields: Annotated[tuple[FieldCode, ...], Field(strict=False, min_length=2)]
    as_of: IsoDate
    review: Review
    aims: Annotated[tuple[Text, ...], Field(strict=False, min_length=2, max_length=5)]
    sheet: CaseSheet
    questions: Annotated[tuple[GuidingQuestion, ...], Field(strict=False, min_length=4, max_length=10)]
    answers: Annotated[tuple[CaseAnswer, ...], Field(strict=False, min_length=4)]
    guide: FacilitatorGuide
    analysis: ModelAnalysis
    experts: ExpertViews
    sources: Annotated[tuple[Source, ...], Field(strict=False, min_length=3)]

    @property
    def slug(self) -> str:
        """``pack-first-summer`` → ``first-summer``: name of its file and of its pages."""
        return self.id.removeprefix("pack-")

    def question(self, key: str) -> GuidingQuestion:
        """The question with id ``key``; raises StopIteration."""
        return next(question for question in self.questions if question.id == key)
