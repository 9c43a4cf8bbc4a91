"""The schemas that editors read are those of the model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from portal.commands.schema import SCHEMAS, main


def test_committed_schemas_are_current(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A change of the model brings its schema."""
    assert main(root, check=True) == 0, capsys.readouterr().out


def test_check_tells_a_stale_schema_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CI says what to run."""
    assert main(tmp_path, check=False) == 0
    path = tmp_path / "quizzes/schema.json"
    path.write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert main(tmp_path, check=True) == 1
    assert capsys.readouterr().out == "quizzes/schema.json:1: モデルと違います。scripts/schema を実行してください。\n"
    assert path.read_text(encoding="utf-8") == "{}"


def test_schema_names_every_field_of_a_question() -> None:
    """An editor completes the fields and refuses others."""
    question = json.loads(json.dumps(SCHEMAS["quizzes/schema.json"].model_json_schema()))["$defs"]["Question"]
    assert {"id", "rev", "stem", "options", "case", "review_by"} <= set(question["properties"])
    assert question["additionalProperties"] is False
