"""What somebody confirmed: hashes of the two variants of each section, in ``content/drift``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from portal.drift.pairs import Pair
from portal.model.base import Record, Variant
from portal.model.shaping import shape
from portal.sources.yaml import Document, read_yaml

HEAD = "# scripts/drift が書くファイルです。二つの版を読み比べて、同じ意味なら scripts/drift --confirm で書き直します。\nsections:\n"
BARE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_/-]*")
SectionHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
SentenceHashes = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{6}( [0-9a-f]{6})*)?$")]


class ConfirmedSection(Record):
    """Hashes of one section when its variants were compared; those of its sentences name what has moved since."""

    ja: SectionHash
    easy: SectionHash
    ja_sentences: SentenceHashes
    easy_sentences: SentenceHashes

    def of(self, variant: Variant) -> str:
        """Hash of one variant."""
        return self.easy if variant == "easy" else self.ja

    def sentences(self, variant: Variant) -> tuple[str, ...]:
        """Hashes of the sentences of one variant in order."""
        return tuple((self.easy_sentences if variant == "easy" else self.ja_sentences).split())


class ConfirmedFile(Record):
    """``content/drift/**.yml``."""

    sections: dict[str, ConfirmedSection]


def read_confirmed(root: Path, path: str) -> tuple[Document, ConfirmedFile]:
    """The file ``path`` with its lines; raises SourceError."""
    document = read_yaml(root, path)
    return document, shape(document, ConfirmedFile)


def confirm(pair: Pair, keys: Iterable[str], before: Mapping[str, ConfirmedSection]) -> str:
    """Text of the file of ``pair`` with the sections ``keys`` as they are now and the others as they were confirmed ``before``."""
    now = set(keys)
    lines = [HEAD]
    for key in pair.keys:
        section = _section(pair, key) if key in now else before.get(key)
        if section is not None:
            lines.append(f"  {key if BARE_KEY.fullmatch(key) else json.dumps(key)}:\n")
            lines += [f'    {name}: "{value}"\n' for name, value in section.model_dump().items()]
    return "".join(lines)


def _section(pair: Pair, key: str) -> ConfirmedSection:
    ja, easy = pair.sections["ja"][key], pair.sections["easy"][key]
    return ConfirmedSection(ja=ja.digest, easy=easy.digest, ja_sentences=" ".join(ja.digests), easy_sentences=" ".join(easy.digests))
