"""Second halves of compounds whose sound the first half decides: 管理会社 がいしゃ, 3人部屋 べや, 誕生月 づき.

Each rule sees the noun that stands right before a word, and the word, and gives its kana or None to leave it to the engine.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from portal.furigana.engine import Token
from portal.furigana.okurigana import anchor_reading
from portal.furigana.spans import Reading

CompoundRule = Callable[[Token, Token], str | None]

_COMMON: Final = ("名詞-普通名詞-一般", "名詞-普通名詞-サ変可能", "名詞-普通名詞-形状詞可能", "名詞-普通名詞-サ変形状詞可能")
_NO_NOUN: Final = ("補助記号", "空白", "助詞", "助動詞")
_LONG: Final = 2

_WORN_FOR: Final = frozenset({"体操", "作業", "仕事", "防寒", "部屋", "室内", "運動", "練習", "稽古", "外出", "通勤", "訪問", "登山", "体育", "保護"})
_PLACES_IN_JO: Final = frozenset({"案内", "相談", "休憩", "託児", "停留", "洗面", "投票", "宿泊", "避難", "保護", "給水", "検問", "一時保護", "測定", "接種"})
_AFTER_ANY_NOUN: Final = {
    "払い": "ばらい", "暮らし": "ぐらし", "作り": "づくり", "造り": "づくり", "沿い": "ぞい", "切れ": "ぎれ", "袋": "ぶくろ", "靴": "ぐつ",
    "係": "がかり", "便り": "だより", "離れ": "ばなれ", "嫌い": "ぎらい", "好き": "ずき", "疲れ": "づかれ", "済み": "ずみ", "帰り": "がえり",
    "通い": "がよい", "不足": "ぶそく", "遣い": "づかい", "勤め": "づとめ", "住まい": "ずまい", "代わり": "がわり", "連れ": "づれ", "書き": "がき",
}  # fmt: skip
"""Second halves that are voiced behind a noun: 分割払い, 期限切れ, 相談係, 施設暮らし."""
_TOLD_AS_MATTER: Final = frozenset({"心配", "相談", "約束", "困り", "悩み", "揉め", "もめ", "頼み", "内緒", "秘密", "勝負", "決まり", "祝い", "考え"})
_TOLD_AS_TALK: Final = frozenset({"世間", "身の上", "内輪", "苦労", "自慢", "無駄", "内緒", "打ち明け"})
_STOPPED: Final = frozenset({"日焼け", "痛み", "かゆみ", "痒み", "吐き気", "下痢", "滑り", "咳"})
_STEM_ENDS: Final = frozenset("いきしちにみりぎじびえけせてねめれげぜべ")
_HOURS_OF: Final = frozenset({"食事", "昼", "花見", "買い", "売り", "書き入れ", "夕飯", "ご飯", "潮", "引き"})
_FIRMS_OF_ACTS: Final = frozenset({"引っ越し", "引越し", "取り立て", "貸し付け"})
_NO_FIRM: Final = frozenset({"当", "各", "同", "本", "全", "他", "両"})


def find_compound_readings(tokens: Sequence[Token]) -> Iterator[Reading]:
    """Read the words that have a rule here and a noun right before them."""
    for before, token in pairwise(tokens):
        rule = _RULES.get(token.surface)
        if rule and before.end == token.start and not before.kind.startswith(_NO_NOUN) and (kana := rule(before, token)):
            yield from anchor_reading(token.start, token.surface, kana, "rule")


def _is_common(token: Token) -> bool:
    return token.kind.startswith(_COMMON) and len(token.surface) >= _LONG


def read_firm(before: Token, _: Token) -> str | None:
    """会社: がいしゃ behind what it does (通訳会社, 引っ越し会社), かいしゃ behind a time (今日会社を)."""
    told = before.kind.startswith((*_COMMON, "接尾辞-名詞的-一般", "名詞-固有名詞")) or before.surface in _FIRMS_OF_ACTS
    return "がいしゃ" if told and before.surface not in _NO_FIRM else None


def read_room(before: Token, _: Token) -> str | None:
    """部屋: べや behind the people or the use it is for (3人部屋, 二人部屋, 勉強部屋)."""
    persons = before.surface.endswith("人") and not before.surface.endswith(("本人", "外国人"))
    return "べや" if persons or before.surface in ("子ども", "子供", "勉強", "相談", "遊び", "客", "ごみ", "ゴミ") else None


def read_attach(before: Token, token: Token) -> str | None:
    """付ける: づける where a noun is its first half (義務付けられた, 関連付ける)."""
    return "づ" + token.surface[1:] if _is_common(before) and before.parts else None


def read_worn_or_arriving(before: Token, token: Token) -> str | None:
    """着: ぎ for clothes (体操着), ちゃく for arrivals and behind numbers (10時着)."""
    if token.kind.startswith("動詞"):
        return None
    return "ぎ" if before.surface in _WORN_FOR else "ちゃく"


def read_according(before: Token, _: Token) -> str | None:
    """通り: どおり behind a noun (予定通り, 今まで通り)."""
    return "どおり" if before.kind.startswith((*_COMMON, "名詞-普通名詞-副詞可能", "名詞-固有名詞")) else None


def read_month(before: Token, _: Token) -> str | None:
    """月: づき behind what falls in it (誕生月, 支給月)."""
    return "づき" if _is_common(before) and before.parts else None


def read_place(before: Token, _: Token) -> str | None:
    """所: じょ behind what is done there (案内所, 休憩所); the dictionary knows the others."""
    return "じょ" if before.surface in _PLACES_IN_JO else None


def read_mouth(before: Token, _: Token) -> str | None:
    """口: ぐち behind the place it opens to (八重洲口, 通用口)."""
    noun = before.kind.startswith((*_COMMON, "名詞-固有名詞"))
    stem = before.kind.startswith("動詞") and before.surface[-1] in _STEM_ENDS
    return "ぐち" if len(before.surface) >= _LONG and (noun or stem) else None


def read_voiced(before: Token, token: Token) -> str | None:
    """払い, 暮らし, 係 and their like: voiced behind a common noun."""
    return _AFTER_ANY_NOUN[token.surface] if before.kind.startswith(_COMMON) or before.surface in ("一人", "二人") else None


def read_respected(before: Token, _: Token) -> str | None:
    """方: がた for persons spoken of with respect (先生方, あなた方)."""
    return "がた" if before.surface.endswith(("先生", "あなた", "者", "様", "さま", "さん", "ご家族")) else None


def read_landmark(before: Token, token: Token) -> str | None:
    """川, 橋: voiced behind a name (江戸川, 飯田橋)."""
    return {"川": "がわ", "橋": "ばし"}[token.surface] if before.kind.startswith("名詞-固有名詞") else None


def read_matter(before: Token, _: Token) -> str | None:
    """事: ごと for what weighs on someone (心配事, 相談事)."""
    return "ごと" if before.surface in _TOLD_AS_MATTER else None


def read_talk(before: Token, _: Token) -> str | None:
    """話: ばなし (世間話, 身の上話)."""
    return "ばなし" if before.surface in _TOLD_AS_TALK else None


def read_stopper(before: Token, _: Token) -> str | None:
    """止め: どめ for what stops something (日焼け止め, 痛み止め)."""
    return "どめ" if before.surface in _STOPPED else None


def read_document(_: Token, token: Token) -> str | None:
    """書: しょ behind a noun (見積書, 申立書), never かき."""
    return "しょ" if token.kind.startswith(("名詞", "接尾辞")) else None


def read_before(before: Token, _: Token) -> str | None:
    """前: まえ behind an event (入国前, 入国前結核スクリーニング)."""
    return "まえ" if _is_common(before) and before.parts else None


def read_at_time(before: Token, _: Token) -> str | None:
    """時: じ behind an event (停電時, 雇入れ時, 受け取り時); とき behind the ends of verbs in る, た."""
    stem = before.kind.startswith("動詞") and before.surface[-1] in _STEM_ENDS
    return "じ" if stem or (before.kind.startswith(_COMMON) and before.surface not in _HOURS_OF) else None


def read_family(before: Token, _: Token) -> str | None:
    """家: け behind the name of a family (山田家)."""
    return "け" if before.kind.startswith("名詞-固有名詞-人名") else None


def read_edition(before: Token, _: Token) -> str | None:
    """版: ばん behind what is published (日本語版, 最新版)."""
    return "ばん" if before.kind.startswith((*_COMMON, "接尾辞-名詞的")) else None


def read_wing(before: Token, _: Token) -> str | None:
    """棟: とう behind what it is for (会議棟, 入院棟)."""
    return "とう" if _is_common(before) else None


_RULES: Final[dict[str, CompoundRule]] = {
    "会社": read_firm,
    "部屋": read_room,
    "付け": read_attach,
    "付ける": read_attach,
    "付けよ": read_attach,
    "着": read_worn_or_arriving,
    "通り": read_according,
    "月": read_month,
    "所": read_place,
    "前": read_before,
    "書": read_document,
    "事": read_matter,
    "方": read_respected,
    "川": read_landmark,
    "橋": read_landmark,
    "話": read_talk,
    "止め": read_stopper,
    **dict.fromkeys(_AFTER_ANY_NOUN, read_voiced),
    "口": read_mouth,
    "時": read_at_time,
    "家": read_family,
    "版": read_edition,
    "棟": read_wing,
}
