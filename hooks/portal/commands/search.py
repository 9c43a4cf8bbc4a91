"""``scripts/search``: the index made from the sources, ranked by the browser's own module."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from portal.loading import load_portal
from portal.model.base import Variant
from portal.problems import SourceError
from portal.publishing import annotator_of
from portal.search.index import build_index, index_json


def main(root: Path, node: str, query: str, variant: Variant, *, as_json: bool) -> int:
    """Print what the site's search finds for ``query``; 1 where the sources cannot be built."""
    try:
        portal = load_portal(root)
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as index:
        index.write(index_json(build_index(portal, variant, annotator_of(portal))))
        index.flush()
        command = [node, str(root / "scripts" / "search_engine.mjs"), index.name, query]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own script
    hits = json.loads(found)
    if as_json:
        sys.stdout.write(json.dumps([{key: hit[key] for key in ("url", "title", "kind")} for hit in hits], ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{hit['kind']:8} {hit['title']}  /{hit['url']}\n" for hit in hits)
    return 0
