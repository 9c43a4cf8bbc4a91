"""The notices as an Atom feed (RFC 4287) and as a JSON Feed (version 1.1, jsonfeed.org)."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import urljoin

from lxml import etree
from lxml.builder import ElementMaker

from portal.addresses import NOTICES, url_of
from portal.inline.printing import plain_text
from portal.locales import LANGUAGE_TAGS
from portal.model.base import Variant
from portal.model.notice import Notice
from portal.portal import Portal

ATOM = "http://www.w3.org/2005/Atom"
MAKE = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
ATOM_FILE, JSON_FILE, CALENDAR_FILE = "atom.xml", "feed.json", "deadlines.ics"


def newest_first(portal: Portal) -> list[Notice]:
    """Notices in the order in which they were posted, the newest first; of one day in the order of their ids."""
    return sorted(sorted(portal.notices.values(), key=lambda notice: notice.id), key=lambda notice: notice.posted_on, reverse=True)


def notice_url(notice: Notice, variant: Variant, site_url: str) -> str:
    """Absolute address of a notice on the board."""
    return urljoin(site_url, f"{url_of(NOTICES, variant)}#{notice.id}")


def file_url(name: str, variant: Variant, site_url: str) -> str:
    """Absolute address of a file beside the board."""
    return urljoin(site_url, url_of(NOTICES, variant) + name)


def body_of(portal: Portal, notice: Notice, variant: Variant) -> str:
    """What a reader of the feed needs without the page: the text, from when it holds, and the source."""
    words = {key: portal.words[key].of(variant) for key in ("notice_in_force_from", "notice_source")}
    text = plain_text(portal, notice.text.of(variant), variant)
    parts = [text, *([f"{words['notice_in_force_from']} {notice.in_force_from}"] if notice.in_force_from else [])]
    return "\n".join([*parts, f"{words['notice_source']} {notice.source.title}（{notice.source.publisher}） {notice.source.url}"])


def atom_feed(portal: Portal, variant: Variant, site_url: str) -> bytes:
    """The feed as UTF-8 XML; times are midnight in Japan of the day on which a notice was posted."""
    notices = newest_first(portal)
    title = f"{_page_title(portal, variant)}｜{portal.site.short_name.of(variant)}"
    feed = MAKE.feed(
        MAKE.id(file_url(ATOM_FILE, variant, site_url)),
        MAKE.title(title),
        MAKE.updated(_moment(max(notice.posted_on for notice in notices))),
        MAKE.author(MAKE.name(portal.site.name.of(variant))),
        MAKE.link(rel="self", type="application/atom+xml", href=file_url(ATOM_FILE, variant, site_url)),
        MAKE.link(rel="alternate", type="text/html", href=urljoin(site_url, url_of(NOTICES, variant))),
        *(_entry(portal, notice, variant, site_url) for notice in notices),
    )
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", LANGUAGE_TAGS[variant])
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _entry(portal: Portal, notice: Notice, variant: Variant, site_url: str) -> etree._Element:
    return MAKE.entry(
        # The revision is a part of the id: a notice whose meaning changed is news again.
        MAKE.id(f"{file_url(ATOM_FILE, variant, site_url)}#{notice.version}"),
        MAKE.title(plain_text(portal, notice.title.of(variant), variant)),
        MAKE.updated(_moment(notice.posted_on)),
        MAKE.published(_moment(notice.posted_on)),
        MAKE.link(rel="alternate", type="text/html", href=notice_url(notice, variant, site_url)),
        MAKE.link(rel="via", href=notice.source.url),
        *(MAKE.category(term=term) for term in _tags(notice)),
        MAKE.content(body_of(portal, notice, variant), type="text"),
    )


def json_feed(portal: Portal, variant: Variant, site_url: str) -> str:
    """The same as JSON."""
    items = [
        {
            "id": f"{file_url(JSON_FILE, variant, site_url)}#{notice.version}",
            "url": notice_url(notice, variant, site_url),
            "external_url": notice.source.url,
            "title": plain_text(portal, notice.title.of(variant), variant),
            "content_text": body_of(portal, notice, variant),
            "date_published": _moment(notice.posted_on),
            "tags": _tags(notice),
        }
        for notice in newest_first(portal)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{_page_title(portal, variant)}｜{portal.site.short_name.of(variant)}",
        "home_page_url": urljoin(site_url, url_of(NOTICES, variant)),
        "feed_url": file_url(JSON_FILE, variant, site_url),
        "language": LANGUAGE_TAGS[variant],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


def _page_title(portal: Portal, variant: Variant) -> str:
    return portal.pages[NOTICES, variant].front.title


def _tags(notice: Notice) -> list[str]:
    return [notice.kind, *notice.units, *notice.lectures]


def _moment(day: date) -> str:
    return f"{day}T00:00:00+09:00"
