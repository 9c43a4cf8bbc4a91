"""Readings of numbers with their counters: 1人 ひとり, 3分 ぷん, 一週間 いっしゅうかん.

A regular counter carries the ruby alone and the digits stay bare; an irregular pair is one base.
A rule speaks only where a counter ends at a word boundary of the analysis (本人 is no counter 本).
"""

import re
from collections.abc import Iterator
from typing import Final

from portal.furigana.characters import has_kanji
from portal.furigana.counters import Counter, counter_kana, ending_of, find_counters, number_pieces, read_native
from portal.furigana.dates import read_day
from portal.furigana.numerals import Number, find_numbers, read_pieces
from portal.furigana.okurigana import anchor_reading
from portal.furigana.spans import Reading
from portal.furigana.words import Words

_SUFFIXES: Final = {
    "間": "かん", "目": "め", "前": "まえ", "後": "ご", "頃": "ごろ", "末": "まつ", "半": "はん", "付": "づけ", "付け": "づけ",
    "分": "ぶん", "中": "ちゅう", "内": "ない", "弱": "じゃく", "強": "きょう", "超": "ちょう", "余": "よ", "余り": "あまり",
    "毎": "ごと", "用": "よう", "児": "じ", "台": "だい", "初": "はつ", "前半": "ぜんはん", "後半": "こうはん", "以内": "いない", "以上": "いじょう", "以降": "いこう",
}  # fmt: skip
_SUFFIX: Final = re.compile("|".join(sorted(_SUFFIXES, key=len, reverse=True)))
_MOST_SUFFIXES: Final = 3
_FOUR: Final = 4
_SHORT: Final = 3
"""Kanji of a number and its counter that still make one base: 三年, 一週間."""
_NO_PORTION: Final = ("時", "分", "秒", "割")
"""Counters after which 分 is a counter itself, not ぶん."""

_WHOLE: Final = {"二十歳": "はたち", "二十才": "はたち", "十分": "じゅうぶん"}
_PERSONS: Final = {1: "ひとり", 2: "ふたり"}
_THINGS: Final = dict(zip("一二三四五六七八九", ["ひと", "ふた", "みっ", "よっ", "いつ", "むっ", "なな", "やっ", "ここの"], strict=True))
_COUNTS_ON: Final = re.compile("目|[^国](?:隣|先(?!生)|続|並|以[上下内]|ごと|ずつ|ほど)")
"""At the end of a word that counts, though the engine knows a place of that name: 四軒目, 三軒隣."""
_OR_FIVE: Final = re.compile("[、・]?五[人日年]")
_HALVED: Final = re.compile("分(?:する|し[てたな、]|され)")
_ENOUGH: Final = re.compile(
    r"十分(?!間|前|後|以内|ほど|程度|くらい|ぐらい|おき|ごと|遅|かか|待|歩|休|過ぎ|経|だけ|で(?:着|行|終|歩)|に(?:一|1)|ずつ|休憩|おく)"
)
_ENOUGH_FOR_SURE: Final = re.compile("とは?(?:言|いえ|考え|思|認)|な(?!の|ん)|に(?!一|1)|で(?:ない|は|あ|す|し)|だと|[注配考留]|理解|説明")
_SPENT: Final = re.compile("(?:あと|約|およそ|ほぼ|徒歩|歩いて|車で|バスで|電車で|自転車で|わずか|たった|毎回|時)$")
"""Before 十分 that counts minutes: あと十分で, 徒歩十分."""
_FRACTION: Final = re.compile(r"の[0-9０-９一二三四五六七八九十百何]")
_NOBODY: Final = re.compile("何人も、")
"""At the head of a sentence of law: 何人も、法律の定める手続によらなければ."""
_SPAN_OF_MONTHS: Final = re.compile("ごと|以内|以上|未満|を超え|間")
"""Behind 月 in the language of law, where 三月以内 is さんげつ."""

_ABOUT_A_MONTH: Final = re.compile("ほど|余り|あまり|ばかり|足らず|くらい|ぐらい|が?(?:たつ|たち|たっ|経)|も(?:たた|経|しない)|前から")
"""Behind 一月 and 二月 that count: 一月ほど待つ."""

_LISTED: Final = re.compile(r"(?:^|[^0-9０-９一二三四五六七八九十月第])([0-9０-９一二三四五六七八九])[、,，・〜～-]$")


def find_number_readings(text: str, words: Words) -> Iterator[Reading]:
    """Read every number of the text whose counter is known, and kanji numbers without one."""
    for number in find_numbers(text):
        if not _begins_word(text, number, words):
            continue
        if text.startswith("つ", number.end) and number.written in _THINGS:
            yield Reading(number.start, number.end, _THINGS[number.written])
            continue
        counted = _read_counted(text, number, words)
        yield from counted if counted is not None else _read_bare(text, number, words)


def _begins_word(text: str, number: Number, words: Words) -> bool:
    return not number.in_kanji or number.start in words.edges or text[number.start - 1 : number.start] == "第"


def _read_bare(text: str, number: Number, words: Words) -> Iterator[Reading]:
    """Read the kanji of a number without counter (二十四, 100万), where the engine sees a number too, and 四 of 四、五人."""
    if number.written == "四" and _OR_FIVE.match(text, number.end):
        yield Reading(number.start, number.end, "し")
    elif len(number.written) > 1 and not number.is_word and words.are_numerals(number.start, number.end, names=True):
        yield from (Reading(*piece) for piece in read_pieces(number))


def _read_counted(text: str, number: Number, words: Words) -> list[Reading] | None:
    for counter in find_counters(text, number):
        after = number.end + len(counter.written)
        for suffixes in _suffix_chains(text, counter, after):
            end = after + sum(map(len, suffixes))
            if _is_counted(text, number, counter, end, words):
                return [*_read_pair(text, number, counter, suffixes), *_read_suffixes(number, counter, after, suffixes)]
    return None


def _suffix_chains(text: str, counter: Counter, at: int) -> list[list[str]]:
    """List the suffix chains behind a counter, the longest first, the empty one last."""
    chain: list[str] = []
    while len(chain) < _MOST_SUFFIXES and (match := _SUFFIX.match(text, at)):
        if match.group() == "分" and not chain and counter.written in _NO_PORTION:
            break
        chain.append(match.group())
        at = match.end()
    return [chain[:length] for length in range(len(chain), -1, -1)]


def _is_counted(text: str, number: Number, counter: Counter, end: int, words: Words) -> bool:
    """Say whether number and counter are one, not the head of a longer word.

    A word of the dictionary keeps its reading (四国 しこく), but where the engine only strings number
    and counter together (一回 いちかい) the rule knows better.
    """
    if number.in_kanji and not number.is_word:
        naive = "".join(kana for _, _, kana in read_pieces(number)) + counter.kana
        strung = words.are_numerals(number.start, number.end) or words.reading(number.start, end) == naive
        strung = strung or words.begins_with_numeral(number.start, number.end) or text[number.end : end] == "日" or _COUNTS_ON.match(text, end - 1) is not None
        strung = strung or words.is_given_name(number.start, end)
        if counter.written == "分" and number.written == "十":
            return end in words.edges and (number.end in words.edges or _counts_minutes(text, number))
        return strung and end in words.edges
    in_date = text[number.end : end] == "日" and text[number.start - 1 : number.start] == "月"
    return end in words.inner_edges or in_date


def _counts_minutes(text: str, number: Number) -> bool:
    """Say whether 十分, one word for the engine, is ten minutes (徒歩十分, 十分間), not enough (十分な)."""
    return _SPENT.search(text[max(0, number.start - 4) : number.start]) is not None or _ENOUGH.match(text, number.start) is None


def _read_pair(text: str, number: Number, counter: Counter, suffixes: list[str]) -> Iterator[Reading]:
    end = number.end + len(counter.written)
    if whole := _irregular(text, number, counter, suffixes):
        yield from anchor_reading(number.start, text[number.start : end], whole, "rule")
        return
    if text[number.start - 1 : number.start] == "第":
        yield Reading(number.start - 1, number.start, "だい")
    kana = _regular(text, number, counter)
    pieces = read_pieces(number) if kana == "ぶん" else number_pieces(number, counter)
    if number.in_kanji and len(pieces) == 1 and len(number.written + counter.written) <= _SHORT and all(map(has_kanji, counter.written)):
        yield Reading(number.start, end, pieces[0][2] + kana)
        return
    yield from (Reading(*piece) for piece in pieces)
    yield from anchor_reading(number.end, counter.written, kana, "rule")


def _irregular(text: str, number: Number, counter: Counter, suffixes: list[str]) -> str | None:
    """Give the reading of a pair that cannot be cut: 1人, 20日, 二十歳."""
    if number.written + counter.written in _WHOLE:
        return None if counter.written == "分" and not _is_enough(text, number) else _WHOLE[number.written + counter.written]
    if counter.written == "人" and _NOBODY.match(text, number.start) and text[number.start - 1 : number.start] in ("", "。", "「", "　"):
        return "なんぴと"
    if number.value is None or "," in number.written:
        return None
    if _is_listed(text, number):
        return "よっか" if counter.written == "日" and number.value == _FOUR else None
    if counter.written == "日":
        return read_day(text, number, suffixes)
    return _native_pair(text, number, counter)


def _is_enough(text: str, number: Number) -> bool:
    """Say whether 十分, two words for the engine, is enough all the same (十分と言えない)."""
    return _ENOUGH_FOR_SURE.match(text, number.end + 1) is not None and _SPENT.search(text[max(0, number.start - 4) : number.start]) is None


def _native_pair(text: str, number: Number, counter: Counter) -> str | None:
    """Read one and two with a native counter: 一人, 1箱, 一月ほど."""
    if counter.written == "人":
        return _PERSONS.get(number.value or 0)
    if counter.written == "月":
        counts = number.in_kanji and _ABOUT_A_MONTH.match(text, number.end + 1)
        return {1: "ひとつき", 2: "ふたつき"}.get(number.value or 0) if counts else None
    # 1年1組 and 第1組 number a class or a group, 一組の夫婦 counts.
    return None if text[number.start - 1 : number.start] in ("年", "第") else read_native(number, counter)


def _regular(text: str, number: Number, counter: Counter) -> str:
    if counter.written == "分" and number.in_kanji and _HALVED.match(text, number.end):
        return "ぶん"
    if counter.written == "分" and _FRACTION.match(text, number.end + 1):
        return "ぶん"
    if counter.written == "分" and text[number.start - 1 : number.start] in ("度", "割"):
        return "ぶ"
    if counter.written == "日" and number.written == "数":
        return "じつ"
    if counter.written == "月" and _SPAN_OF_MONTHS.match(text, number.end + 1):
        return "げつ"
    return counter_kana(counter, ending_of(number))


def _is_listed(text: str, number: Number) -> bool:
    """Say whether this is the second of two numbers with one counter: 2、3日 is にさんにち."""
    match = _LISTED.search(text[max(0, number.start - 3) : number.start])
    if match is None or number.value is None:
        return False
    before = next(find_numbers(match.group(1))).value
    return before is not None and before + 1 == number.value


def _read_suffixes(number: Number, counter: Counter, at: int, suffixes: list[str]) -> Iterator[Reading]:
    for suffix in suffixes:
        whole_time = suffix == "中" and number.value == 1 and counter.written in ("日", "年", "晩")
        room = suffix == "間" and counter.written == "畳"
        kana = "じゅう" if whole_time else "ま" if room else _SUFFIXES[suffix]
        yield from anchor_reading(at, suffix, kana, "rule")
        at += len(suffix)
