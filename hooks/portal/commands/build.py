"""``scripts/build``: a whole site or none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def main(root: Path, out: Path, environment: Mapping[str, str]) -> int:
    """Build the project at ``root`` beside ``out`` and swap it in; the exit code of the build."""
    fresh, old = out.with_name(f"{out.name}.next"), out.with_name(f"{out.name}.old")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
    done = subprocess.run(command, cwd=root, env=os.environ | environment, check=False)  # noqa: S603 - our own interpreter
    if done.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        sys.stderr.write(f"サイトを作れませんでした。{out.name}/ は前のままです。上の問題を直してください。\n")
        return done.returncode
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    sys.stdout.write(f"サイトを {out} に作りました。\n")
    return 0
