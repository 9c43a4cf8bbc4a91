"""Identifiers that stay the same from build to build: version 5, from slugs and from what an object says, never from its place in a list."""

from __future__ import annotations

from collections import Counter

from portal.model.channel import Channel
from portal.referral.exports import identifier


def object_id(*keys: str) -> str:
    """UUID of the object with these keys: its owner's, then its own."""
    return str(identifier("#".join(keys)))


def channel_keys(service: str, channels: tuple[Channel, ...]) -> list[str]:
    """Key of each channel of ``service`` (``organisation/service``): mode and number; languages, hours and notes only where two channels share these.

    Two channels that say all the same are counted.
    """
    named = [_names(channel) for channel in channels]
    keys = ["/".join(_shortest(names, named)) for names in named]
    seen: Counter[str] = Counter()
    unique: list[str] = []
    for key in keys:
        seen[key] += 1
        unique.append(f"{service}#channel:{key}" + (f"/{seen[key]}" if seen[key] > 1 else ""))
    return unique


def _names(channel: Channel) -> tuple[str, ...]:
    languages = "+".join(sorted(f"{language.code}:{language.via}" for language in channel.languages))
    return channel.mode, channel.number or str(channel.url or ""), languages, channel.hours, channel.note.ja if channel.note else ""


def _shortest(names: tuple[str, ...], others: list[tuple[str, ...]]) -> tuple[str, ...]:
    for length in range(2, len(names)):
        if [other[:length] for other in others].count(names[:length]) == 1:
            return names[:length]
    return names
