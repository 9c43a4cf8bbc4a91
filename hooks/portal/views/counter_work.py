"""Items of the pages for the counter: phrases, situations, comparison cards, forms, the reading of a residence card."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar, get_args

from portal.model.counter_work import Phrase, PhrasePlace, Situation
from portal.model.form import Form
from portal.model.knowledge import FactSource
from portal.model.residence import RENEWAL_FACT, AidRule, StatusProfile, Topic
from portal.portal import Portal

OfUnit = TypeVar("OfUnit", Situation, Form)


def phrases_by_place(portal: Portal) -> list[tuple[str, list[Phrase]]]:
    """Places of a talk in its order, with their phrases."""
    found = [(place, [phrase for phrase in portal.phrases.values() if phrase.place == place]) for place in get_args(PhrasePlace)]
    return [(place, phrases) for place, phrases in found if phrases]


def by_unit(portal: Portal, records: Collection[OfUnit]) -> list[tuple[str, list[OfUnit]]]:
    """Units in course order, with their situations or forms."""
    found = [(unit.code, [record for record in records if record.unit == unit.code]) for unit in portal.curriculum.units]
    return [(code, records) for code, records in found if records]


@dataclass(frozen=True)
class ResidenceView:
    """Profiles by the schedule of the law, their sources in the order of the table, rules by topic, and how many months before its last day a stay may be renewed."""

    groups: list[tuple[str, list[StatusProfile]]]
    sources: list[FactSource]
    rules: list[tuple[str, list[AidRule]]]
    renewal_months: int


def residence_view(portal: Portal) -> ResidenceView:
    """The item of the page that reads a residence card; raises KeyError without the fact of the renewal."""
    groups = [(schedule, list(profiles)) for schedule, profiles in groupby(portal.profiles.values(), key=lambda profile: profile.schedule)]
    rules = [(topic, [rule for rule in portal.aid_rules.values() if rule.topic == topic]) for topic in get_args(Topic)]
    sources = list({profile.source.model_dump_json(): profile.source for profile in portal.profiles.values()}.values())
    return ResidenceView(groups, sources, rules, int(portal.facts[RENEWAL_FACT].value))


def rule_scope(rule: AidRule) -> list[str]:
    """Keys of the words that say for whom a rule holds, besides the statuses it names."""
    permission = [rule.when.permission] if rule.when.permission else []
    return [*(f"aid_work_{work}" for work in rule.when.work), *(f"aid_scope_{part}" for part in (*permission, *rule.when.period))]
