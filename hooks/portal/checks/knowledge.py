"""Facts, figures and terms are sound in themselves."""

from __future__ import annotations

from collections.abc import Iterator

from portal.portal import Portal
from portal.problems import Problem


def check_seen_facts_say_when(portal: Portal) -> Iterator[Problem]:
    """A source that was seen has the day it was read; a future-dated reading is impossible before its source."""
    for key, fact in portal.facts.items():
        place = portal.places[key]
        if fact.seen and fact.seen_on is None:
            yield place.problem(f"{key}: seen: true なのに seen_on（写しを読んだ日）がありません。日付を書くか、seen: false にしてください。", "seen")
        if fact.verified and fact.seen_on and fact.verified.on < fact.as_of:
            yield place.problem(f"{key}: verified.on が as_of より前です。日付を確かめてください。", "verified")


def check_figures_hold_what_their_kind_needs(portal: Portal) -> Iterator[Problem]:
    """A figure of steps has steps, one of bars has bars of one unit with numbers."""
    for key, figure in portal.figures.items():
        place = portal.places[key]
        if not getattr(figure, figure.kind):
            yield place.problem(f"{key}: kind: {figure.kind} なのに {figure.kind} がありません。書き加えてください。")
        facts = [portal.facts[bar.fact] for bar in figure.bars if bar.fact in portal.facts]
        for index, bar in enumerate(figure.bars):
            if bar.fact not in portal.facts and portal.knows_all("content/facts"):
                yield place.problem(f"{key}: 「{bar.fact}」という数字はありません。綴りを直すか、先に作ってください。", "bars", index)
        if len({fact.unit for fact in facts}) > 1:
            yield place.problem(f"{key}: 単位の違う数字が並んでいます。一つの図の棒は同じ単位にしてください。", "bars")
        if any(isinstance(fact.value, str) for fact in facts):
            yield place.problem(f"{key}: 棒の長さにできるのは数だけです。value が数の fact にしてください。", "bars")


def check_terms_are_not_twice(portal: Portal) -> Iterator[Problem]:
    """One word, one entry."""
    seen: dict[str, str] = {}
    for key, term in portal.terms.items():
        if term.term in seen:
            yield portal.places[key].problem(f"用語「{term.term}」は {seen[term.term]} にもあります。一つにまとめてください。", "term")
        seen.setdefault(term.term, key)
        for other in term.see_also:
            if other not in portal.terms:
                yield portal.places[key].problem(f"see_also の「{other}」という用語はありません。綴りを直してください。", "see_also")


KNOWLEDGE_RULES = (check_seen_facts_say_when, check_figures_hold_what_their_kind_needs, check_terms_are_not_twice)
