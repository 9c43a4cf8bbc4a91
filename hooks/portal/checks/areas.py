"""Areas of the list and of the services fit together: prefectures, municipalities, and the prefecture of each."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.listed_services import ListedService, listed_services
from portal.portal import Portal
from portal.problems import Problem

LIST = "content/directory/lists/areas.yml"


def check_municipalities_have_their_prefecture(portal: Portal) -> Iterator[Problem]:
    """The prefecture of a municipality is in the list, is no municipality itself, and shares the first two digits."""
    for code, area in portal.areas.items():
        parent = portal.areas.get(area.prefecture or "")
        if area.prefecture and (parent is None or parent.prefecture or area.prefecture[:2] != code[:2]):
            message = f"「{area.label.ja}」の prefecture「{area.prefecture}」は、この一覧にある、初めの2桁が同じ都道府県ではありません。コードを直すか、都道府県を先に加えてください。"
            yield portal.places[code].problem(message, "prefecture")


def check_scope_is_that_of_its_codes(portal: Portal) -> Iterator[Problem]:
    """``prefectures`` lists prefectures, ``municipalities`` lists municipalities, each once."""
    for listed in listed_services(portal):
        area = listed.service.area
        for number, code in enumerate(area.codes):
            known = portal.areas.get(code)
            if known and (known.prefecture is None) != (area.scope == "prefectures"):
                kind = "市区町村" if known.prefecture else "都道府県"
                message = f"scope: {area.scope} に{kind}「{code} {known.label.ja}」があります。scope かコードを直してください。"
                yield listed.problem(message, "area", "codes", number)
            if code in area.codes[:number]:
                yield listed.problem(f"地域「{code}」が二度あります。一つを消してください。", "area", "codes", number)


def check_places_stand_in_their_prefecture(portal: Portal) -> Iterator[Problem]:
    """A counter's codes are a prefecture of the list and a municipality in it."""
    if not portal.knows_all(LIST):
        return
    for listed in listed_services(portal):
        yield from _place_faults(portal, listed)


def _place_faults(portal: Portal, listed: ListedService) -> Iterator[Problem]:
    place = listed.service.place
    if place is None:
        return
    prefecture = portal.areas.get(place.pref_code)
    if prefecture is None or prefecture.prefecture:
        message = f"pref_code「{place.pref_code}」は {LIST} にある都道府県ではありません。都道府県のコードに直してください。"
        yield listed.problem(message, "place", "pref_code")
    elif place.municipality_code and place.municipality_code[:2] != place.pref_code[:2]:
        message = f"municipality_code「{place.municipality_code}」は{prefecture.label.ja}の市区町村ではありません。どちらかのコードを直してください。"
        yield listed.problem(message, "place", "municipality_code")


AREA_RULES = (check_municipalities_have_their_prefecture, check_scope_is_that_of_its_codes, check_places_stand_in_their_prefecture)
