"""Items of the pages of case packs."""

from __future__ import annotations

from dataclasses import dataclass

from portal.inline.ecomaps import Wheel, draw_ecomap
from portal.model.case_pack import CasePack


@dataclass(frozen=True)
class CaseView:
    """A pack with its map of partners, drawn."""

    pack: CasePack
    wheel: Wheel


def case_view(pack: CasePack) -> CaseView:
    """The item of the two pages of a pack."""
    return CaseView(pack, draw_ecomap(pack.analysis.map))
