"""The few selectors that name the part of a page to read: `body`, `main.md-main`, `#content`."""

import re
from dataclasses import dataclass
from typing import Final

from portal.furigana.markup import Tag

_COMPOUND: Final = re.compile(r"(?P<name>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:[#.][\w-]+|\[[\w-]+(?:=(?:\"[^\"]*\"|[\w-]+))?\])*)")
_CONDITION: Final = re.compile(r"([#.])([\w-]+)|\[([\w-]+)(?:=(?:\"([^\"]*)\"|([\w-]+)))?\]")


@dataclass(frozen=True, slots=True)
class _Compound:
    name: str
    ids: tuple[str, ...]
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None], ...]

    def matches(self, tag: Tag) -> bool:
        if self.name not in ("*", tag.name):
            return False
        held = tag.attributes
        return (
            all(held.get("id") == wanted for wanted in self.ids)
            and self.classes.issubset(held.get("class", "").split())
            and all(name in held and value in (None, held[name]) for name, value in self.attributes)
        )


class Selector:
    """One or more compound selectors with commas between; no descendants, no pseudo-classes."""

    def __init__(self, written: str) -> None:
        """Read the selector; ValueError where it is of another kind."""
        self._compounds = [_read_compound(part.strip()) for part in written.split(",")]

    def matches(self, tag: Tag) -> bool:
        """Say whether the element of this start tag is selected."""
        return any(compound.matches(tag) for compound in self._compounds)


def _read_compound(written: str) -> _Compound:
    match = _COMPOUND.fullmatch(written)
    if match is None or not written:
        message = f"root_selector「{written}」は使えません。タグ名、#id、.class、[属性] だけで書いてください。"
        raise ValueError(message)
    conditions = list(_CONDITION.finditer(match["rest"]))
    return _Compound(
        (match["name"] or "*").lower(),
        tuple(found[2] for found in conditions if found[1] == "#"),
        frozenset(found[2] for found in conditions if found[1] == "."),
        tuple((found[3].lower(), found[4] or found[5]) for found in conditions if found[3]),
    )
