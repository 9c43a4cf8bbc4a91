"""Addresses of pages: site-root-relative URLs that never change once published."""

from __future__ import annotations

import posixpath

from portal.locales import LOCALES
from portal.model.base import Variant

# Pages that every page links to: main navigation (by the key of its word) and footer.
NAVIGATION = (("home", "index"), ("syllabus", "syllabus"), ("me", "me"), ("directory", "directory"), ("glossary", "glossary"), ("search", "search"))
FOOTER = ("notices", "programme", "about", "about/terms", "about/privacy", "about/accessibility", "about/contact", "about/changes")
URGENCY_SLUGS = {"emergency_now": "now", "same_day": "same-day", "days": "days", "routine": "routine"}
FORMS = "practice/forms"
CASES = "cases"
ORIENTATIONS = "practice/orientations"
PROGRAMME = "programme"
# Pages about the programme in the order in which one reads them; those that are not written yet are left out.
PROGRAMME_PAGES = (
    *("why", "roles", "abilities", "training", "eligibility", "schedule", "certification", "expert"),
    *("deployment", "employers", "residents", "evaluation", "history", "qa", "official"),
)
NOTICES = "notices"
TOOLS = ("residence-card", "phrases", "situations", "comparisons", FORMS, CASES, ORIENTATIONS)
SHEET = "directory/sheet"
# Pages of the directory that are no organisation's.
DESK = (SHEET, "directory/missing", "directory/outcomes", "directory/partners")
PREFIXES: dict[Variant, str] = {"ja": "", "easy": f"{LOCALES['easy']}/"}


def url_of(address: str, variant: Variant) -> str:
    """URL below the site's root of a page: ``units/a1-1`` → ``units/a1-1/`` or ``ja-easy/units/a1-1/``; the home page is ``index``."""
    path = "" if address == "index" else f"{address.removesuffix('/index')}/"
    return PREFIXES[variant] + path


def relative(from_url: str, to_url: str) -> str:
    """Link from one page to another place of the site; both URLs are below the root, ``to_url`` with or without ``#id``.

    A ``from_url`` that begins with ``/`` is the site's own path: for a page that is shown at any address (404).
    """
    if from_url.startswith("/"):
        return from_url + to_url
    path, mark, anchor = to_url.partition("#")
    link = posixpath.relpath(f"/{path}", f"/{from_url}" if from_url.endswith("/") or not from_url else posixpath.dirname(f"/{from_url}"))
    if (path.endswith("/") or not path) and not link.endswith("/"):
        link += "/"
    return link + mark + anchor


def address_of(source: str) -> str:
    """Address of a page from its source below the variant's folder: ``about/index.md`` → ``about``, ``index.md`` → ``index``."""
    return source.removesuffix(".md").removesuffix("/index")


def unit_address(code: str) -> str:
    """``A1-1`` → ``units/a1-1``."""
    return f"units/{code.lower()}"


def lecture_address(code: str) -> str:
    """``A1`` → ``lectures/a1``."""
    return f"lectures/{code.lower()}"


def organisation_address(slug: str) -> str:
    """``houterasu`` → ``directory/houterasu``."""
    return f"directory/{slug}"


def form_address(slug: str) -> str:
    """``intake`` → ``practice/forms/intake``."""
    return f"{FORMS}/{slug}"


def case_address(slug: str) -> str:
    """``first-summer`` → ``cases/first-summer``: the sheet that a group gets."""
    return f"{CASES}/{slug}"


def case_guide_address(slug: str) -> str:
    """``first-summer`` → ``cases/first-summer/guide``: what its facilitator reads."""
    return f"{case_address(slug)}/guide"


def orientation_address(slug: str) -> str:
    """``arrival`` → ``practice/orientations/arrival``: aims, timetable and checklists for who holds it."""
    return f"{ORIENTATIONS}/{slug}"


def slides_address(slug: str) -> str:
    """``arrival`` → ``practice/orientations/arrival/slides``: the pages that are shown and handed out."""
    return f"{orientation_address(slug)}/slides"


def field_address(code: str) -> str:
    """``E2-01`` → ``directory/fields/e2-01``."""
    return f"directory/fields/{code.lower()}"


def counter_sheet_address(code: str) -> str:
    """``E2-01`` → ``directory/fields/e2-01/counter``: the field on one page for the counter."""
    return f"{field_address(code)}/counter"


def handout_address(code: str) -> str:
    """``E2-01`` → ``directory/fields/e2-01/handout``: the page that the person takes along."""
    return f"{field_address(code)}/handout"


def area_address(slug: str) -> str:
    """``13`` → ``directory/areas/13``."""
    return f"directory/areas/{slug}"


def language_address(code: str) -> str:
    """``vi`` → ``directory/languages/vi``."""
    return f"directory/languages/{code.lower()}"


def urgency_address(urgency: str) -> str:
    """``emergency_now`` → ``directory/urgency/now``."""
    return f"directory/urgency/{URGENCY_SLUGS[urgency]}"


def coverage_address(part: str) -> str:
    """``vi`` → ``directory/coverage/vi``, ``gaps`` → ``directory/coverage/gaps``."""
    return f"directory/coverage/{part.lower()}"
