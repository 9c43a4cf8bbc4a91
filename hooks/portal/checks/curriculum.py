"""The 64 hours add up, codes fit their places, published units exist."""

from __future__ import annotations

from collections.abc import Iterator

from portal.locales import FOLDERS
from portal.model.curriculum import Item, Unit
from portal.portal import Portal
from portal.problems import Problem
from portal.sources.yaml import Location

PATH = "content/curriculum.yml"
# Hours of the items as the agency's report of April 2023 gives them (reference material 15-1).
OFFICIAL_HOURS = {"A": 4, "B": 6, "C": 6, "D": 24, "E": 24}


def _units(item: Item, location: Location) -> Iterator[tuple[str, Unit, Location]]:
    """Units of ``item`` (which stands at ``location``) with the code above them and their own location."""
    for index, lecture in enumerate(item.lectures):
        here: Location = (*location, "lectures", index)
        for number, unit in enumerate(lecture.units):
            yield lecture.code, unit, (*here, "units", number)
        for place, field in enumerate(lecture.fields):
            for number, unit in enumerate(field.units):
                yield field.code, unit, (*here, "fields", place, "units", number)


def _codes(item: Item, location: Location) -> Iterator[tuple[str, str, Location]]:
    """Codes of lectures, fields and units of ``item`` with the code above them and their own location."""
    for index, lecture in enumerate(item.lectures):
        here: Location = (*location, "lectures", index)
        yield item.code, lecture.code, here
        yield from ((lecture.code, field.code, (*here, "fields", number)) for number, field in enumerate(lecture.fields))
    yield from ((above, unit.code, place) for above, unit, place in _units(item, location))


def check_hours_add_up(portal: Portal) -> Iterator[Problem]:
    """The five items are there, each with as many units as hours; the hours are the official ones, the total fits."""
    place = portal.places[PATH]
    codes = [item.code for item in portal.curriculum.items]
    if codes != list(OFFICIAL_HOURS):
        yield place.problem(f"項目が {'・'.join(codes)} です。{'・'.join(OFFICIAL_HOURS)} を一つずつ、この順に書いてください。", "items")
    for index, item in enumerate(portal.curriculum.items):
        units = len(item.all_units)
        if units != item.hours:
            yield place.problem(
                f"項目{item.code}は {item.hours} 時間なのに、コマが {units} あります。hours かコマの数を直してください。", "items", index, "hours"
            )
        if item.hours != OFFICIAL_HOURS[item.code]:
            message = f"項目{item.code}の公式の時間は {OFFICIAL_HOURS[item.code]} 時間です。hours を直してください。"
            yield place.problem(message, "items", index, "hours")
    total = sum(item.hours for item in portal.curriculum.items)
    if total != portal.curriculum.hours:
        yield place.problem(f"項目の時間の合計は {total} 時間で、hours（{portal.curriculum.hours}）と合いません。どちらかを直してください。", "hours")


def check_codes_fit_their_places(portal: Portal) -> Iterator[Problem]:
    """A unit's code begins with its lecture's or field's, a field's with its lecture's, a lecture's with its item's; no code twice."""
    place = portal.places[PATH]
    seen: dict[str, int] = {}
    for index, item in enumerate(portal.curriculum.items):
        for above, code, location in _codes(item, ("items", index)):
            if (code.rpartition("-")[0] or code[0]) != above:
                yield place.problem(f"「{code}」が「{above}」の下にあります。コードか場所を直してください。", *location)
            if code in seen:
                yield place.problem(f"コード「{code}」は {seen[code]} 行目にもあります。一つにしてください。", *location)
            seen.setdefault(code, place.document.line(location))


def check_published_units_have_both_pages(portal: Portal) -> Iterator[Problem]:
    """A published unit has its page in both variants; a page belongs to a unit of the course."""
    place = portal.places[PATH]
    located = {unit.code: location for index, item in enumerate(portal.curriculum.items) for _, unit, location in _units(item, ("items", index))}
    for code in portal.published:
        for path in (f"{folder}/units/{code.lower()}.md" for folder in FOLDERS.values()):
            if path not in portal.places:
                yield place.problem(f"{code} は published ですが {path} がありません。書くか、state を draft にしてください。", *located[code])
    for code, pages in portal.units.items():
        page = pages.page or pages.plain_page
        if code not in located and page is not None:
            yield Problem(page.path, 1, f"コマ「{code}」は content/curriculum.yml にありません。ファイル名を直してください。")


CURRICULUM_RULES = (check_hours_add_up, check_codes_fit_their_places, check_published_units_have_both_pages)
