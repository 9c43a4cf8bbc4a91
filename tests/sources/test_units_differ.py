"""No unit and no case pack is a template of another."""

from __future__ import annotations

import pytest
from portal.model.base import VARIANTS, Variant
from portal.overlap import LONGEST_RUN, MOST_ALIKE, overlaps
from portal.portal import Portal


@pytest.mark.parametrize("variant", VARIANTS)
def test_units_share_no_text(portal: Portal, variant: Variant) -> None:
    """Apart from records, titles and quotations: no common run of 40 characters, eight-character runs alike by less than 5 %."""
    found = [each for each in overlaps(portal, variant) if len(each.run) >= LONGEST_RUN or each.alike >= MOST_ALIKE]
    assert [(each.first, each.second, round(each.alike, 3), each.run) for each in found] == []
