"""Build times: first, cold and warm, and the ratio to a bare site of the same Markdown.

Whole processes, wall seconds, medians; our runs and the bare ones alternate, so that a busy machine burdens both.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import environment

BARE = """
site_name: bare
docs_dir: content
theme: {{name: material, language: ja, font: false, custom_dir: overrides}}
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: ja, name: 日本語, default: true}}
        - {{locale: ja-easy, name: やさしい日本語}}
markdown_extensions: [attr_list, tables, sane_lists, pymdownx.details]
site_dir: {site}
"""


def measure(root: Path, runs: int) -> dict[str, Any]:
    """Seconds and ratios of ``runs`` builds of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        ours = _clone(root, work / "ours")
        bare = _bare(root, work / "bare")
        first = _seconds(ours, work / "site")
        cold, warm, plain = [], [], []
        for _ in range(runs):
            shutil.rmtree(ours / ".cache", ignore_errors=True)
            cold.append(_seconds(ours, work / "site"))
            warm.append(_seconds(ours, work / "site"))
            plain.append(_seconds(bare, work / "bare-site"))
        pages = len(list((work / "site").rglob("index.html")))
        bare_pages = len(list((work / "bare-site").rglob("index.html")))
    medians = {name: round(statistics.median(values), 2) for name, values in (("cold", cold), ("warm", warm), ("bare", plain))}
    ratio = {"cold": round(medians["cold"] / medians["bare"], 2), "warm": round(medians["warm"] / medians["bare"], 2)}
    per_page = round((medians["warm"] / pages) / (medians["bare"] / bare_pages), 2)
    return {
        "runs": runs,
        "seconds": {"first": round(first, 2), **medians},
        "pages": {"ours": pages, "bare": bare_pages},
        "ratio_to_bare": ratio,
        "warm_ratio_per_page": per_page,
        "table": [
            ["first build in a fresh clone, s", round(first, 2)],
            [f"cold build, median of {runs}, s", medians["cold"]],
            [f"warm build, median of {runs}, s", medians["warm"]],
            [f"bare MkDocs + Material + static-i18n, median of {runs}, s", medians["bare"]],
            ["pages ours / bare", f"{pages} / {bare_pages}"],
            ["ratio cold / bare, warm / bare", f"{ratio['cold']} / {ratio['warm']}"],
            ["ratio warm / bare for a page", per_page],
        ],
    }


def _clone(root: Path, target: Path) -> Path:
    subprocess.run(["git", "clone", "--quiet", str(root), str(target)], check=True)
    return target


def _bare(root: Path, target: Path) -> Path:
    """The same Markdown with neither hook nor templates of ours (only the language file that the theme needs)."""
    for locale in ("ja", "ja-easy"):
        for source in (root / "content" / locale).rglob("*.md"):
            path = target / "content" / source.relative_to(root / "content")
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = source.read_text(encoding="utf-8").split("\n")
            path.write_text("\n".join(line for line in lines if not line.startswith(("template:", "kind:"))), encoding="utf-8")
    languages = target / "overrides" / "partials" / "languages"
    languages.mkdir(parents=True)
    shutil.copy(root / "overrides" / "partials" / "languages" / "ja-easy.html", languages)
    (target / "mkdocs.yml").write_text(BARE.format(site=target / "site"), encoding="utf-8")
    return target


def _seconds(project: Path, site: Path) -> float:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    begin = time.perf_counter()
    subprocess.run(command, cwd=project, env=os.environ | environment.QUIET, check=True, capture_output=True)
    return time.perf_counter() - begin
