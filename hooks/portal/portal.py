"""The portal's records by id, and where each stands in the sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.model.base import Text, Variant
from portal.model.case_pack import CasePack
from portal.model.counter_work import Comparison, Phrase, Situation
from portal.model.curriculum import Curriculum
from portal.model.directory import Organisation, Service
from portal.model.directory_lists import Danger, Label, Language, ProblemTag, Status
from portal.model.enrolment import Enrolment
from portal.model.exchange import Taxonomy
from portal.model.field_sheet import FieldSheet
from portal.model.figure import Dataset, Figure
from portal.model.form import Form
from portal.model.knowledge import Fact, ReadingEntry, Term
from portal.model.notice import Notice
from portal.model.orientation import Orientation
from portal.model.place import Area
from portal.model.quiz import Case, Question, QuizSettings
from portal.model.residence import AidRule, StatusProfile
from portal.model.site import Site
from portal.model.statement import StatementFile
from portal.model.transcript import Transcript
from portal.model.unit import PageFront, PageReadings, PlainUnitFront, UnitFront
from portal.problems import Problem
from portal.sources.markdown import MarkdownPage
from portal.sources.yaml import Document, Location


@dataclass(frozen=True)
class UnitPages:
    """A unit's page in both variants; a missing one is None."""

    front: UnitFront | None = None
    plain_front: PlainUnitFront | None = None
    page: MarkdownPage | None = None
    plain_page: MarkdownPage | None = None

    def page_of(self, variant: Variant) -> MarkdownPage | None:
        """The Markdown page of one variant."""
        return self.plain_page if variant == "easy" else self.page

    def front_of(self, variant: Variant) -> UnitFront | PlainUnitFront | None:
        """The front matter of one variant."""
        return self.plain_front if variant == "easy" else self.front


@dataclass(frozen=True)
class ProsePage:
    """A page of prose. ``address``: its path below the variant's folder without suffix, such as ``about/privacy``."""

    address: str
    variant: Variant
    front: PageFront
    page: MarkdownPage


@dataclass(frozen=True)
class Place:
    """Where a record stands, for messages."""

    document: Document
    location: Location

    def problem(self, message: str, *part: str | int) -> Problem:
        """Problem at this record, or at a ``part`` of it."""
        return self.document.problem((*self.location, *part), message)


@dataclass(frozen=True)
class Portal:
    """Everything that the sources say. Keys of the mappings are the records' ids; ``places`` has them all; ``unread``: paths of unsound files."""

    root: Path
    site: Site
    words: dict[str, Text]
    curriculum: Curriculum
    settings: QuizSettings
    facts: dict[str, Fact] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    datasets: dict[str, Dataset] = field(default_factory=dict)
    profiles: dict[str, StatusProfile] = field(default_factory=dict)
    aid_rules: dict[str, AidRule] = field(default_factory=dict)
    situations: dict[str, Situation] = field(default_factory=dict)
    comparisons: dict[str, Comparison] = field(default_factory=dict)
    phrases: dict[str, Phrase] = field(default_factory=dict)
    transcripts: dict[str, Transcript] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    packs: dict[str, CasePack] = field(default_factory=dict)
    orientations: dict[str, Orientation] = field(default_factory=dict)
    sheets: dict[str, FieldSheet] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    enrolment: Enrolment | None = None
    readings: tuple[ReadingEntry, ...] = ()
    statements: dict[str, StatementFile] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    retired: set[str] = field(default_factory=set)
    cases: dict[str, Case] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    problem_tags: dict[str, ProblemTag] = field(default_factory=dict)
    dangers: dict[str, Danger] = field(default_factory=dict)
    languages: dict[str, Language] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    statuses: dict[str, Status] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    taxonomies: dict[str, Taxonomy] = field(default_factory=dict)
    units: dict[str, UnitPages] = field(default_factory=dict)
    pages: dict[tuple[str, Variant], ProsePage] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def knows_all(self, *folders: str) -> bool:
        """Whether every file below ``folders`` was read: else nothing of them can be said to be missing."""
        return not any(path.startswith(folders) for path in self.unread)

    @cached_property
    def services(self) -> dict[str, tuple[Organisation, Service]]:
        """Services by ``organisation/service``."""
        return {
            f"{organisation.slug}/{service.slug}": (organisation, service) for organisation in self.organisations.values() for service in organisation.services
        }

    @cached_property
    def published(self) -> tuple[str, ...]:
        """Codes of the published units in course order."""
        return tuple(unit.code for unit in self.curriculum.units if unit.state == "published")

    def readings_of_page(self, address: str, variant: Variant) -> PageReadings:
        """Readings in the front matter of one page (``units/a1-1``, ``about/terms``); those of the other variant do not count."""
        unit = self.units.get(address.removeprefix("units/").upper()) if address.startswith("units/") else None
        prose = self.pages.get((address, variant))
        front = unit.front_of(variant) if unit else prose.front if prose else None
        return front.readings if front else {}

    def questions_of(self, unit: str) -> list[Question]:
        """The unit's own bank, in order of its ids; questions that need a case stand with the case."""
        return sorted((question for question in self.questions.values() if question.unit == unit and question.case is None), key=lambda question: question.id)

    def questions_of_case(self, case: str) -> list[Question]:
        """The parts of the case with id ``case``, in order of their ids."""
        return sorted((question for question in self.questions.values() if question.case == case), key=lambda question: question.id)
