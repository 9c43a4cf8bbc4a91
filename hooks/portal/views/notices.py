"""Notices on pages: the board, and what touches one page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from portal.model.base import Text
from portal.model.notice import Notice
from portal.portal import Portal


@dataclass(frozen=True)
class NoticeBoard:
    """The board: changes of law (without a day first, then the latest day first), news of the programme (newest first), days not to be missed (earliest first)."""

    laws: list[Notice]
    news: list[Notice]
    deadlines: list[tuple[date, Text, Notice]]


def notice_board(portal: Portal) -> NoticeBoard:
    """The item of the page of notices."""
    notices = sorted(portal.notices.values(), key=lambda notice: notice.id)
    laws = [notice for notice in notices if notice.kind == "law"]
    news = [notice for notice in notices if notice.kind == "programme"]
    return NoticeBoard(
        laws=sorted(laws, key=lambda notice: notice.in_force_from or date.max, reverse=True),
        news=sorted(news, key=lambda notice: notice.announced_on or "", reverse=True),
        deadlines=sorted(((each.on, each.text, notice) for notice in notices for each in notice.deadlines), key=lambda found: found[0]),
    )


def notices_touching(portal: Portal, kind: str, key: str, facts: Collection[str]) -> list[Notice]:
    """Notices that touch the page of a unit, lecture or organisation, or the ``facts`` that a page prints; in the order of the board."""
    board = notice_board(portal)
    return [notice for notice in (*board.laws, *board.news) if _touches(portal, notice, kind, key) or set(notice.facts) & set(facts)]


def _touches(portal: Portal, notice: Notice, kind: str, key: str) -> bool:
    if kind == "unit":
        return key in notice.units
    if kind == "lecture":
        lecture = next(lecture for lecture in portal.curriculum.lectures if lecture.code == key)
        units, fields = {unit.code for unit in lecture.all_units}, {field.code for field in lecture.fields}
        return bool(key in notice.lectures or fields & set(notice.lectures) or units & set(notice.units))
    return kind == "organisation" and any(service.startswith(f"{key}/") for service in notice.services)
