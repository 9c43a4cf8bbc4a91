"""行って, 行った: おこなって for an action (調査を, 調査は昨年度に), いって for a way to a place (病院へ, 国へ)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from portal.furigana.engine import Token
from portal.furigana.neighbours import clause_before, kind_at, surface_at

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


def read_went_or_did(tokens: Sequence[Token], at: int) -> str | None:
    """行って, 行った: おこな for an action (調査を, 調査は昨年度に), い for a way to a place."""
    if not surface_at(tokens, at + 1).startswith(("て", "た")):
        return None
    before = surface_at(tokens, at - 1)
    if before in ("へ", "まで") or _along_a_way(tokens, at):
        return "いっ"
    if before == "を" or (before == "に" and kind_at(tokens, at - 1).startswith("助動詞") and not _goes_so(tokens, at)):
        return "おこなっ"
    if before == "に":
        return "おこなっ" if _did_at_a_time(tokens, at) else "いっ"
    return _told_by_next_noun(tokens, at) or _told_by_clause(tokens, at)


def _told_by_clause(tokens: Sequence[Token], at: int) -> str | None:
    if surface_at(tokens, at - 1) in ("は", "も", "が", "で"):
        return "おこなっ" if _tells_of_action(tokens, at) else "いっ" if _tells_of_way(tokens, at) else None
    return _went_by_nearest_mark(tokens, at)


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
    for token in reversed(clause_before(tokens, at)):
        if token.surface in ("を", "に", "へ", "まで"):
            return "おこなっ" if token.surface == "を" else "いっ"
        if token.kind.startswith("動詞"):
            return None
    return None


def _tells_of_action(tokens: Sequence[Token], at: int) -> bool:
    clause = [token for token in clause_before(tokens, at) if token.surface not in ("など", "等")]
    return any(noun.kind.endswith("サ変可能") and mark.surface in ("は", "も", "が", "を") for noun, mark in pairwise(clause))


def _tells_of_way(tokens: Sequence[Token], at: int) -> bool:
    return any(token.surface in ("に", "へ", "まで") for token in clause_before(tokens, at))
