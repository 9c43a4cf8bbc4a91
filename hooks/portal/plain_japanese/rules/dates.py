"""Dates: the western year, whole words instead of strokes and waves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

ERA = re.compile(r"(令和|平成|昭和|大正)\s?(元|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})年度?|(?<![A-Za-z])([RHS])\s?([0-9]{1,2})年度?(?![A-Za-z0-9])")
WESTERN = re.compile(r"(?:19|20)[0-9]{2}|[１２][０-９]{3}")
STARTS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "R": 2018, "H": 1988, "S": 1925}
NUMERALS = {letter: value for value, letter in enumerate("〇一二三四五六七八九")}
RANGE = re.compile(r"(?:[0-9０-９]+[年月日]|[月火水木金土日](?:曜日?)?|[0-9０-９]+)\s?[〜～~]\s?(?:[0-9０-９]+[年月日]|[月火水木金土日](?:曜日?)?)")
SHORT = re.compile(r"(?<![0-9/])(?:[12][0-9]{3}/)?(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])(?![0-9/])")


def find_eras(subject: Subject) -> Iterator[Finding]:
    """令和7年 without 2025 in the same sentence."""
    if WESTERN.search(subject.text):
        return
    for match in ERA.finditer(subject.text):
        year = STARTS[match.group(1) or match.group(3)] + _number(match.group(2) or match.group(4))
        better = f"{year}年度" if match.group().endswith("度") else f"{year}年"
        reason = "日本の年号だけの年です。西暦で書いてください。年号も要るときは「2025年（令和7年）」の形にしてください。"
        yield subject.finding("era", "error", match.group(), reason, better)


def _number(text: str) -> int:
    """元, 7, ７ or 二十五 as a number."""
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.rpartition("十")
    return (NUMERALS.get(tens, 1) * 10 if "十" in text else 0) + NUMERALS.get(ones, 0)


def find_ranges(subject: Subject) -> Iterator[Finding]:
    """4月1日〜4月30日, 月〜金."""
    for match in RANGE.finditer(subject.text):
        begin, end = re.split(r"\s?[〜～~]\s?", match.group())
        yield subject.finding("range", "warning", match.group(), "「〜」は読めない人がいます。「から」「まで」で書いてください。", f"{begin}から{end}まで")


def find_short_dates(subject: Subject) -> Iterator[Finding]:
    """4/1, 2026/4/1."""
    for match in SHORT.finditer(subject.text):
        parts = match.group().split("/")
        better = "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日"[-len(parts) :], strict=True))
        yield subject.finding("short-date", "warning", match.group(), "「/」の日付は国によって読み方がちがいます。年・月・日で書いてください。", better)
