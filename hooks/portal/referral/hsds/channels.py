"""A channel as HSDS has it: a service at a location that holds its own phones, languages and schedules, so that none of them is read together with another's."""

from __future__ import annotations

from typing import Any

from portal.model.channel import Channel, ChannelLanguage
from portal.model.directory import Service
from portal.referral.exports import without_empty
from portal.referral.hsds.identifiers import channel_keys, object_id
from portal.referral.hsds.links import uri
from portal.referral.hsds.places import place_fields
from portal.referral.hsds.schedules import schedules
from portal.referral.hsds.terms import attribute, attributes
from portal.referral.hsds.wording import Wording

# HSDS counts a language only where the staff speak it; where nobody knows, a note says so.
SPOKEN = {"staff", "unknown"}


def service_at_locations(wording: Wording, service: Service, key: str) -> list[dict[str, Any]]:
    """One object a channel of the service with ``key``."""
    keys = channel_keys(key, service.channels)
    return [_service_at_location(wording, service, channel, own) for channel, own in zip(service.channels, keys, strict=True)]


def _service_at_location(wording: Wording, service: Service, channel: Channel, key: str) -> dict[str, Any]:
    found: dict[str, Any] = without_empty(
        {
            "id": object_id(key),
            "description": wording.sentences(
                channel_name(wording, channel),
                wording.label("call_cost", channel.call_cost) if channel.number else "",
                wording.statement("reserve", [channel.reserve]),
                _interpreting(wording, channel),
                wording.text(channel.note),
            ),
            "location": _location(wording, service, channel, key),
            "attributes": attributes(wording, key, {"mode": [channel.mode], "reserve": [channel.reserve]}),
        }
    )
    return found


def _location(wording: Wording, service: Service, channel: Channel, key: str) -> dict[str, Any]:
    open_counter = channel.mode == "visit" and not service.confidential.place_hidden
    return {
        "id": object_id(key, "location"),
        "location_type": "physical" if open_counter else "virtual",
        "url": uri(channel.url) if channel.url else None,
        "name": wording.text(service.place.name if open_counter and service.place else None) or channel_name(wording, channel),
        **(place_fields(wording, service.place, key) if open_counter and service.place else {}),
        "languages": [_language(wording, language, key) for language in channel.languages if language.via in SPOKEN],
        "phones": [_phone(wording, channel, number, key) for number in (channel.number, *channel.number_alt) if number],
        "schedules": schedules(wording, channel, key),
    }


def channel_name(wording: Wording, channel: Channel) -> str:
    """``電話 0120-000-000``."""
    return f"{wording.label('mode', channel.mode)} {channel.number or ''}".strip()


def _phone(wording: Wording, channel: Channel, number: str, key: str) -> dict[str, Any]:
    """The number as printed in Japan: 0120 and 0570 may not connect in any other form. What a call costs is known of the first number only."""
    costs = [attribute(wording, f"{key}#{number}", "call_cost", channel.call_cost)] if number == channel.number else []
    return {"id": object_id(key, "phone", number), "number": number, "type": "voice", "attributes": costs}


def _language(wording: Wording, language: ChannelLanguage, key: str) -> dict[str, Any]:
    note = wording.label("way", "unknown") if language.via == "unknown" else ""
    name = wording.portal.languages[language.code].label.ja
    return {"id": object_id(key, "language", language.code, language.via), "name": name, "code": iso_code(language.code), "note": note}


def iso_code(tag: str) -> str:
    """ISO 639-1, or 639-3 where there is none, of a BCP 47 tag (``zh-Hans`` → ``zh``; ``fil`` stays): its first part is always the shortest code."""
    return tag.partition("-")[0].lower()


def _interpreting(wording: Wording, channel: Channel) -> str:
    """``電話通訳: 英語、ベトナム語`` for each way other than staff."""
    ways = dict.fromkeys(language.via for language in channel.languages if language.via not in SPOKEN)
    return "。".join(f"{wording.label('way', way)}: {_names(wording, channel, way)}" for way in ways)


def _names(wording: Wording, channel: Channel, way: str) -> str:
    return "、".join(wording.portal.languages[language.code].label.ja for language in channel.languages if language.via == way)


def interpretation_services(wording: Wording, service: Service) -> str:
    """Languages that are reached through somebody else, with the channels that offer them; "" for none."""
    offered: dict[str, list[str]] = {}
    for channel in service.channels:
        if text := _interpreting(wording, channel):
            offered.setdefault(text, []).append(channel_name(wording, channel))
    return wording.sentences(*(f"{text}（{'、'.join(dict.fromkeys(names))}）" for text, names in offered.items()))
