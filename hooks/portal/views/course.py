"""Items of the course pages: unit, lecture, syllabus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.addresses import lecture_address, unit_address
from portal.inline.printing import plain_text
from portal.model.curriculum import CourseField, Lecture, Unit
from portal.model.quiz import Question
from portal.portal import Portal
from portal.prose import headings
from portal.unit_minutes import UnitMinutes, unit_minutes
from portal.views.page import PageView
from portal.views.plan import PlanView, plan_view


@dataclass(frozen=True)
class QuizView:
    """A quiz: id ``check:A1-1`` or ``lecture:A1``, how many questions are drawn, and the bank to draw from."""

    id: str
    mode: str
    count: int
    questions: list[Question]


@dataclass(frozen=True)
class UnitView:
    """A unit's page. ``sheet``: its field, where that has sheets; else an empty string."""

    unit: Unit
    lecture: Lecture
    front: Any
    objectives: dict[str, str]
    minutes: UnitMinutes
    contents: list[tuple[str, str]]
    quiz: QuizView
    sheet: str
    before: Unit | None
    after: Unit | None


@dataclass(frozen=True)
class LectureView:
    """A lecture's page."""

    lecture: Lecture
    published: tuple[Unit, ...]
    quizzes: list[tuple[CourseField | None, QuizView]]
    curriculum: dict[str, Any]


def unit_view(portal: Portal, code: str, view: PageView) -> UnitView:
    """The item of the unit page ``code``."""
    pages = portal.units[code]
    units = portal.curriculum.units
    position = next(index for index, unit in enumerate(units) if unit.code == code)
    published = [unit for unit in units if unit.state == "published"]
    place = published.index(units[position]) if units[position] in published else -1
    page, front, minutes = pages.page_of(view.variant), pages.front_of(view.variant), unit_minutes(portal, code)
    if page is None or front is None or pages.front is None or minutes is None:
        raise KeyError(code)
    return UnitView(
        unit=units[position],
        lecture=portal.curriculum.lecture_of(code),
        front=pages.front,
        objectives=front.objectives,
        minutes=minutes,
        contents=[(heading.id, plain_text(portal, heading.text, view.variant)) for heading in headings(page.body) if heading.level == 2],  # noqa: PLR2004 - Markdown's second level
        quiz=QuizView(f"check:{code}", "check", portal.settings.check_questions, portal.questions_of(code)),
        sheet=next((field.code for field in portal.curriculum.course_fields if field.code in portal.sheets and units[position] in field.units), ""),
        before=published[place - 1] if place > 0 else None,
        after=published[place + 1] if 0 <= place < len(published) - 1 else None,
    )


def lecture_view(portal: Portal, code: str, view: PageView) -> LectureView:
    """The item of the lecture page ``code``; one quiz, or one per field of E2, where questions exist."""
    lecture = next(lecture for lecture in portal.curriculum.lectures if lecture.code == code)
    groups: list[tuple[CourseField | None, str, tuple[Unit, ...]]] = [(field, field.code, field.units) for field in lecture.fields] or [
        (None, code, lecture.units)
    ]
    quizzes = []
    for field, name, units in groups:
        questions = [question for unit in units if unit.state == "published" for question in portal.questions_of(unit.code)]
        if questions:
            count = min(portal.settings.comprehension_questions(len(units)), len(questions))
            quizzes.append((field, QuizView(f"lecture:{name}", "lecture", count, questions)))
    return LectureView(lecture, tuple(unit for unit in lecture.all_units if unit.state == "published"), quizzes, curriculum_data(view))


@dataclass(frozen=True)
class TrainingView:
    """My training: the curriculum for the marks, an empty quiz for what is asked again, quizzes and sections by name, the steps of a study plan."""

    curriculum: dict[str, Any]
    again: QuizView
    quizzes: list[tuple[str, str]]
    sections: list[tuple[str, str, str]]
    plan: PlanView


def training_view(portal: Portal, view: PageView) -> TrainingView:
    """The item of the page "my training"."""
    variant = view.variant
    quizzes: list[tuple[str, str]] = []
    for lecture in portal.curriculum.lectures:
        quizzes += [(field.code, field.title.of(variant)) for field in lecture.fields] or [(lecture.code, lecture.title.of(variant))]
    sections = []
    for code in portal.published:
        page = portal.units[code].page_of(variant)
        asked = {question.section for question in portal.questions_of(code)}
        if page is not None:
            sections += [(code, each.id, plain_text(portal, each.text, variant)) for each in headings(page.body) if each.id in asked]
    return TrainingView(curriculum_data(view), QuizView("again", "again", 0, []), quizzes, sections, plan_view(portal, view))


def curriculum_data(view: PageView) -> dict[str, Any]:
    """What the progress marks need: units and lectures in course order, with links from this page."""
    curriculum = view.portal.curriculum
    units = [
        {"code": unit.code, "title": unit.title.of(view.variant), "url": view.href(unit_address(unit.code)), "lecture": lecture.code, "state": unit.state}
        for lecture in curriculum.lectures
        for unit in lecture.all_units
    ]
    lectures = [
        {
            "code": lecture.code,
            "title": lecture.title.of(view.variant),
            "url": view.href(lecture_address(lecture.code)),
            "units": [unit.code for unit in lecture.all_units],
            "count": len(lecture.all_units),
        }
        | ({"quizzes": [field.code for field in lecture.fields]} if lecture.fields else {})
        for lecture in curriculum.lectures
    ]
    return {"units": units, "lectures": lectures}
