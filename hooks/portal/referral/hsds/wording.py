"""What the records say, in standard Japanese as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.inline.printing import plain_text
from portal.model.base import Text
from portal.portal import Portal


@dataclass(frozen=True)
class Wording:
    """Names and sentences from the portal's records."""

    portal: Portal

    def text(self, text: Text | None) -> str:
        """``text`` with its references printed; "" for none."""
        return plain_text(self.portal, text.ja, "ja") if text else ""

    def label(self, taxonomy: str, code: str) -> str:
        """Name of one term; raises KeyError where neither the taxonomy nor a list has it."""
        record = self.portal.taxonomies[taxonomy]
        if code in record.terms:
            return record.terms[code]
        if record.words:
            return self.portal.words[f"{record.words}_{code}"].ja
        if taxonomy == "field":
            return next(field.title.ja for field in self.portal.curriculum.course_fields if field.code == code)
        if taxonomy == "problem":
            return self.portal.problem_tags[code].label.ja
        return self.portal.statuses[code].label.ja

    def statement(self, taxonomy: str, codes: Iterable[str]) -> str:
        """``持ち物: 在留カード、パスポート``; "" without codes."""
        labels = "、".join(self.label(taxonomy, code) for code in codes)
        return f"{self.portal.taxonomies[taxonomy].name}: {labels}" if labels else ""

    @staticmethod
    def sentences(*parts: str) -> str:
        """The parts that say something, each ending in 。."""
        return "".join(f"{part.rstrip('。')}。" for part in parts if part)
