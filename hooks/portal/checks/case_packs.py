"""A case pack has its file, its page, questions that a step works on, a session of fitting length, and partners that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from portal.addresses import CASES
from portal.locales import FOLDERS
from portal.model.quiz import Ability
from portal.portal import Portal
from portal.problems import Problem

LEAST_MINUTES, MOST_MINUTES = 60, 120
LEAST_SERVICES = 3


def check_packs_stand_where_they_belong(portal: Portal) -> Iterator[Problem]:
    """The file has the pack's name, its units and fields exist, and there is a page that lists all packs."""
    codes = {unit.code for unit in portal.curriculum.units}
    fields = {field.code for field in portal.curriculum.course_fields}
    for key, pack in portal.packs.items():
        place = portal.places[key]
        if not place.document.path.endswith(f"/{pack.slug}.yml"):
            yield place.problem(f"id「{key}」がファイル名と合いません。ファイル名を {pack.slug}.yml にするか、id を直してください。", "id")
        for part, what, known, named in (("units", "コマ", codes, pack.units), ("fields", "分野", fields, pack.fields)):
            for index, each in enumerate(named):
                if each not in known:
                    yield place.problem(f"{key}: 「{each}」という{what}はありません。content/curriculum.yml の番号にしてください。", part, index)
    if portal.packs and not any(path.startswith(f"{folder}/{CASES}") for folder in FOLDERS.values() for path in portal.places):
        yield Problem(f"{FOLDERS['ja']}/{CASES}.md", 1, "事例教材の一覧のページがありません。二つの版で書いてください（template: cases.html）。")


def check_steps_work_on_every_question(portal: Portal) -> Iterator[Problem]:
    """Questions have ids of their own, ask for each of the four abilities, and each is worked on in one step or more."""
    for key, pack in portal.packs.items():
        place, ids = portal.places[key], [question.id for question in pack.questions]
        for index, each in enumerate(ids):
            if each in ids[:index]:
                yield place.problem(f"{key}: 問いの id「{each}」が二つあります。別の id にしてください。", "questions", index, "id")
        asked = {each for step in pack.guide.steps for each in step.questions}
        for index, each in enumerate(ids):
            if each not in asked:
                message = f"{key}: 問い「{each}」を扱う段がありません。guide の steps のどれかの questions に書いてください。"
                yield place.problem(message, "questions", index, "id")
        for number, step in enumerate(pack.guide.steps):
            for index, each in enumerate(step.questions):
                if each not in ids:
                    message = f"{key}: 「{each}」という問いはありません。{'・'.join(ids)} のどれかにしてください。"
                    yield place.problem(message, "guide", "steps", number, "questions", index)
        missing = [ability for ability in get_args(Ability) if all(question.ability != ability for question in pack.questions)]
        if missing:
            yield place.problem(f"{key}: ability: {'・'.join(missing)} の問いがありません。四つの能力のそれぞれに問いを書いてください。", "questions")


def check_sessions_have_a_fitting_length(portal: Portal) -> Iterator[Problem]:
    """The two days hold four packs each: a session takes one to two hours."""
    for key, pack in portal.packs.items():
        if not LEAST_MINUTES <= pack.guide.minutes <= MOST_MINUTES:
            message = f"{key}: 段の時間の合計が {pack.guide.minutes} 分です。{LEAST_MINUTES}～{MOST_MINUTES} 分にしてください。"
            yield portal.places[key].problem(message, "guide", "steps")


def check_partners_exist(portal: Portal) -> Iterator[Problem]:
    """A partner is a service of the directory or has a name, and at least three are services."""
    for key, pack in portal.packs.items():
        place, partners = portal.places[key], pack.analysis.partners
        for index, partner in enumerate(partners):
            where = ("analysis", "partners", index)
            if (partner.service is None) == (partner.name is None):
                yield place.problem(f"{key}: つなぐ先には service か name のどちらか一つを書いてください。", *where)
            if partner.service and partner.service not in portal.services and portal.knows_all("content/directory/"):
                message = f"{key}: 「{partner.service}」というサービスは content/directory にありません。id を直すか、name で書いてください。"
                yield place.problem(message, *where, "service")
        if sum(partner.service is not None for partner in partners) < LEAST_SERVICES:
            yield place.problem(f"{key}: 名簿のサービス（service）が {LEAST_SERVICES} より少ないです。名簿の id で書いてください。", "analysis", "partners")


CASE_PACK_RULES = (
    check_packs_stand_where_they_belong,
    check_steps_work_on_every_question,
    check_sessions_have_a_fitting_length,
    check_partners_exist,
)
