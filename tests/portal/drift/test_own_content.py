"""The site's own content is compared: without its folder the rule would say nothing."""

from __future__ import annotations

from pathlib import Path

from portal.drift.pairs import pairs_of
from portal.loading import read_portal


def test_every_pair_of_the_site_was_confirmed_once(root: Path) -> None:
    """Whether it still is as it was confirmed, ``scripts/check`` says."""
    portal, _ = read_portal(root)
    assert portal is not None
    assert [pair.path for pair in pairs_of(portal) if not (root / pair.path).is_file()] == []
