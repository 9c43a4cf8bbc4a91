"""Conditions and rounds of the training are possible and in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from portal.model.enrolment import Enrolment, Round
from portal.portal import Place, Portal
from portal.problems import Problem

PATH = "content/programme/enrolment.yml"


def check_rounds_are_possible(portal: Portal) -> Iterator[Problem]:
    """A call opens before it closes, on days that exist, and those who applied hear of it afterwards."""
    for index, each in enumerate(portal.enrolment.rounds if portal.enrolment else ()):
        place = portal.places[PATH]
        for part in ("opens_at", "closes_at"):
            if _moment(getattr(each, part)) is None:
                yield place.problem(f"{each.id}: 「{getattr(each, part)}」という日はありません。日付を確かめてください。", "rounds", index, part)
        opens, closes = _moment(each.opens_at), _moment(each.closes_at)
        if opens and closes and closes <= opens:
            yield place.problem(
                f"{each.id}: 締切り（{each.closes_at}）が受付の始まり（{each.opens_at}）より後ではありません。日時を確かめてください。",
                "rounds",
                index,
                "closes_at",
            )
        if closes and each.told_by and each.told_by < closes.date():
            yield place.problem(f"{each.id}: 結果を知らせる日（{each.told_by}）が締切りより前です。日付を確かめてください。", "rounds", index, "told_by")


def check_rounds_do_not_overlap(portal: Portal) -> Iterator[Problem]:
    """Each round opens and closes after the one before: no call lies within another (those of 2025 met for five days)."""
    if portal.enrolment:
        for index, (before, after) in enumerate(pairwise(portal.enrolment.rounds), start=1):
            if not _follows(before, after):
                message = f"{after.id}: 募集の期間が {before.id} の期間と重なっています。始まりも締切りも前の回より後にし、古い回から順に並べてください。"
                yield portal.places[PATH].problem(message, "rounds", index, "opens_at")


def _follows(before: Round, after: Round) -> bool:
    return before.opens_at < after.opens_at and before.closes_at < after.closes_at


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def check_ids_of_enrolment_are_not_twice(portal: Portal) -> Iterator[Problem]:
    """One rule a fiscal year, one id a round, a qualification and a document."""
    if portal.enrolment:
        place = portal.places[PATH]
        for part, key in (("rules", "fiscal_year"), ("rounds", "id")):
            yield from _twice(place, portal.enrolment, part, key)


def _twice(place: Place, enrolment: Enrolment, part: str, key: str) -> Iterator[Problem]:
    seen: set[object] = set()
    for index, each in enumerate(getattr(enrolment, part)):
        name = getattr(each, key)
        if name in seen:
            yield place.problem(f"{key} の「{name}」が二つあります。別のものにするか、一つにまとめてください。", part, index)
        seen.add(name)


ENROLMENT_RULES = (check_rounds_are_possible, check_rounds_do_not_overlap, check_ids_of_enrolment_are_not_twice)
