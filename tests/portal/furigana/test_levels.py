"""The school grade of kanji: the table of the ministry, and the level of a word."""
# ruff: noqa: D103  # the name of a test states its fact

import pytest
from portal.furigana.levels import BEYOND, GRADES, level_of


def test_table_has_the_sizes_of_the_notice_of_2017() -> None:
    assert [len(kanjis) for kanjis in GRADES] == [80, 160, 200, 202, 193, 191]


def test_no_kanji_is_learnt_twice() -> None:
    assert len(set("".join(GRADES))) == 1026


def test_kanji_of_the_prefectures_are_learnt_in_the_fourth_grade() -> None:
    """The change of 2020: 20 kanji came in and 5 moved down for the names of prefectures."""
    assert set("茨媛岡潟岐熊香佐埼崎滋鹿縄井沖栃奈梨阪阜賀群徳富城") <= set(GRADES[3])


@pytest.mark.parametrize(("kanji", "grade"), [("囲", 5), ("歴", 5), ("胃", 6), ("恩", 6), ("預", 6), ("一", 1), ("議", 4)])
def test_kanji_that_moved_stand_where_the_notice_of_2017_puts_them(kanji: str, grade: int) -> None:
    assert kanji in GRADES[grade - 1]


@pytest.mark.parametrize(("base", "level"), [("山", 1), ("時間", 2), ("在留", 5), ("駐車", BEYOND), ("手続", 4)])
def test_word_is_as_hard_as_its_hardest_kanji(base: str, level: int) -> None:
    assert level_of(base) == level


def test_repeated_kanji_adds_nothing() -> None:
    assert level_of("人々") == level_of("人")


def test_kanji_left_behind_by_a_pdf_counts_as_the_kanji_it_stands_for() -> None:
    assert level_of("\u2f08") == level_of("人")


@pytest.mark.parametrize("base", ["", "110", "あ"])
def test_text_without_kanji_is_for_everybody(base: str) -> None:
    assert level_of(base) == 1
