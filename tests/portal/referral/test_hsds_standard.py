"""The export against the facts of HSDS 3.1 in ``hsds_facts.yml``: every object, every field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, get_args
from uuid import UUID

import environment
import pytest
import yaml
from portal.loading import load_portal
from portal.model.directory import Organisation, Service
from portal.portal import Portal
from portal.referral.hsds.channels import iso_code
from portal.referral.hsds.files import hsds_files
from portal.referral.hsds.links import uri
from portal.referral.hsds.wording import Wording

Object = dict[str, Any]
FACTS = yaml.safe_load((environment.ROOT / "tests/portal/referral/hsds_facts.yml").read_text(encoding="utf-8"))
KINDS = {"services": "service", "organizations": "organization", "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term"}
FORMS: dict[str, Callable[[str], Any]] = {
    "text": str.strip,
    "uuid": lambda value: str(UUID(value)) == value and UUID(value).version == 5,
    "uri": re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+").fullmatch,
    "date": lambda value: date.fromisoformat(value).isoformat() == value,
    "time": re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\+09:00").fullmatch,
    "language": lambda value: value in FACTS["languages"] if len(value) == 2 else re.fullmatch(r"[a-z]{3}", value),
    "country": re.compile(r"[A-Z]{2}").fullmatch,
    "byday": re.compile(r"(?:(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,|$))+(?<!,)").fullmatch,
}


def faults(value: Object, kind: str, path: str = "") -> Iterator[str]:
    """Everything in which ``value`` is no object of that kind."""
    facts = FACTS["objects"][kind]
    yield from (f"{path}: {kind} has no {name}" for name in facts["required"] if name not in value)
    for name, part in value.items():
        where = f"{path}/{name}"
        form = facts["fields"].get(name)
        if isinstance(form, dict):
            (shape, of), parts = next(iter(form.items())), part if isinstance(part, list) else [part]
            if isinstance(part, list) != (shape == "list") or not parts:
                yield f"{where}: not one {shape}"
            for each in parts:
                yield from faults(each, of, where)
        elif not fits(part, form):
            yield f"{where}: {part!r} is not {form}"


def fits(value: Any, form: Any) -> bool:
    """Whether a plain value has the form; a field that the table does not know fits none."""
    if isinstance(form, list):
        return value in form
    if form == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str) and form in FORMS and bool(FORMS[form](value))


@pytest.fixture(scope="module")
def portal() -> Portal:
    """The real sources."""
    return load_portal(environment.ROOT)


@pytest.fixture(scope="module")
def files(portal: Portal) -> dict[str, Any]:
    """The files, read back."""
    return dict(json.loads(json.dumps(hsds_files(portal))))


def test_every_object_is_what_the_standard_says(files: dict[str, Any]) -> None:
    """Required fields, forms, closed lists of words; no field that we do not know of."""
    found = [fault for name, kind in KINDS.items() for record in files[f"{name}.json"] for fault in faults(record, kind, record["id"])]
    assert found == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"status": "temporarily_closed"}, "/status: 'temporarily_closed' is not ['active'"),
        ({"id": "1"}, "badly formed"),
        ({"wait": "long"}, "/wait: 'long' is not None"),
        ({"url": "https://example.jp/窓口"}, "/url:"),
        ({"alert": None}, "/alert: None is not text"),
        ({"service_areas": []}, "/service_areas: not one list"),
        ({"organization": {"name": "x"}}, "/organization: organization has no id"),
    ],
)
def test_the_table_of_facts_finds_each_kind_of_fault(files: dict[str, Any], change: Object, expected: str) -> None:
    """A walk that finds nothing anywhere would prove nothing."""
    try:
        found = "\n".join(faults(files["services.json"][0] | change, "service"))
    except ValueError as error:
        found = str(error)
    assert expected in found


def test_every_code_that_the_model_allows_has_a_name(portal: Portal) -> None:
    """A new kind of organisation or urgency does not stop the build months later."""
    wording = Wording(portal)
    for taxonomy, annotation in {
        "organisation_kind": Organisation.model_fields["kind"].annotation,
        "urgency": Service.model_fields["urgency"].annotation,
        "residency": type(next(iter(portal.services.values()))[1].area).model_fields["residency"].annotation,
    }.items():
        assert all(wording.label(taxonomy, code) for code in get_args(annotation))


@pytest.mark.parametrize(("tag", "code"), [("vi", "vi"), ("zh-Hans", "zh"), ("zh-Hant", "zh"), ("fil", "fil"), ("pt-BR", "pt"), ("tl", "tl")])
def test_tags_become_iso_codes(tag: str, code: str) -> None:
    """HSDS takes ISO 639-1 or 639-3 only."""
    assert iso_code(tag) == code


def test_every_language_of_the_directory_has_an_iso_code(portal: Portal) -> None:
    """Also those that no channel offers yet."""
    assert [code for code in portal.languages if not fits(iso_code(code), "language")] == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.jp/窓口?q=相談", "https://example.jp/%E7%AA%93%E5%8F%A3?q=%E7%9B%B8%E8%AB%87"),
        ("https://example.jp/%E7%AA%93/a_b.html#x", "https://example.jp/%E7%AA%93/a_b.html#x"),
        ("https://例え.jp/", "https://xn--r8jz45g.jp/"),
    ],
)
def test_a_page_with_a_japanese_address_becomes_a_uri(url: str, expected: str) -> None:
    """And one that is encoded already stays as it is."""
    assert uri(url) == expected
