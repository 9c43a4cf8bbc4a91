"""Every kind of broken source in tests/examples/broken gives its message, and nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Annotated, Literal

import pytest
from portal.loading import find_problems, load_portal
from portal.model.base import NonEmpty, Record
from portal.model.shaping import shape
from portal.problems import Problem, SourceError
from portal.sources.yaml import read_yaml
from pydantic import Field

FOLDER = Path(__file__).parents[1] / "examples/broken"
KINDS = sorted(path.stem for path in FOLDER.glob("*.yml"))
INSTRUCTION = re.compile(r"ください(（[^（）]*）)?。")


class Edit(Record):
    """One change of one file of the sound example."""

    file: NonEmpty
    find: str | None = None
    replace: str = ""
    repeat: int = 1
    where: Literal["once", "first", "everywhere"] = "once"
    text: str | None = None
    encoding: str | None = None
    rename: str | None = None
    copy_to: str | None = None
    delete: bool = False

    def apply(self, tree: Path) -> None:
        """Change the file; a text to replace must be there."""
        path = tree / self.file
        if self.text is not None:
            _write(path, self.text)
        elif self.encoding:
            path.write_bytes(path.read_text(encoding="utf-8").encode(self.encoding))
        elif self.rename:
            path.rename(tree / self.rename)
        elif self.copy_to:
            shutil.copy(path, tree / self.copy_to)
        elif self.delete:
            path.unlink()
        else:
            _write(path, self._replaced(path.read_text(encoding="utf-8")))

    def _replaced(self, source: str) -> str:
        found = source.count(self.find or "\0")
        assert found == 1 or (found and self.where != "once"), f"{self.file}: {found} × {self.find}"
        return source.replace(self.find or "\0", self.replace * self.repeat, 1 if self.where == "first" else -1)


class Expected(Record):
    """A problem: where, and the part of its message that matters."""

    path: NonEmpty
    line: Annotated[int, Field(ge=1)]
    text: NonEmpty

    def fits(self, problem: Problem) -> bool:
        """Whether ``problem`` is this one."""
        return (problem.path, problem.line) == (self.path, self.line) and self.text in problem.message


class Kind(Record):
    """``tests/examples/broken/*.yml``."""

    edits: Annotated[tuple[Edit, ...], Field(strict=False, min_length=1)]
    problems: Annotated[tuple[Expected, ...], Field(strict=False, min_length=1)]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def break_tree(tree: Path, name: str) -> tuple[Expected, ...]:
    """Apply the kind ``name`` to ``tree``; return what must be said of it."""
    kind = shape(read_yaml(FOLDER, f"{name}.yml"), Kind)
    for edit in kind.edits:
        edit.apply(tree)
    return kind.problems


@pytest.mark.parametrize("name", KINDS)
def test_broken_source_gives_its_message_and_no_other(tree: Path, name: str) -> None:
    """An author who made one mistake reads of that mistake, at its line, and what to do about it."""
    expected = break_tree(tree, name)
    found = find_problems(tree)
    unexpected = [str(problem) for problem in found if not any(each.fits(problem) for each in expected)]
    missing = [each for each in expected if not any(each.fits(problem) for problem in found)]
    assert (unexpected, missing, len(found)) == ([], [], len(expected))
    assert [problem.message for problem in found if not INSTRUCTION.search(problem.message[-60:])] == []
    assert [problem for problem in found if not problem.message.endswith("。") or len(str(problem).splitlines()) != 1] == []
    with pytest.raises(SourceError):
        load_portal(tree)


def test_sound_example_has_no_problem(tree: Path) -> None:
    """What the broken kinds are made from is sound."""
    assert find_problems(tree) == []


def test_mistakes_in_several_files_are_told_at_once(tree: Path) -> None:
    """An author does not have to mend one mistake to hear of the next."""
    names = ("hours-do-not-sum", "link-javascript", "question-with-two-keys", "danger-line-with-one-source", "figure-bars-of-mixed-units", "yaml-alias")
    expected = [each for name in names for each in break_tree(tree, name)]
    found = find_problems(tree)
    assert [each for each in expected if not any(each.fits(problem) for problem in found)] == []
    assert len(found) == len(expected)


def test_the_folder_holds_the_kinds_that_the_project_promises() -> None:
    """The brief of the project asks for at least forty kinds."""
    assert len(KINDS) >= 40
