"""The real project."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.loading import load_portal
from portal.portal import Portal


@pytest.fixture(scope="session")
def portal(root: Path) -> Portal:
    """Give the portal of the real sources."""
    return load_portal(root)
