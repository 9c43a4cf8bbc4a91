"""References of plain texts as their readers see them."""

from __future__ import annotations

from portal.inline.printing import printed
from portal.inline.references import Reference, find_references
from portal.portal import Portal


class PlainPrinter:
    """Prints the references of one page as its reader sees them: a term carries its gloss at its first use.

    A conversation is judged where it is written, since speech has rules of its own.
    """

    def __init__(self, portal: Portal, *, glosses: bool, names: bool = True) -> None:
        """Begin a page; ``glosses``: whether terms print them (pages do, single records do not); ``names``: whether units and services print theirs."""
        self._portal = portal
        self._glosses = glosses
        self._names = names
        self._shown: set[str] = set()

    def __call__(self, text: str) -> str:
        """Text with its references printed."""
        pieces: list[str] = []
        position = 0
        for found in find_references(text):
            if isinstance(found, Reference):
                pieces += [text[position : found.start], self._print(found)]
                position = found.end
        return "".join([*pieces, text[position:]])

    def _print(self, reference: Reference) -> str:
        if reference.kind == "transcript" or (reference.kind in {"unit", "service"} and not self._names):
            return ""
        text = printed(self._portal, reference, "easy")
        term = self._portal.terms.get(reference.name) if reference.kind == "term" else None
        if term is None or not self._glosses or not term.explain or reference.name in self._shown:
            return text
        self._shown.add(reference.name)
        return f"{text}〈={term.gloss.easy}〉"
