"""The built pages as trees, with their kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
from portal.sources.yaml import read_yaml

KINDS = "tests/site/page_kinds.yml"
PLAIN = "ja-easy/"


@dataclass(frozen=True)
class Kind:
    """A kind of page."""

    kind: str
    address: str
    example: str


def page_kinds(root: Path) -> list[Kind]:
    """The kinds of ``page_kinds.yml``."""
    return [Kind(**entry) for entry in read_yaml(root, KINDS).value["kinds"]]


def page_urls(site: Path) -> list[str]:
    """URLs of all pages below the root, without 404."""
    return sorted(path.parent.relative_to(site).as_posix().removeprefix(".") + "/" if path.parent != site else "" for path in site.rglob("index.html"))


@cache
def page_tree(path: Path) -> Any:
    """One page, parsed."""
    return lxml.html.fromstring(path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))


def tree_of(site: Path, url: str) -> Any:
    """The page at ``url``, parsed."""
    return page_tree(site / url / "index.html")


def kinds_of(kinds: list[Kind], url: str) -> list[str]:
    """Kinds whose address fits ``url``."""
    address = url.removeprefix(PLAIN)
    return [kind.kind for kind in kinds if re.fullmatch(kind.address, address)]


def text_without_readings(element: Any) -> str:
    """Text of ``element`` as it is copied: no ``rt``, no ``rp``."""
    return "".join(element.xpath(".//text()[not(ancestor::rt) and not(ancestor::rp) and not(ancestor::script) and not(ancestor::template)]"))
