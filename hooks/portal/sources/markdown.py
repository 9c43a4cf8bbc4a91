"""Markdown pages: front matter as strict YAML, body with the line where it begins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from portal.problems import Problem, SourceError
from portal.sources.text import read_text
from portal.sources.yaml import Document, parse_yaml

FENCE = "---\n"


@dataclass(frozen=True)
class MarkdownPage:
    """One page: ``front`` (mapping), ``body`` and the number of the body's first line in the file."""

    path: str
    front: Document
    body: str
    body_line: int

    def problem(self, offset: int, message: str) -> Problem:
        """Problem at character ``offset`` of the body."""
        return Problem(self.path, self.body_line + self.body.count("\n", 0, offset), message)


def read_markdown(root: Path, path: str) -> MarkdownPage:
    """Read ``root/path``; raises SourceError."""
    return parse_markdown(path, read_text(root, path))


def parse_markdown(path: str, text: str) -> MarkdownPage:
    """Split ``text`` at its front matter; raises SourceError where that is missing, open or no mapping."""
    if not text.startswith(FENCE):
        raise SourceError([Problem(path, 1, "先頭に「---」で囲んだ項目（front matter）がありません。code や title を書いてください。")])
    end = text.find("\n" + FENCE, len(FENCE) - 1)
    if end < 0:
        raise SourceError([Problem(path, 1, "先頭の項目を閉じる「---」がありません。項目の終わりの行に「---」を書いてください。")])
    front = parse_yaml(path, text[len(FENCE) : end + 1], first_line=2)
    if not isinstance(front.value, dict):
        raise SourceError([Problem(path, 2, "先頭の項目が「キー: 値」の形ではありません。書き方を確かめてください。")])
    body_start = end + 1 + len(FENCE)
    body = text[body_start:]
    # A page without body has no line after its front matter: messages go to the last line there is.
    return MarkdownPage(path, front, body, text.count("\n", 0, body_start) + bool(body))
