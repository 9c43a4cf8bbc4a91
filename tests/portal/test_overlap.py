"""What two units share: their own words only."""

from __future__ import annotations

from portal.overlap import CUT, longest_common_run, overlaps, own_words
from portal.portal import Portal


def test_records_titles_and_quotations_do_not_count() -> None:
    """A law's name in quotation marks and a printed number may stand in many units."""
    body = '## 同じ題 {#a}\n\n本文は{fact:f-x}から「同じ引用の文」へ。\n\n> 相談の場面\n\n??? answer "考え方の例"\n    答え。\n'
    assert [part for part in own_words(body).split(CUT) if part] == ["本文は", "から", "へ。", "答え。"]


def test_reading_leaves_its_word() -> None:
    """Words with a reading of their own are words of the text."""
    assert own_words("{行|おこな}う") == "行う"


def test_longest_run_is_found() -> None:
    """The run is the longest, not the first."""
    assert longest_common_run("あいうえおかきくけこXさしすせそたちつてと", "さしすせそたちつYあいうえおかきくけこ") == "あいうえおかきくけこ"
    assert longest_common_run("あいうえお", "かきくけこ") == ""


def test_runs_do_not_cross_what_was_taken_out() -> None:
    """Two texts around different quotations share only what stands on one side."""
    assert longest_common_run(own_words("一二三四五「甲」六七八九十"), own_words("一二三四五「乙」六七八九十")) == ""


def test_same_text_in_two_units_or_packs_is_told(example: Portal) -> None:
    """A copied unit or case is wholly alike; a unit and a case of its own words are not."""
    example.units["A1-2"] = example.units["A1-1"]
    example.packs["pack-copied"] = example.packs["pack-two-letters"]
    found = {(each.first, each.second): each.alike for each in overlaps(example, "ja")}
    del example.units["A1-2"], example.packs["pack-copied"]
    assert (found["A1-1", "A1-2"], found["pack-copied", "pack-two-letters"]) == (1.0, 1.0)
    assert found["A1-1", "pack-two-letters"] < 0.05
