"""One annotator with the site's general lexicon for all tests of the room."""

from pathlib import Path

import pytest
import yaml
from portal.furigana.annotate import Annotator
from portal.furigana.lexicon import Lexicon, Reading

GENERAL = Path(__file__).parents[3] / "content" / "readings" / "general.yml"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Give the general lexicon of the site."""
    lines = yaml.safe_load(GENERAL.read_text(encoding="utf-8"))["readings"]
    return Lexicon.of(Reading(line["surface"], str(line["reading"])) for line in lines)


@pytest.fixture(scope="session")
def annotator(lexicon: Lexicon) -> Annotator:
    """Give the site's annotator."""
    return Annotator(lexicon)
