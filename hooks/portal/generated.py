"""Pages that come from records alone: which there are, in each variant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.addresses import (
    URGENCY_SLUGS,
    area_address,
    case_address,
    case_guide_address,
    counter_sheet_address,
    coverage_address,
    field_address,
    form_address,
    handout_address,
    language_address,
    lecture_address,
    organisation_address,
    orientation_address,
    slides_address,
    urgency_address,
)
from portal.inline.printing import plain_text
from portal.model.base import Variant
from portal.model.curriculum import DISCREET_FIELD
from portal.portal import Portal
from portal.views.coverage import covered_languages


@dataclass(frozen=True)
class GeneratedPage:
    """One page: where, what it is called, which template fills it with which record."""

    address: str
    title: str
    summary: str
    kind: str
    key: str
    template: str


def generated_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    """Pages of lectures, forms, case packs, orientations, sheets of fields, organisations, fields, areas, languages, urgencies and of what each language covers, in one variant."""
    yield from _lecture_pages(portal, variant)
    yield from _form_pages(portal, variant)
    yield from _case_pages(portal, variant)
    yield from _orientation_pages(portal, variant)
    yield from _sheet_pages(portal, variant)
    yield from _organisation_pages(portal, variant)
    yield from _listing_pages(portal, variant)
    yield from _urgency_pages(portal, variant)
    yield from _coverage_pages(portal, variant)


def _lecture_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    for lecture in portal.curriculum.lectures:
        title = lecture.title.of(variant)
        yield GeneratedPage(lecture_address(lecture.code), f"{lecture.code} {title}", title, "lecture", lecture.code, "lecture.html")


def _form_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    for key, form in portal.forms.items():
        title, purpose = (plain_text(portal, text.of(variant), variant) for text in (form.title, form.purpose))
        yield GeneratedPage(form_address(form.slug), title, purpose, "form", key, "form.html")


def _case_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    of = portal.words["case_guide_of"].of(variant)
    for key, pack in portal.packs.items():
        title, lead = (plain_text(portal, text.of(variant), variant) for text in (pack.title, pack.lead))
        yield GeneratedPage(case_address(pack.slug), title, lead, "case", key, "case.html")
        yield GeneratedPage(case_guide_address(pack.slug), f"{title}{of}", lead, "case-guide", key, "case_guide.html")


def _orientation_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    of = portal.words["orientation_slides_of"].of(variant)
    for key, orientation in portal.orientations.items():
        title, audience = (plain_text(portal, text.of(variant), variant) for text in (orientation.title, orientation.audience))
        yield GeneratedPage(orientation_address(orientation.slug), title, audience, "orientation", key, "orientation.html")
        yield GeneratedPage(slides_address(orientation.slug), f"{title}{of}", audience, "slides", key, "slides.html")


def _sheet_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    for code, sheet in portal.sheets.items():
        # As with the listing of a field: a title in a shared device's history must tell nothing.
        counter, handout = (
            (code, code) if code == DISCREET_FIELD else (plain_text(portal, text.of(variant), variant) for text in (sheet.title, sheet.handout.title))
        )
        lead = plain_text(portal, sheet.counter.lead.of(variant), variant)
        of_counter, of_handout = (portal.words[f"sheet_of_{side}"].of(variant) for side in ("counter", "handout"))
        yield GeneratedPage(counter_sheet_address(code), f"{counter}{of_counter}", lead, "counter-sheet", code, "counter_sheet.html")
        yield GeneratedPage(
            handout_address(code), f"{handout}{of_handout}", plain_text(portal, sheet.handout.lead.easy, "easy"), "handout", code, "handout.html"
        )


def _organisation_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    for organisation in portal.organisations.values():
        yield GeneratedPage(
            organisation_address(organisation.slug),
            organisation.name.of(variant),
            organisation.description.of(variant),
            "organisation",
            organisation.slug,
            "organisation.html",
        )


def _listing_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    of = portal.words["of_directory"].of(variant)
    for field in portal.curriculum.course_fields:
        # The history of a shared device shows titles: the field of violence is named by its number there.
        title = field.code if field.code == DISCREET_FIELD else field.title.of(variant)
        yield GeneratedPage(field_address(field.code), f"{title}{of}", f"{title}{of}", "field", field.code, "listing.html")
    for area in portal.areas.values():
        if area.prefecture is None:
            title = area.label.of(variant)
            yield GeneratedPage(area_address(area.slug), f"{title}{of}", f"{title}{of}", "area", area.code, "listing.html")
    used = {code for _, service in portal.services.values() for code in service.languages}
    for language in portal.languages.values():
        if language.code in used:
            title = language.label.of(variant)
            yield GeneratedPage(language_address(language.code), f"{title}{of}", f"{title}{of}", "language", language.code, "listing.html")


def _urgency_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    for urgency in URGENCY_SLUGS:
        title, meaning = (portal.words[f"urgency_{part}_{urgency}"].of(variant) for part in ("title", "meaning"))
        yield GeneratedPage(urgency_address(urgency), title, meaning, "urgency", urgency, "urgency.html")


def _coverage_pages(portal: Portal, variant: Variant) -> Iterator[GeneratedPage]:
    """The page over all languages has prose of its own, in the sources."""
    gaps = portal.words["coverage_gaps"].of(variant)
    yield GeneratedPage(coverage_address("gaps"), gaps, gaps, "coverage-gaps", "", "gaps.html")
    for code in covered_languages(portal):
        title = portal.languages[code].label.of(variant) + portal.words["coverage_of_language"].of(variant)
        yield GeneratedPage(coverage_address(code), title, title, "language-coverage", code, "coverage.html")
