"""Notices say when, rest on something that was read, and touch what exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.model.base import partial_date_start
from portal.model.notice import Notice
from portal.portal import Place, Portal
from portal.problems import Problem


def check_notices_touch_what_exists(portal: Portal) -> Iterator[Problem]:
    """Units, lectures, facts and services of a notice are records of the portal."""
    fields = {field.code for field in portal.curriculum.course_fields}
    known: Mapping[str, tuple[str, str, set[str]]] = {
        "units": ("コマ", "content/curriculum.yml", {unit.code for unit in portal.curriculum.units}),
        "lectures": ("講義か分野", "content/curriculum.yml", {lecture.code for lecture in portal.curriculum.lectures} | fields),
        "facts": ("数字", "content/facts", set(portal.facts)),
        "services": ("支援先", "content/directory", set(portal.services)),
    }
    for key, notice in portal.notices.items():
        for part, (label, folder, ids) in known.items():
            for index, name in enumerate(getattr(notice, part)):
                if name not in ids and portal.knows_all(folder):
                    yield portal.places[key].problem(f"{key}: 「{name}」という{label}は {folder} にありません。綴りを直すか、消してください。", part, index)
        if not (notice.units or notice.lectures or notice.facts or notice.services):
            yield portal.places[key].problem(f"{key}: どこに関わるかがありません。units、lectures、facts、services のどれかを書いてください。")


def check_notices_have_their_days(portal: Portal) -> Iterator[Problem]:
    """What is enacted has its day of force, news has its day, and neither comes before it was announced."""
    for key, notice in portal.notices.items():
        place = portal.places[key]
        if notice.stage == "enacted" and notice.in_force_from is None:
            yield place.problem(f"{key}: stage: enacted なのに in_force_from（施行の日）がありません。日を書くか、stage: planned にしてください。", "stage")
        if notice.stage == "news" and notice.announced_on is None:
            yield place.problem(f"{key}: stage: news なのに announced_on（発表の日）がありません。分かるところまで書いてください。", "stage")
        if (notice.kind == "programme") != (notice.stage == "news"):
            yield place.problem(f"{key}: stage: news は kind: programme のためのものです。どちらかを直してください。", "stage")
        yield from _days_out_of_order(key, notice, place)


def _days_out_of_order(key: str, notice: Notice, place: Place) -> Iterator[Problem]:
    announced = partial_date_start(notice.announced_on) if notice.announced_on else None
    if announced and notice.in_force_from and notice.in_force_from < announced:
        yield place.problem(
            f"{key}: in_force_from（{notice.in_force_from}）が announced_on（{notice.announced_on}）より前です。日付を確かめてください。", "in_force_from"
        )
    if announced and announced > notice.posted_on:
        yield place.problem(
            f"{key}: announced_on（{notice.announced_on}）が posted_on（{notice.posted_on}）より後です。日付を確かめてください。", "announced_on"
        )


def check_notices_rest_on_a_source(portal: Portal) -> Iterator[Problem]:
    """A notice is published only where a copy of its source was read and the finding is not weak."""
    for key, notice in portal.notices.items():
        if not notice.seen or notice.seen_on is None:
            yield portal.places[key].problem(
                f"{key}: 出典の写しを読んだ日がありません。読んで seen: true と seen_on を書くか、まだ載せないでください。", "seen"
            )
        if notice.confidence == "low":
            yield portal.places[key].problem(f"{key}: confidence: low のお知らせは載せません。出典を確かめるか、消してください。", "confidence")


NOTICE_RULES = (check_notices_touch_what_exists, check_notices_have_their_days, check_notices_rest_on_a_source)
