"""Conditions of a service do not contradict each other, and say what they promise to say."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.listed_services import ListedService, listed_services
from portal.portal import Portal
from portal.problems import Problem

PRICED = ("paid", "means_tested", "loan")
ALONE = ("none", "unknown")


def check_eligibility_agrees_with_itself(portal: Portal) -> Iterator[Problem]:
    """A listed policy says who; a status is not both in and out; an answer on irregular stay has its page."""
    for listed in listed_services(portal):
        rule = listed.service.eligibility
        who = (*rule.include, *rule.exclude, *filter(None, (rule.note, rule.other)))
        if rule.policy == "listed" and not who:
            yield listed.problem("policy: listed なのに、だれが使えるかがありません。include か note に書いてください。", "eligibility", "policy")
        if rule.include and rule.policy != "listed":
            yield listed.problem(
                f"policy: {rule.policy} に include は書けません。policy を listed にするか、include を空にしてください。", "eligibility", "include"
            )
        for status in sorted(set(rule.include) & set(rule.exclude)):
            yield listed.problem(f"在留資格「{status}」が include と exclude の両方にあります。片方を消してください。", "eligibility", "exclude")
        if rule.irregular_stay in {"yes", "no"} and rule.basis_url is None:
            message = f"irregular_stay: {rule.irregular_stay} の根拠のページがありません。basis_url に書くか、unknown にしてください。"
            yield listed.problem(message, "eligibility", "irregular_stay")
        if rule.policy == "lawful_stay" and rule.irregular_stay == "yes":
            message = "policy: lawful_stay と irregular_stay: yes は両立しません。根拠のページと照らして、どちらかを直してください。"
            yield listed.problem(message, "eligibility", "irregular_stay")


def check_ages_are_in_order(portal: Portal) -> Iterator[Problem]:
    """The youngest is not older than the oldest."""
    for listed in listed_services(portal):
        other = listed.service.eligibility.other
        if other and other.min_age is not None and other.max_age is not None and other.min_age > other.max_age:
            message = f"min_age（{other.min_age}）が max_age（{other.max_age}）より大きいです。年齢を直してください。"
            yield listed.problem(message, "eligibility", "other", "min_age")


def check_price_is_told(portal: Portal) -> Iterator[Problem]:
    """What costs money says how much, by a fact that exists, or under which conditions, by a note."""
    for listed in listed_services(portal):
        cost = listed.service.cost
        if cost.service in PRICED and not (cost.fact or cost.note):
            message = f"cost.service: {cost.service} なのに、金額も条件もありません。fact（f-…）か note を書いてください。"
            yield listed.problem(message, "cost", "service")
        if cost.fact and cost.fact not in portal.facts and portal.knows_all("content/facts"):
            yield listed.problem(f"「{cost.fact}」という数字（content/facts）はありません。綴りを直すか、先に作ってください。", "cost", "fact")


def check_lists_of_a_service_name_each_once(portal: Portal) -> Iterator[Problem]:
    """Fields, problems and documents; none and unknown stand alone among the documents."""
    for listed in listed_services(portal):
        yield from _repeated(listed)
        documents = listed.service.documents
        for word in ALONE:
            if word in documents and len(documents) > 1:
                yield listed.problem(f"documents の {word} はほかと並べられません。{word} か、ほかを消してください。", "documents")


def _repeated(listed: ListedService) -> Iterator[Problem]:
    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("fields", listed.service.fields),
        ("problems", listed.service.problems),
        ("documents", listed.service.documents),
    )
    for key, values in groups:
        for number, value in enumerate(values):
            if value in values[:number]:
                yield listed.problem(f"{key} に「{value}」が二度あります。一つを消してください。", key, number)


def check_closing_has_its_status(portal: Portal) -> Iterator[Problem]:
    """A day until which a service is closed belongs to one that is closed for a time."""
    for listed in listed_services(portal):
        if listed.service.closed_until and listed.service.status != "temporarily_closed":
            message = f"closed_until があるのに status が {listed.service.status} です。temporarily_closed にするか、closed_until を消してください。"
            yield listed.problem(message, "closed_until")


CONDITION_RULES = (
    check_eligibility_agrees_with_itself,
    check_ages_are_in_order,
    check_price_is_told,
    check_lists_of_a_service_name_each_once,
    check_closing_has_its_status,
)
