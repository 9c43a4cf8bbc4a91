"""Times of day: 午前 and 午後, から and まで."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

NOON = 12
CLOCK = re.compile(r"(?<![0-9０-９:：])(午前|午後)?\s?([01]?[0-9]|2[0-4])(?:[:：]([0-5][0-9])(?![0-9:：])|時(?!間|点|期|代|給|刻)(?:([0-5]?[0-9])分)?)")
TIME = r"(?:午前|午後)?\s?[0-9０-９]{1,2}(?:[:：][0-9０-９]{2}|時(?:半|[0-9０-９]{1,2}分)?)"
RANGE = re.compile(rf"({TIME})\s?[〜～~－–—―-]\s?({TIME})?")


def find_clock_times(subject: Subject) -> Iterator[Finding]:
    """17時, 13:30, 8:30 without 午前; 9時 alone is left to the author."""
    for match in CLOCK.finditer(subject.text):
        half, hour, minutes = match.group(1), int(match.group(2)), match.group(3) or match.group(4)
        if (hour > NOON or match.group(3)) and not (half and hour <= NOON and not match.group(3)):
            reason = "24時間の書き方（または「:」の書き方）です。「午前」「午後」を付けて、「時」「分」で書いてください。"
            yield subject.finding("clock-time", "error", match.group().strip(), reason, _spoken(half, hour, minutes))


def _spoken(half: str | None, hour: int, minutes: str | None) -> str:
    """午後5時30分 for 17:30; noon is 午後0時."""
    part = half or ("午後" if hour >= NOON else "午前")
    return f"{part}{hour - NOON if hour >= NOON else hour}時" + (f"{int(minutes)}分" if minutes and int(minutes) else "")


def _said(time: str) -> str:
    """A time as people say it; 9時 stays as it is."""
    match = CLOCK.search(time)
    if match is None or (int(match.group(2)) <= NOON and not match.group(3)):
        return time.strip()
    return _spoken(match.group(1), int(match.group(2)), match.group(3) or match.group(4))


def find_time_ranges(subject: Subject) -> Iterator[Finding]:
    """9時〜17時."""
    for match in RANGE.finditer(subject.text):
        begin, end = (_said(time) for time in (match.group(1), match.group(2) or ""))
        better = f"{begin}から{end}まで" if end else f"{begin}から"
        reason = "時刻の間の「〜」は読めない人がいます。「から」「まで」で書いてください。"
        yield subject.finding("time-range", "error", match.group().strip(), reason, better)
