"""The README keeps its word."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

COMMANDS = sorted(path.name for path in (Path(__file__).parents[2] / "scripts").iterdir() if path.is_file() and not path.suffix)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_stands_in_the_readme(root: Path, command: str) -> None:
    """``--help`` works and the README names the command."""
    done = subprocess.run([root / "scripts" / command, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "usage:" in done.stdout
    assert f"scripts/{command}" in (root / "README.md").read_text(encoding="utf-8")


def test_every_place_the_readme_names_exists(root: Path) -> None:
    """Files and folders of "to change X, edit Y"."""
    named = re.findall(r"`((?:content|quizzes|overrides|hooks|scripts|tests)/[A-Za-z0-9_/.-]*)", (root / "README.md").read_text(encoding="utf-8"))
    assert len(named) > 20
    missing = [name for name in named if not (root / name).exists()]
    assert missing == []
