"""``scripts/report``: what the site's statements rest on, what is due for another look, how much units share."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from portal.loading import read_portal
from portal.model.base import VARIANTS, partial_date_start
from portal.overlap import overlaps
from portal.portal import Portal

Row = dict[str, object]


def report(root: Path, name: str, on: date, unit: str = "", *, as_json: bool = False) -> int:
    """Print the report ``name`` (facts, statements, stale, overlap, directory) of the day ``on``; 1 where the sources cannot be read."""
    portal, problems = read_portal(root)
    if portal is None:
        sys.stderr.writelines(f"{problem}\n" for problem in problems)
        return 1
    makers = {"facts": facts, "statements": statements, "stale": stale, "overlap": shared, "directory": recheck}
    rows = [row for row in makers[name](portal, on) if not unit or unit in str(row.get("units", ""))]
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n" if as_json else table(rows))
    return 0


def facts(portal: Portal, on: date) -> Iterable[Row]:
    """Every number with its source, whether that was read, and the units that print it."""
    for key, fact in portal.facts.items():
        yield {
            "id": key,
            "text": fact.text.ja,
            "as_of": fact.as_of,
            "seen": fact.seen_on if fact.seen else "未確認",
            "confidence": fact.confidence,
            "due": "期日後" if fact.review_by < on else fact.review_by,
            "units": " ".join(_units_with(portal, f"{{fact:{key}}}")),
            "source": fact.source.url,
        }


def _units_with(portal: Portal, reference: str) -> list[str]:
    found = [code for code, pages in portal.units.items() if pages.page is not None and reference in pages.page.body]
    questions = [question.unit for question in portal.questions.values() if reference in question.model_dump_json()]
    return sorted({*found, *questions})


def statements(portal: Portal, on: date) -> Iterable[Row]:  # noqa: ARG001 - reports have one shape
    """Every legal statement as somebody else checked it."""
    for code, file in portal.statements.items():
        for each in file.statements:
            source = each.source.url if each.source else ""
            seen = "seen" if each.seen else "author only" if each.author_seen else "not seen"
            yield {
                "units": code,
                "section": each.section,
                "seen": seen,
                "checked": file.checked_on,
                "claim": each.claim,
                "source": source,
                "note": each.note or "",
            }


def stale(portal: Portal, on: date) -> Iterable[Row]:
    """Records whose next look is overdue on that day."""
    kinds = (("fact", portal.facts), ("term", portal.terms), ("dataset", portal.datasets), ("question", portal.questions))
    for kind, records in kinds:
        for key, record in records.items():
            if record.review_by < on:
                yield {"kind": kind, "id": key, "review_by": record.review_by}
    for key, (_, service) in portal.services.items():
        start = partial_date_start(service.source_dated)
        if service.verified is None and (start is None or (on - start).days > DAYS_OF_A_YEAR):
            yield {"kind": "service", "id": key, "review_by": f"ページの日付 {service.source_dated}"}


DAYS_OF_A_YEAR = 365
# Days within which a number should have been confirmed: danger, lines for people in distress, the rest (research: directory.md §4).
TIERS = {"emergency_now": 90, "same_day": 180, "days": 365, "routine": 365}
TIER_OF_DISTRESS, FIELDS_OF_DISTRESS = 180, {"E2-04", "E2-05", "E2-08"}
YEARS_OF_UNDATED = 5


def recheck(portal: Portal, on: date) -> Iterable[Row]:
    """Services to confirm again, the riskiest first: how old the last confirmation is for what hangs on it; numbers before pages."""
    rows = []
    for key, (_, service) in portal.services.items():
        if service.status == "defunct":
            continue
        confirmed = service.verified.on if service.verified else partial_date_start(service.source_dated)
        age = (on - confirmed).days if confirmed else YEARS_OF_UNDATED * DAYS_OF_A_YEAR
        distress = TIER_OF_DISTRESS if FIELDS_OF_DISTRESS & set(service.fields) else DAYS_OF_A_YEAR
        tier = min(TIERS[service.urgency], distress)
        numbers = [channel.number for channel in service.channels if channel.number]
        risk = age / tier * (1 if numbers else 0.3) * (1 if service.confidence == "high" else 1.3)
        rows.append(
            {
                "risk": round(risk, 1),
                "id": key,
                "urgency": service.urgency,
                "days_old": age if confirmed else "日付不明",
                "allowed": tier,
                "numbers": " ".join(numbers),
                "source_dated": service.source_dated,
                "verified": service.verified.on if service.verified else "未確認",
                "confidence": service.confidence,
                "source": service.sources[0].url,
            }
        )
    yield from sorted(rows, key=lambda row: (-float(str(row["risk"])), str(row["id"])))


def shared(portal: Portal, on: date) -> Iterable[Row]:  # noqa: ARG001 - reports have one shape
    """Pairs of units, the most alike first."""
    found = [each for variant in VARIANTS for each in overlaps(portal, variant)]
    for each in sorted(found, key=lambda each: -each.alike):
        row = asdict(each)
        yield {"units": f"{row['first']} {row['second']}", "variant": each.variant, "alike": f"{each.alike:.3f}", "length": len(each.run), "run": each.run}


def table(rows: Sequence[Row]) -> str:
    """Rows as text: tab-separated with a head, and their number."""
    if not rows:
        return "0 件\n"
    head = list(rows[0])
    lines = ["\t".join(head), *("\t".join(str(row.get(key, "")) for key in head) for row in rows)]
    return "\n".join([*lines, f"{len(rows)} 件", ""])
