"""Item of the study plan: every hour and test of the course in the order of study."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from portal.addresses import lecture_address, unit_address
from portal.model.curriculum import Lecture
from portal.portal import Portal
from portal.views.page import PageView

WINDOW = "f-online-months"
"""Fact that says how many months the online part takes."""
MONTHS = 2
"""Months of a plan where no such fact is kept."""


@dataclass(frozen=True)
class PlanStep:
    """One step: ``unit:A1-1``, ``quiz:A1`` or ``review``, with the lecture it belongs to, its title and a link to where it is done."""

    id: str
    kind: str
    lecture: str
    title: str
    url: str


@dataclass(frozen=True)
class PlanView:
    """What the study plan is made from. ``lectures``: code and title of those that somebody may be exempted from; ``missing``: hours not published yet."""

    steps: list[PlanStep]
    pass_share: float
    months: int
    lectures: list[tuple[str, str]]
    missing: int

    @property
    def course(self) -> dict[str, Any]:
        """What the browser gets."""
        return {"steps": [asdict(step) for step in self.steps], "pass": self.pass_share, "months": self.months}


def plan_view(portal: Portal, view: PageView) -> PlanView:
    """The item of the page of the study plan; hours that are not published are left out."""
    steps = [step for lecture in portal.curriculum.lectures for step in _steps_of(portal, view, lecture)]
    review = PlanStep("review", "review", "", portal.pages["review", view.variant].front.title, view.href("review"))
    published = [lecture for lecture in portal.curriculum.lectures if any(unit.state == "published" for unit in lecture.all_units)]
    window = portal.facts.get(WINDOW)
    return PlanView(
        steps=[*steps, review],
        pass_share=portal.settings.pass_share,
        months=int(window.value) if window is not None else MONTHS,
        lectures=[(lecture.code, lecture.title.of(view.variant)) for lecture in published],
        missing=portal.curriculum.hours - len(portal.published),
    )


def _steps_of(portal: Portal, view: PageView, lecture: Lecture) -> Iterator[PlanStep]:
    groups = [(field.code, field.title, field.units) for field in lecture.fields] or [(lecture.code, lecture.title, lecture.units)]
    for code, title, all_units in groups:
        units = [unit for unit in all_units if unit.state == "published"]
        for unit in units:
            yield PlanStep(f"unit:{unit.code}", "unit", lecture.code, f"{unit.code} {unit.title.of(view.variant)}", view.href(unit_address(unit.code)))
        if any(portal.questions_of(unit.code) for unit in units):
            name = f"{view.words['plan_quiz']} {code} {title.of(view.variant)}"
            yield PlanStep(f"quiz:{code}", "quiz", lecture.code, name, view.href(lecture_address(lecture.code)))
