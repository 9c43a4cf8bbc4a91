"""Questions keep what learners' records rest on: an id is never used again, options keep their ids, a new key has a new ``rev``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from portal.furigana.cache import ResultCache
from portal.model.quiz import Question
from portal.portal import Portal
from portal.problems import Problem, SourceError
from portal.sources.git import blobs_below, read_objects
from portal.sources.yaml import parse_yaml

VERSION = "1"


@dataclass(frozen=True)
class Asked:
    """What a committed version of a question asked for: ids of all options and of the right ones."""

    id: str
    rev: int
    options: tuple[str, ...]
    key: tuple[str, ...]


def asked_before(portal: Portal) -> Iterator[Asked]:
    """Every version of every question that was ever committed; none without a history."""
    cache = ResultCache(portal.root / ".cache" / "questions")
    versions = blobs_below(portal.root, "quizzes", ".yml")
    wanted = list(dict.fromkeys(blob for path, blob in versions if path.count("/") == 1))
    for _, text in read_objects(portal.root, wanted):
        for kept in json.loads(cache.recall(text, VERSION, _summary)):
            yield Asked(kept["id"], kept["rev"], tuple(kept["options"]), tuple(kept["key"]))


def _summary(text: str) -> str:
    """The questions of a file as JSON; none where it was unsound."""
    try:
        value = parse_yaml("quizzes", text).value
    except SourceError:
        return "[]"
    records = value.get("questions") if isinstance(value, dict) else None
    return json.dumps([asdict(found) for record in records or () if (found := _asked(record))])


def _asked(record: Any) -> Asked | None:
    try:
        options = [(str(option["id"]), option["correct"] is True) for option in record["options"]]
        return Asked(str(record["id"]), int(record["rev"]), tuple(name for name, _ in options), tuple(name for name, right in options if right))
    except (KeyError, TypeError, ValueError):
        return None


def check_questions_keep_their_history(portal: Portal) -> Iterator[Problem]:
    """Nothing that was asked disappears or turns its meaning without a word."""
    told: set[str] = set()
    for asked in asked_before(portal):
        if asked.id in told or not portal.knows_all("quizzes"):
            continue
        question = portal.questions.get(asked.id)
        problem = _problem(portal, asked, question) if question else _vanished(portal, asked)
        if problem:
            told.add(asked.id)
            yield problem


def _vanished(portal: Portal, asked: Asked) -> Problem | None:
    if asked.id in portal.retired:
        return None
    path = f"quizzes/{asked.id.removeprefix('q-').rpartition('-')[0]}.yml"
    return Problem(path, 1, f"{asked.id} がなくなっています。やめた問題なら、retired に id を残してください。")


def _problem(portal: Portal, asked: Asked, question: Question) -> Problem | None:
    place, options = portal.places[question.id], tuple(option.id for option in question.options)
    if question.rev < asked.rev:
        return place.problem(f"{question.id}: rev が前の {asked.rev} より小さくなっています。{asked.rev} より大きくしてください。", "rev")
    if question.rev == asked.rev and set(question.key) != set(asked.key):
        return place.problem(f"{question.id}: 正答が変わりましたが、rev が {asked.rev} のままです。rev を一つ上げてください。", "rev")
    if question.rev == asked.rev and not set(asked.options) <= set(options):
        gone = "、".join(sorted(set(asked.options) - set(options)))
        return place.problem(f"{question.id}: 選択肢 {gone} がなくなりました。残すか、rev を一つ上げてください。", "options")
    return None
