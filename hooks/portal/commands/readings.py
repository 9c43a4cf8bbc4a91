"""``scripts/readings``: an author confirms or corrects the readings that wait."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from portal.furigana.characters import hiragana, is_kana
from portal.loading import find_problems, load_portal
from portal.problems import SourceError
from portal.review_gate.decisions import Decision
from portal.review_gate.desk import Desk, marked_sentence
from portal.review_gate.queue import Group
from portal.review_gate.records import HETERONYMS, has_gate
from portal.review_gate.second_engine import MissingEngineError, SecondEngine

MOST_PLACES = 12
HELP = "Enter = 今の読みでよい / 番号かかな = その読みにする / w = 前後に関わらず今の読みでよい / s = とばす / q = やめる\n"
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
    load_portal(root)
    problems = find_problems(root)
    sys.stdout.write("".join(f"{problem}\n" for problem in problems) or "確かめる読みはありません。\n")
    return 1 if problems else 0


def agree(root: Path, _: Ask) -> int:
    """Compare with the second engine."""
    desk = Desk(load_portal(root))
    desk.agree(SecondEngine())
    waiting = sum(len(group.runs) for group in desk.groups())
    sys.stdout.write(f"比べた結果を書きました。確かめる読みは {waiting} か所です。\n")
    return 0


def show_counts(root: Path, _: Ask) -> int:
    """How much there is, and how much waits."""
    counts = Desk(load_portal(root)).counts()
    sys.stdout.write(
        f"文や見出しなど {counts.texts:,}、読み {counts.readings:,}（うち人と辞書が決めたもの {counts.decided:,}）\n"
        f"一覧の言葉 {counts.heteronyms}、決定 {counts.decisions}\n"
        f"待っている読み {counts.listed + counts.disputed}（一覧の言葉 {counts.listed}、二つの解析でちがうもの {counts.disputed}）\n"
    )
    return 0


def walk(root: Path, ask: Ask) -> int:
    """Show group after group; each decision is saved before the next is shown."""
    desk = Desk(load_portal(root))
    engine = SecondEngine()
    desk.agree(engine)
    groups = desk.groups()
    sys.stdout.write(f"確かめる言葉は {len(groups)} 組、{sum(len(group.runs) for group in groups)} か所です。\n{HELP}")
    try:
        for number, group in enumerate(groups, 1):
            if not group.is_decided(desk.decisions):
                _show(group, number, len(groups))
                _ask_about(desk, group, ask)
    except (EOFError, KeyboardInterrupt, _Quit):
        sys.stdout.write("\nここまでの決定は保存しました。\n")
    desk.agree(engine)
    return 0


class _Quit(Exception):  # noqa: N818 - no error: the author stops
    """The author stops."""


def _show(group: Group, number: int, total: int) -> None:
    sys.stdout.write(f"\n[{number}/{total}] 「{group.word}」（{len(group.runs)} か所）\n")
    for run in group.runs[:MOST_PLACES]:
        sys.stdout.write(f"  {run.text.path}:{run.text.line}: {marked_sentence(run.text, run.start, run.end)}\n")
    if len(group.runs) > MOST_PLACES:
        sys.stdout.write(f"  ほか {len(group.runs) - MOST_PLACES} か所\n")
    choices = " ".join(f"{index}={candidate}" for index, candidate in enumerate(group.candidates, 1))
    sys.stdout.write(f"  今の読み: {group.reading or '（なし）'}  候補: {choices}\n")


def _ask_about(desk: Desk, group: Group, ask: Ask) -> None:
    """Ask until the answer is one; save it."""
    while True:
        answer = ask("  読み> ").strip()
        if answer == "q":
            raise _Quit
        if answer == "s":
            return
        decision = decision_of(group, answer)
        if decision:
            sys.stdout.write(f"  {desk.decide(group, decision)} に書きました。\n")
            return
        sys.stdout.write(f"  「{answer}」はわかりません。{HELP}")


def decision_of(group: Group, answer: str) -> Decision | None:
    """The decision that an answer means; None where it means none."""
    if answer == "w" and group.reading:
        return Decision(word=group.word, reading=group.reading)
    if answer == "" and group.reading:
        return group.decision(group.reading)
    if answer.isdecimal() and 1 <= int(answer) <= len(group.candidates):
        return group.decision(group.candidates[int(answer) - 1])
    return group.decision(hiragana(answer)) if is_kana(answer) else None


MODES: dict[str, Callable[[Path, Ask], int]] = {"walk": walk, "list": list_waiting, "agree": agree, "stats": show_counts}
