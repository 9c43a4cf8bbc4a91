"""Text files: UTF-8 without surprises, and lines counted as an editor does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from portal.problems import Problem, SourceError
from portal.sources.listing import list_files
from portal.sources.text import FORBIDDEN, LARGEST_FILE, read_text

INVISIBLE = "\x00\x07\x0b\x1b\x7f\x85\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\uffff"


def problem_of(folder: Path, raw: bytes) -> Problem:
    """The one problem of a file with these bytes."""
    (folder / "a.md").write_bytes(raw)
    with pytest.raises(SourceError) as caught:
        read_text(folder, "a.md")
    (problem,) = caught.value.problems
    return problem


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_are_text_or_a_problem_on_a_line_that_exists(tmp_path: Path, raw: bytes) -> None:
    """What is read holds no characters that hide, and what is refused says where."""
    (tmp_path / "a.md").write_bytes(raw)
    try:
        text = read_text(tmp_path, "a.md")
    except SourceError as error:
        (problem,) = error.problems
        assert 1 <= problem.line <= raw.count(b"\n") + raw.count(b"\r") + 1
        assert problem.message.endswith("ください。")
    else:
        assert "\r" not in text
        assert not FORBIDDEN.search(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), max_size=8), character=st.sampled_from(sorted(INVISIBLE)))
def test_invisible_character_is_reported_on_the_line_an_editor_shows(tmp_path: Path, ends: list[str], character: str) -> None:
    """Whatever line ends the author's machine writes, the line is the right one."""
    text = "".join(f"行{end}" for end in ends) + f"行{character}"
    problem = problem_of(tmp_path, text.encode())
    assert problem.line == len(ends) + 1
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_machine_are_read_alike(tmp_path: Path, end: str) -> None:
    """Windows and old Macs write the same text."""
    (tmp_path / "a.md").write_bytes(f"一{end}二{end}".encode())
    assert read_text(tmp_path, "a.md") == "一\n二\n"


def test_letters_of_other_languages_are_welcome(tmp_path: Path) -> None:
    """Joiners and marks belong to how other languages are written."""
    text = "नेपाली क्\u200dष می\u200cخواهم 👩\u200d👧 Tiếng Việt ไทย 한국어\t。\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert read_text(tmp_path, "a.md") == text


def test_other_encoding_is_reported_on_its_first_line(tmp_path: Path) -> None:
    """A file that was saved as Shift_JIS says where the first Japanese letter stands."""
    problem = problem_of(tmp_path, b"code: A1-1\r\n" + "title: 例".encode("shift_jis"))
    assert (problem.line, "UTF-8 ではありません" in problem.message) == (2, True)


def test_byte_order_mark_is_refused(tmp_path: Path) -> None:
    """An invisible mark would make the first key another one."""
    assert "BOM" in problem_of(tmp_path, b"\xef\xbb\xbfcode: A1-1\n").message


def test_file_of_the_largest_size_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    """A file that nobody can review is refused before it is parsed."""
    (tmp_path / "a.md").write_bytes(b"a" * LARGEST_FILE)
    assert len(read_text(tmp_path, "a.md")) == LARGEST_FILE
    assert "ファイルが大きすぎます" in problem_of(tmp_path, b"a" * (LARGEST_FILE + 1)).message


@pytest.mark.parametrize("path", ["missing.yml", "folder"])
def test_what_is_no_file_is_reported_by_its_path(tmp_path: Path, path: str) -> None:
    """The message names the file that was looked for."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(SourceError) as caught:
        read_text(tmp_path, path)
    assert str(caught.value).startswith(f"{path}:1: ファイルを読めません")


def test_files_are_listed_in_order_and_only_of_their_suffix(tmp_path: Path) -> None:
    """The same folder gives the same list on every machine."""
    for name in ("b.yml", "a.yml", "a.txt", "deep/c.yml", "folder.yml/x.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("", encoding="utf-8")
    assert list_files(tmp_path, "in", ".yml") == ["in/a.yml", "in/b.yml"]
    assert list_files(tmp_path, "in", ".yml", deep=True) == ["in/a.yml", "in/b.yml", "in/deep/c.yml"]
    assert list_files(tmp_path, "nowhere", ".yml") == []
