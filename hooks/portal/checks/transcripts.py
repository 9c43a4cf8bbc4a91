"""A transcript stands in its own unit, its people speak, and every marked turn says why."""

from __future__ import annotations

from collections.abc import Iterator

from portal.inline.references import Reference, references
from portal.model.base import VARIANTS
from portal.portal import Place, Portal
from portal.problems import Problem
from portal.sources.markdown import MarkdownPage


def check_transcripts_belong_to_units(portal: Portal) -> Iterator[Problem]:
    """A transcript names a unit of the curriculum."""
    codes = {unit.code for unit in portal.curriculum.units}
    for key, transcript in portal.transcripts.items():
        if transcript.unit not in codes:
            yield portal.places[key].problem(f"{key}: 「{transcript.unit}」というコマはありません。content/curriculum.yml の番号にしてください。", "unit")


def check_transcripts_are_printed_in_their_unit(portal: Portal) -> Iterator[Problem]:
    """A transcript is printed by its unit; of one that a single variant lacks, the rules of units tell."""
    for key, transcript in portal.transcripts.items():
        pages = portal.units.get(transcript.unit)
        found = [page for page in (pages.page, pages.plain_page) if page is not None] if pages else []
        if found and not any(_printings(page, key) for page in found):
            message = f"{key}: {transcript.unit} の本文に出てきません。二つの版に「{{transcript:{key}}}」だけの行を書いてください。"
            yield portal.places[key].problem(message)


def check_transcripts_are_printed_nowhere_else(portal: Portal) -> Iterator[Problem]:
    """No transcript stands on a page of another unit or of prose. What names no unit is told of elsewhere."""
    codes = {unit.code for unit in portal.curriculum.units}
    homes = [(code, page) for code in codes & set(portal.units) for variant in VARIANTS if (page := portal.units[code].page_of(variant)) is not None]
    homes += [("", prose.page) for prose in portal.pages.values()]
    for code, page in homes:
        for key, transcript in portal.transcripts.items():
            found = _printings(page, key)
            if found and transcript.unit != code and transcript.unit in codes:
                yield page.problem(found[0].start, f"「{key}」は {transcript.unit} の会話です。ここから消すか、会話の unit を直してください。")


def _printings(page: MarkdownPage, key: str) -> list[Reference]:
    return [found for found in references(page.body) if (found.kind, found.name) == ("transcript", key)]


def check_speakers_are_people_of_the_transcript(portal: Portal) -> Iterator[Problem]:
    """``who`` of a turn is one of the people, and no two people have one id."""
    for key, transcript in portal.transcripts.items():
        place, known = portal.places[key], [person.id for person in transcript.people]
        for index, each in enumerate(known):
            if each in known[:index]:
                yield place.problem(f"{key}: people の「{each}」が二人います。別の id にしてください。", "people", index)
        for index, turn in enumerate(transcript.turns):
            if turn.who not in known:
                yield place.problem(
                    f"{key}: 「{turn.who}」は people にいません。{'・'.join(known)} のどれかにするか、people に加えてください。", "turns", index, "who"
                )


def check_marked_turns_say_why(portal: Portal) -> Iterator[Problem]:
    """At least one turn is marked; what is marked says why, and only what went badly says what could be said instead."""
    for key, transcript in portal.transcripts.items():
        place = portal.places[key]
        if not any(turn.mark for turn in transcript.turns):
            yield place.problem(f"{key}: mark のある言葉が一つもありません。うまくいかない言い方か、うまくいく言い方に mark を付けてください。", "turns")
        for index in range(len(transcript.turns)):
            yield from _faults_of_turn(place, key, index, portal)


def _faults_of_turn(place: Place, key: str, index: int, portal: Portal) -> Iterator[Problem]:
    turn = portal.transcripts[key].turns[index]
    if turn.mark and turn.why is None:
        yield place.problem(f"{key}: mark: {turn.mark} なのに why がありません。その言葉が何を起こすかを書いてください。", "turns", index, "mark")
    if turn.why is not None and not turn.mark:
        yield place.problem(f"{key}: why があるのに mark がありません。mark: poor か mark: good を書くか、why を消してください。", "turns", index, "why")
    if turn.instead is not None and turn.mark != "poor":
        yield place.problem(f"{key}: instead は mark: poor の言葉だけに書けます。mark を直すか、instead を消してください。", "turns", index, "instead")


TRANSCRIPT_RULES = (
    check_transcripts_belong_to_units,
    check_transcripts_are_printed_in_their_unit,
    check_transcripts_are_printed_nowhere_else,
    check_speakers_are_people_of_the_transcript,
    check_marked_turns_say_why,
)
