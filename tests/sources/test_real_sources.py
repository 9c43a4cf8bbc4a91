"""The real sources keep the promises of the project."""

from __future__ import annotations

import ast
import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
from portal.inline.printing import plain_text
from portal.loading import find_problems
from portal.model.base import VARIANTS
from portal.portal import Portal
from portal.unit_minutes import unit_minutes
from portal.views.directory import entries
from portal.views.hours import readable_hours

UNITS_OF_A1 = ("A1-1", "A1-2", "A1-3", "A1-4")
# Direct numbers, a contractor's address and names of staff that stood on an old page of the programme: people, not facts. Not even this file names them.
STAFF = {
    "9b37c800a6d4a27eaa89",
    "da7db2e2771eca504336",
    "5228cb9cf2b6806ed49c",
    "c1d653860c2ec72abf4b",
    "0f11cb3375d734854018",
    "82273c5658968cff59a0",
    "2c170cb48abbd54c6ea5",
    "d35024cb12b63145b7fc",
}
CLOCKS = {"today", "now", "utcnow", "localtime"}
OPENING_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


def texts(root: Path) -> dict[str, str]:
    """All source files by their path."""
    paths = [path for folder in ("content", "quizzes") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def modules(root: Path) -> dict[str, ast.Module]:
    """All modules of the domain by their path below hooks/."""
    hooks = root / "hooks"
    return {path.relative_to(hooks).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(hooks.rglob("*.py"))}


def imports(module: ast.Module) -> set[str]:
    """Names of the modules that a module imports, wherever in it."""
    plain = {alias.name for node in ast.walk(module) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}


def test_real_sources_have_no_problem(root: Path) -> None:
    """What is published passed every check."""
    assert [str(problem) for problem in find_problems(root)] == []


def test_hours_are_the_official_ones(portal: Portal) -> None:
    """A4 B6 C6 D24 E24: 64 hours, each a unit."""
    assert {item.code: len(item.all_units) for item in portal.curriculum.items} == {"A": 4, "B": 6, "C": 6, "D": 24, "E": 24}
    assert {item.code: item.hours for item in portal.curriculum.items} == {"A": 4, "B": 6, "C": 6, "D": 24, "E": 24}
    assert (portal.curriculum.hours, len({unit.code for unit in portal.curriculum.units})) == (64, 64)


def test_course_has_fifteen_lectures_and_thirteen_fields(portal: Portal) -> None:
    """The framework of the programme is whole."""
    assert len({lecture.code for lecture in portal.curriculum.lectures}) == 15
    assert [field.code for field in portal.curriculum.course_fields] == [f"E2-{number:02}" for number in range(1, 14)]


def test_first_lecture_is_published(portal: Portal) -> None:
    """Its four units are there in both variants."""
    assert set(UNITS_OF_A1) <= set(portal.published)
    for code in UNITS_OF_A1:
        assert all(portal.units[code].page_of(variant) and portal.units[code].front_of(variant) for variant in VARIANTS)


@pytest.mark.parametrize("code", UNITS_OF_A1)
def test_unit_takes_an_hour(portal: Portal, code: str) -> None:
    """55–65 minutes, computed."""
    minutes = unit_minutes(portal, code)
    assert minutes is not None
    assert 55 <= minutes.total <= 65


def test_every_option_of_the_first_lecture_is_explained_in_both_variants(portal: Portal) -> None:
    """At least 32 questions that teach, whichever option is chosen."""
    questions = [question for code in UNITS_OF_A1 for question in portal.questions_of(code)]
    assert len(questions) >= 32
    whys = [plain_text(portal, option.why.of(variant), variant).strip() for question in questions for option in question.options for variant in VARIANTS]
    assert min(len(why) for why in whys) >= 8


def test_comprehension_quiz_of_the_first_lecture_has_a_bank_to_draw_from(portal: Portal) -> None:
    """A second paper is not the first one again."""
    bank = sum(len(portal.questions_of(code)) for code in UNITS_OF_A1)
    assert bank >= 2 * portal.settings.comprehension_questions(len(UNITS_OF_A1))


def test_facts_and_organisations_are_enough_for_the_first_lecture(portal: Portal) -> None:
    """At least 20 dated facts and 20 organisations."""
    assert len(portal.facts) >= 20
    assert len(portal.organisations) >= 20


def test_nothing_is_marked_as_verified_by_a_person(portal: Portal) -> None:
    """Nobody has opened the live pages or called: the field ships empty."""
    verified = [key for key, fact in portal.facts.items() if fact.verified] + [key for key, (_, service) in portal.services.items() if service.verified]
    assert verified == []
    reviewed = [code for code, pages in portal.units.items() for variant in VARIANTS if (front := pages.front_of(variant)) and front.review != "unreviewed"]
    assert reviewed == []


def pieces(text: str) -> set[str]:
    """What may name a person: numbers without hyphens, mail addresses, two Chinese characters, one with a title, one after 担当."""
    found = {number.replace("-", "") for number in re.findall(r"0[0-9][0-9-]{7,12}[0-9]", text)}
    found |= set(re.findall(r"[\w.+-]+@[\w.-]*\w", text))
    found |= {run[place : place + 2] for run in re.findall("[一-龥]{2,}", text) for place in range(len(run) - 1)}
    found |= set(re.findall(r"[一-龥](?:さん|氏|様)", text))
    return found | {f"担当{name}" for name in re.findall(r"担当者?[:：、]?\s*([一-龥])", text)}


def digest(piece: str) -> str:
    """The first twenty signs of its SHA-256."""
    return hashlib.sha256(piece.encode()).hexdigest()[:20]


def test_no_staff_of_the_programme_is_named(root: Path) -> None:
    """Direct numbers, addresses and names of people of old pages are not repeated."""
    every = texts(root)
    named = {piece for piece in set().union(*map(pieces, every.values())) if digest(piece) in STAFF}
    assert [(path, piece) for path, text in every.items() for piece in named if piece in pieces(text)] == []


def test_people_are_found_however_they_are_written() -> None:
    """With or without hyphens, with a title, after the word for whoever is in charge."""
    assert {"0801234567", "someone@example.org", "甲乙", "丙さん", "担当丁"} <= pieces("080-123-4567 someone@example.org、甲乙 丙さん 担当者: 丁")


def test_opening_hours_of_every_service_can_be_said(portal: Portal) -> None:
    """No notation is left in what readers see."""
    hours = {channel.hours for entry in entries(portal) for channel in entry.service.channels}
    left = {(each, variant) for each in hours for variant in VARIANTS if re.search(r"[A-Za-z\[\];/]", readable_hours(each, variant, ""))}
    assert left == set()


def test_every_listing_of_a_field_leads_somewhere(portal: Portal) -> None:
    """Each of the 13 fields has a service to refer to."""
    counts = Counter(code for entry in entries(portal) for code in entry.service.fields)
    assert [field.code for field in portal.curriculum.course_fields if not counts[field.code]] == []


def test_all_prefectures_are_listed(portal: Portal) -> None:
    """47 prefectures have a page, each with its own two digits."""
    assert sorted(area.slug for area in portal.areas.values() if area.prefecture is None) == [f"{number:02}" for number in range(1, 48)]


def test_only_one_file_knows_mkdocs(root: Path) -> None:
    """If the generator is replaced one day, one file changes."""
    knowing = [path for path, module in modules(root).items() if any(name.split(".")[0].startswith("mkdocs") for name in imports(module))]
    assert knowing == ["mkdocs_events.py"]


def test_only_the_sources_room_opens_source_files(root: Path) -> None:
    """Records, checks, views and references work on what was read with its lines."""
    rooms = ("portal/model/", "portal/checks/", "portal/inline/", "portal/views/", "portal/search/")
    opening = [
        path
        for path, module in modules(root).items()
        for node in ast.walk(module)
        if path.startswith(rooms) and isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in OPENING_CALLS
    ]
    assert opening == []


def test_nothing_asks_for_today(root: Path) -> None:
    """No check and no build turns red because time goes by: the newest day is that of content/site.yml."""
    calls = [(path, node.func) for path, module in modules(root).items() for node in ast.walk(module) if isinstance(node, ast.Call)]
    asking = [path for path, function in calls if isinstance(function, ast.Attribute) and function.attr in CLOCKS]
    assert asking == []


@pytest.mark.parametrize(
    ("room", "later"),
    [
        ("portal/sources/", ("model", "checks", "inline", "views", "search", "portal", "loading")),
        ("portal/model/", ("checks", "inline", "views", "search", "portal", "loading")),
        ("portal/inline/", ("checks", "views", "search", "loading")),
        ("portal/checks/", ("views", "search", "loading", "publishing")),
    ],
)
def test_rooms_import_one_way(root: Path, room: str, later: tuple[str, ...]) -> None:
    """A room knows those before it, never those after it."""
    wrong = [
        (path, name)
        for path, module in modules(root).items()
        if path.startswith(room)
        for name in imports(module)
        if name.startswith(tuple(f"portal.{each}" for each in later))
    ]
    assert wrong == []


def test_two_days_of_group_training_have_their_eight_cases(portal: Portal) -> None:
    """Four sessions a day, on more than half of the thirteen fields; each pack names partners, deadlines and at least five sources."""
    packs = portal.packs.values()
    assert len(packs) >= 8
    assert len({field for pack in packs for field in pack.fields}) >= 7
    assert [pack.id for pack in packs if len(pack.sources) < 5 or len(pack.fields) < 4 or len(pack.answers) < 8] == []
