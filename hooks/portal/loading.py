"""Load the portal from the project's folder: a sound whole, or every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from portal.addresses import address_of
from portal.checks import check_portal, check_review
from portal.locales import FOLDERS
from portal.model.base import Variant
from portal.model.case_pack import CasePack
from portal.model.counter_work import ComparisonFile, PhraseFile, SituationFile
from portal.model.curriculum import Curriculum
from portal.model.directory import Organisation
from portal.model.directory_lists import DangerList, LabelList, LanguageList, ProblemList, StatusList
from portal.model.enrolment import Enrolment
from portal.model.exchange import TaxonomyFile
from portal.model.field_sheet import FieldSheet
from portal.model.figure import DatasetFile, FigureFile
from portal.model.form import Form
from portal.model.knowledge import FactFile, ReadingEntry, ReadingFile, TermFile
from portal.model.notice import NoticeFile
from portal.model.orientation import Orientation
from portal.model.place import AreaList
from portal.model.quiz import CaseFile, QuestionFile, QuizSettings
from portal.model.residence import AidRuleFile, StatusProfileFile
from portal.model.shaping import shape
from portal.model.site import Site, Words
from portal.model.statement import StatementFile
from portal.model.transcript import TranscriptFile
from portal.model.unit import PageFront, PlainUnitFront, UnitFront
from portal.portal import Place, Portal, ProsePage, UnitPages
from portal.problems import Problem, SourceError
from portal.review_gate.records import HETERONYMS
from portal.sources.listing import list_files
from portal.sources.markdown import MarkdownPage, read_markdown
from portal.sources.yaml import Document, read_yaml

Shape = TypeVar("Shape", bound=BaseModel)
Result = TypeVar("Result")
OTHER_SUFFIXES = {".yaml": ".yml", ".markdown": ".md", ".YML": ".yml", ".MD": ".md"}


def load_portal(root: Path) -> Portal:
    """The portal of the project at ``root``.

    Raises:
        SourceError: with every problem of shape; where there is none, with every problem across records.

    """
    portal, problems = read_portal(root)
    if problems or portal is None:
        raise SourceError(problems)
    found = list(check_portal(portal))
    if found:
        raise SourceError(found)
    return portal


def find_problems(root: Path) -> list[Problem]:
    """Every problem of the sources at ``root``, of shape and across the records that could be read."""
    portal, problems = read_portal(root)
    across = list(check_portal(portal)) if portal is not None else []
    review = check_review(portal) if portal is not None and not problems else ()
    return sorted({*problems, *across, *review})


def read_portal(root: Path) -> tuple[Portal | None, list[Problem]]:
    """Read all files; None where one of the files without which there is no portal cannot be read."""
    reader = _Reader(root)
    reader.refuse_other_suffixes()
    site = reader.shaped("content/site.yml", Site)
    words = reader.shaped("content/words.yml", Words)
    curriculum = reader.shaped("content/curriculum.yml", Curriculum)
    settings = reader.shaped("quizzes/settings.yml", QuizSettings)
    if site is None or words is None or curriculum is None or settings is None:
        return None, reader.problems
    portal = Portal(
        root=root,
        site=site,
        words=words.words,
        curriculum=curriculum,
        settings=settings,
        readings=reader.readings(),
        enrolment=reader.enrolment(),
        places=reader.places,
        unread=reader.unread,
    )
    reader.knowledge(portal)
    reader.residence(portal)
    reader.statements(portal)
    reader.quizzes(portal)
    reader.directory(portal)
    reader.pages(portal)
    return portal, reader.problems


class _Reader:
    """Reads file after file and keeps every problem."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.places: dict[str, Place] = {}
        self.unread: set[str] = set()

    def refuse_other_suffixes(self) -> None:
        """A file that nobody would read is a problem, not silence."""
        for suffix, right in OTHER_SUFFIXES.items():
            for folder in ("content", "quizzes"):
                for path in list_files(self.root, folder, suffix, deep=True):
                    self.problems.append(Problem(path, 1, f"拡張子「{suffix}」のファイルは読まれません。「{right}」に変えてください。"))

    def attempt(self, action: Callable[[], Result]) -> Result | None:
        try:
            return action()
        except SourceError as error:
            self.problems.extend(error.problems)
            return None

    def shaped(self, path: str, model: type[Shape]) -> Shape | None:
        document = self.attempt(lambda: read_yaml(self.root, path))
        record = None
        if document is not None:
            self.places[path] = Place(document, ())
            record = self.attempt(lambda: shape(document, model))
        if record is None:
            self.unread.add(path)
        return record

    def files(self, folder: str, model: type[Shape], leave_out: str = "") -> Iterable[tuple[Document, Shape]]:
        for path in list_files(self.root, folder, ".yml"):
            record = self.shaped(path, model) if path != leave_out else None
            if record is not None:
                yield self.places[path].document, record

    def keep(self, records: dict[str, Result], key: str, record: Result, place: Place) -> None:
        """Put ``record`` under ``key``; a second one is a problem."""
        if key in records:
            first = self.places[key]
            line = first.document.line(first.location)
            self.problems.append(place.problem(f"id「{key}」は {first.document.path}:{line} にもあります。別の id にするか、一つにまとめてください。"))
            return
        records[key] = record
        self.places[key] = place

    def readings(self) -> tuple[ReadingEntry, ...]:
        return tuple(entry for _, file in self.files("content/readings", ReadingFile, HETERONYMS) for entry in file.readings)

    def enrolment(self) -> Enrolment | None:
        """Conditions and rounds of the training; a portal without them has no such pages."""
        path = "content/programme/enrolment.yml"
        return self.shaped(path, Enrolment) if (self.root / path).is_file() else None

    def knowledge(self, portal: Portal) -> None:
        self.records("facts", FactFile, portal.facts)
        self.records("glossary", TermFile, portal.terms, "terms")
        self.records("figures", FigureFile, portal.figures)
        self.records("statistics", DatasetFile, portal.datasets, "datasets")
        self.records("situations", SituationFile, portal.situations)
        self.records("comparisons", ComparisonFile, portal.comparisons)
        self.records("phrases", PhraseFile, portal.phrases)
        self.records("transcripts", TranscriptFile, portal.transcripts)
        self.records("notices", NoticeFile, portal.notices)
        for document, form in self.files("content/programme/forms", Form):
            self.keep(portal.forms, form.id, form, Place(document, ()))
        for document, pack in self.files("content/cases", CasePack):
            self.keep(portal.packs, pack.id, pack, Place(document, ()))
        for document, orientation in self.files("content/orientations", Orientation):
            self.keep(portal.orientations, orientation.id, orientation, Place(document, ()))
        for document, sheet in self.files("content/sheets", FieldSheet):
            portal.sheets[sheet.field] = sheet
            self.places[f"sheets/{sheet.field}"] = Place(document, ())

    def statements(self, portal: Portal) -> None:
        """Second checks, one file a unit or a case pack."""
        for document, file in self.files("content/statements", StatementFile):
            portal.statements[file.key] = file
            self.places[f"statements/{file.key}"] = Place(document, ())

    def records(self, folder: str, model: type[BaseModel], records: dict[str, Any], name: str = "") -> None:
        """Records of all files of one folder of ``content``; ``name``: the key that holds them where it is not the folder's."""
        for document, file in self.files(f"content/{folder}", model):
            for index, record in enumerate(getattr(file, name or folder)):
                self.keep(records, record.id, record, Place(document, (name or folder, index)))

    def residence(self, portal: Portal) -> None:
        """What the page that reads a residence card rests on; a portal without it has no such page."""
        for name, model, records, key in (("profiles", StatusProfileFile, portal.profiles, "status"), ("rules", AidRuleFile, portal.aid_rules, "id")):
            path = f"content/residence/{'statuses' if name == 'profiles' else name}.yml"
            file = self.shaped(path, model) if (self.root / path).is_file() else None
            for index, record in enumerate(getattr(file, name, ())):
                prefix = "residence/" if key == "status" else ""
                self.keep(records, prefix + getattr(record, key), record, Place(self.places[path].document, (name, index)))

    def quizzes(self, portal: Portal) -> None:
        for path in list_files(self.root, "quizzes", ".yml"):
            file = self.shaped(path, QuestionFile) if path != "quizzes/settings.yml" else None
            if file is None:
                continue
            document = self.places[path].document
            portal.retired.update(file.retired)
            for index, question in enumerate(file.questions):
                self.keep(portal.questions, question.id, question, Place(document, ("questions", index)))
        for document, cases in self.files("quizzes/cases", CaseFile):
            for index, case in enumerate(cases.cases):
                self.keep(portal.cases, case.id, case, Place(document, ("cases", index)))

    def directory(self, portal: Portal) -> None:
        self.closed_list("problems", ProblemList, portal.problem_tags, "id")
        self.closed_list("dangers", DangerList, portal.dangers, "id")
        self.closed_list("languages", LanguageList, portal.languages, "code")
        self.closed_list("labels", LabelList, portal.labels, "id")
        self.closed_list("statuses", StatusList, portal.statuses, "id")
        self.closed_list("areas", AreaList, portal.areas, "code")
        self.records("exchange", TaxonomyFile, portal.taxonomies, "taxonomies")
        for document, organisation in self.files("content/directory", Organisation):
            self.keep(portal.organisations, organisation.slug, organisation, Place(document, ()))
            for index, service in enumerate(organisation.services):
                self.places.setdefault(f"{organisation.slug}/{service.slug}", Place(document, ("services", index)))

    def closed_list(self, name: str, model: type[BaseModel], records: dict[str, Result], key: str) -> None:
        path = f"content/directory/lists/{name}.yml"
        file = self.shaped(path, model)
        for index, record in enumerate(getattr(file, name, ())):
            self.keep(records, getattr(record, key), record, Place(self.places[path].document, (name, index)))

    def pages(self, portal: Portal) -> None:
        for variant, folder in FOLDERS.items():
            for path in list_files(self.root, folder, ".md", deep=True):
                self.places[path] = Place(Document(path, None, {}), ())  # known even where it cannot be read
                page = self.attempt(lambda path=path: read_markdown(self.root, path))  # type: ignore[misc]  # the default binds the loop's value
                if page is None:
                    continue
                address = address_of(path.removeprefix(f"{folder}/"))
                if address.startswith("units/"):
                    self.unit_page(portal, variant, address, page)
                else:
                    self.prose_page(portal, variant, address, page)

    def unit_page(self, portal: Portal, variant: Variant, address: str, page: MarkdownPage) -> None:
        code = address.removeprefix("units/").upper()
        before = portal.units.get(code, UnitPages())
        self.places[f"{code}:{variant}"] = Place(page.front, ())
        if variant == "easy":
            plain = self.attempt(lambda: shape(page.front, PlainUnitFront))
            portal.units[code] = UnitPages(before.front, plain, before.page, page)
        else:
            front = self.attempt(lambda: shape(page.front, UnitFront))
            portal.units[code] = UnitPages(front, before.plain_front, page, before.plain_page)

    def prose_page(self, portal: Portal, variant: Variant, address: str, page: MarkdownPage) -> None:
        front = self.attempt(lambda: shape(page.front, PageFront))
        if front is not None:
            portal.pages[address, variant] = ProsePage(address, variant, front, page)
