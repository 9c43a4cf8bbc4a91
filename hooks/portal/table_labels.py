"""Tables that read on a phone: every cell carries the name of its column, shown where the rows are stacked."""

from __future__ import annotations

from copy import deepcopy
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

AFTER_INLINE = 15


class TableLabels(Extension):
    """Python-Markdown extension; its processor runs after inline patterns, so that labels keep their markup."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor."""
        md.treeprocessors.register(_LabelCells(md), "table_labels", AFTER_INLINE)


class _LabelCells(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            labels = table.findall("./thead/tr/th")
            for row in table.iterfind("./tbody/tr"):
                for label, cell in list(zip(labels, row.findall("td"), strict=False))[1:]:
                    _put_label(cell, label)


def _put_label(cell: Element, label: Any) -> None:
    span = Element("span", {"class": "cell-label"})
    span.text = label.text
    span.extend(deepcopy(child) for child in label)
    body = SubElement(cell, "span", {"class": "cell-body"})
    body.text, cell.text = cell.text, None
    for child in list(cell)[:-1]:
        cell.remove(child)
        body.append(child)
    # White space at an edge parts words: the reading of a cell does not begin in its label.
    span.tail = " "
    cell.insert(0, span)
