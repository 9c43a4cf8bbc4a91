"""``scripts/schema``: JSON Schemas that let an editor complete and check the YAML of questions, cases and the directory."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from portal.model.directory import Organisation
from portal.model.directory_lists import DangerList, LabelList, LanguageList, ProblemList, StatusList
from portal.model.place import AreaList
from portal.model.quiz import CaseFile, QuestionFile

LISTS: dict[str, type[BaseModel]] = {
    "areas": AreaList,
    "dangers": DangerList,
    "labels": LabelList,
    "languages": LanguageList,
    "problems": ProblemList,
    "statuses": StatusList,
}
SCHEMAS: dict[str, type[BaseModel]] = {
    "quizzes/schema.json": QuestionFile,
    "quizzes/cases/schema.json": CaseFile,
    "content/directory/schema.json": Organisation,
    **{f"content/directory/lists/{name}.schema.json": model for name, model in LISTS.items()},
}


def main(root: Path, *, check: bool) -> int:
    """Write every schema, or with ``check`` only compare; 1 where one differs from the model."""
    stale = [path for path, model in SCHEMAS.items() if not _is_current(root / path, schema_text(model))]
    if check:
        sys.stdout.writelines(f"{path}:1: モデルと違います。scripts/schema を実行してください。\n" for path in stale)
        return 1 if stale else 0
    for path in stale:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(schema_text(SCHEMAS[path]), encoding="utf-8")
        sys.stdout.write(f"{path} を作りました。\n")
    return 0


def schema_text(model: type[BaseModel]) -> str:
    """The schema of a model as JSON, always in the same order."""
    return json.dumps(model.model_json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _is_current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
