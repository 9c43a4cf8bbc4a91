"""Pages for the counter: order of the phrases, groups of statuses, for whom a rule holds."""

from __future__ import annotations

from portal.portal import Portal
from portal.views.counter_work import by_unit, phrases_by_place, residence_view, rule_scope


def test_phrases_stand_in_the_order_of_a_talk(example: Portal) -> None:
    """A greeting comes before waiting, whatever the order of the file; places without phrases are left out."""
    assert [(place, [phrase.id for phrase in phrases]) for place, phrases in phrases_by_place(example)] == [
        ("greeting", ["ph-hello"]),
        ("waiting", ["ph-wait"]),
    ]


def test_situations_stand_below_their_unit(example: Portal) -> None:
    """Units without situations are left out."""
    assert [(code, len(situations)) for code, situations in by_unit(example, example.situations.values())] == [("A1-1", 1)]


def test_card_page_has_statuses_by_schedule_and_rules_by_topic(example: Portal) -> None:
    """The months of the renewal come from their fact."""
    view = residence_view(example)
    assert [(schedule, [profile.status for profile in profiles]) for schedule, profiles in view.groups] == [("1-4", ["student"])]
    assert {topic: [rule.id for rule in rules] for topic, rules in view.rules} == {
        "work": ["aid-hours"],
        "family": [],
        "services": [],
        "duties": ["aid-renewal"],
    }
    assert view.renewal_months == 3


def test_rule_says_for_whom_it_holds(example: Portal) -> None:
    """Without scripts every rule stands on the page, so each names its people."""
    assert rule_scope(example.aid_rules["aid-hours"]) == ["aid_work_none", "aid_scope_granted"]
    assert rule_scope(example.aid_rules["aid-renewal"]) == ["aid_scope_near"]
