"""From the loaded portal to pages: what the static-site generator asks for, event by event."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from rjsmin import jsmin

from portal.addresses import NOTICES, SHEET, url_of
from portal.bulletin.calendar import deadline_calendar
from portal.bulletin.feeds import ATOM_FILE, CALENDAR_FILE, JSON_FILE, atom_feed, json_feed
from portal.furigana.annotate import Annotator
from portal.furigana.cache import ResultCache
from portal.furigana.html import annotate_html
from portal.furigana.lexicon import Lexicon, Reading
from portal.generated import generated_pages
from portal.inline.rendering import ReferencePrinter
from portal.loading import load_portal
from portal.locales import LANGUAGE_TAGS
from portal.model.base import Variant
from portal.model.curriculum import DISCREET_FIELD
from portal.model.directory import Organisation, Service
from portal.portal import Portal
from portal.referral.exports import directory_csv, directory_json
from portal.referral.hsds.files import hsds_files
from portal.referral.index import referral_index, referral_texts, split_terms
from portal.review_gate.annotating import DecidedAnnotator
from portal.review_gate.records import read_decisions
from portal.search.index import build_index, index_json
from portal.views.bank import bank_index
from portal.views.cases import case_view
from portal.views.counter_work import by_unit, phrases_by_place, residence_view
from portal.views.course import curriculum_data, lecture_view, training_view, unit_view
from portal.views.coverage import coverage_view
from portal.views.directory import area_listing, field_listing, language_listing
from portal.views.field_sheets import sheet_view
from portal.views.notices import notice_board
from portal.views.orientations import orientation_view
from portal.views.page import PageView
from portal.views.plan import plan_view
from portal.views.urgency import urgency_view


@dataclass
class Publisher:
    """One build: the portal, the templates' environment, the furigana engine, and the printers of the pages under way."""

    portal: Portal
    site_url: str
    build: str
    environment: Environment
    annotator: Annotator
    cache: ResultCache
    printers: dict[str, ReferencePrinter] = field(default_factory=dict)

    @classmethod
    def load(cls, root: Path, site_url: str) -> Publisher:
        """The publisher of the project at ``root``; raises SourceError."""
        portal = load_portal(root)
        environment = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        annotator = annotator_of(portal)
        return cls(portal, site_url, build_id(root), environment, annotator, ResultCache(root / ".cache" / "furigana"))

    def markdown(self, source: str, variant: Variant, url: str) -> str:
        """Markdown of a page with its references printed."""
        printer = ReferencePrinter(self.portal, self.environment, variant, url)
        self.printers[url] = printer
        return printer.markdown(source)

    def view(self, address: str, variant: Variant, meta: Mapping[str, Any], content: str) -> PageView:
        """The view of one page; ``meta`` is its front matter, or that of its stub."""
        url = url_of(address, variant)
        printer = self.printers.setdefault(url, ReferencePrinter(self.portal, self.environment, variant, url))
        kind, key = str(meta.get("kind", "prose")), str(meta.get("key", ""))
        view = PageView(self.portal, printer, address, kind, key, "", "", self.build, self.site_url, Markup(content))  # noqa: S704 - HTML of our own Markdown, audited after the build
        view.title, view.summary = self._title(view, meta)
        view.item = self._item(view)
        return view

    def _title(self, view: PageView, meta: Mapping[str, Any]) -> tuple[str, str]:
        if "title" in meta:
            return str(meta["title"]), str(meta.get("summary", ""))
        page = next(page for page in generated_pages(self.portal, view.variant) if page.address == view.address)
        return page.title, page.summary

    def _item(self, view: PageView) -> Any:
        portal = self.portal
        makers: dict[str, Any] = {
            "unit": lambda: unit_view(portal, view.key, view),
            "lecture": lambda: lecture_view(portal, view.key, view),
            "organisation": lambda: portal.organisations[view.key],
            "field": lambda: field_listing(portal, view.key),
            "area": lambda: area_listing(portal, view.key),
            "language": lambda: language_listing(portal, view.key),
            "counter-sheet": lambda: sheet_view(portal, view),
            "handout": lambda: sheet_view(portal, view),
            "orientations": lambda: list(portal.orientations.values()),
            "orientation": lambda: orientation_view(portal, view.key),
            "slides": lambda: orientation_view(portal, view.key),
            "urgency": lambda: urgency_view(portal, view.key),
            "coverage": lambda: coverage_view(portal, ""),
            "coverage-gaps": lambda: coverage_view(portal, ""),
            "language-coverage": lambda: coverage_view(portal, view.key),
            "phrases": lambda: phrases_by_place(portal),
            "situations": lambda: by_unit(portal, portal.situations.values()),
            "forms": lambda: by_unit(portal, portal.forms.values()),
            "form": lambda: portal.forms[view.key],
            "cases": lambda: list(portal.packs.values()),
            "case": lambda: case_view(portal.packs[view.key]),
            "case-guide": lambda: case_view(portal.packs[view.key]),
            "eligibility": lambda: portal.enrolment,
            "schedule": lambda: portal.enrolment,
            "notices": lambda: notice_board(portal),
            "plan": lambda: plan_view(portal, view),
            "comparisons": lambda: list(portal.comparisons.values()),
            "residence-card": lambda: residence_view(portal),
            "glossary": lambda: sorted(portal.terms.values(), key=lambda term: term.reading),
            "home": lambda: curriculum_data(view),
            "syllabus": lambda: curriculum_data(view),
            "me": lambda: training_view(portal, view),
            "review": lambda: {"gate": "lectures", "curriculum": curriculum_data(view)},
            "completion": lambda: {"gate": "review-test", "curriculum": curriculum_data(view)},
        }
        return makers[view.kind]() if view.kind in makers else None

    def standalone_view(self, name: str) -> PageView:
        """The view of a page without source (404): its links begin at the site's own address."""
        printer = ReferencePrinter(self.portal, self.environment, "ja", urlsplit(self.site_url).path or "/")
        words = {key: text.ja for key, text in self.portal.words.items()}
        return PageView(self.portal, printer, "index", "not-found", name, words["not_found_title"], words["not_found_text"], self.build, self.site_url)

    def furigana(self, html: str, address: str = "", variant: Variant = "ja") -> str:
        """``html`` with readings over its kanji; the front matter of the page at ``address`` may hold readings of its own.

        ``PORTAL_FURIGANA=off`` leaves the kanji bare: for ``scripts/bench furigana`` only, which measures what furigana cost.
        """
        if os.environ.get("PORTAL_FURIGANA") == "off":
            return html
        annotator = self.annotator_of_page(address, variant)
        return self.cache.recall(html, annotator.version, lambda source: annotate_html(source, annotator))

    def annotator_of_page(self, address: str, variant: Variant) -> Annotator:
        """The site's annotator, or one in which the page's own readings win over the lexicon."""
        readings = self.portal.readings_of_page(address, variant)
        return self.annotator.with_readings(Reading(*pair) for pair in readings.items()) if readings else self.annotator

    def write_data(self, site: Path, variant: Variant) -> None:
        """What the browser fetches: ``data/search/<variant>.json``, ``data/referral/<variant>.json``, ``data/bank.json``, ``data/directory.{json,csv}``, ``data/hsds/`` and ``data/questions/<variant>/<id>.json``."""
        _write(site / "data" / "search" / f"{variant}.json", index_json(build_index(self.portal, variant, self.annotator)))
        near, far = split_terms(referral_index(self.portal, variant, self.annotator))
        _write(site / "data" / "referral" / f"{variant}.json", index_json(near))
        _write(site / "data" / "referral" / "words.json", json.dumps(far, ensure_ascii=False, separators=(",", ":")))
        _write(site / "data" / "referral" / f"{variant}-texts.json", index_json(referral_texts(self.portal, variant, self.annotator)))
        _write(site / "data" / "directory.json", json.dumps(directory_json(self.portal), ensure_ascii=False, separators=(",", ":")))
        _write(site / "data" / "directory.csv", directory_csv(self.portal))
        self._write_notices(site, variant)
        for organisation in self.portal.organisations.values():
            _write(site / "data" / "sheets" / variant / f"{organisation.slug}.json", json.dumps(self.slips(organisation, variant), ensure_ascii=False))
        for name, contents in hsds_files(self.portal).items():
            _write(site / "data" / "hsds" / name, json.dumps(contents, ensure_ascii=False, separators=(",", ":")))
        index = bank_index(self.portal)
        _write(site / "data" / "bank.json", json.dumps(index, ensure_ascii=False, separators=(",", ":")))
        for key in (*(entry["id"] for entry in index["questions"]), *index["cases"]):
            _write(site / "data" / "questions" / variant / f"{key}.json", json.dumps({"html": self.question(key, variant)}, ensure_ascii=False))

    @staticmethod
    def shrink_scripts(site: Path) -> None:
        """Comments and layout of the scripts stay in the sources; what is sent does without."""
        for path in (site / "assets" / "js").rglob("*.js"):
            _write(path, jsmin(path.read_text(encoding="utf-8")))

    def question(self, key: str, variant: Variant) -> str:
        """HTML of a question or of a case's text, for a page one step below the variant's root (review, completion, my training)."""
        printer = ReferencePrinter(self.portal, self.environment, variant, url_of("review", variant), away=True)
        view = PageView(self.portal, printer, "review", "question", key, "", "", self.build, self.site_url)
        macros = self.environment.get_template("partials/quiz.html").module
        case = self.portal.cases.get(key)
        return self._fragment(macros.case_text(view, case) if case else macros.form(view, self.portal.questions[key]), variant)  # type: ignore[attr-defined]  # macros of the template

    def slips(self, organisation: Organisation, variant: Variant) -> dict[str, dict[str, str | bool]]:
        """``{service slug: {"person": HTML, "coordinator": HTML, "discreet": whether being seen with it is a danger}}`` for the hand-over sheet.

        The person's side is always plain Japanese; links begin at the sheet's page of ``variant``.
        """
        url = url_of(SHEET, variant)
        macros: Any = self.environment.get_template("partials/slip.html").module

        def slip(side: str, words: Variant, service: Service) -> str:
            printer = ReferencePrinter(self.portal, self.environment, words, url)
            view = PageView(self.portal, printer, SHEET, "slip", service.slug, "", "", self.build, self.site_url)
            return self._fragment(getattr(macros, side)(view, service, organisation), words)

        return {
            service.slug: {
                "person": slip("person", "easy", service),
                "coordinator": slip("coordinator", variant, service),
                "discreet": DISCREET_FIELD in service.fields,
            }
            for service in organisation.services
            if service.status != "defunct"
        }

    def _write_notices(self, site: Path, variant: Variant) -> None:
        """Feeds and calendar beside the board of notices, where there is one: ``notices/{atom.xml,feed.json,deadlines.ics}``."""
        if not self.portal.notices:
            return
        folder = site / url_of(NOTICES, variant)
        _write(folder / JSON_FILE, json_feed(self.portal, variant, self.site_url))
        (folder / ATOM_FILE).write_bytes(atom_feed(self.portal, variant, self.site_url))
        (folder / CALENDAR_FILE).write_bytes(deadline_calendar(self.portal, variant, self.site_url))

    def _fragment(self, html: object, variant: Variant) -> str:
        """A part of a page with its readings."""
        before, after = f'<html lang="{LANGUAGE_TAGS[variant]}"><body>', "</body></html>"
        return self.furigana(f"{before}{html}{after}").removeprefix(before).removesuffix(after)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def annotator_of(portal: Portal) -> Annotator:
    """The site's furigana: lexicon, rules and what authors decided about words in their context; raises SourceError."""
    return DecidedAnnotator(lexicon_of(portal), read_decisions(portal.root))


def lexicon_of(portal: Portal) -> Lexicon:
    """Readings of the site, from ``content/readings/*.yml``."""
    return Lexicon.of(Reading(entry.surface, entry.reading) for entry in portal.readings)


def build_id(root: Path) -> str:
    """Short id of the build: ``PORTAL_BUILD`` of the environment, else the last commit, else ``dev``."""
    given = os.environ.get("PORTAL_BUILD")
    if given:
        return given
    try:
        done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True, check=True)  # noqa: S607 - git of the path
    except (OSError, subprocess.CalledProcessError):
        return "dev"
    return done.stdout.strip() or "dev"
