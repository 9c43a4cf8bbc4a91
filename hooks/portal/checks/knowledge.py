"""Facts, figures, data sets, terms and what goes to the counter are sound in themselves."""

from __future__ import annotations

from collections.abc import Iterator

from portal.portal import Portal
from portal.problems import Problem


def check_seen_facts_say_when(portal: Portal) -> Iterator[Problem]:
    """A source that was seen has the day it was read."""
    for key, fact in portal.facts.items():
        place = portal.places[key]
        if fact.seen and fact.seen_on is None:
            yield place.problem(f"{key}: seen: true なのに seen_on（写しを読んだ日）がありません。日付を書くか、seen: false にしてください。", "seen")


def check_figures_hold_what_their_kind_needs(portal: Portal) -> Iterator[Problem]:
    """A figure has the parts that its kind names, and they rest on records that exist."""
    for key, figure in portal.figures.items():
        place = portal.places[key]
        if not figure.parts:
            name = "events" if figure.kind == "timeline" else figure.kind
            yield place.problem(f"{key}: kind: {figure.kind} なのに {name} がありません。書き加えてください。")
        dates = [event.on for event in figure.events]
        if dates != sorted(dates):
            yield place.problem(f"{key}: できごとが日付の順ではありません。古いものから並べてください。", "events")
        for part in ("bars", "deadlines"):
            for index, each in enumerate(getattr(figure, part)):
                if each.fact not in portal.facts and portal.knows_all("content/facts"):
                    yield place.problem(f"{key}: 「{each.fact}」という数字はありません。綴りを直すか、先に作ってください。", part, index)
        if figure.chart and figure.chart not in portal.datasets and portal.knows_all("content/statistics"):
            yield place.problem(f"{key}: 「{figure.chart}」という統計（content/statistics）はありません。綴りを直すか、先に作ってください。", "chart")
        yield from _uneven_bars(portal, key)


def _uneven_bars(portal: Portal, key: str) -> Iterator[Problem]:
    """Bars of one figure are numbers of one unit."""
    place = portal.places[key]
    facts = [portal.facts[bar.fact] for bar in portal.figures[key].bars if bar.fact in portal.facts]
    if len({fact.unit for fact in facts}) > 1:
        yield place.problem(f"{key}: 単位の違う数字が並んでいます。一つの図の棒は同じ単位にしてください。", "bars")
    if any(isinstance(fact.value, str) for fact in facts):
        yield place.problem(f"{key}: 棒の長さにできるのは数だけです。value が数の fact にしてください。", "bars")


def check_datasets_can_be_drawn(portal: Portal) -> Iterator[Problem]:
    """A trend has a point in time in each row, oldest first; what was seen says when; no value is below nothing."""
    for key, dataset in portal.datasets.items():
        place = portal.places[key]
        if dataset.seen and dataset.seen_on is None:
            yield place.problem(f"{key}: seen: true なのに seen_on（写しを読んだ日）がありません。日付を書くか、seen: false にしてください。", "seen")
        if any(row.value < 0 for row in dataset.rows):
            yield place.problem(f"{key}: 0 より小さい値は図にできません。値を確かめてください。", "rows")
        times = [row.at or "" for row in dataset.rows]
        if dataset.kind == "trend" and ("" in times or times != sorted(set(times))):
            yield place.problem(f"{key}: kind: trend の行には at（2025 か 2025-06）を、古い順に一つずつ書いてください。", "rows")


def check_situations_belong_to_units(portal: Portal) -> Iterator[Problem]:
    """A situation names a unit of the curriculum."""
    codes = {unit.code for unit in portal.curriculum.units}
    for key, situation in portal.situations.items():
        if situation.unit not in codes:
            yield portal.places[key].problem(f"{key}: 「{situation.unit}」というコマはありません。content/curriculum.yml の番号にしてください。", "unit")


def check_phrases_become_plainer(portal: Portal) -> Iterator[Problem]:
    """The sentence after is another one than before."""
    for key, phrase in portal.phrases.items():
        if phrase.before == phrase.after:
            yield portal.places[key].problem(f"{key}: before と after が同じです。言いかえた文を after に書いてください。", "after")


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


KNOWLEDGE_RULES = (
    check_seen_facts_say_when,
    check_figures_hold_what_their_kind_needs,
    check_datasets_can_be_drawn,
    check_situations_belong_to_units,
    check_phrases_become_plainer,
    check_terms_are_not_twice,
)
