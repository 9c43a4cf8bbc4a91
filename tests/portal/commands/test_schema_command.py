"""The schemas that editors read are those of the model."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from portal.commands.schema import SCHEMAS, main
from portal.sources.listing import list_files
from portal.sources.yaml import read_yaml

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
# Words that tell and do not check; ``format`` stands beside a pattern.
TELLING = {"$defs", "title", "description", "default", "examples", "format"}


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


def faults(schema: dict[str, Any], value: Any, root: dict[str, Any], at: str = "") -> Iterator[str]:
    """What an editor marks: the part of JSON Schema (2020-12) that our models use; any other word is told, so that none is passed over."""
    if "$ref" in schema:
        yield from faults(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root, at)
    if "anyOf" in schema and all(list(faults(each, value, root)) for each in schema["anyOf"]):
        yield f"{at}: none of the alternatives"
    kinds = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if kinds and not any(isinstance(value, TYPES[kind]) and not (isinstance(value, bool) and kind != "boolean") for kind in kinds):
        yield f"{at}: {type(value).__name__} is not {kinds}"
        return
    checks: dict[str, Callable[[Any], bool]] = {
        "enum": lambda wanted: value in wanted,
        "const": lambda wanted: value == wanted,
        "pattern": lambda wanted: not isinstance(value, str) or bool(re.search(wanted, value)),
        **dict.fromkeys(("minLength", "minItems"), lambda wanted: len(value) >= wanted),
        "minimum": lambda wanted: value >= wanted,
        "maximum": lambda wanted: value <= wanted,
        "required": lambda wanted: set(wanted) <= set(value),
        "additionalProperties": lambda wanted: wanted or set(value) <= set(schema["properties"]),
    }
    for word in schema.keys() - TELLING - {"$ref", "anyOf", "type", "properties", "items"}:
        if word not in checks or not checks[word](schema[word]):
            yield f"{at}: {word}"
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        inner = schema.get("items") if isinstance(value, list) else schema.get("properties", {}).get(key)
        yield from faults(inner, part, root, f"{at}.{key}") if inner else ()


def schema_of(root: Path, path: str) -> dict[str, Any]:
    """A committed schema."""
    return dict(json.loads((root / path).read_text(encoding="utf-8")))


def organisation_paths(root: Path) -> list[str]:
    """All files of organisations."""
    return list(list_files(root, "content/directory", ".yml"))


def test_editor_marks_nothing_in_the_real_directory(root: Path) -> None:
    """Every file of an organisation, and the five closed lists."""
    lists = [path for path in SCHEMAS if path.startswith("content/directory/lists/")]
    files = [("content/directory/schema.json", path) for path in organisation_paths(root)] + [(path, path.replace(".schema.json", ".yml")) for path in lists]
    assert len(files) > 350 + len(lists) - 1
    marked = []
    for name, path in files:
        schema = schema_of(root, name)
        marked += [f"{path}{fault}" for fault in faults(schema, read_yaml(root, path).value, schema)]
    assert marked == []


@pytest.mark.parametrize(
    ("part", "value", "fault"),
    [
        (("kind",), "bureau", ".kind: enum"),
        (("shelter",), "somewhere", ": additionalProperties"),
        (("services", 0, "channels", 0, "number"), "０３-6745-5600", ".services.0.channels.0.number: none of the alternatives"),
        (("services", 0, "channels", 0, "hours"), "月〜金 9時", ".services.0.channels.0.hours: pattern"),
        (("services", 0, "channels", 0, "mode"), "telephone", ".services.0.channels.0.mode: enum"),
        (("services", 0, "area", "codes"), ["13"], ".services.0.area.codes.0: pattern"),
        (("services", 0, "problems"), [], ".services.0.problems: minItems"),
        (("services", 0, "source_dated"), "令和6年", ".services.0.source_dated: pattern"),
        (("services", 0, "review_by"), "2027/03/31", ".services.0.review_by: pattern"),
        (("services", 0, "eligibility", "irregular_stay"), False, ".services.0.eligibility.irregular_stay: bool is not ['string']"),
    ],
)
def test_editor_marks_a_slip_while_it_is_typed(root: Path, part: tuple[str | int, ...], value: Any, fault: str) -> None:
    """Before ``scripts/check`` runs."""
    record = read_yaml(root, "content/directory/houterasu.yml").value
    inner = record
    for key in part[:-1]:
        inner = inner[key]
    inner[part[-1]] = value
    schema = schema_of(root, "content/directory/schema.json")
    assert list(faults(schema, record, schema)) == [fault]
