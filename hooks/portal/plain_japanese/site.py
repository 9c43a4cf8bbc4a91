"""The plain texts of this project: which files hold them, with which words they may be taken as explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portal.plain_japanese.findings import Context, Finding
from portal.plain_japanese.glosses import find_bare_terms
from portal.plain_japanese.levels import load_levels
from portal.plain_japanese.linter import Report, lint
from portal.plain_japanese.lists import read_lists
from portal.plain_japanese.passages import markdown_passages, text_passages, yaml_passages
from portal.plain_japanese.printing import PlainPrinter
from portal.portal import Portal
from portal.sources.listing import list_files
from portal.sources.markdown import MarkdownPage, parse_markdown
from portal.sources.text import read_text
from portal.sources.yaml import parse_yaml

PLAIN_PAGES = "content/ja-easy"
RECORDS = ("content/programme/enrolment.yml", "content/curriculum.yml", "content/words.yml", "content/site.yml")
RECORD_FOLDERS = (
    *("content/facts", "content/glossary", "content/figures", "content/statistics", "content/situations", "content/comparisons", "content/phrases"),
    *(
        "content/transcripts",
        "content/programme/forms",
        "content/cases",
        "content/sheets",
        "content/orientations",
        "content/notices",
        "content/residence",
        "content/directory",
        "content/directory/lists",
        "quizzes",
        "quizzes/cases",
    ),
)


def plain_files(root: Path) -> list[str]:
    """Every file of the project at ``root`` that holds plain Japanese."""
    records = [path for folder in RECORD_FOLDERS for path in list_files(root, folder, ".yml")]
    return [*list_files(root, PLAIN_PAGES, ".md", deep=True), *(path for path in RECORDS if (root / path).is_file()), *records]


def site_context(portal: Portal) -> Context:
    """What the rules know of the site; raises SourceError where ``content/plain`` is unsound."""
    terms = {word for term in portal.terms.values() for word in (term.term, *term.aka)}
    bodies = {name for organisation in portal.organisations.values() for name in (organisation.name.ja, organisation.name.easy, *organisation.aka)}
    services = {name for _, service in portal.services.values() for name in (service.name.ja, service.name.easy)}
    lists = read_lists(portal.root)
    names = frozenset(name for name in terms | bodies | services | lists.allowed.names if len(name) > 1)
    return Context(lists, names, load_levels())


def report_on(portal: Portal, context: Context, path: str, folder: Path | None = None) -> Report:
    """Lint the file ``path`` below ``folder`` (the project's root where none is given); raises SourceError where it cannot be read."""
    root = folder or portal.root
    text = read_text(root, path)
    if path.endswith((".yml", ".yaml")):
        return lint(path, yaml_passages(parse_yaml(path, text), PlainPrinter(portal, glosses=False)), context)
    if not (path.endswith(".md") and text.startswith("---\n")):
        return lint(path, text_passages(PlainPrinter(portal, glosses=True)(text)), context)
    page = parse_markdown(path, text)
    return lint(path, markdown_passages(page, PlainPrinter(portal, glosses=True)), context, list(_bare_terms(portal, page, context.lists.allowed.words)))


def _bare_terms(portal: Portal, page: MarkdownPage, allowed: frozenset[str]) -> Iterator[Finding]:
    """Of the body only: front matter holds no references. Titles of units and services are not the author's words."""
    glosses = {term.term: key for key, term in portal.terms.items() if term.explain and term.term not in allowed}
    passages = markdown_passages(page, PlainPrinter(portal, glosses=True, names=False))
    return find_bare_terms([passage for passage in passages if passage.line >= page.body_line], glosses)
