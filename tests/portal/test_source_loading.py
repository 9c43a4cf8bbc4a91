"""Loading: a sound whole or every problem; damage of any sort never ends in a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from portal.addresses import url_of
from portal.inline.rendering import ReferencePrinter
from portal.loading import find_problems, load_portal, read_portal
from portal.model.base import VARIANTS
from portal.portal import Portal
from portal.problems import Problem, SourceError
from portal.search.documents import documents
from portal.views.directory import entries
from portal.views.hours import readable_hours

EXAMPLE = Path(__file__).parents[1] / "examples/valid"
FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.*"))
SCRAPS = st.sampled_from(
    ["{", "}", "- ", ": ", "&a ", "*a", "\t", "---\n", "[", "]", "'", '"', "|", "<b>", "# ", "null", "no", "{fact:f-x}", "??? ", "\n\n", "９", "{漢|}"]
)


def test_records_of_all_kinds_are_found_by_their_ids(example: Portal) -> None:
    """Nothing of the example project is left out."""
    assert set(example.facts) == {"f-residents-before", "f-residents-now", "f-copy-fee", "f-renewal-months-before"}
    assert set(example.terms) == {"t-zairyu-shikaku", "t-hikitsugi", "t-madoguchi"}
    assert set(example.figures) == {
        "fig-path",
        "fig-residents",
        "fig-trend",
        "fig-parts",
        "fig-duties",
        "fig-ready",
        "fig-ways",
        "fig-family",
        "fig-around",
        "fig-history",
    }
    assert set(example.notices) == {"n-copy-fee", "n-old-rule", "n-plan", "n-round"}
    assert example.enrolment is not None
    assert [each.id for each in example.enrolment.rounds] == ["r-2025-1", "r-2025-2"]
    assert set(example.datasets) == {"d-residents-trend", "d-residents-parts"}
    assert (set(example.situations), set(example.comparisons), set(example.phrases)) == ({"sit-late"}, {"cmp-office"}, {"ph-wait", "ph-hello"})
    assert (set(example.transcripts), set(example.forms)) == ({"tr-first-words"}, {"form-visit"})
    assert (set(example.packs), set(example.statements)) == ({"pack-two-letters"}, {"A1-1", "pack-two-letters"})
    assert (set(example.profiles), set(example.aid_rules)) == ({"residence/student"}, {"aid-hours", "aid-renewal"})
    assert set(example.services) == {"example-city/counter", "example-city/closed-counter", "example-rescue/rescue-line"}
    assert [question.id for question in example.questions_of("A1-1")] == [f"q-a1-{number:04}" for number in range(1, 9)]
    assert [question.id for question in example.questions_of_case("case-0001")] == ["q-c1-0101", "q-c1-0102", "q-c1-0103"]
    assert example.questions_of("C1-1") == []  # the parts of a case are of no use without it
    assert (set(example.cases), example.retired, example.published) == ({"case-0001"}, {"q-a1-0099"}, ("A1-1",))


def test_both_variants_of_every_page_are_loaded(example: Portal) -> None:
    """A reader can change the variant on every page."""
    standard, plain = ({address for address, of in example.pages if of == variant} for variant in VARIANTS)
    assert standard == plain
    assert {"index", "directory", "about", "about/privacy"} <= standard
    for variant in VARIANTS:
        assert example.units["A1-1"].page_of(variant) is not None
        assert example.units["A1-1"].front_of(variant) is not None


def test_place_of_a_record_is_its_line_in_the_file(example: Portal) -> None:
    """A message about a record leads to the record."""
    problem = example.places["t-hikitsugi"].problem("…", "gloss", "easy")
    line = (EXAMPLE / problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert "次の人に話を渡すこと" in line


def test_without_curriculum_there_is_no_portal(tree: Path) -> None:
    """A half-built site is worse than none."""
    (tree / "content/curriculum.yml").unlink()
    portal, problems = read_portal(tree)
    assert portal is None
    assert [problem.path for problem in problems] == ["content/curriculum.yml"]


def test_error_of_loading_carries_every_problem(tree: Path) -> None:
    """The build's message lists the problems one a line."""
    for name in ("facts", "glossary"):
        path = tree / f"content/{name}/example.yml"
        path.write_text(path.read_text(encoding="utf-8") + "\tend\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load_portal(tree)
    assert [problem.path for problem in caught.value.problems] == ["content/facts/example.yml", "content/glossary/example.yml"]
    assert str(caught.value).count("\n") == 1


def test_problems_are_sorted_and_told_once() -> None:
    """Two rules that see the same fault do not tell it twice."""
    one, other = Problem("a.yml", 2, "直してください。"), Problem("a.yml", 10, "直してください。")
    assert SourceError([other, one, other]).problems == (one, other)


def test_problem_is_printed_on_one_line() -> None:
    """Editors link ``path:line:`` at the beginning of a line only."""
    assert str(Problem("content/a.yml", 3, "「一\n二」を直してください。")) == "content/a.yml:3: 「一 二」を直してください。"


@st.composite
def damages(draw: st.DrawFn) -> list[tuple[str, str, float, str]]:
    """Draw up to three damages: file, what is done, where in the file (share), and a scrap of text."""
    damage = st.tuples(st.sampled_from(FILES), st.sampled_from(["cut", "insert", "drop", "double"]), st.floats(0, 1), st.one_of(SCRAPS, st.text(max_size=5)))
    return draw(st.lists(damage, min_size=1, max_size=3))


def _damaged(source: str, action: str, share: float, scrap: str) -> str:
    place = int(share * len(source))
    lines = source.splitlines(keepends=True)
    line = min(int(share * len(lines)), max(len(lines) - 1, 0))
    if action == "cut":
        return source[:place]
    if action == "insert":
        return source[:place] + scrap + source[place:]
    return "".join(lines[:line] + (lines[line : line + 1] * 2 if action == "double" else []) + lines[line + 1 :])


def _printed(portal: Portal, templates: Environment) -> Iterator[str]:
    """Everything that a build prints from the sources."""
    for variant in VARIANTS:
        printer = ReferencePrinter(portal, templates, variant, url_of("units/a1-1", variant))
        for pages in portal.units.values():
            page = pages.page_of(variant)
            yield printer.markdown(page.body) if page else ""
        for prose in portal.pages.values():
            yield printer.markdown(prose.page.body)
        for question in portal.questions.values():
            yield printer.rich(question.stem)
        for entry in entries(portal):
            yield from (readable_hours(channel.hours, variant, "") for channel in entry.service.channels)
        yield from (document.title for document in documents(portal, variant))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=damages())
def test_damaged_sources_give_problems_or_pages_but_never_a_traceback(
    root: Path, tmp_path: Path, templates: Environment, damage: list[tuple[str, str, float, str]]
) -> None:
    """Whatever passes the checks can be printed, and whatever does not gives a message with a file and a line."""
    tree = tmp_path / "damaged"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(EXAMPLE, tree)
    shutil.copy(root / "content/words.yml", tree / "content/words.yml")
    for file, action, share, scrap in damage:
        source = (tree / file).read_text(encoding="utf-8")
        (tree / file).write_text(_damaged(source, action, share, scrap), encoding="utf-8", newline="")
    problems = find_problems(tree)
    if not problems:
        assert all(isinstance(text, str) for text in _printed(load_portal(tree), templates))
    for problem in problems:
        length = len((tree / problem.path).read_text(encoding="utf-8").splitlines()) if (tree / problem.path).exists() else 1
        assert 1 <= problem.line <= max(length, 1)
        assert problem.message.endswith("。")
