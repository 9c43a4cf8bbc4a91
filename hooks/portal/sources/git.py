"""What git remembers of the sources; nothing where it is not installed or there is no history."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path


def ask_git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Output of git; nothing where it is not installed or ``root`` has no history."""
    try:
        return subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=True).stdout  # noqa: S603, S607 - git from the path, paths from our own listing
    except (OSError, subprocess.CalledProcessError):
        return b""


def read_objects(root: Path, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Name and text of objects (``HEAD:./path`` or hashes) in the order of ``names``; missing ones are left out."""
    answer = ask_git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode()) if names else b""
    for name in names:
        head, _, answer = answer.partition(b"\n")
        if head.endswith(b" missing") or not head:
            continue
        size = int(head.split()[-1])
        yield name, answer[:size].decode("utf-8", "replace").replace("\r\n", "\n")
        answer = answer[size + 1 :]


def blobs_below(root: Path, folder: str, suffix: str) -> list[tuple[str, str]]:
    """Path and hash of every version that was ever committed of the files below ``folder``, the newest first, each once."""
    found: dict[tuple[str, str], None] = {}
    for line in ask_git(root, "log", "--raw", "--no-abbrev", "--no-renames", "--format=", "--relative", "--", folder).decode("utf-8", "replace").splitlines():
        change, _, path = line.partition("\t")
        parts = change.split()
        if path.endswith(suffix) and parts and set(parts[3]) != {"0"}:
            found[path, parts[3]] = None
    return list(found)
