"""The page that reads a residence card rests on statuses that exist."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.residence import RENEWAL_FACT
from portal.portal import Portal
from portal.problems import Problem


def check_profiles_and_rules_name_statuses(portal: Portal) -> Iterator[Problem]:
    """Every status of a profile or a rule stands in the closed list."""
    if not portal.knows_all("content/directory/lists"):
        return
    for key, profile in portal.profiles.items():
        if profile.status not in portal.statuses:
            yield portal.places[key].problem(
                f"「{profile.status}」という在留資格はありません。content/directory/lists/statuses.yml の id にしてください。", "status"
            )
    for key, rule in portal.aid_rules.items():
        for index, status in enumerate(rule.when.statuses):
            if status not in portal.statuses:
                message = f"{key}: 「{status}」という在留資格はありません。content/directory/lists/statuses.yml の id にしてください。"
                yield portal.places[key].problem(message, "when", "statuses", index)


def check_schedules_stand_together(portal: Portal) -> Iterator[Problem]:
    """Statuses of one schedule of the law follow each other: they are one group on the page."""
    seen: list[str] = []
    for key, profile in portal.profiles.items():
        if seen and profile.schedule != seen[-1] and profile.schedule in seen:
            yield portal.places[key].problem(f"schedule「{profile.schedule}」の在留資格が離れています。同じ表のものを続けて並べてください。", "schedule")
        seen.append(profile.schedule)


def check_page_of_the_card_knows_the_renewal(portal: Portal) -> Iterator[Problem]:
    """The page computes the first day of a renewal from a fact."""
    if portal.profiles and RENEWAL_FACT not in portal.facts and portal.knows_all("content/facts"):
        place = portal.places[next(iter(portal.profiles))]
        yield place.problem(f"数字「{RENEWAL_FACT}」（更新を申請できる月数）がありません。content/facts に作ってください。")


RESIDENCE_RULES = (check_profiles_and_rules_name_statuses, check_schedules_stand_together, check_page_of_the_card_knows_the_renewal)
