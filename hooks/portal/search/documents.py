"""What can be found: units, lectures, pages, glossary terms, services, statuses of residence, phrases, situations, transcripts, forms, case packs, orientations and sheets of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.addresses import (
    case_address,
    counter_sheet_address,
    form_address,
    handout_address,
    lecture_address,
    organisation_address,
    orientation_address,
    unit_address,
    url_of,
)
from portal.inline.printing import plain_text
from portal.model.base import Variant
from portal.portal import Portal
from portal.prose import headings, running_text
from portal.views.directory import search_words


@dataclass(frozen=True)
class Document:
    """One hit: ``words`` are exact other names; ``parts`` are texts with their weights; ``page``: address of the page whose own readings hold for it."""

    url: str
    title: str
    kind: str
    summary: str
    words: tuple[str, ...]
    parts: tuple[tuple[str, int], ...]
    page: str = ""


TITLE, NAME, HEADING, SUMMARY, BODY = 12, 8, 5, 3, 1
LONGEST_SUMMARY = 90


def documents(portal: Portal, variant: Variant) -> Iterator[Document]:
    """All documents of one variant."""
    yield from _units(portal, variant)
    yield from _lectures(portal, variant)
    yield from _terms(portal, variant)
    yield from _services(portal, variant)
    yield from _situations(portal, variant)
    yield from _transcripts(portal, variant)
    yield from _forms(portal, variant)
    yield from _cases(portal, variant)
    yield from _orientations(portal, variant)
    yield from _sheets(portal, variant)
    yield from _phrases(portal, variant)
    yield from _statuses(portal, variant)
    yield from _pages(portal, variant)


def _units(portal: Portal, variant: Variant) -> Iterator[Document]:
    for code in portal.published:
        pages = portal.units[code]
        front, page = pages.front_of(variant), pages.page_of(variant)
        if front is not None and page is not None:
            body = plain_text(portal, page.body, variant)
            titles = " ".join(heading.text for heading in headings(body))
            parts = ((front.title, TITLE), (titles, HEADING), (front.summary, SUMMARY), (running_text(body), BODY))
            address = unit_address(code)
            yield Document(url_of(address, variant), f"{code} {front.title}", "unit", front.summary, (code,), parts, address)


def _lectures(portal: Portal, variant: Variant) -> Iterator[Document]:
    for lecture in portal.curriculum.lectures:
        title = lecture.title.of(variant)
        units = " ".join(unit.title.of(variant) for unit in lecture.all_units)
        parts = ((title, TITLE), (" ".join(lecture.aliases), NAME), (units, HEADING))
        yield Document(url_of(lecture_address(lecture.code), variant), f"{lecture.code} {title}", "lecture", units, (lecture.code,), parts)


def _terms(portal: Portal, variant: Variant) -> Iterator[Document]:
    for key, term in portal.terms.items():
        gloss = plain_text(portal, term.gloss.of(variant), variant)
        parts = ((term.term, TITLE), (" ".join((term.reading, term.en, *term.aka)), NAME), (gloss, SUMMARY))
        yield Document(f"{url_of('glossary', variant)}#{key}", term.term, "term", gloss, (term.reading, *term.aka), parts)


def _services(portal: Portal, variant: Variant) -> Iterator[Document]:
    for organisation in portal.organisations.values():
        url = url_of(organisation_address(organisation.slug), variant)
        for service in organisation.services:
            name, summary = service.name.of(variant), plain_text(portal, service.summary.of(variant), variant)
            words = search_words(portal, organisation, service)
            parts = ((name, TITLE), (" ".join(words), NAME), (summary, SUMMARY))
            yield Document(f"{url}#{service.slug}", name, "service", summary, (organisation.name.of(variant), service.kana), parts)


def _situations(portal: Portal, variant: Variant) -> Iterator[Document]:
    """Situations and comparison cards, on the pages where all of them stand."""
    for address, records in (("situations", portal.situations), ("comparisons", portal.comparisons)):
        if (address, variant) in portal.pages:
            for key in records:
                words = plain_text(portal, f"{{{address.removesuffix('s')}:{key}}}", variant).split("\n")
                parts = ((words[0], TITLE), (" ".join(words[1:]), BODY))
                yield Document(f"{url_of(address, variant)}#{key}", words[0], "page", words[1], (), parts)


def _transcripts(portal: Portal, variant: Variant) -> Iterator[Document]:
    """Conversations, at their place in the unit that prints them."""
    for key, transcript in portal.transcripts.items():
        if transcript.unit in portal.published:
            title, setting = (plain_text(portal, text.of(variant), variant) for text in (transcript.title, transcript.setting))
            parts = ((title, TITLE), (setting, SUMMARY), (plain_text(portal, f"{{transcript:{key}}}", variant), BODY))
            yield Document(f"{url_of(unit_address(transcript.unit), variant)}#{key}", title, "transcript", setting, (), parts)


def _forms(portal: Portal, variant: Variant) -> Iterator[Document]:
    for form in portal.forms.values():
        title, purpose = (plain_text(portal, text.of(variant), variant) for text in (form.title, form.purpose))
        labels = " ".join(plain_text(portal, field.label.of(variant), variant) for group in form.groups for field in group.fields)
        yield Document(url_of(form_address(form.slug), variant), title, "form", purpose, (), ((title, TITLE), (purpose, SUMMARY), (labels, BODY)))


def _cases(portal: Portal, variant: Variant) -> Iterator[Document]:
    """Case packs, by what their group gets: an analysis that a search shows is no longer worked out."""
    for pack in portal.packs.values():
        given = (pack.sheet.received, pack.sheet.asked, *pack.sheet.story)
        title, lead, *story = (plain_text(portal, text.of(variant), variant) for text in (pack.title, pack.lead, *given))
        yield Document(url_of(case_address(pack.slug), variant), title, "case", lead, (), ((title, TITLE), (lead, SUMMARY), (" ".join(story), BODY)))


def _orientations(portal: Portal, variant: Variant) -> Iterator[Document]:
    for orientation in portal.orientations.values():
        told = (*orientation.aims, *(slide.title for slide in orientation.slides), *(point for slide in orientation.slides for point in slide.points))
        title, audience, *body = (plain_text(portal, text.of(variant), variant) for text in (orientation.title, orientation.audience, *told))
        parts = ((title, TITLE), (audience, SUMMARY), (" ".join(body), BODY))
        yield Document(url_of(orientation_address(orientation.slug), variant), title, "orientation", audience, (), parts)


def _sheets(portal: Portal, variant: Variant) -> Iterator[Document]:
    """The two sheets of a field, under its title and what they say."""
    for code, sheet in portal.sheets.items():
        counter, handout = sheet.counter, sheet.handout
        asked = (*counter.ask, *(row.who for row in counter.who), *(step.text for step in counter.steps))
        title, lead, *body = (plain_text(portal, text.of(variant), variant) for text in (sheet.title, counter.lead, *asked))
        names = tuple(portal.words[f"sheet_of_{side}"].of(variant) for side in ("counter", "handout"))
        parts = ((title + names[0], TITLE), (lead, SUMMARY), (" ".join(body), BODY))
        yield Document(url_of(counter_sheet_address(code), variant), title + names[0], "sheet", lead, (code,), parts)
        given, summary, *known = (plain_text(portal, text.easy, "easy") for text in (handout.title, handout.lead, *handout.know))
        told = ((given + names[1], TITLE), (title, HEADING), (summary, SUMMARY), (" ".join(known), BODY))
        yield Document(url_of(handout_address(code), variant), given + names[1], "sheet", summary, (code,), told)


def _phrases(portal: Portal, variant: Variant) -> Iterator[Document]:
    if ("phrases", variant) in portal.pages:
        for key, phrase in portal.phrases.items():
            parts = ((phrase.before, HEADING), (phrase.after, HEADING))
            yield Document(f"{url_of('phrases', variant)}#{key}", phrase.before, "phrase", phrase.after, (), parts)


def _statuses(portal: Portal, variant: Variant) -> Iterator[Document]:
    """Rows of the page that reads a residence card."""
    if ("residence-card", variant) in portal.pages:
        for profile in portal.profiles.values():
            name, activity = portal.statuses[profile.status].label.of(variant), plain_text(portal, profile.activity.of(variant), variant)
            parts = ((name, TITLE), (activity, SUMMARY), (plain_text(portal, profile.work_text.of(variant), variant), BODY))
            yield Document(f"{url_of('residence-card', variant)}#{profile.status}", name, "status", activity, (), parts)


def _pages(portal: Portal, variant: Variant) -> Iterator[Document]:
    for (address, of), prose in portal.pages.items():
        if of == variant and address != "search":
            body = running_text(plain_text(portal, prose.page.body, variant))
            parts = ((prose.front.title, TITLE), (prose.front.summary, SUMMARY), (body, BODY))
            yield Document(url_of(address, variant), prose.front.title, "page", prose.front.summary, (), parts, address)
