"""The referral index: what the browser needs to rank services for a problem, a place, a language, a status and a moment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from portal.furigana.annotate import Annotator
from portal.inline.printing import plain_text
from portal.model.base import Text, Variant
from portal.model.channel import Channel
from portal.model.directory import Organisation, Service
from portal.portal import Portal
from portal.referral.calendar import calendar
from portal.search.index import ruby

# Letters of scripts other than Chinese characters and kana (to which NFKC has brought the full-width ones).
FAR = re.compile(r"[a-zA-Z\u00c0-\u02af\u0370-\u1fff\ua840-\ud7ff]")
PUBLIC = ("national", "prefecture", "municipality", "public_corp", "intl_association")
# Offices that decide on residence and deportation.
AUTHORITY = ("isa", "immigration-", "fresc")
MISSION = "embassy-"
MISSION_WORDS = re.compile("(総領事館|大使館|の窓口).*$")
SHORTEST_READING = 4
CHINESE = re.compile("[\u4e00-\u9fff]")
LISTED = ("active", "temporarily_closed")


def referral_index(portal: Portal, variant: Variant, annotator: Annotator, start: date | None = None) -> dict[str, Any]:
    """``{services, problems, dangers, areas, languages, calendar}`` for one variant; the calendar begins on the day before ``start``, whose night may last into it.

    Without ``start`` that is the newest day a source of the directory was read, so that the index depends on the content alone.
    Terms are NFKC in lower case, each also in hiragana as it is read. Empty fields are left out.
    """
    writer = _Writer(portal, variant, annotator)
    services = [(key, *pair) for key, pair in portal.services.items() if pair[1].status in LISTED]
    hours = [channel.hours for _, _, service in services for channel in service.channels]
    return {
        "services": [writer.service(key, organisation, service) for key, organisation, service in services],
        "problems": [
            _full({"id": tag.id, "label": writer.text(tag.label), "fields": tag.fields, "terms": writer.terms([tag.label.ja, tag.label.easy, *tag.synonyms])})
            for tag in portal.problem_tags.values()
        ],
        "dangers": [
            {"id": danger.id, "label": writer.text(danger.label), "services": danger.services, "terms": writer.terms(danger.synonyms)}
            for danger in portal.dangers.values()
        ],
        "areas": [
            _full(
                {
                    "code": area.code,
                    "label": writer.text(area.label),
                    "terms": normalised_terms([area.label.ja, area.kana, area.en]),
                    "prefecture": area.prefecture,
                    "bureau": area.immigration_bureau,
                }
            )
            for area in portal.areas.values()
        ],
        "languages": [
            {"code": each.code, "label": writer.text(each.label), "terms": writer.terms([each.label.ja, each.en, each.own, *each.aka])}
            for each in portal.languages.values()
        ],
        "calendar": calendar(hours, (start or newest_reading(portal)) - timedelta(days=1)),
    }


def referral_texts(portal: Portal, variant: Variant, annotator: Annotator) -> dict[str, Any]:
    """What is shown of each service: ``{id: {name, organisation, summary}}``, texts as runs with their readings."""
    writer = _Writer(portal, variant, annotator)
    return {key: writer.shown(organisation, service) for key, (organisation, service) in portal.services.items() if service.status in LISTED}


def split_terms(index: dict[str, Any]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The index with only those words for problems that are written in Chinese characters or kana, and the others by tag: they are fetched when needed."""
    near = [tag | {"terms": [term for term in tag["terms"] if not FAR.search(term)]} for tag in index["problems"]]
    return index | {"problems": near}, {tag["id"]: [term for term in tag["terms"] if FAR.search(term)] for tag in index["problems"]}


def newest_reading(portal: Portal) -> date:
    """The newest day on which a copy of a source of the directory was read; raises ValueError where there is none."""
    return max(service.seen_on for _, service in portal.services.values() if service.seen_on)


def normalised_terms(texts: Iterable[str]) -> list[str]:
    """NFKC in lower case, none twice, in order of first appearance."""
    return list(dict.fromkeys(unicodedata.normalize("NFKC", text).lower().strip() for text in texts))


def countries(organisation: Organisation) -> list[str]:
    """Names of the country of a mission (``embassy-vietnam``: ベトナム, vietnam); nothing for all others. Whoever does not name it is not sent there."""
    if organisation.kind != "embassy" or not organisation.slug.startswith(MISSION):
        return []
    named = [MISSION_WORDS.sub("", name) for name in (organisation.name.ja, *organisation.aka) if MISSION_WORDS.search(name)]
    # "Philippine embassy", "Embassy of the Philippines": the shorter one is found in both.
    return normalised_terms([*named, organisation.slug.removeprefix(MISSION).replace("-", " ").removesuffix("s")])


class _Writer:
    def __init__(self, portal: Portal, variant: Variant, annotator: Annotator) -> None:
        self.portal, self.variant, self.annotator = portal, variant, annotator

    def text(self, text: Text) -> list[list[str]]:
        return ruby(plain_text(self.portal, text.of(self.variant), self.variant), self.annotator)

    def terms(self, texts: Iterable[str]) -> list[str]:
        """Terms as written and as read; readings so short that they stand in other words by chance are left out, and half-read Chinese words."""
        known = list(texts)
        readings = (kana for kana in map(self.kana, known) if len(kana) >= SHORTEST_READING and not CHINESE.search(kana))
        return normalised_terms([*known, *readings])

    def kana(self, text: str) -> str:
        return "".join(segment.reading or segment.base for segment in self.annotator.segments(text))

    def shown(self, organisation: Organisation, service: Service) -> dict[str, Any]:
        same = service.name.ja == organisation.name.ja
        return _full(
            {
                "name": self.text(service.name),
                "organisation": None if same else self.text(organisation.name),
                "summary": self.text(service.summary),
            }
        )

    def names(self, organisation: Organisation, service: Service) -> list[str]:
        """Names by which a service is asked for; one that stands within another is left out, unless it is a name people use for short."""
        short = normalised_terms(word for alias in organisation.aka for word in (alias, self.kana(alias)))
        long = normalised_terms(
            [service.name.ja, service.name.easy, service.kana, service.name_en, organisation.name.ja, organisation.kana, organisation.name_en]
        )
        return list(dict.fromkeys([*short, *(name for name in long if not any(name != other and name in other for other in long))]))

    def service(self, key: str, organisation: Organisation, service: Service) -> dict[str, Any]:
        eligibility = service.eligibility
        return _full(
            {
                "id": key,
                "names": self.names(organisation, service),
                "country": countries(organisation),
                "problems": service.problems,
                "fields": service.fields,
                "gateway": service.gateway,
                "public": organisation.kind in PUBLIC,
                "authority": organisation.slug.startswith(AUTHORITY),
                "urgency": service.urgency,
                "areas": service.area.codes,
                "residency": None if service.area.residency == "unknown" else service.area.residency,
                "policy": eligibility.policy,
                "include": eligibility.include,
                "exclude": eligibility.exclude,
                "irregular": eligibility.irregular_stay,
                "cost": service.cost.service,
                "documents": service.documents,
                "closed": service.status == "temporarily_closed",
                "dated": service.source_dated,
                "verified": service.verified.on.isoformat() if service.verified else None,
                "hidden": service.confidential.place_hidden,
                "channels": [self.channel(channel) for channel in service.channels],
            }
        )

    @staticmethod
    def channel(channel: Channel) -> dict[str, Any]:
        return _full(
            {
                "mode": channel.mode,
                "number": channel.number,
                "url": None if channel.url is None else str(channel.url),
                "cost": channel.call_cost,
                "languages": [[language.code, language.via] for language in channel.languages],
                "hours": None if channel.hours == "unknown" else channel.hours,
                "reserve": None if channel.reserve in {"unknown", "none"} else channel.reserve,
            }
        )


def _full(record: dict[str, Any]) -> dict[str, Any]:
    """The record without empty fields."""
    return {key: value for key, value in record.items() if value not in (None, False, "", [], (), {})}
