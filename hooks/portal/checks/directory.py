"""The directory's entries use the closed lists, stand in files of their name and rest on enough sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from portal.addresses import DESK
from portal.checks.listed_services import listed_services
from portal.model.directory import Service
from portal.portal import Portal
from portal.problems import Problem
from portal.sources.yaml import Location

SOURCES_FOR_DANGER = 2
FOLDERS = frozenset({"areas", "coverage", "fields", "languages", "urgency"})


def check_slug_is_the_file_name(portal: Portal) -> Iterator[Problem]:
    """``houterasu.yml`` holds ``slug: houterasu``; a slug stands once in its organisation."""
    for slug, organisation in portal.organisations.items():
        place = portal.places[slug]
        if not place.document.path.endswith(f"/{slug}.yml"):
            yield place.problem(f"slug「{slug}」がファイル名と合いません。どちらかを直してください。", "slug")
        slugs = [service.slug for service in organisation.services]
        for index, each in enumerate(slugs):
            if each in slugs[:index]:
                yield place.problem(f"支援「{each}」がこの組織に二度あります。一つにまとめるか、別の slug にしてください。", "services", index, "slug")


def check_slugs_leave_room_for_the_directorys_pages(portal: Portal) -> Iterator[Problem]:
    """No organisation is called as a page or a folder of the directory."""
    taken = {address.partition("/")[2] for address in DESK} | FOLDERS
    for slug in portal.organisations:
        if slug in taken:
            yield portal.places[slug].problem(f"「{slug}」はサイトのページの名前です。ファイル名と slug を別の名前にしてください。", "slug")


def _codes(service: Service) -> Iterator[tuple[Location, tuple[str, ...]]]:
    """Codes of the closed lists with the place of each group in the service."""
    yield ("problems",), service.problems
    yield ("fields",), service.fields
    yield ("area", "codes"), service.area.codes
    yield ("eligibility", "include"), service.eligibility.include
    yield ("eligibility", "exclude"), service.eligibility.exclude
    for number, channel in enumerate(service.channels):
        yield ("channels", number, "languages"), tuple(language.code for language in channel.languages)


def check_codes_are_in_the_lists(portal: Portal) -> Iterator[Problem]:
    """Problem tags, languages, areas, statuses and fields exist."""
    fields = {field.code for field in portal.curriculum.course_fields}
    lists: dict[str, tuple[Collection[str], str]] = {
        "problems": (portal.problem_tags, "content/directory/lists/problems.yml"),
        "languages": (portal.languages, "content/directory/lists/languages.yml"),
        "codes": (portal.areas, "content/directory/lists/areas.yml"),
        "include": (portal.statuses, "content/directory/lists/statuses.yml"),
        "exclude": (portal.statuses, "content/directory/lists/statuses.yml"),
        "fields": (fields, "content/curriculum.yml"),
    }
    for listed in listed_services(portal):
        for location, values in _codes(listed.service):
            known, path = lists[str(location[-1])]
            for number, value in enumerate(values):
                if value not in known and portal.knows_all(path):
                    message = f"「{value}」は {path} にありません。綴りを直すか、先に一覧へ加えてください。"
                    yield listed.problem(message, *location, number)


def check_danger_lines_have_two_sources(portal: Portal) -> Iterator[Problem]:
    """A number for danger to life rests on two pages."""
    for listed in listed_services(portal):
        urls = {source.url for source in listed.service.sources}
        if listed.service.urgency == "emergency_now" and listed.numbers and len(urls) < SOURCES_FOR_DANGER:
            yield listed.problem(f"命にかかわる番号（{listed.numbers[0]}）の出典が一つだけです。別の出典をもう一つ加えてください。", "sources")


def check_low_confidence_prints_no_number(portal: Portal) -> Iterator[Problem]:
    """A number that nobody could confirm is not printed."""
    for listed in listed_services(portal):
        if listed.service.confidence == "low" and listed.numbers:
            yield listed.problem("confidence: low の番号は載せられません。出典で確かめるか、number を消して調べ方を書いてください。", "confidence")


def check_emergency_numbers_exist(portal: Portal) -> Iterator[Problem]:
    """The emergency numbers of the site name services of the directory, which have a number."""
    place = portal.places["content/site.yml"]
    for index, number in enumerate(portal.site.emergency):
        if number.service not in portal.services and portal.knows_all("content/directory"):
            yield place.problem(f"支援「{number.service}」が directory にありません。綴りを直してください。", "emergency", index)
        if number.service in portal.services and not any(channel.number for channel in portal.services[number.service][1].channels):
            yield place.problem(f"支援「{number.service}」に電話番号がありません。番号のある支援にしてください。", "emergency", index)
        elif number.service in portal.services and portal.services[number.service][1].status != "active":
            yield place.problem(f"支援「{number.service}」は今は動いていません（status）。動いている支援にしてください。", "emergency", index)


def check_dangers_name_lines_that_answer(portal: Portal) -> Iterator[Problem]:
    """Words of danger lead to services that there are, the first of them with a number that can be dialled at once."""
    for key, danger in portal.dangers.items():
        for number, name in enumerate(danger.services):
            if name not in portal.services and portal.knows_all("content/directory"):
                yield portal.places[key].problem(f"支援「{name}」が directory にありません。綴りを直してください。", "services", number)
            if name in portal.services and portal.services[name][1].status != "active":
                yield portal.places[key].problem(f"支援「{name}」は今は動いていません（status）。動いている支援にしてください。", "services", number)
        first = portal.services.get(danger.services[0])
        if first and first[1].status == "active" and not any(channel.number for channel in first[1].channels):
            yield portal.places[key].problem(f"「{danger.services[0]}」に電話番号がありません。すぐかけられる支援を初めに書いてください。", "services", 0)


def check_labels_are_printed_somewhere(portal: Portal) -> Iterator[Problem]:
    """A word in another language stands on a page that was read, once for its language."""
    for key, label in portal.labels.items():
        for number, text in enumerate(label.texts):
            place = portal.places[key]
            if text.language not in portal.languages and portal.knows_all("content/directory/lists/languages.yml"):
                yield place.problem(
                    f"「{text.language}」は content/directory/lists/languages.yml にありません。綴りを直してください。", "texts", number, "language"
                )
            if not text.seen:
                yield place.problem(f"「{text.text}」は、ページで見ていない言葉です。読んだページを source に書くか、消してください。", "texts", number, "seen")
            if text.language in [each.language for each in label.texts[:number]]:
                yield place.problem(f"言語「{text.language}」が二度あります。一つを消してください。", "texts", number, "language")


DIRECTORY_RULES = (
    check_labels_are_printed_somewhere,
    check_dangers_name_lines_that_answer,
    check_slug_is_the_file_name,
    check_slugs_leave_room_for_the_directorys_pages,
    check_codes_are_in_the_lists,
    check_danger_lines_have_two_sources,
    check_low_confidence_prints_no_number,
    check_emergency_numbers_exist,
)
