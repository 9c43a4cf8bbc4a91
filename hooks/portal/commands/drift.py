"""``scripts/drift``: changes that nobody compared with the other variant; ``--confirm`` records that somebody did."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from portal.checks import check_portal
from portal.drift.confirmation import check_variants_are_confirmed
from portal.drift.confirmed import ConfirmedSection, confirm, read_confirmed
from portal.drift.pairs import Pair, pairs_of
from portal.loading import read_portal
from portal.portal import Portal
from portal.problems import Problem, SourceError


def list_changes(root: Path) -> int:
    """Print every change that is not confirmed; 0 where there is none, else 1."""
    portal, problems = read_portal(root)
    found = sorted(check_variants_are_confirmed(portal, problems)) if portal is not None else problems
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    sys.stdout.write(f"\n確かめていない変更が {len(found)} 件あります。\n" if found else "二つの版は、どの節も確かめてあります。\n")
    return 1 if found else 0


def confirm_all(root: Path) -> int:
    """Record every pair as it is now; 1 where one cannot be."""
    return _confirm(root, None)


def confirm_paths(root: Path, targets: Sequence[str]) -> int:
    """Record pairs (``PATH`` of either variant or of the record) or single sections (``PATH#key``); 1 where one cannot be."""
    return _confirm(root, targets)


def _confirm(root: Path, targets: Sequence[str] | None) -> int:
    portal, problems = read_portal(root)
    if portal is None:
        sys.stderr.writelines(f"{problem}\n" for problem in problems)
        return 1
    faults = [*problems, *check_portal(portal)]
    pairs = pairs_of(portal)
    chosen = [(pair, "") for pair in pairs] if targets is None else [_chosen(pairs, target, root) for target in targets]
    return max((_record(portal, each[0], each[1], faults) if each else 1 for each in chosen), default=0)


def _chosen(pairs: list[Pair], target: str, root: Path) -> tuple[Pair, str] | None:
    """The pair that ``target`` names, with its section or nothing; None after a message where there is none."""
    name, _, key = target.partition("#")
    path = Path(name).resolve()
    for pair in pairs:
        if path in {(root / each).resolve() for each in (*pair.paths.values(), pair.path)}:
            if not key or key in pair.keys:
                return pair, key
            sys.stderr.write(f"{name}:1: 節「{key}」が二つの版の両方にはありません。綴りを確かめてください（ある節: {', '.join(pair.keys)}）。\n")
            return None
    sys.stderr.write(f"{name}:1: 二つの版の組になる原稿ではありません。content/ か quizzes/ の原稿の場所を書いてください。\n")
    return None


def _record(portal: Portal, pair: Pair, key: str, faults: list[Problem]) -> int:
    own = [fault for fault in faults if fault.path in pair.paths.values()]
    if own:
        sys.stderr.writelines(f"{fault}\n" for fault in own)
        sys.stderr.write(f"{pair.paths['easy']}:1: 先に上の問題を直してください。まだ記録していません。\n")
        return 1
    path = portal.root / pair.path
    before = _before(portal.root, pair)
    text = confirm(pair, [key] if key else pair.keys, before)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{pair.path}: 確かめたと記録しました（{key or 'すべての節'}）。\n")
    return 0


def _before(root: Path, pair: Pair) -> dict[str, ConfirmedSection]:
    """What was confirmed before; nothing where the file is missing or unsound, and is written anew."""
    try:
        return read_confirmed(root, pair.path)[1].sections
    except SourceError:
        return {}
