"""A channel says of its number, its hours and its languages nothing that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.listed_services import listed_services
from portal.model.hours import ends_next_morning
from portal.model.phone import costs_of
from portal.portal import Portal
from portal.problems import Problem


def check_call_cost_is_that_of_the_prefix(portal: Portal) -> Iterator[Problem]:
    """0120 and 0800 are free, 0570 is a navi-dial, a mobile phone costs its rate, and no other number is free."""
    for listed in listed_services(portal):
        for index, channel in enumerate(listed.service.channels):
            costs = costs_of(channel.number) if channel.number else ()
            if costs and channel.call_cost not in costs:
                message = f"「{channel.number}」の call_cost は {' か '.join(costs)} です（今は {channel.call_cost}）。番号か call_cost を直してください。"
                yield listed.problem(message, "channels", index, "call_cost")


def check_numbers_stand_once_in_their_channel(portal: Portal) -> Iterator[Problem]:
    """``number_alt`` holds other numbers than ``number``."""
    for listed in listed_services(portal):
        for index, channel in enumerate(listed.service.channels):
            numbers = [channel.number, *channel.number_alt]
            if len(set(numbers)) < len(numbers):
                yield listed.problem("number と number_alt に同じ番号があります。一つを消してください。", "channels", index, "number_alt")


def check_languages_stand_once_in_their_channel(portal: Portal) -> Iterator[Problem]:
    """A language is spoken in one way in one channel; where there are two ways, there are two channels."""
    for listed in listed_services(portal):
        for index, channel in enumerate(listed.service.channels):
            codes = [language.code for language in channel.languages]
            for number, code in enumerate(codes):
                if code in codes[:number]:
                    message = f"言語「{code}」が二度あります。一つを消すか、時間や話し方が違うなら channel を分けてください。"
                    yield listed.problem(message, "channels", index, "languages", number)


def check_channels_are_not_repeated(portal: Portal) -> Iterator[Problem]:
    """Two channels of a service do not give the same way at the same hours in the same language."""
    for listed in listed_services(portal):
        seen: set[tuple[str | None, ...]] = set()
        for index, channel in enumerate(listed.service.channels):
            # Two pages with a note each may both be open day and night; a number is one way.
            ways = {("phone", channel.number, channel.hours, language.code) for language in channel.languages} if channel.number else set()
            for _, number, _, code in sorted(ways & seen, key=str)[:1]:
                message = f"「{number}」の「{code}」が、同じ時間の channel に二度あります。一つにまとめるか、時間を直してください。"
                yield listed.problem(message, "channels", index)
            seen |= ways


def check_nights_are_meant(portal: Portal) -> Iterator[Problem]:
    """``17:00-09:00`` may be a night or two times in the wrong order: the note says that it is a night."""
    for listed in listed_services(portal):
        for index, channel in enumerate(listed.service.channels):
            if ends_next_morning(channel.hours) and channel.hours_note is None:
                message = f"「{channel.hours}」は次の朝までの時間です。夜の受付なら hours_note に「翌朝まで」と書き、そうでなければ時刻の順を直してください。"
                yield listed.problem(message, "channels", index, "hours")


CHANNEL_RULES = (
    check_call_cost_is_that_of_the_prefix,
    check_numbers_stand_once_in_their_channel,
    check_languages_stand_once_in_their_channel,
    check_channels_are_not_repeated,
    check_nights_are_meant,
)
