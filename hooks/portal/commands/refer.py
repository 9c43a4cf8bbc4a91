"""``scripts/refer``: the referral index made from the sources, ranked by the browser's own modules."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from portal.loading import load_portal
from portal.portal import Portal
from portal.problems import SourceError
from portal.publishing import annotator_of
from portal.referral.index import referral_index
from portal.search.index import index_json


def refer(portal: Portal, node: str, questions: Sequence[dict[str, Any]], limit: int = 10) -> list[list[dict[str, Any]]]:
    """For each of ``{text, area, language, status, at}`` the best ``{service, channel, why, score}``; ``at``: ``2026-11-21T10:00`` in Japan."""
    with tempfile.TemporaryDirectory() as folder:
        index, asked = Path(folder) / "index.json", Path(folder) / "questions.json"
        index.write_text(index_json(referral_index(portal, "ja", annotator_of(portal))), encoding="utf-8")
        asked.write_text(json.dumps(questions, ensure_ascii=False), encoding="utf-8")
        command = [node, str(portal.root / "scripts" / "referral_engine.mjs"), str(index), str(asked), "--limit", str(limit)]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own script
    results: list[list[dict[str, Any]]] = json.loads(found)
    return results


def main(root: Path, node: str, question: dict[str, Any], *, as_json: bool) -> int:
    """Print where ``question`` leads; 1 where the sources cannot be read."""
    try:
        portal = load_portal(root)
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    (found,) = refer(portal, node, [question])
    if as_json:
        sys.stdout.write(json.dumps([{key: each[key] for key in ("service", "channel", "why")} for each in found], ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{each['score']:7} {each['service']:44} {each['channel']:24} {' '.join(each['why'])}\n" for each in found)
    return 0
