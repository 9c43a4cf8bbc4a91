"""Results on disk, found again by their content: a warm build reads instead of analysing.

This is the one module beside `portal.sources` that opens files: it owns one folder
(`.cache/furigana`), writes nothing else, and reads this package's own code for `digest_rules`.
A damaged or half-written entry counts as absent; writers never see each other's half files.
"""

import contextlib
import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

_ENCODING: Final = "utf-8"
_ERRORS: Final = "surrogatepass"


class ResultCache:
    """Texts made from texts, kept in a folder; the key is the source text and a version."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; it is made when the first result is stored."""
        self._folder = folder

    def recall(self, source: str, version: str, make: Callable[[str], str]) -> str:
        """Give the stored result for this source and version, or make and store it."""
        path = self._path(source, version)
        found = _read(path)
        if found is None:
            found = make(source)
            _write(path, found)
        return found

    def trim(self, most_bytes: int) -> int:
        """Delete the entries not used for longest until the folder fits; give the number deleted."""
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime)
        size = sum(stat.st_size for _, stat in entries)
        deleted = 0
        for path, stat in entries:
            if size <= most_bytes:
                break
            path.unlink(missing_ok=True)
            size -= stat.st_size
            deleted += 1
        return deleted

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        """What is stored now; another process may delete while this one looks."""
        for path in self._folder.glob("*/*.z"):
            with contextlib.suppress(FileNotFoundError):
                yield path, path.stat()

    def _path(self, source: str, version: str) -> Path:
        key = hashlib.sha256(f"{version}\0{source}".encode(_ENCODING, _ERRORS)).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.z"


def _read(path: Path) -> str | None:
    """Give an entry's text and mark it as used; None where it is absent or damaged."""
    try:
        text = zlib.decompress(path.read_bytes()).decode(_ENCODING, _ERRORS)
        os.utime(path)
    except (OSError, zlib.error, UnicodeDecodeError):
        return None
    return text


def _write(path: Path, text: str) -> None:
    """Write beside and move into place; a full or read-only disk costs speed, not the build."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem[:8], suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(zlib.compress(text.encode(_ENCODING, _ERRORS), level=1))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@lru_cache(maxsize=1)
def digest_rules() -> str:
    """Twelve hexadecimal digits that change with any line of this package: no stale entry survives a rule."""
    total = hashlib.sha256()
    modules = (entry for entry in files("portal.furigana").iterdir() if entry.name.endswith(".py"))
    for module in sorted(modules, key=lambda entry: entry.name):
        total.update(module.read_bytes())
    return total.hexdigest()[:12]
