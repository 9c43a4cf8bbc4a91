"""The example project: a fresh copy to break, and the loaded portal to look at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from portal.furigana.annotate import Annotator
from portal.loading import load_portal
from portal.portal import Portal
from portal.publishing import lexicon_of

# No deadline and no database: how fast the machine is, and what it ran before, says nothing about the code.
settings.register_profile("portal", deadline=None, derandomize=True, database=None)
settings.load_profile("portal")


def copy_example(root: Path, target: Path) -> Path:
    """Copy the sound example project to ``target``; the words of the controls and of the exports are the site's own."""
    shutil.copytree(root / "tests/examples/valid", target)
    shutil.copy(root / "content/words.yml", target / "content/words.yml")
    shutil.copytree(root / "content/exchange", target / "content/exchange")
    return target


@pytest.fixture
def tree(root: Path, tmp_path: Path) -> Path:
    """Give a fresh copy of the example project."""
    return copy_example(root, tmp_path / "project")


@pytest.fixture(scope="session")
def example(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Give the portal of the example project."""
    return load_portal(copy_example(root, tmp_path_factory.mktemp("example") / "project"))


@pytest.fixture(scope="session")
def templates(root: Path) -> Environment:
    """Give the site's own templates, which escape what they print."""
    return Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@pytest.fixture(scope="session")
def example_annotator(example: Portal) -> Annotator:
    """Give the furigana of the example project."""
    return Annotator(lexicon_of(example))
