"""From a YAML document to a record, with every mismatch told in words an author can act on."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal.problems import Problem, SourceError
from portal.sources.yaml import Document, Location

Shape = TypeVar("Shape", bound=BaseModel)

KINDS = {
    "string_type": "文字列",
    "int_type": "整数",
    "int_from_float": "整数",
    "float_type": "数",
    "bool_type": "true か false のどちらか",
    "tuple_type": "リスト（「- 」で始まる行の並び）",
    "dict_type": "「キー: 値」の並び",
    "model_type": "「キー: 値」の並び",
    "date_type": "日付（2026-11-21 の形）",
}


def shape(document: Document, model: type[Shape]) -> Shape:
    """Record of ``model`` from ``document``; raises SourceError with all mismatches."""
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        details = error.errors()
        inner = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
        # Pydantic counts only the sound parts: a list is not too short because one of its parts is wrong.
        own = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in inner]
        raise SourceError([_problem(document, detail, model) for detail in own]) from error


def _problem(document: Document, detail: ErrorDetails, model: type[BaseModel]) -> Problem:
    location = _source_location(document, detail)
    field = ".".join(str(part) for part in location if isinstance(part, str)) or "ファイル全体"
    return document.problem(location, f"{field}: {_message(detail, model)}")


def _source_location(document: Document, detail: ErrorDetails) -> Location:
    """Location in the source: pydantic adds names of union members and ``[key]``; a missing key is kept for the message."""
    location: Location = ()
    for part in detail["loc"]:
        if (*location, part) in document.lines:
            location = (*location, part)
    return (*location, detail["loc"][-1]) if detail["type"] == "missing" else location


def _message(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, given = detail["type"], _short(detail["input"])
    context: dict[str, Any] = detail.get("ctx", {})
    if kind in KINDS:
        return f"{KINDS[kind]}で書いてください（今は「{given}」）。"
    if kind == "extra_forbidden":
        return f"知らない項目です（使える項目: {', '.join(_allowed_keys(model, detail['loc']))}）。綴りを確かめるか、消してください。"
    shape_rule = f"「{given}」は決まった形に合いません（空でないこと、形 {context.get('pattern', '1文字以上')}）。書き直してください。"
    count_rule = f"数が合いません（今は{context.get('actual_length')}、{_bounds(context)}）。増減してください。"
    messages = {
        "missing": "この項目がありません。書き加えてください。",
        "value_error": f"{context.get('error', detail['msg'])}。",
        "literal_error": f"「{given}」は使えません。{context.get('expected', '').replace(' or ', ', ')} のどれかにしてください。",
        "string_pattern_mismatch": shape_rule,
        "string_too_short": shape_rule,
        "too_short": count_rule,
        "too_long": count_rule,
    }
    return messages.get(kind, f"値「{given}」が合いません（{detail['msg']}）。書き直してください。")


def _bounds(context: dict[str, Any]) -> str:
    parts = []
    if "min_length" in context:
        parts.append(f"{context['min_length']}以上")
    if context.get("max_length") is not None:
        parts.append(f"{context['max_length']}以下")
    return "・".join(parts)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"  # noqa: PLR2004 - room on one line


def _allowed_keys(model: type[BaseModel], location: tuple[str | int, ...]) -> list[str]:
    """Keys of the record in which ``location`` (its last part is the unknown key) stands."""
    current: Any = model
    for part in location[:-1]:
        if isinstance(part, int):
            continue
        field = getattr(current, "model_fields", {}).get(part)
        current = _inner_model(field.annotation) if field else current
    return list(getattr(current, "model_fields", {}))


def _inner_model(annotation: Any) -> Any:
    """The record type inside tuples, optionals and annotations; the annotation itself where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _inner_model(inner)
        if isinstance(found, type) and issubclass(found, BaseModel):
            return found
    return annotation
