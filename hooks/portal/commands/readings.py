"""``scripts/readings``: an author confirms or corrects the readings that wait."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from portal.checks import check_review
from portal.furigana.characters import hiragana
from portal.loading import read_portal
from portal.portal import Portal
from portal.problems import SourceError
from portal.review_gate.decisions import Decision
from portal.review_gate.desk import Desk, marked_sentence
from portal.review_gate.queue import SCOPES, Group
from portal.review_gate.records import HETERONYMS, has_gate
from portal.review_gate.second_engine import MissingEngineError, SecondEngine

MOST_PLACES = 12
HELP = """Enter = 今の読みでよい / 番号かかな = その読みにする / s = とばす / q = やめる
一つの決定は、前後の言葉が同じ所すべてに当たります。答えの前に付けると変わります:
< 前の言葉だけ見る / > 後の言葉だけ見る / * 前後を見ない / + 前後を2語ずつ見る（例: >2）
"""
Ask = Callable[[str], str]


def main(root: Path, mode: str, ask: Ask = input) -> int:
    """Run one mode of the command: walk, list, agree or stats; 1 where the sources are not sound or words wait."""
    if not has_gate(root):
        sys.stderr.write(f"{HETERONYMS} がありません。確かめる言葉の一覧を書いてください。\n")
        return 1
    try:
        return MODES[mode](root, ask)
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
    except MissingEngineError as error:
        sys.stderr.write(f"{error}\n")
    return 1


def list_waiting(root: Path, _: Ask) -> int:
    """Every word that waits as path:line: message."""
    problems = sorted(check_review(_read(root)))
    sys.stdout.write("".join(f"{problem}\n" for problem in problems) or "確かめる読みはありません。\n")
    return 1 if problems else 0


def agree(root: Path, _: Ask) -> int:
    """Compare with the second engine."""
    desk = Desk(_read(root))
    desk.agree(SecondEngine())
    waiting = sum(len(group.runs) for group in desk.groups())
    sys.stdout.write(f"比べた結果を書きました。確かめる読みは {waiting} か所です。\n")
    return 0


def show_counts(root: Path, _: Ask) -> int:
    """How much there is, and how much waits."""
    desk = Desk(_read(root))
    counts, absent = desk.counts(), desk.absent()
    sys.stdout.write("".join(f"{problem}\n" for problem in absent))
    sys.stdout.write(
        f"文や見出しなど {counts.texts:,}、読み {counts.readings:,}（うち人と辞書が決めたもの {counts.decided:,}）\n"
        f"一覧の言葉 {counts.heteronyms}（うち今の文にないもの {len(absent)}）、決定 {counts.decisions}\n"
        f"待っている読み {counts.listed + counts.disputed}（一覧の言葉 {counts.listed}、二つの解析でちがうもの {counts.disputed}）\n"
    )
    return 0


def walk(root: Path, ask: Ask) -> int:
    """Show group after group; each decision is saved before the next is shown."""
    desk = Desk(_read(root))
    engine = SecondEngine()
    desk.agree(engine)
    groups = desk.groups()
    sys.stdout.write(f"確かめる言葉は {len(groups)} 組、{sum(len(group.runs) for group in groups)} か所です。\n{HELP}")
    try:
        for number, group in enumerate(groups, 1):
            _settle(desk, group, f"[{number}/{len(groups)}]", ask)
    except (EOFError, KeyboardInterrupt, _Quit):
        sys.stdout.write("\nここまでの決定は保存しました。\n")
    desk.agree(engine)
    return 0


def _read(root: Path) -> Portal:
    """The portal, whether or not its records fit together; raises SourceError where a file cannot be read."""
    portal, problems = read_portal(root)
    if portal is None or problems:
        raise SourceError(problems)
    return portal


class _Quit(Exception):  # noqa: N818 - no error: the author stops
    """The author stops."""


def _settle(desk: Desk, group: Group, title: str, ask: Ask) -> None:
    """Ask until every place of the group is decided or skipped."""
    left = group.undecided(desk.decisions)
    while left:
        _show(left, title)
        if not _ask_about(desk, left, ask):
            return
        left = left.undecided(desk.decisions)


def _show(group: Group, title: str) -> None:
    sys.stdout.write(f"\n{title} 「{group.word}」（{len(group.runs)} か所）\n")
    for run in group.runs[:MOST_PLACES]:
        sys.stdout.write(f"  {run.text.path}:{run.text.line}: {marked_sentence(run.text, run.start, run.end)}\n")
    if len(group.runs) > MOST_PLACES:
        sys.stdout.write(f"  ほか {len(group.runs) - MOST_PLACES} か所\n")
    choices = " ".join(f"{index}={candidate}" for index, candidate in enumerate(group.candidates, 1))
    sys.stdout.write(f"  今の読み: {group.reading}  候補: {choices}\n")


def _ask_about(desk: Desk, group: Group, ask: Ask) -> bool:
    """Ask until the answer is one; False where the author skips the group."""
    while True:
        answer = ask("  読み> ").strip()
        if answer == "q":
            raise _Quit
        if answer == "s":
            return False
        try:
            decision = decision_of(group, answer)
        except ValueError as error:
            sys.stdout.write(f"  「{answer}」は使えません（{_first_message(error)}）。\n{HELP}")
            continue
        sys.stdout.write(f"  {desk.decide(group, decision)} に書きました。\n")
        return True


def decision_of(group: Group, answer: str) -> Decision:
    """The decision that an answer means; raises ValueError where it means none."""
    scope = answer[:1] if answer[:1] in SCOPES else ""
    choice = answer[len(scope) :].strip()
    if choice.isdecimal():
        if not 1 <= int(choice) <= len(group.candidates):
            message = f"候補は 1 から {len(group.candidates)} までです"
            raise ValueError(message)
        choice = group.candidates[int(choice) - 1]
    return group.decision(hiragana(choice or group.reading), scope)


def _first_message(error: ValueError) -> str:
    return str(error.errors()[0]["ctx"]["error"]) if isinstance(error, ValidationError) and "ctx" in error.errors()[0] else str(error).splitlines()[0]


MODES: dict[str, Callable[[Path, Ask], int]] = {"walk": walk, "list": list_waiting, "agree": agree, "stats": show_counts}
