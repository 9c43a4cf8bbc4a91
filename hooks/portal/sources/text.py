"""Text files of the sources, refused where their bytes or characters could hurt."""

from __future__ import annotations

import re
from pathlib import Path

from portal.problems import Problem, SourceError

LARGEST_FILE = 1_000_000
BYTE_ORDER_MARK = "\ufeff"
LINE_END = re.compile("\r\n|\r|\n")
# Bidirectional controls can make a line read differently from what it does; other controls never belong in prose. Some parsers, but no
# editor, end a line at U+0085, U+2028 and U+2029: the lines of the messages would be wrong.
FORBIDDEN = re.compile("[\u061c\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2028\u2029\ufeff\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def read_text(root: Path, path: str) -> str:
    """Text of ``root/path`` with line feeds at line ends.

    Raises:
        SourceError: not readable, too large, not UTF-8, with a byte order mark or with control characters.

    """
    try:
        raw = (root / path).read_bytes()
    except OSError as error:
        raise SourceError([Problem(path, 1, f"ファイルを読めません（{error.strerror}）。名前と置き場所を確かめてください。")]) from error
    if len(raw) > LARGEST_FILE:
        raise SourceError([Problem(path, 1, f"ファイルが大きすぎます（{len(raw):,}バイト）。{LARGEST_FILE:,}バイト以下に分けてください。")])
    text = _decode(path, raw)
    _refuse_characters(path, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(path: str, raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(LINE_END.findall(raw[: error.start].decode("utf-8"))) + 1
        raise SourceError([Problem(path, line, "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。")]) from error
    if text.startswith(BYTE_ORDER_MARK):
        raise SourceError([Problem(path, 1, "先頭に BOM があります。「UTF-8（BOMなし）」で保存し直してください。")])
    return text


def _refuse_characters(path: str, text: str) -> None:
    found = FORBIDDEN.search(text)
    if found:
        line = len(LINE_END.findall(text, 0, found.start())) + 1
        message = f"目に見えない制御文字（U+{ord(found.group()):04X}）があります。その文字を消してください。"
        raise SourceError([Problem(path, line, message)])
