"""``scripts/furigana``: readings for lines of text."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from portal.loading import read_portal
from portal.publishing import annotator_of


def main(root: Path) -> int:
    """One line of HTML for each line of standard input; the text between the tags is the input."""
    portal, problems = read_portal(root)
    if portal is None:
        sys.stderr.write("".join(f"{problem}\n" for problem in problems))
        return 1
    annotator = annotator_of(portal)
    module: Any = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True).get_template("partials/ruby.html").module
    source = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="\n")
    for line in source:
        text = line.removesuffix("\n")
        sys.stdout.write(str(module.ruby(annotator.segments(text))) + "\n")
    return 0
