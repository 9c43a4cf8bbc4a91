"""Situations of the counter, judged by somebody who had not seen the code: the right partner comes first, the wrong one does not come near."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environment
import pytest
import yaml
from portal.commands.refer import refer
from portal.loading import load_portal

HERE = Path(__file__).parent
WITHIN, AMONG = 5, 3


def load(name: str) -> list[dict[str, Any]]:
    """The situations of one table."""
    return list(yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8")))


def faults(situation: dict[str, Any], found: list[str]) -> list[str]:
    """What is wrong with the services found, best first; empty where all is right."""
    wrong = []
    if not found or found[0] not in situation["first"]:
        wrong.append(f"first is {found[0] if found else 'nothing'}, not {situation['first']}")
    wrong += [f"{service} is not among the first {WITHIN}" for service in situation.get("within") or [] if service not in found[:WITHIN]]
    wrong += [f"{service} is among the first {AMONG}" for service in situation.get("never") or [] if service in found[:AMONG]]
    return wrong


def judge(name: str) -> dict[str, list[str]]:
    """Faults of every situation of a table, by id; none where all is right."""
    situations = load(name)
    questions = [{"text": each["words"], **{key: each.get(key) or "" for key in ("area", "language", "status")}, "at": each.get("at")} for each in situations]
    results = refer(load_portal(environment.ROOT), environment.node(), questions)
    checked = {each["id"]: faults(each, [hit["service"] for hit in found]) for each, found in zip(situations, results, strict=True)}
    return {key: wrong for key, wrong in checked.items() if wrong}


DANGER = ("emergency_now",)
# How many situations still lead elsewhere: the table may only get better.
MOST_WRONG = {"seen": 18, "unseen": 32}


@pytest.mark.parametrize("name", MOST_WRONG)
def test_problem_leads_to_the_right_partner(name: str) -> None:
    """Of the table that was looked at while the ranking was made, and of the one that was not."""
    assert len(load(name)) >= 60
    wrong = judge(name)
    assert len(wrong) <= MOST_WRONG[name], wrong


def test_danger_brings_a_danger_line_first() -> None:
    """All situations of danger of the table that was looked at."""
    services = load_portal(environment.ROOT).services
    danger = {each["id"] for each in load("seen") if services[each["first"][0]][1].urgency in DANGER}
    assert len(danger) >= 8
    wrong = judge("seen")
    assert not {key: faults for key, faults in wrong.items() if key in danger and faults[0].startswith("first is")}


QUIET = (
    *("生活保護は受けられますか", "手続を続けられますか", "保険がついてくる", "心臓が弱い子の学校", "意識調査に答える", "火曜日にごみを出す", "会社をやめたい"),
    *(
        "子どもがほしい",
        "消えたカード",
        "どうすればいいんですか",
        "そうしたいです",
        "たいほされた",
        "家に帰りたい",
        "薬をもらいたい",
        "仕事が切れた",
        "部屋を出たい",
    ),
    *("I got fired", "work from home", "obrigada pela ajuda", "faça a inscrição", "no me pagan", "tai nạn lao động", "mang thai", "tôi muốn học tiếng Nhật"),
    *("quiero trabajar", "mau kerja", "想学日语", "打工", "打扫", "被解雇", "gusto kong magtrabaho", "काम खोज्न चाहन्छु", "일하고 싶어요"),
)


def test_ordinary_words_raise_no_alarm() -> None:
    """Whoever asks about garbage or wages is not sent to the police."""
    results = refer(load_portal(environment.ROOT), environment.node(), [{"text": text} for text in QUIET])
    alarms = {text: found[0]["why"] for text, found in zip(QUIET, results, strict=True) if found and any(why.startswith("danger") for why in found[0]["why"])}
    assert alarms == {}
