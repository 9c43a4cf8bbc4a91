"""行って, 行った: おこなって for an action (調査を, 調査は昨年度に), いって for a way to a place (病院へ, 国へ)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from portal.furigana.engine import Token
from portal.furigana.neighbours import clause_before, kind_at, letters_behind, surface_at

_NOUN: Final = "名詞"
_TIME_WORDS: Final = ("年", "月", "日", "度", "際", "後", "前", "時", "分", "週", "間", "とき", "中", "うち", "内", "末", "半", "夜", "朝", "昼")
_GOALS: Final = frozenset(
    [
        "国",
        "所",
        "ところ",
        "場所",
        "学校",
        "店",
        "お店",
        "病院",
        "役所",
        "市役所",
        "区役所",
        "町",
        "旅行",
        "窓口",
        "交番",
        "駅",
        "家",
        "とき",
        "時",
        "日",
        "人",
        "帰り",
        "道",
    ]
)
"""What one goes to, or what comes of going: 先月行った国, 友達と行った店."""


_SPANS: Final = frozenset(["年", "月", "週", "日", "一年", "一日", "一週間", "月内"])
"""What に counts in: 清掃を月に一度行った."""
_RIDES: Final = frozenset(
    [
        "バス",
        "電車",
        "車",
        "自転車",
        "タクシー",
        "飛行機",
        "徒歩",
        "地下鉄",
        "新幹線",
        "船",
        "歩き",
        "救急車",
        "足",
        "バイク",
        "パトカー",
        "一人",
        "ひとり",
        "二人",
        "みんな",
        "家族",
        "夫婦",
        "親子",
        "裸足",
        "出張",
        "旅行",
        "観光",
        "遠足",
    ]
)
"""How, with whom or on what errand one goes: バスで行った, 一人で行った."""
_ACTS: Final = ("診断", "検査", "調査", "訓練", "説明会", "会議", "点検", "工事", "面接", "研修", "試験", "手続き", "選挙", "大会", "講習", "講習会")
"""Ends of compounds that are done: 健康診断は来週行って."""
_ERRANDS: Final = frozenset(["旅行", "出張", "留学", "散歩", "買い物", "観光", "帰省", "通院", "遠足", "見舞い", "訪問"])
"""Acts that are ways themselves: 旅行は先月行った."""


def read_went_or_did(tokens: Sequence[Token], at: int) -> str | None:
    """行って, 行った: おこな for an action (調査を, 調査は昨年度に), い for a way to a place."""
    if not surface_at(tokens, at + 1).startswith(("て", "た")):
        return None
    before = surface_at(tokens, at - 1)
    if before in ("へ", "まで") or _along_a_way(tokens, at):
        return "いっ"
    if before == "を" or (before == "に" and _tells_manner(tokens, at) and not _goes_so(tokens, at)):
        return "おこなっ"
    if before == "に":
        return "おこなっ" if _did_at_a_time(tokens, at) else "いっ"
    return _told_by_next_noun(tokens, at) or _told_by_clause(tokens, at)


def _tells_manner(tokens: Sequence[Token], at: int) -> bool:
    """Say whether に ends a word of manner: 定期的に, 取引を不正に."""
    manner = kind_at(tokens, at - 2).endswith("形状詞可能") and any(token.surface == "を" for token in clause_before(tokens, at))
    return manner or kind_at(tokens, at - 1).startswith("助動詞")


def _told_by_clause(tokens: Sequence[Token], at: int) -> str | None:
    before = surface_at(tokens, at - 1)
    if before == "が" and letters_behind(tokens, at, 3).startswith(("ている", "ていた", "ておる", "ており", "ておっ")):
        return _told_by_what_one_does(tokens, at)
    if before == "で" and surface_at(tokens, at - 2) in _RIDES:
        return "おこなっ" if _tells_of_action(tokens, at) or _has_object(tokens, at) else "いっ"
    if before in ("は", "も", "が", "で"):
        return "おこなっ" if _tells_of_action(tokens, at) else "いっ" if _tells_of_way(tokens, at) else None
    return _went_by_nearest_mark(tokens, at)


def _told_by_what_one_does(tokens: Sequence[Token], at: int) -> str | None:
    """Decide 市が行っている相談 by the noun behind: a goal is gone to, an act is done."""
    behind = tokens[at + 3 : at + 6]
    if any(token.surface in _GOALS for token in behind[:1]):
        return "いっ"
    if not behind or not behind[0].kind.startswith(_NOUN):
        return "おこなっ" if _tells_of_action(tokens, at) else None
    return "おこなっ"


def _told_by_next_noun(tokens: Sequence[Token], at: int) -> str | None:
    """Decide by the noun behind た: いった学校 is a goal, おこなった調査 an action."""
    if surface_at(tokens, at + 1) != "た":
        return None
    if surface_at(tokens, at + 2) in _GOALS:
        return "いっ"
    return "おこなっ" if kind_at(tokens, at + 2).endswith("サ変可能") else None


def _goes_so(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the word before に tells how one goes (早めに行った), with nothing that is done before it."""
    return surface_at(tokens, at - 2) in ("早め", "無事", "元気", "急", "すぐ", "頻繁", "気軽") and all(
        token.surface != "を" for token in clause_before(tokens, at)
    )


def _did_at_a_time(tokens: Sequence[Token], at: int) -> bool:
    """Say whether に names a time (昨年度に行った調査), not a place."""
    before_noun = surface_at(tokens, at + 1) == "た" and kind_at(tokens, at + 2).startswith(_NOUN) and surface_at(tokens, at + 2) not in _GOALS
    return surface_at(tokens, at - 2).endswith(_TIME_WORDS) and (before_noun or _tells_of_action(tokens, at))


def _along_a_way(tokens: Sequence[Token], at: int) -> bool:
    pairs = pairwise(clause_before(tokens, at))
    return any(mark.surface == "を" and place.surface in ("道", "通り", "坂", "廊下", "先", "歩道") for place, mark in pairs)


def _went_by_nearest_mark(tokens: Sequence[Token], at: int) -> str | None:
    """Decide by the particle before the words of time and number: 観察を21日間行った, 病院へ3回行った."""
    clause = clause_before(tokens, at)
    for place in range(len(clause) - 1, -1, -1):
        token, noun = clause[place], clause[place - 1] if place else None
        if token.surface == "に" and noun and noun.surface in _SPANS:
            continue
        if token.surface in ("を", "に", "へ", "まで"):
            return "おこなっ" if token.surface == "を" else "いっ"
        if token.surface in ("は", "も") and noun and _is_act(noun) and noun.surface not in _ERRANDS:
            return "おこなっ"
        if token.kind.startswith("動詞"):
            return None
    return None


def _tells_of_action(tokens: Sequence[Token], at: int) -> bool:
    clause = [token for token in clause_before(tokens, at) if token.surface not in ("など", "等")]
    return any(_is_act(noun) and mark.surface in ("は", "も", "が", "を") for noun, mark in pairwise(clause))


def _is_act(noun: Token) -> bool:
    return noun.kind.endswith("サ変可能") or noun.surface.endswith(_ACTS)


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Say whether を stands before the verb with no other verb between."""
    for token in reversed(clause_before(tokens, at)):
        if token.surface == "を" or token.kind.startswith("動詞"):
            return token.surface == "を"
    return False


def _tells_of_way(tokens: Sequence[Token], at: int) -> bool:
    return any(token.surface in ("に", "へ", "まで") for token in clause_before(tokens, at))
