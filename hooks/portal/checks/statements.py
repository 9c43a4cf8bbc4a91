"""The ledger of second checks fits the units, and few statements rest on nothing that was read."""

from __future__ import annotations

from collections.abc import Iterator

from portal.portal import Portal
from portal.problems import Problem
from portal.prose import headings

UNSEEN_MOST = 5


def check_statements_stand_in_their_unit(portal: Portal) -> Iterator[Problem]:
    """The file carries its unit's name; each claim names a section of that unit's page."""
    for code, file in portal.statements.items():
        place = portal.places[f"statements/{code}"]
        if not place.document.path.endswith(f"/{code.lower()}.yml"):
            yield place.problem(f"ファイル名は {code.lower()}.yml です。名前か unit を直してください。", "unit")
        page = portal.units[code].page if code in portal.units else None
        ids = {heading.id for heading in headings(page.body)} if page is not None else set()
        for index, statement in enumerate(file.statements):
            if page is not None and statement.section not in ids:
                message = f"「{statement.section}」という節は {page.path} にありません。見出しの id に直してください。"
                yield place.problem(message, "statements", index, "section")
            if statement.seen and statement.source is None:
                yield place.problem("seen: true なのに source がありません。読んだページを書くか、seen: false にしてください。", "statements", index)


def check_few_statements_are_unseen(portal: Portal) -> Iterator[Problem]:
    """The content contract: at most five statements of a unit without a source that anybody read."""
    for code, file in portal.statements.items():
        unseen = [statement for statement in file.statements if not (statement.seen or statement.author_seen)]
        if len(unseen) > UNSEEN_MOST:
            message = f"{code} には、出典を読んでいない記述が {len(unseen)} あります。{UNSEEN_MOST} までに減らしてください（出典を読むか、「…で確認する」と書き換える）。"
            yield portal.places[f"statements/{code}"].problem(message, "statements")


STATEMENT_RULES = (check_statements_stand_in_their_unit, check_few_statements_are_unseen)
