"""The cache: warm reads, other versions, damage, and writers at the same time."""
# ruff: noqa: D103  # the name of a test states its fact

import threading
from pathlib import Path

import pytest
from portal.furigana.cache import ResultCache, digest_rules


def test_second_recall_reads_instead_of_making(tmp_path: Path) -> None:
    made: list[str] = []

    def make(source: str) -> str:
        made.append(source)
        return source + "！"

    cache = ResultCache(tmp_path / "furigana")
    assert [cache.recall("文", "1", make), cache.recall("文", "1", make)] == ["文！", "文！"]
    assert made == ["文"]
    cache.recall("文", "2", make)
    assert made == ["文", "文"]


@pytest.mark.parametrize("damage", [b"", b"not zlib", b"\x78\x9c\x00"])
def test_damaged_entry_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    cache = ResultCache(tmp_path)
    cache.recall("文", "1", str)
    next(tmp_path.glob("*/*.z")).write_bytes(damage)
    assert cache.recall("文", "1", lambda _: "新") == "新"
    assert cache.recall("文", "1", lambda _: "x") == "新"


def test_text_that_is_no_clean_unicode_is_kept(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    assert [cache.recall("\ud800", "1", str), cache.recall("\ud800", "1", lambda _: "x")] == ["\ud800", "\ud800"]


def test_folder_that_cannot_be_written_costs_no_build(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert ResultCache(blocked).recall("文", "1", str) == "文"


def test_writers_at_the_same_time_leave_whole_entries(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    long = "長い文" * 10_000
    threads = [threading.Thread(target=lambda: cache.recall("文", "1", lambda _: long)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.recall("文", "1", lambda _: "x") == long
    assert list(tmp_path.glob("*/*.part")) == []


def test_trim_deletes_what_was_not_used_for_longest(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    for source in "一二三":
        cache.recall(source, "1", str)
    assert cache.trim(10**6) == 0
    assert cache.trim(0) == 3


def test_trim_passes_over_what_another_process_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = ResultCache(tmp_path)
    cache.recall("一", "1", str)
    there = [*tmp_path.glob("*/*.z"), tmp_path / "00" / "gone.z"]
    monkeypatch.setattr(Path, "glob", lambda *_: iter(there))
    assert cache.trim(0) == 1


def test_digest_of_the_rules_is_stable_within_a_process() -> None:
    assert digest_rules() == digest_rules()
    assert len(digest_rules()) == 12
