"""An orientation has its file, its page, slides that the timetable shows, and partners, numbers and forms that exist."""

from __future__ import annotations

from collections.abc import Iterator

from portal.addresses import ORIENTATIONS
from portal.checks.field_sheets import NUMBER
from portal.inline.references import references
from portal.inline.texts import texts_of
from portal.locales import FOLDERS
from portal.portal import Portal
from portal.problems import Problem

LEAST_MINUTES, MOST_MINUTES = 30, 120


def check_orientations_stand_where_they_belong(portal: Portal) -> Iterator[Problem]:
    """The file has the orientation's name, its unit and form exist, and there is a page that lists all."""
    codes = {unit.code for unit in portal.curriculum.units}
    for key, orientation in portal.orientations.items():
        place = portal.places[key]
        if not place.document.path.endswith(f"/{orientation.slug}.yml"):
            yield place.problem(f"id「{key}」がファイル名と合いません。ファイル名を {orientation.slug}.yml にするか、id を直してください。", "id")
        if orientation.unit not in codes:
            yield place.problem(f"{key}: 「{orientation.unit}」というコマはありません。content/curriculum.yml の番号にしてください。", "unit")
        if orientation.evaluation not in portal.forms and portal.knows_all("content/programme/forms"):
            message = f"{key}: 「{orientation.evaluation}」という様式はありません。綴りを直すか、先に content/programme/forms に作ってください。"
            yield place.problem(message, "evaluation")
    if portal.orientations and not any(path.startswith(f"{folder}/{ORIENTATIONS}") for folder in FOLDERS.values() for path in portal.places):
        yield Problem(
            f"{FOLDERS['ja']}/{ORIENTATIONS}.md", 1, "オリエンテーションの一覧のページがありません。二つの版で書いてください（template: orientations.html）。"
        )


def check_timetables_show_every_slide(portal: Portal) -> Iterator[Problem]:
    """The session has a length that people can sit through, and shows each slide once, in order."""
    for key, orientation in portal.orientations.items():
        place = portal.places[key]
        if not LEAST_MINUTES <= orientation.minutes <= MOST_MINUTES:
            message = f"{key}: 時間の合計が {orientation.minutes} 分です。{LEAST_MINUTES}～{MOST_MINUTES} 分にしてください。"
            yield place.problem(message, "timetable")
        shown = [number for part in orientation.timetable for number in part.slides]
        if shown != list(range(1, len(orientation.slides) + 1)):
            message = f"{key}: 時間割の slides が 1 から {len(orientation.slides)} まで順に一度ずつになっていません（今は {shown}）。番号を直してください。"
            yield place.problem(message, "timetable")


def check_orientations_name_services_that_run(portal: Portal) -> Iterator[Problem]:
    """Services stand in the directory and still run."""
    for key, orientation in portal.orientations.items():
        for number, slide in enumerate(orientation.slides):
            for index, service in enumerate(slide.services):
                location = ("slides", number, "services", index)
                if service in portal.services and portal.services[service][1].status in {"inactive", "defunct"}:
                    yield portal.places[key].problem(f"{key}: 「{service}」は今は動いていない支援です。ほかの支援にしてください。", *location)
                elif service not in portal.services and portal.knows_all("content/directory"):
                    message = f"{key}: 「{service}」という支援は名簿にありません。綴りを直すか、先に content/directory に加えてください。"
                    yield portal.places[key].problem(message, *location)


def check_orientations_hold_no_numbers_of_their_own(portal: Portal) -> Iterator[Problem]:
    """Numbers, deadlines and telephone numbers are printed from records that were seen."""
    for key, orientation in portal.orientations.items():
        for location, _, text in texts_of(orientation):
            number = NUMBER.search(text)
            if number:
                message = f"{key}: 「{number.group()}」が文の中にあります。期限と金額は {{fact:…}} で、電話番号は services で書いてください。"
                yield portal.places[key].problem(message, *location)
            for found in references(text):
                if found.kind == "fact" and found.name in portal.facts and not portal.facts[found.name].seen:
                    message = f"{key}: 「{found.name}」は出典を見ていない数字です。人前で話すものには、見た数字だけを書いてください。"
                    yield portal.places[key].problem(message, *location)


ORIENTATION_RULES = (
    check_orientations_stand_where_they_belong,
    check_timetables_show_every_slide,
    check_orientations_name_services_that_run,
    check_orientations_hold_no_numbers_of_their_own,
)
