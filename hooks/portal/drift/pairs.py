"""The pairs that are compared: two pages of one address, or the two languages of one YAML file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.addresses import address_of
from portal.drift.sections import Sections, sections_of_page, sections_of_records
from portal.locales import FOLDERS
from portal.model.base import VARIANTS, Variant
from portal.portal import Portal
from portal.sources.markdown import MarkdownPage, parse_markdown
from portal.sources.yaml import parse_yaml

FOLDER = "content/drift"
RECORDS = "records/"
# Words of the screens stand with both variants on one line, and change too often to be compared one by one.
LEFT_OUT = ("content/words.yml",)


@dataclass(frozen=True)
class Pair:
    """Two variants of the same. ``name``: that of its file below ``content/drift``; ``paths`` are one and the same for records."""

    name: str
    paths: dict[Variant, str]
    sections: dict[Variant, Sections]

    @property
    def path(self) -> str:
        """Path of the file that holds what was confirmed."""
        return f"{FOLDER}/{self.name}.yml"

    @property
    def keys(self) -> list[str]:
        """Keys of the sections that both variants have, in the order of the standard one."""
        return [key for key in self.sections["ja"] if key in self.sections["easy"]]

    def earlier(self, variant: Variant, text: str) -> Sections:
        """Sections of an earlier ``text`` of one side; raises SourceError."""
        path = self.paths[variant]
        if path.endswith(".md"):
            return sections_of_page(parse_markdown(path, text))
        return sections_of_records(parse_yaml(path, text))[variant]


def page_pairs(portal: Portal) -> Iterator[tuple[MarkdownPage, MarkdownPage]]:
    """Standard and plain page of every address that has both."""
    for pages in portal.units.values():
        if pages.page is not None and pages.plain_page is not None:
            yield pages.page, pages.plain_page
    for (address, variant), prose in portal.pages.items():
        twin = portal.pages.get((address, "easy"))
        if variant == "ja" and twin is not None:
            yield prose.page, twin.page


def pairs_of(portal: Portal) -> list[Pair]:
    """Every pair of the sources, sorted by name."""
    pages = [_page_pair(standard, plain) for standard, plain in page_pairs(portal)]
    return sorted([*pages, *_record_pairs(portal)], key=lambda pair: pair.name)


def _page_pair(standard: MarkdownPage, plain: MarkdownPage) -> Pair:
    address = address_of(standard.path.removeprefix(f"{FOLDERS['ja']}/"))
    paths: dict[Variant, str] = {"ja": standard.path, "easy": plain.path}
    return Pair(address.replace("/", "--"), paths, {"ja": sections_of_page(standard), "easy": sections_of_page(plain)})


def _record_pairs(portal: Portal) -> Iterator[Pair]:
    for path, place in portal.places.items():
        if path.endswith(".yml") and path not in LEFT_OUT and path not in portal.unread:
            sections = sections_of_records(place.document)
            if sections["ja"]:
                yield Pair(record_name(path), dict.fromkeys(VARIANTS, path), sections)


def record_name(path: str) -> str:
    """``quizzes/a1.yml`` → ``records/quizzes--a1``, ``content/facts/a1-1.yml`` → ``records/facts--a1-1``."""
    return RECORDS + path.removeprefix("content/").removesuffix(".yml").replace("/", "--")


def sources_of(name: str) -> list[str]:
    """Paths in which the source of the file ``name`` may stand."""
    if name.startswith(RECORDS):
        path = name.removeprefix(RECORDS).replace("--", "/") + ".yml"
        return [f"content/{path}", path]
    address = name.replace("--", "/")
    return [f"{folder}/{address}{end}" for folder in FOLDERS.values() for end in (".md", "/index.md")]
