"""The rule: every section of every pair is as somebody confirmed it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from portal.drift import reports
from portal.drift.changes import Change, changes_of, moves_of
from portal.drift.confirmed import ConfirmedFile, read_confirmed
from portal.drift.pairs import FOLDER, Pair, pairs_of, sources_of
from portal.portal import Portal
from portal.problems import Problem, SourceError
from portal.sources.listing import list_files
from portal.sources.yaml import Document


def check_drift(portal: Portal) -> Iterator[Problem]:
    """Changes that nobody confirmed, in a project that has begun to confirm: one with a folder ``content/drift``."""
    if (portal.root / FOLDER).is_dir():
        yield from check_variants_are_confirmed(portal)


def check_variants_are_confirmed(portal: Portal, problems: Collection[Problem] = ()) -> Iterator[Problem]:
    """Changes that nobody confirmed; a pair with ``problems`` of its own waits until they are mended."""
    faulty = {problem.path for problem in problems}
    pairs = pairs_of(portal)
    yield from _check_files_have_sources(portal)
    for pair in pairs:
        if faulty.isdisjoint(pair.paths.values()):
            yield from _check_pair(portal, pair)


def _check_files_have_sources(portal: Portal) -> Iterator[Problem]:
    for path in list_files(portal.root, FOLDER, ".yml", deep=True):
        sources = sources_of(path.removeprefix(f"{FOLDER}/").removesuffix(".yml"))
        if not any(source in portal.places or source in portal.unread for source in sources):
            yield Problem(path, 1, f"この記録に当たる原稿（{sources[0]}）がありません。ファイルの名前を直すか、このファイルを消してください。")


def _check_pair(portal: Portal, pair: Pair) -> Iterator[Problem]:
    if not (portal.root / pair.path).is_file():
        yield Problem(pair.paths["easy"], 1, reports.never_confirmed(pair))
        return
    try:
        document, confirmed = read_confirmed(portal.root, pair.path)
    except SourceError as error:
        yield from error.problems
        return
    yield from _check_sections_exist(pair, document, confirmed)
    for change in changes_of(pair, confirmed.sections):
        yield _unconfirmed(portal, pair, change, confirmed)


def _check_sections_exist(pair: Pair, document: Document, confirmed: ConfirmedFile) -> Iterator[Problem]:
    known = set(pair.keys)
    for key in confirmed.sections:
        if key not in known:
            message = f"「{key}」は {pair.paths['easy']} にありません。消した節なら {reports.command(pair)} で書き直してください。"
            yield document.problem(("sections", key), message)


def _unconfirmed(portal: Portal, pair: Pair, change: Change, confirmed: ConfirmedFile) -> Problem:
    if len(change.sides) == 1:
        side = change.sides[0]
        moves = moves_of(portal.root, pair, change.key, side, confirmed.sections[change.key])
        line = moves[0].line if moves else pair.sections[side][change.key].line
        return Problem(pair.paths[side], line, reports.one_changed(pair, change.key, side, moves))
    message = reports.both_changed(pair, change.key) if change.sides else reports.new_section(pair, change.key)
    return Problem(pair.paths["easy"], pair.sections["easy"][change.key].line, message)
