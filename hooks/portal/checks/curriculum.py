"""The 64 hours add up, codes fit their places, published units exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from portal.portal import Portal
from portal.problems import Problem

PATH = "content/curriculum.yml"
# Hours of the items as the agency's report of April 2023 gives them (reference material 15-1).
OFFICIAL_HOURS = {"A": 4, "B": 6, "C": 6, "D": 24, "E": 24}


def check_hours_add_up(portal: Portal) -> Iterator[Problem]:
    """Each item has as many units as hours, the hours are the official ones, the total fits."""
    place = portal.places[PATH]
    for index, item in enumerate(portal.curriculum.items):
        units = len(item.all_units)
        if units != item.hours:
            yield place.problem(f"項目{item.code}は {item.hours} 時間なのに、コマが {units} あります。hours かコマの数を直してください。", "items", index, "hours")
        if item.hours != OFFICIAL_HOURS[item.code]:
            message = f"項目{item.code}の公式の時間は {OFFICIAL_HOURS[item.code]} 時間です。hours を直してください。"
            yield place.problem(message, "items", index, "hours")
    total = sum(item.hours for item in portal.curriculum.items)
    if total != portal.curriculum.hours:
        yield place.problem(f"項目の時間の合計は {total} 時間で、hours（{portal.curriculum.hours}）と合いません。どちらかを直してください。", "hours")


def check_codes_fit_their_places(portal: Portal) -> Iterator[Problem]:
    """A unit's code begins with its lecture's or field's, a lecture's with its item's; no code twice."""
    place = portal.places[PATH]
    for item in portal.curriculum.items:
        for lecture in item.lectures:
            if not lecture.code.startswith(item.code):
                yield place.problem(f"講義「{lecture.code}」が項目{item.code}の下にあります。コードか場所を直してください。", "items")
            owners = [(lecture.code, unit) for unit in lecture.units] + [(field.code, unit) for field in lecture.fields for unit in field.units]
            for owner, unit in owners:
                if unit.code.rpartition("-")[0] != owner:
                    yield place.problem(f"コマ「{unit.code}」が「{owner}」の下にあります。コードか場所を直してください。", "items")
    counts = Counter(unit.code for unit in portal.curriculum.units) + Counter(lecture.code for lecture in portal.curriculum.lectures)
    for code, count in counts.items():
        if count > 1:
            yield place.problem(f"コード「{code}」が {count} 回あります。一つにしてください。", "items")


def check_published_units_have_both_pages(portal: Portal) -> Iterator[Problem]:
    """A published unit has its page in both variants; a page belongs to a unit of the course."""
    place = portal.places[PATH]
    codes = {unit.code for unit in portal.curriculum.units}
    for code in portal.published:
        pages = portal.units.get(code)
        for folder, page in (("ja", pages and pages.page), ("ja-easy", pages and pages.plain_page)):
            if page is None:
                path = f"content/{folder}/units/{code.lower()}.md"
                yield place.problem(f"{code} は published ですが {path} がありません。書くか、state を draft にしてください。", "items")
    for code, pages in portal.units.items():
        page = pages.page or pages.plain_page
        if code not in codes and page is not None:
            yield Problem(page.path, 1, f"コマ「{code}」は content/curriculum.yml にありません。ファイル名を直してください。")


CURRICULUM_RULES = (check_hours_add_up, check_codes_fit_their_places, check_published_units_have_both_pages)
