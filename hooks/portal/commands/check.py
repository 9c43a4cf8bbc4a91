"""``scripts/check``: the sources alone."""

from __future__ import annotations

import sys
from pathlib import Path

from portal.loading import find_problems


def main(root: Path) -> int:
    """Print every problem of the sources at ``root``; 0 where there is none, else 1."""
    problems = find_problems(root)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    if problems:
        sys.stdout.write(f"\n問題が {len(problems)} 件あります。上の各行の場所を直してください。\n")
        return 1
    sys.stdout.write("原稿に問題はありません。\n")
    return 0
