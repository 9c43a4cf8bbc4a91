"""A field's sheets have their file, numbers and services that exist, and no number of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.inline.references import references
from portal.inline.texts import texts_of
from portal.model.field_sheet import FieldSheet
from portal.portal import Portal
from portal.problems import Problem
from portal.sources.yaml import Location

NUMBER = re.compile(r"[0-9０-９]{2,4}-[0-9０-９]{2,4}-[0-9０-９]{3,4}|[0-9０-９,，]+(円|万円|日以内|か月以内|年以内)")


def check_sheets_stand_in_their_file(portal: Portal) -> Iterator[Problem]:
    """``content/sheets/e2-01.yml`` is of field E2-01, which the curriculum has."""
    fields = {field.code for field in portal.curriculum.course_fields}
    for code, sheet in portal.sheets.items():
        place = portal.places[f"sheets/{code}"]
        if not place.document.path.endswith(f"/{code.lower()}.yml"):
            yield place.problem(f"field「{code}」がファイル名と合いません。ファイル名を {code.lower()}.yml にするか、field を直してください。", "field")
        if sheet.field not in fields:
            yield place.problem(f"「{code}」という分野は content/curriculum.yml にありません。番号を直してください。", "field")


def check_sheets_name_records_that_exist(portal: Portal) -> Iterator[Problem]:
    """Deadlines are facts that were seen, services stand in the directory and still run."""
    for code, sheet in portal.sheets.items():
        place = portal.places[f"sheets/{code}"]
        for location, fact in _facts(sheet):
            if fact in portal.facts and not portal.facts[fact].seen:
                yield place.problem(f"{code}: 「{fact}」は出典を見ていない数字です。シートには、見た数字だけを書いてください。", *location)
            elif fact not in portal.facts and portal.knows_all("content/facts"):
                yield place.problem(f"{code}: 「{fact}」という数字はありません。綴りを直すか、先に作ってください。", *location)
        for location, key in _services(sheet):
            if key in portal.services and portal.services[key][1].status in {"inactive", "defunct"}:
                yield place.problem(f"{code}: 「{key}」は今は動いていない支援です。ほかの支援にしてください。", *location)
            elif key not in portal.services and portal.knows_all("content/directory"):
                yield place.problem(f"{code}: 「{key}」という支援は名簿にありません。綴りを直すか、先に content/directory に加えてください。", *location)


def check_sheets_hold_no_numbers_of_their_own(portal: Portal) -> Iterator[Problem]:
    """Numbers, deadlines and telephone numbers are printed from records; texts hold no references."""
    for code, sheet in portal.sheets.items():
        for location, variant, text in texts_of(sheet):
            if variant != "ja" and location[0] == "handout":
                continue  # the same words as those of the other variant
            part = location[:-1] if location[0] == "handout" else location
            number = NUMBER.search(text)
            if number:
                message = f"{code}: 「{number.group()}」が文の中にあります。期限と金額は deadlines の fact に、電話番号は services に書いてください。"
                yield portal.places[f"sheets/{code}"].problem(message, *part)
            elif any(found.kind != "reading" for found in references(text)):
                message = f"{code}: シートの文には {{fact:…}} などの参照を書けません。fact や service の欄に移してください。"
                yield portal.places[f"sheets/{code}"].problem(message, *part)


def _facts(sheet: FieldSheet) -> Iterator[tuple[Location, str]]:
    facts = {"counter": [each.fact for each in sheet.counter.deadlines], "handout": [each.fact for each in sheet.handout.deadlines]}
    for side, keys in facts.items():
        yield from (((side, "deadlines", index, "fact"), key) for index, key in enumerate(keys))


def _services(sheet: FieldSheet) -> Iterator[tuple[Location, str]]:
    yield from ((("counter", "steps", index, "service"), step.service) for index, step in enumerate(sheet.counter.steps) if step.service)
    for side, services in (("counter", sheet.counter.services), ("handout", sheet.handout.services)):
        yield from (((side, "services", index), key) for index, key in enumerate(services))


FIELD_SHEET_RULES = (check_sheets_stand_in_their_file, check_sheets_name_records_that_exist, check_sheets_hold_no_numbers_of_their_own)
