"""The ledger of second checks fits the units, case packs and pages, and few statements rest on nothing that was read."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.case_pack import PACK_SECTIONS
from portal.model.statement import StatementFile
from portal.portal import Portal
from portal.problems import Problem
from portal.prose import headings
from portal.sources.markdown import MarkdownPage

UNSEEN_MOST = 5


def check_statements_stand_in_what_they_check(portal: Portal) -> Iterator[Problem]:
    """The file names one unit, pack or page and carries its name; each claim names a section of that page, or a part of the pack."""
    for key, file in portal.statements.items():
        place = portal.places[f"statements/{key}"]
        kinds = [kind for kind in ("unit", "pack", "page") if getattr(file, kind) is not None]
        if len(kinds) != 1:
            message = "unit（コマの番号）、pack（事例教材の id）、page（ページのアドレス）のどれか一つを書いてください。"
            yield place.problem(message, kinds[0] if kinds else "checked_on")
            continue
        if file.pack and file.pack not in portal.packs and portal.knows_all("content/cases/"):
            yield place.problem(f"「{file.pack}」という事例教材は content/cases にありません。id を直すか、このファイルを消してください。", "pack")
        if file.page and (file.page, "ja") not in portal.pages and portal.knows_all("content/ja/"):
            yield place.problem(f"「{file.page}」というページは content/ja にありません。アドレスを直すか、このファイルを消してください。", "page")
        name = key.lower()
        if not place.document.path.endswith(f"/{name}.yml"):
            yield place.problem(f"ファイル名は {name}.yml です。名前か {kinds[0]} を直してください。", kinds[0])
        yield from _faults_of_statements(portal, key, file)


def _page(portal: Portal, file: StatementFile) -> MarkdownPage | None:
    """The standard page of the unit or the address that was checked."""
    if file.page:
        prose = portal.pages.get((file.page, "ja"))
        return prose.page if prose else None
    return portal.units[file.unit].page if file.unit in portal.units else None


def _faults_of_statements(portal: Portal, key: str, file: StatementFile) -> Iterator[Problem]:
    place = portal.places[f"statements/{key}"]
    page = _page(portal, file)
    ids = {heading.id for heading in headings(page.body)} if page is not None else set(PACK_SECTIONS)
    where = page.path if page is not None else f"事例教材（{'・'.join(PACK_SECTIONS)}）"
    for index, statement in enumerate(file.statements):
        if (page is not None or file.pack) and statement.section not in ids:
            message = f"「{statement.section}」という節は {where} にありません。{'見出しの id' if page is not None else 'そのどれか'}に直してください。"
            yield place.problem(message, "statements", index, "section")
        if statement.seen and statement.source is None:
            yield place.problem("seen: true なのに source がありません。読んだページを書くか、seen: false にしてください。", "statements", index)


def check_few_statements_are_unseen(portal: Portal) -> Iterator[Problem]:
    """The content contract: at most five statements of a unit, pack or page without a source that anybody read."""
    for code, file in portal.statements.items():
        unseen = [statement for statement in file.statements if not (statement.seen or statement.author_seen)]
        if len(unseen) > UNSEEN_MOST:
            message = f"{code} には、出典を読んでいない記述が {len(unseen)} あります。{UNSEEN_MOST} までに減らしてください（出典を読むか、「…で確認する」と書き換える）。"
            yield portal.places[f"statements/{code}"].problem(message, "statements")


STATEMENT_RULES = (check_statements_stand_in_what_they_check, check_few_statements_are_unseen)
