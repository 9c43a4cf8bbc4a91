"""``scripts/plain``: what it prints and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from portal.commands.plain import main

PAGE = "content/ja-easy/units/a1-1.md"


def run(tree: Path, capsys: pytest.CaptureFixture[str], *files: str, as_json: bool = False) -> tuple[int, str]:
    """Exit code and output."""
    code = main(tree, tree, files, as_json=as_json)
    return code, capsys.readouterr().out


def test_finding_is_a_line_that_editors_link(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Path, line, level, rule, words, reason and better wording; then the measures."""
    (tree / "note.txt").write_text("窓口です。\n17時に閉まります。\n", encoding="utf-8")
    code, out = run(tree, capsys, "note.txt")
    assert code == 1
    assert out.splitlines()[0].startswith("note.txt:2: 誤り[clock-time] 「17時」: ")
    assert out.splitlines()[0].endswith("→ 「午後5時」")
    assert out.splitlines()[1].startswith("note.txt: 文 2、長さの中央 7.5字・最長 10字、")


def test_json_of_one_file_is_one_object(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of several files it is a list."""
    code, out = run(tree, capsys, PAGE, as_json=True)
    report = json.loads(out)
    assert (code, report["path"], "error" in {finding["level"] for finding in report["findings"]}) == (0, PAGE, False)
    assert report["measures"]["sentences"] > 5
    assert [each["path"] for each in json.loads(run(tree, capsys, PAGE, "content/words.yml", as_json=True)[1])] == [PAGE, "content/words.yml"]


def test_finding_in_json_has_all_its_parts(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line, rule, level, words, reason and better wording."""
    (tree / "note.txt").write_text("令和7年です。\n", encoding="utf-8")
    (finding,) = json.loads(run(tree, capsys, "note.txt", as_json=True)[1])["findings"]
    assert {key: finding[key] for key in ("line", "rule", "level", "text", "better")} == {
        "line": 1,
        "rule": "era",
        "level": "error",
        "text": "令和7年",
        "better": "2025年",
    }
    assert finding["reason"].endswith("。")


def test_file_outside_of_the_project_is_read_too(tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any text can be measured; it keeps the name it was given."""
    outside = tmp_path / "other.txt"
    outside.write_text("窓口に行きます。\n", encoding="utf-8")
    code, out = run(tree, capsys, str(outside), as_json=True)
    assert (code, json.loads(out)["path"]) == (0, str(outside))


def test_missing_file_is_told(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With path, line and what to do."""
    assert main(tree, tree, ["none.txt"], as_json=False) == 1
    assert capsys.readouterr().err.startswith("none.txt:1: ファイルを読めません")


def test_too_many_warnings_fail(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The budget of the page is named."""
    (tree / "content/plain").mkdir()
    (tree / "content/plain/settings.yml").write_text("warnings: {share: 0.1, least: 1}\n", encoding="utf-8")
    (tree / "note.txt").write_text("手紙が送られます。\n本が読まれます。\n", encoding="utf-8")
    code, out = run(tree, capsys, "note.txt")
    assert code == 1
    assert "note.txt:1: 注意のある文が 2 あります（このページは 1 まで）。" in out


def test_bare_term_of_a_page_is_found(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first use stands before the reference."""
    text = (tree / PAGE).read_text(encoding="utf-8")
    (tree / PAGE).write_text(text.replace("{term:t-zairyu-shikaku}を見ます。", "在留資格を見ます。", 1), encoding="utf-8")
    findings = json.loads(run(tree, capsys, PAGE, as_json=True)[1])["findings"]
    assert [finding["text"] for finding in findings if finding["rule"] == "gloss"] == ["在留資格"]


def test_all_plain_files_are_linted_without_a_name(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages and records."""
    paths = [report["path"] for report in json.loads(run(tree, capsys, as_json=True)[1])]
    assert {PAGE, "content/words.yml", "content/glossary/example.yml", "quizzes/a1.yml", "content/directory/lists/problems.yml"} <= set(paths)
