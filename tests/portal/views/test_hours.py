"""Opening hours as people read them, in both variants."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from portal.model.hours import check_hours
from portal.views.hours import DAYS, readable_hours

DAY = st.sampled_from(list(DAYS))
CLOCK = st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
TIMES = (
    st.sampled_from([2, 4])
    .flatmap(lambda size: st.lists(CLOCK, min_size=size, max_size=size, unique=True))
    .map(lambda clocks: ",".join(map("-".join, zip(*[iter(sorted(clocks))] * 2, strict=True))))
)
SPANS = st.one_of(
    DAY, st.builds(lambda first, last: f"{first}-{last}", DAY, DAY), st.lists(DAY, min_size=2, max_size=3, unique=True).map(",".join), DAY.map("{}[2]".format)
)
RULES = st.builds("{} {}".format, SPANS, TIMES)
EXTRAS = st.sampled_from(["PH off", "Dec 29-Jan 03 off", "Aug 06 off", "Su off", "PH,Sa 10:00-12:00"])


def is_sound(hours: str) -> bool:
    """Whether an author may write these hours."""
    try:
        check_hours(hours)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("hours", "standard", "plain"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "月〜金 9:00〜17:00、祝日は休み", "月曜日から金曜日 午前9時から午後5時まで。祝日は休み"),
        ("Mo,We 10:00-12:00,13:00-15:30", "月・水 10:00〜12:00・13:00〜15:30", "月曜日・水曜日 午前10時から昼の12時まで・午後1時から午後3時30分まで"),
        ("Mo-Sa 09:00-17:00; Su off", "月〜土 9:00〜17:00、日曜は休み", "月曜日から土曜日 午前9時から午後5時まで。日曜日は休み"),
        ("Sa[1],Sa[3] 10:00-18:00", "第1土曜日・第3土曜日 10:00〜18:00", "第1土曜日・第3土曜日 午前10時から午後6時まで"),
        ("Mo[-1] 10:00-11:00", "最終月曜日 10:00〜11:00", "最終月曜日 午前10時から午前11時まで"),
        ("Dec 29-Jan 03 off", "12月29日〜1月3日は休み", "12月29日から1月3日までは休み"),
        ("Aug 13-16 off", "8月13日〜8月16日は休み", "8月13日から8月16日までは休み"),
        ("Aug 06 off", "8月6日は休み", "8月6日は休み"),
        ("24/7", "24時間・毎日", "24時間・毎日"),
        ("Mo-Fr 00:00-24:00", "月〜金 0:00〜24:00", "月曜日から金曜日 午前0時から夜の12時まで"),
        ("Fr 22:00-26:30", "金曜 22:00〜26:30", "金曜日 午後10時から次の日の午前2時30分まで"),
        ("Mo 12:15-13:00", "月曜 12:15〜13:00", "月曜日 昼の12時15分から午後1時まで"),
        ('Mo-Fr 09:00-17:00 "昼休みあり"', "月〜金 9:00〜17:00 昼休みあり", "月曜日から金曜日 午前9時から午後5時まで 昼休みあり"),
        ("unknown", "未確認", "未確認"),
    ],
)
def test_hours_are_read_in_the_words_of_the_variant(hours: str, standard: str, plain: str) -> None:
    """A person who calls knows when, without knowing the notation."""
    assert (readable_hours(hours, "ja", "未確認"), readable_hours(hours, "easy", "未確認")) == (standard, plain)


@given(rules=st.lists(RULES, min_size=1, max_size=3), extras=st.lists(EXTRAS, max_size=2, unique=True))
def test_no_notation_is_left_in_the_words(rules: list[str], extras: list[str]) -> None:
    """Sound hours are words, digits and Japanese marks only."""
    hours = "; ".join([*rules, *extras])
    assume(is_sound(hours))
    for variant in ("ja", "easy"):
        assert re.findall(r"[A-Za-z\[\];/]|--|  ", readable_hours(hours, variant, "")) == []


@given(begin=st.integers(0, 48), end=st.integers(0, 48))
def test_each_hour_of_two_days_has_one_name_of_its_own(begin: int, end: int) -> None:
    """Noon and midnight, and today and tomorrow, are never the same words."""
    one, other = (readable_hours(f"Mo 08:00-{hour:02}:00", "easy", "") for hour in (begin, end))
    assert (one == other) == (begin == end)
