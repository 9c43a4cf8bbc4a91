"""The view every template gets: address, words, links, and the printer of references."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import quote, urljoin

import segno
from markupsafe import Markup

from portal.addresses import (
    FOOTER,
    NAVIGATION,
    PROGRAMME,
    PROGRAMME_PAGES,
    TOOLS,
    URGENCY_SLUGS,
    lecture_address,
    organisation_address,
    relative,
    urgency_address,
    url_of,
)
from portal.inline.printing import plain_text
from portal.inline.rendering import ReferencePrinter
from portal.locales import LANGUAGE_TAGS, LOCALES
from portal.model.base import Text, Variant
from portal.model.channel import Channel, ChannelLanguage
from portal.model.curriculum import DISCREET_FIELD
from portal.model.directory import Service
from portal.model.notice import Notice
from portal.model.quiz import Question
from portal.model.residence import AidRule
from portal.model.unit import PageFront
from portal.portal import Portal
from portal.prose import headings
from portal.views.choices import Choices
from portal.views.counter_work import rule_scope
from portal.views.hours import readable_hours
from portal.views.linked_data import linked_data
from portal.views.notices import notices_touching

TWINS: Mapping[Variant, Variant] = {"ja": "easy", "easy": "ja"}


@dataclass(frozen=True)
class Emergency:
    """A number one tap away on every page; ``urgent``: for danger to life or body."""

    label: str
    number: str
    dial: str
    urgent: bool
    href: str


@dataclass
class PageView(Choices):
    """One page in one variant. ``item`` holds what its kind adds; ``content`` is the page's own HTML."""

    portal: Portal
    printer: ReferencePrinter
    address: str
    kind: str
    key: str
    title: str
    summary: str
    build: str
    site_url: str
    content: Markup = field(default_factory=Markup)
    item: Any = None
    urgencies: ClassVar[Mapping[str, str]] = {urgency: urgency_address(urgency) for urgency in URGENCY_SLUGS}
    """Addresses of the pages of each urgency, the most urgent first."""

    @property
    def variant(self) -> Variant:
        """``ja`` or ``easy``."""
        return self.printer.variant

    @property
    def locale(self) -> str:
        """Folder and address of the variant."""
        return LOCALES[self.variant]

    @property
    def url(self) -> str:
        """The page's URL below the site's root."""
        return self.printer.url

    @property
    def root(self) -> str:
        """Relative link to the site's root, where both variants begin."""
        return relative(self.url, "")

    @property
    def canonical(self) -> str:
        """Absolute URL of the page, or the relative one where the site's address is not known."""
        return urljoin(self.site_url, self.url) if self.site_url else self.url

    @property
    def twin(self) -> str:
        """Relative link to the same page in the other variant."""
        return relative(self.url, url_of(self.address, TWINS[self.variant]))

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Absolute URLs of both variants by their language tag."""
        return [(LANGUAGE_TAGS[variant], urljoin(self.site_url, url_of(self.address, variant))) for variant in ("ja", "easy")]

    @cached_property
    def words(self) -> dict[str, str]:
        """Words of controls in this variant."""
        return {key: text.of(self.variant) for key, text in self.portal.words.items()}

    @property
    def navigation(self) -> list[tuple[str, str, bool]]:
        """Title, link and whether it is (above) this page."""
        return [
            (self.words[f"nav_{key}"], self.href(address), self.kind != "not-found" and (self.address == address or self.address.startswith(f"{address}/")))
            for key, address in NAVIGATION
        ]

    @property
    def footer(self) -> list[tuple[str, str]]:
        """Title and link of the pages about the site."""
        return [(self.portal.pages[address, self.variant].front.title, self.href(address)) for address in FOOTER]

    @property
    def tools(self) -> list[tuple[str, str, str]]:
        """Title, summary and link of the pages for the counter that there are."""
        pages = [(address, self.portal.pages.get((address, self.variant))) for address in TOOLS]
        return [(page.front.title, page.front.summary, self.href(address)) for address, page in pages if page]

    @property
    def programme(self) -> list[tuple[str, str, bool]]:
        """Title, link and whether it is this page, of the pages about the programme that there are."""
        addresses = [PROGRAMME, *(f"{PROGRAMME}/{name}" for name in PROGRAMME_PAGES)]
        pages = [(address, self.portal.pages.get((address, self.variant))) for address in addresses]
        return [(page.front.title, self.href(address), address == self.address) for address, page in pages if page]

    @property
    def front(self) -> PageFront:
        """Front matter of the standard page: its day, its sources and its review hold for both variants."""
        return self.portal.pages[self.address, "ja"].front

    @property
    def notices(self) -> list[Notice]:
        """Notices that touch this page or the facts it has printed so far."""
        return notices_touching(self.portal, self.kind, self.key, self.printer.facts)

    @property
    def emergency(self) -> list[Emergency]:
        """Numbers for danger to life."""
        found = []
        for number in self.portal.site.emergency:
            organisation, service = self.portal.services[number.service]
            channel = next(channel for channel in service.channels if channel.number)
            href = self.href(f"{organisation_address(organisation.slug)}#{service.slug}")
            found.append(Emergency(number.label.of(self.variant), channel.number or "", channel.dial, service.urgency == "emergency_now", href))
        return found

    def text(self, text: Text) -> str:
        """Plain text of this variant, references printed as words."""
        return plain_text(self.portal, text.of(self.variant), self.variant)

    def rich(self, text: Text | str) -> Markup:
        """Text of this variant with its references as links."""
        return self.printer.rich(text)

    def section_title(self, unit: str, section: str) -> str:
        """Plain title of a unit's section; an empty string where the unit has no such section."""
        page = self.portal.units[unit].page_of(self.variant)
        found = next((each.text for each in headings(page.body) if each.id == section), "") if page else ""
        return plain_text(self.portal, found, self.variant)

    def href(self, address: str) -> str:
        """Relative link to a page of this variant."""
        return self.printer.href(address)

    def asset(self, path: str) -> str:
        """Relative link to a file of ``overrides/assets``."""
        return relative(self.url, f"assets/{path}")

    def day(self, day: date | str | None) -> str:
        """A date as it is read: 2026年11月21日; partial dates as far as they go."""
        return self.printer.day(day)

    def moment(self, moment: str) -> str:
        """A moment in Japan as it is read: 2025年5月7日 17:00."""
        day, _, time = moment.partition("T")
        return f"{self.day(day)} {time[:5]}"

    @property
    def linked_data(self) -> Markup:
        """The page's organisation for search engines, as JSON."""
        return self.json(linked_data(self.portal, self.item, self.variant, self.site_url))

    @property
    def is_discreet(self) -> bool:
        """Whether somebody may be in danger when seen reading this page: violence in the family, trafficking."""
        if self.kind in {"field", "counter-sheet", "handout"}:
            return self.key == DISCREET_FIELD
        if self.kind == "unit":
            return self.key.startswith(f"{DISCREET_FIELD}-")
        return self.kind == "organisation" and any(DISCREET_FIELD in service.fields for service in self.item.services)

    def lecture_or_field(self, code: str) -> Markup:
        """Link to a lecture, or to its part about one field of E2."""
        lecture = next(each for each in self.portal.curriculum.lectures if code in {each.code, *(field.code for field in each.fields)})
        anchor = "" if lecture.code == code else f"#{code.lower()}"
        title = lecture.title.of(self.variant) if lecture.code == code else self.field_title(code)
        return Markup('<a href="{}">{} {}</a>').format(self.href(f"{lecture_address(lecture.code)}{anchor}"), code, title)

    def fact(self, key: str) -> Any:
        """The fact record ``key``."""
        return self.portal.facts[key]

    def json(self, value: object) -> Markup:
        """``value`` as JSON that is safe inside a script element."""
        return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - "<" cannot appear

    @staticmethod
    def qr(content: str) -> Markup:
        """QR code of a telephone link or an address, as an image without size; the text beside it says the same."""
        image = segno.make(content, micro=False).svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None)
        return Markup(image.replace("<svg ", '<svg aria-hidden="true" focusable="false" '))  # noqa: S704 - an image of squares

    def report_text(self, about: str) -> str:
        """Text that reports a mistake on this page (``mistake``) or asks the lecturer (``question``): page, place, address, variant and build, to be completed."""
        words, title = self.words, f"{self.key} {self.title}" if self.kind == "unit" else self.title
        lines = (
            f"{words[f'report_subject_{about}']}: {title}",
            f"{words['report_page']}: {title}",
            f"{words['report_place']}:",
            f"{words['report_address']}: {self.canonical}",
            f"{words['report_version']}: {words[f'variant_{self.variant}']} / build {self.build}",
            f"{words[f'report_what_{about}']}:",
        )
        return "\n".join(lines) + "\n"

    def report_link(self, question: Question, about: str) -> str:
        """Mail that reports a mistake in a question (``mistake``) or asks about it (``question``), with id, revision, variant and build."""
        subject = f"{self.words[f'quiz_report_subject_{about}']} {question.id}"
        body = f"{question.id} / rev {question.rev} / {self.variant} / build {self.build}\n\n"
        return f"mailto:{self.portal.site.contact.email}?subject={quote(subject)}&body={quote(body)}"

    def status_label(self, status: str) -> str:
        """Name of a status of residence."""
        return self.portal.statuses[status].label.of(self.variant)

    def rule_scope(self, rule: AidRule) -> list[str]:
        """For whom a rule of the residence card holds, in words; nothing where it holds for all."""
        return [*(self.status_label(status) for status in rule.when.statuses), *(self.words[key] for key in rule_scope(rule))]

    def hours(self, hours: str) -> str:
        """Opening hours in words."""
        return readable_hours(hours, self.variant, self.words["hours_unknown"])

    @staticmethod
    def languages_by_way(channel: Channel) -> list[tuple[str, list[ChannelLanguage]]]:
        """Languages of a channel by how they are spoken there (staff, interpreter …), in order of first appearance."""
        ways = dict.fromkeys(language.via for language in channel.languages)
        return [(way, [language for language in channel.languages if language.via == way]) for way in ways]

    def lessons(self, service: str) -> list[str]:
        """Codes of the published units that teach the service ``organisation/service``, in course order."""
        fronts = ((code, self.portal.units[code].front) for code in self.portal.published)
        return [code for code, front in fronts if front is not None and service in front.services]

    def service(self, key: str) -> tuple[Any, Service]:
        """Organisation and service of ``organisation/service``."""
        return self.portal.services[key]
