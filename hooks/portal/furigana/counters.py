"""Counters: what is counted, its kana, and how number and counter change each other's sound.

The classes are those of every grammar of Japanese; the list follows research/japanese.md §2.5.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from portal.furigana.numerals import Number, read_pieces

Sound = Literal["plain", "hard", "fun", "hatsu", "hon", "kai", "soku"]
"""plain: nothing changes. hard: the number's last sound doubles (いっかい). The others are hard, and
their own first sound changes as in 分 ぷん, 版 ぱん, 本 ぼん/ぽん, 階 がい, 足 ぞく."""


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter as it is written, its kana and its class of sound."""

    written: str
    kana: str
    sound: Sound


_WORDS: Final[dict[Sound, str]] = {
    "plain": "円=えん 枚=まい 台=だい 度=ど 番=ばん 番線=ばんせん 番地=ばんち 号=ごう 号室=ごうしつ 号車=ごうしゃ "
    "号線=ごうせん 号棟=ごうとう 号館=ごうかん 条=じょう 畳=じょう 錠=じょう 次=じ 段=だん 段階=だんかい 部=ぶ "
    "倍=ばい 秒=びょう 位=い 名=めい 名様=めいさま 問=もん 両=りょう 世帯=せたい 割=わり 語=ご 言語=げんご 代=だい "
    "年代=ねんだい 年=ねん 年間=ねんかん 秒間=びょうかん 年度=ねんど 年生=ねんせい 年次=ねんじ 年制=ねんせい 列=れつ 例=れい 重=じゅう 文字=もじ "
    "便=びん 択=たく 羽=わ 皿=さら 口=くち 部屋=へや 組=くみ 束=たば 切れ=きれ 粒=つぶ 晩=ばん 通り=とおり 袋=ふくろ 玉=たま 揃い=そろい 枠=わく 親等=しんとう 月=がつ 時=じ 時間=じかん 時限=じげん 人=にん 人前=にんまえ 人称=にんしょう "
    "坪=つぼ 房=ふさ 膳=ぜん 合=ごう 学年=がくねん 日=にち 曜日=ようび 桁=けた 都道府県=とどうふけん",
    "hard": "株=かぶ 回=かい 回線=かいせん 回生=かいせい 個=こ 件=けん 校=こう 戸=こ 級=きゅう 機=き 期=き 期生=きせい "
    "学期=がっき 局=きょく 科目=かもく 課=か 課程=かてい 区=く 国=こく 県=けん 項=こう 項目=こうもく 館=かん "
    "歳=さい 才=さい 冊=さつ 社=しゃ 週=しゅう 週間=しゅうかん 種=しゅ 種類=しゅるい 章=しょう 節=せつ 周=しゅう 周年=しゅうねん "
    "食=しょく 席=せき 世紀=せいき 室=しつ 市=し 省=しょう 省庁=しょうちょう 通=つう 点=てん 店=てん 店舗=てんぽ "
    "頭=とう 等=とう 等級=とうきゅう 棟=とう 着=ちゃく 町=ちょう 丁目=ちょうめ 団体=だんたい 体=たい 党=とう "
    "滴=てき 隻=せき 斤=きん 缶=かん 脚=きゃく 丁=ちょう 曲=きょく 巻=かん 勝=しょう 升=しょう 世代=せだい 試合=しあい 単位=たんい 拠点=きょてん 系統=けいとう",
    "fun": "分=ふん 分間=ふんかん",
    "hatsu": "泊=はく 発=はつ 班=はん 版=はん 歩=ほ 敗=はい 品=ひん 編=へん 品目=ひんもく 箱=はこ 包=ほう 筆=ひつ",
    "hon": "本=ほん 杯=はい 匹=ひき 票=ひょう 遍=へん",
    "kai": "階=かい 階建=かいだて 階建て=かいだて 軒=けん",
    "soku": "足=そく",
}
_COUNTERS: Final = {written: Counter(written, kana, sound) for sound, words in _WORDS.items() for written, kana in (word.split("=") for word in words.split())}
_NATIVE: Final = frozenset(["皿", "口", "部屋", "組", "束", "切れ", "粒", "晩", "通り", "袋", "玉", "揃い", "枠", "箱", "株", "桁", "坪", "房"])
"""Counters that one and two join as ひと and ふた: 1箱, 2部屋."""
_PERIODS: Final = {"月": "げつ", "年": "ねん", "所": "しょ", "国": "こく", "国語": "こくご", "条": "じょう", "村": "そん", "店": "てん", "校": "こう"}
_PATTERN: Final = re.compile(f"(?P<ka>[かヶケカヵゖゕ箇個])(?P<period>月|年|所|国語?|条|村|店|校)|{'|'.join(sorted(_COUNTERS, key=len, reverse=True))}")
_NOT_AFTER_NANI: Final = frozenset("課区国県市町語党体省局等室式")
"""何 is なに before these (何県), or another word begins; the engine reads them."""

_FINALS: Final = {
    "月": ("し", "しち", "く"),
    "時": ("よ", "しち", "く"),
    "人": ("よ", "しち", "きゅう"),
    "年": ("よ", "なな", "きゅう"),
    "円": ("よ", "なな", "きゅう"),
    "畳": ("よ", "なな", "きゅう"),
    "日": ("よん", "しち", "く"),
}
_DOUBLED: Final = {"いち": "いっ", "はち": "はっ", "じゅう": "じゅっ"}
_DOUBLED_BEFORE_K_AND_H: Final = {"ろく": "ろっ", "ひゃく": "ひゃっ"}
_PLOSIVE: Final = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_VOICED: Final = str.maketrans("かきくけこさしすせそはひふへほ", "がぎぐげござじずぜぞばびぶべぼ")
_EASY: Final = ("いち", "ろく", "はち", "じゅう", "ひゃく")
_NASAL: Final = ("さん", "せん", "まん", "なん")


def find_counters(text: str, number: Number) -> list[Counter]:
    """List the counters that may begin right behind the number, the longest first."""
    match = _PATTERN.match(text, number.end)
    if match is None:
        return []
    if match["ka"]:
        ka = "か" if match["ka"] in "箇個" else match["ka"]
        return [Counter(match.group(), ka + _PERIODS[match["period"]], "hard")]
    words = (match.group()[:length] for length in range(len(match.group()), 0, -1))
    known = [_COUNTERS[word] for word in words if word in _COUNTERS]
    return [] if number.written == "何" and known[0].written[0] in _NOT_AFTER_NANI else known


def read_native(number: Number, counter: Counter) -> str | None:
    """Read one or two of a native counter as a whole, 1箱 ひとはこ; None for any other pair."""
    joined = {1: "ひと", 2: "ふた"}.get(number.value or 0)
    return joined + counter.kana if joined and counter.written in _NATIVE else None


def ending_of(number: Number) -> str:
    """Give the last sound group of a number, as in さん, じゅう, なん; "" for a blank."""
    if number.written[-1] in "何数":
        return {"何": "なん", "数": "すう"}[number.written[-1]]
    last = number.written[-1]
    if number.value is None and not last.isdecimal():
        return {"十": "じゅう", "百": "ひゃく", "千": "せん", "万": "まん", "億": "おく"}.get(last, "")
    value = int(last) if number.value is None else number.value
    for size, kana in ((1, ""), (10, "じゅう"), (100, "ひゃく"), (1000, "せん")):
        if digit := value // size % 10:
            return kana or ("いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")[digit - 1]
    return "まん" if value else "れい"


def counter_kana(counter: Counter, ending: str) -> str:
    """Give the counter's kana behind a number with that ending: 分 behind さん is ぷん."""
    first, rest = counter.kana[0], counter.kana[1:]
    if counter.sound == "fun" and ending in (*_EASY, *_NASAL, "よん"):
        return first.translate(_PLOSIVE) + rest
    if counter.sound == "hatsu" and ending in (*_EASY, *_NASAL):
        return first.translate(_PLOSIVE) + rest
    if counter.sound == "hon" and ending in (*_EASY, *_NASAL):
        return first.translate(_PLOSIVE if ending in _EASY else _VOICED) + rest
    if counter.sound in ("kai", "soku") and ending in ("さん", "なん"):
        return first.translate(_VOICED) + rest
    return counter.kana


def number_pieces(number: Number, counter: Counter) -> list[tuple[int, int, str]]:
    """Read the kanji of a number before this counter: 一 before 回 is いっ, 四 before 月 is し."""
    pieces = read_pieces(number)
    if pieces and pieces[-1][1] == number.end:
        start, end, kana = pieces[-1]
        pieces[-1] = (start, end, _fit_ending(kana, counter))
    return pieces


def _fit_ending(kana: str, counter: Counter) -> str:
    for bare, fitted in zip(("よん", "なな", "きゅう"), _FINALS.get(counter.written[0], ()), strict=False):
        if kana.endswith(bare):
            return kana.removesuffix(bare) + fitted
    if counter.sound == "plain":
        return kana
    doubled = _DOUBLED | (_DOUBLED_BEFORE_K_AND_H if counter.kana[0] in "かきくけこはひふへほヶケカヵ" else {})
    for bare, fitted in doubled.items():
        if kana.endswith(bare):
            return kana.removesuffix(bare) + fitted
    return kana
