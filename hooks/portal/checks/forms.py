"""A form has its file, its unit, fields whose parts fit their kind, and no room for names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from portal.addresses import FORMS
from portal.locales import FOLDERS
from portal.model.base import Text
from portal.model.form import Choice, Form, FormField
from portal.portal import Portal
from portal.problems import Problem
from portal.sources.yaml import Location

CHOOSING = ("choice", "choices", "scale")
WRITING = ("text", "long", "drawing")
# Each part of a field that only some kinds have.
PARTS = {"options": CHOOSING, "columns": ("table",), "rows": ("long", "drawing", "table"), "examples": ("table",), "example": (*WRITING, *CHOOSING, "date")}
NEEDED = {"choice": "options", "choices": "options", "scale": "options", "table": "columns"}
NAME = re.compile(r"氏名|姓名|お名前|^名前|の名前$")
LEAST_OPTIONS = 2


def check_forms_stand_where_they_belong(portal: Portal) -> Iterator[Problem]:
    """The file has the form's name, its unit exists, and there is a page that lists all forms."""
    codes = {unit.code for unit in portal.curriculum.units}
    for key, form in portal.forms.items():
        place = portal.places[key]
        if not place.document.path.endswith(f"/{form.slug}.yml"):
            yield place.problem(f"id「{key}」がファイル名と合いません。ファイル名を {form.slug}.yml にするか、id を直してください。", "id")
        if form.unit not in codes:
            yield place.problem(f"{key}: 「{form.unit}」というコマはありません。content/curriculum.yml の番号にしてください。", "unit")
    if portal.forms and not any(path.startswith(f"{folder}/{FORMS}") for folder in FOLDERS.values() for path in portal.places):
        yield Problem(f"{FOLDERS['ja']}/{FORMS}.md", 1, "様式の一覧のページがありません。二つの版で書いてください（template: forms.html）。")


def check_forms_have_an_example(portal: Portal) -> Iterator[Problem]:
    """At least one field is filled in."""
    for key, form in portal.forms.items():
        if not any(field.example or field.examples for _, field in _fields(form)):
            yield portal.places[key].problem(f"{key}: 記入例が一つもありません。作りものの事例で example を書いてください。", "groups")


def check_forms_ask_for_no_names(portal: Portal) -> Iterator[Problem]:
    """A form that is lost tells nobody who it is about: it has a number of one's own instead of a name."""
    for key, form in portal.forms.items():
        for location, label in _labels(form):
            if NAME.search(label.ja):
                message = f"{key}: 「{label.ja}」の欄は作れません。名前の代わりに整理番号（自分で付ける番号）の欄にしてください。"
                yield portal.places[key].problem(message, *location)


def check_ids_of_a_form_are_unique(portal: Portal) -> Iterator[Problem]:
    """A field id stands once in its form, an option or column id once in its field."""
    for key, form in portal.forms.items():
        ids = [(location, field.id) for location, field in _fields(form)]
        for location, each in _repeated(ids):
            yield portal.places[key].problem(f"{key}: 欄の id「{each}」が二つあります。別の id にしてください。", *location, "id")
        for location, field in _fields(form):
            for part in ("options", "columns"):
                choices: Sequence[Choice] = getattr(field, part)
                for where, each in _repeated([((*location, part, index), choice.id) for index, choice in enumerate(choices)]):
                    yield portal.places[key].problem(f"{key}: 「{field.id}」の {part} に id「{each}」が二つあります。別の id にしてください。", *where, "id")


def check_fields_have_what_their_kind_needs(portal: Portal) -> Iterator[Problem]:
    """Choices have options, tables have columns, and no field has parts of another kind."""
    for key, form in portal.forms.items():
        place = portal.places[key]
        for location, field in _fields(form):
            needed = NEEDED.get(field.kind)
            if needed and not getattr(field, needed):
                yield place.problem(f"{key}: 「{field.id}」は kind: {field.kind} なのに {needed} がありません。書き加えてください。", *location)
            elif needed == "options" and len(field.options) < LEAST_OPTIONS:
                yield place.problem(f"{key}: 「{field.id}」の options が一つだけです。二つ以上にしてください。", *location, "options")
            for part in _strange_parts(field):
                message = f"{key}: 「{field.id}」は kind: {field.kind} なので {part} は書けません。消すか、kind を直してください。"
                yield place.problem(message, *location, part)


def _strange_parts(field: FormField) -> list[str]:
    return [part for part, kinds in PARTS.items() if getattr(field, part) and field.kind not in kinds]


def check_examples_fit_their_fields(portal: Portal) -> Iterator[Problem]:
    """An example is what the field asks for: words, an option, options, a day, cells of its columns."""
    for key, form in portal.forms.items():
        for location, field in _fields(form):
            fault = "" if _strange_parts(field) else _fault_of_example(field)
            if fault:
                part = "examples" if field.kind == "table" else "example"
                yield portal.places[key].problem(f"{key}: 「{field.id}」の {part} が合いません。{fault}", *location, part)


def _fault_of_example(field: FormField) -> str:
    """What is wrong with the example, and what to write; "" where nothing is."""
    options, columns = ([choice.id for choice in part] for part in (field.options, field.columns))
    strange = [cell for row in field.examples for cell in row if cell not in columns]
    if field.kind == "table" and strange and columns:
        return f"「{strange[0]}」という列はありません。{'・'.join(columns)} のどれかにしてください。"
    if field.example is None or field.kind == "table":
        return ""
    if field.kind in WRITING:
        return "" if isinstance(field.example, Text) else "{ja: …, easy: …} の形で書いてください。"
    if field.kind == "date":
        return "" if isinstance(field.example, str) and _is_day(field.example) else "2026-12-01 の形で書いてください。"
    several = field.kind == "choices"
    if isinstance(field.example, Text) or isinstance(field.example, tuple) != several:
        return f"options の id を{'リスト（[a, b]）で' if several else '一つだけ'}書いてください。"
    unknown = [each for each in field.chosen if each not in options]
    return f"「{unknown[0]}」は options にありません。{'・'.join(options)} のどれかにしてください。" if unknown and options else ""


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _fields(form: Form) -> Iterator[tuple[Location, FormField]]:
    for group, part in enumerate(form.groups):
        for index, field in enumerate(part.fields):
            yield ("groups", group, "fields", index), field


def _labels(form: Form) -> Iterator[tuple[Location, Text]]:
    for location, field in _fields(form):
        yield (*location, "label"), field.label
        yield from (((*location, "columns", index, "label"), column.label) for index, column in enumerate(field.columns))


def _repeated(ids: Sequence[tuple[Location, str]]) -> Iterator[tuple[Location, str]]:
    names = [name for _, name in ids]
    yield from ((location, name) for index, (location, name) in enumerate(ids) if name in names[:index])


FORM_RULES = (
    check_forms_stand_where_they_belong,
    check_forms_have_an_example,
    check_forms_ask_for_no_names,
    check_ids_of_a_form_are_unique,
    check_fields_have_what_their_kind_needs,
    check_examples_fit_their_fields,
)
