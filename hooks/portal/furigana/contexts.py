"""Words with several readings that their neighbours decide: 何, 他, 方, 行って, 開始日, 〜中.

Each rule sees the words of the text and the place of one, and gives its kana or None to leave it
to the engine. Source of the list: research/japanese.md §2.3, and our own test table.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from portal.furigana.engine import Token
from portal.furigana.going import read_went_or_did
from portal.furigana.neighbours import clause_before, kind_at, letters_behind, surface_at
from portal.furigana.okurigana import anchor_reading
from portal.furigana.spans import Reading

Rule = Callable[[Sequence[Token], int], str | None]

_NOUN: Final = "名詞"
_MANY_KANJI: Final = 2


def find_context_readings(tokens: Sequence[Token]) -> Iterator[Reading]:
    """Read the words that have a rule here."""
    for at, token in enumerate(tokens):
        rule = RULES.get(token.surface)
        if rule and (kana := rule(tokens, at)):
            yield from anchor_reading(token.start, token.surface, kana, "rule")


def read_what(tokens: Sequence[Token], at: int) -> str | None:
    """何: なん before t, d and n sounds (何で, 何の, 何と), なに elsewhere."""
    after = letters_behind(tokens, at)
    if after.startswith(("でも", "でしょ", "です", "であ", "だ", "の", "と", "て", "なの", "なん", "ら", "ぞ", "じゃ")):
        return "なん"
    return "なに" if after[:1] in "がをもかにはよやで、。？！」)）" or after.startswith(("ひと", "まで", "より", "とぞ")) else None


def read_other(tokens: Sequence[Token], at: int) -> str | None:
    """他: ほか as a word of its own (他の), た before a noun (他機関); その他 is left alone."""
    if surface_at(tokens, at - 1) != "その" and kind_at(tokens, at + 1).startswith("名詞-数詞"):
        return "ほか"
    if surface_at(tokens, at - 1) == "その" or kind_at(tokens, at + 1).startswith(("名詞", "接尾辞")):
        return "た"
    return "ほか"


_BETTER: Final = (
    "いい", "よい", "良い", "よかった", "良かった", "よろし", "まし", "多", "少な", "高", "低", "安", "早", "速", "大き", "小さ", "強", "弱",
    "便利", "簡単", "楽", "安全", "安心", "適", "望まし", "重", "軽", "長", "短", "有利", "不利", "得", "新し", "古", "詳し", "難し", "やさし",
    "大切", "確実", "無難", "賢明", "効果", "効率", "健康", "危険", "危な", "安定", "正確", "丁寧", "親切", "合理", "近", "遠", "治り", "はるか",
    "ずっと", "もっと", "かえって", "わかり", "分かり", "伝わ", "間違い", "好き", "合って", "先", "優先", "おいし", "費用", "時間が", "手間", "リスク",
)  # fmt: skip
_PERSONS: Final = ("人", "者", "寄り", "国籍", "出身", "住まい", "勤め", "利用", "方", "連れ", "妊娠中", "員", "生", "家族")
"""Ends of nouns in front of の方 that name people: 外国人の方が多い."""
_PLAIN_ENDS: Final = ("の", "た", "だ", "る", "い", "ない", "な", "この", "その", "あの", "ぬ")


def read_person_or_side(tokens: Sequence[Token], at: int) -> str | None:
    """方: ほう in a comparison (〜した方がいい, 〜より〜の方が), かた for persons otherwise."""
    before, after = surface_at(tokens, at - 1), surface_at(tokens, at + 1)
    if not before or kind_at(tokens, at).startswith("接尾辞"):
        return None
    if _is_compared(tokens, at) or before in ("どちら", "こちら", "そちら", "あちら"):
        return "かた" if before in ("こちら", "そちら") and after == "は" else "ほう"
    return "かた" if before in _PLAIN_ENDS or before[-1] in "るうくすつむいたな" else None


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Say whether two things are weighed: 出した方がいい, 車より電車の方を; 住む方が多い tells of people."""
    after, behind = surface_at(tokens, at + 1), letters_behind(tokens, at + 1, 3)
    if any(token.surface == "より" for token in tokens[max(0, at - 8) : at]) and after in ("が", "を", "は", "に", "の", "も"):
        return True
    if after == "が" and any(token.surface == "より" for token in tokens[at + 2 : at + 5]):
        return True
    if after == "が" and surface_at(tokens, at + 3) == "が" and letters_behind(tokens, at + 3).startswith((*_BETTER, "上手", "得意")):
        return True
    if after != "が" or not behind.startswith(_BETTER):
        return False
    many = behind.startswith(("多", "少な"))
    of_people = surface_at(tokens, at - 2).endswith(_PERSONS) if surface_at(tokens, at - 1) == "の" else kind_at(tokens, at - 1).startswith(("動詞", "助動詞"))
    return not (many and of_people)


def read_day_of(tokens: Sequence[Token], at: int) -> str | None:
    """Noun + 日: び (開始日, 提出日); ひ stays after particles and verbs."""
    token = tokens[at]
    if at == 0 or tokens[at - 1].end != token.start:
        return None
    before = tokens[at - 1]
    if token.reading == "にち" and not before.kind.endswith(("サ変可能", "普通名詞-一般")):
        return None
    is_noun = before.kind.startswith((_NOUN, "接尾辞-名詞的")) and not before.kind.startswith("名詞-数詞")
    return "び" if is_noun and len(before.surface) >= _MANY_KANJI and before.parts else None


def read_during(tokens: Sequence[Token], at: int) -> str | None:
    """〜中: じゅう after places and whole spans (日本中, 一日中), なか after の, ちゅう otherwise."""
    before = surface_at(tokens, at - 1)
    if before in ("日本", "国", "町", "街", "家", "村", "体", "県", "市", "島", "部屋", "学校", "世界", "今日", "明日", "今年", "一日", "一年", "一晩", "晩"):
        return "じゅう"
    return None


def read_time_about(tokens: Sequence[Token], at: int) -> str | None:
    """頃: ころ after a determiner or verb, ごろ right after a noun of time."""
    return "ごろ" if kind_at(tokens, at - 1).startswith((_NOUN, "接尾辞")) else "ころ"


def read_after(tokens: Sequence[Token], at: int) -> str | None:
    """後: あと after a verb in た and before に, で, から, の; ご behind nouns and その."""
    before = kind_at(tokens, at - 1)
    if before.startswith((_NOUN, "接尾辞")) or surface_at(tokens, at - 1) in ("その", "此の"):
        return "ご"
    return "あと" if surface_at(tokens, at - 1) in ("た", "だ", "の", "", "、") else None


def read_medicine(tokens: Sequence[Token], at: int) -> str | None:
    """薬: くすり as a word of its own, also right after a number (2回薬を飲む)."""
    return "くすり" if surface_at(tokens, at + 1) in ("を", "は", "が", "の", "と", "も", "や", "で", "に") else None


def read_between(tokens: Sequence[Token], at: int) -> str | None:
    """間: あいだ where the engine says ま, but for 間もなく and 間を置く."""
    lasting = letters_behind(tokens, at, 2).startswith(("もなく", "を置", "をお", "が悪"))
    return "あいだ" if tokens[at].reading == "ま" and not lasting else None


def read_against(tokens: Sequence[Token], at: int) -> str | None:
    """対: たい between two numbers (1対1)."""
    return "たい" if kind_at(tokens, at + 1).startswith("名詞-数詞") else None


def read_passed_or_attended(tokens: Sequence[Token], at: int) -> str | None:
    """通って: かよ after に, へ and で (学校に), とお after を and が (道を, 審査が)."""
    return {"に": "かよっ", "へ": "かよっ", "で": "かよっ", "を": "とおっ", "が": "とおっ"}.get(surface_at(tokens, at - 1))


def read_open(tokens: Sequence[Token], at: int) -> str | None:
    """開いて: ひら for what a person opens (会議を来週開いて, 洗って開いて), あ elsewhere (5時まで開いている)."""
    if surface_at(tokens, at - 1) in ("て", "を"):
        return "ひらい"
    for token in reversed(clause_before(tokens, at)):
        if token.surface == "を" or token.kind.startswith("動詞"):
            return "ひらい" if token.surface == "を" else "あい"
    return "あい"


def read_gain(tokens: Sequence[Token], at: int) -> str | None:
    """得る: える (同意を得る), うる right behind a verb (起こり得る)."""
    return "うる" if kind_at(tokens, at - 1).startswith("動詞") else "える"


RULES: Final[dict[str, Rule]] = {
    "何": read_what,
    "他": read_other,
    "方": read_person_or_side,
    "行っ": read_went_or_did,
    "日": read_day_of,
    "中": read_during,
    "頃": read_time_about,
    "後": read_after,
    "得る": read_gain,
    "開い": read_open,
    "通っ": read_passed_or_attended,
    "薬": read_medicine,
    "間": read_between,
    "対": read_against,
}
