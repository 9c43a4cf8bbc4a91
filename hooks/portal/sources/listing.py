"""Which files there are."""

from __future__ import annotations

from pathlib import Path


def list_files(root: Path, folder: str, suffix: str, *, deep: bool = False) -> list[str]:
    """Paths below ``root/folder`` that end in ``suffix``, relative to ``root``, sorted; ``deep`` goes into subfolders."""
    pattern = f"**/*{suffix}" if deep else f"*{suffix}"
    return sorted(path.relative_to(root).as_posix() for path in (root / folder).glob(pattern) if path.is_file())
