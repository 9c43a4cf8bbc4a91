"""Numbers, counters and dates, one line a rule; the sentences stand in readings.tsv."""
# ruff: noqa: D103  # the name of a test states its fact

import pytest
from portal.furigana.annotate import Annotator
from portal.furigana.numerals import read_value, spell


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,200", 1200),
        ("１２", 12),
        ("二十四", 24),
        ("二〇二六", 2026),
        ("3万5千", 35000),
        ("1億2,000万", 120_000_000),
        ("百", 100),
        ("千", 1000),
        ("三百二", 302),
        ("3.5", None),
        ("何", None),
        ("〇", None),
    ],
)
def test_value_of_a_written_number(written: str, value: int | None) -> None:
    assert read_value(written) == value


@pytest.mark.parametrize(
    ("value", "kana"),
    [
        (0, "れい"),
        (2026, "にせんにじゅうろく"),
        (303, "さんびゃくさん"),
        (8600, "はっせんろっぴゃく"),
        (10000, "いちまん"),
        (120_000_000, "いちおくにせんまん"),
    ],
)
def test_number_is_spelled(value: int, kana: str) -> None:
    assert spell(value) == kana


@pytest.mark.parametrize("day", range(1, 32))
def test_every_day_of_the_month(annotator: Annotator, day: int) -> None:
    irregular = {
        1: "ついたち",
        2: "ふつか",
        3: "みっか",
        4: "よっか",
        5: "いつか",
        6: "むいか",
        7: "なのか",
        8: "ようか",
        9: "ここのか",
        10: "とおか",
        14: "じゅうよっか",
        20: "はつか",
        24: "にじゅうよっか",
    }
    assert annotator.reading(f"3月{day}日に") == f"3がつ{irregular.get(day, f'{day}にち')}に"


@pytest.mark.parametrize(("minute", "kana"), list(enumerate(["ぷん", "ふん", "ぷん", "ぷん", "ふん", "ぷん", "ふん", "ぷん", "ふん", "ぷん"], 1)))
def test_minutes_follow_the_last_digit(annotator: Annotator, minute: int, kana: str) -> None:
    assert annotator.reading(f"{minute}分") == f"{minute}{kana}"
    assert annotator.reading(f"{minute + 20}分前") == f"{minute + 20}{kana}まえ"


@pytest.mark.parametrize(
    ("text", "kana"),
    [
        ("1本2本3本6本8本10本", "1ぽん2ほん3ぼん6ぽん8ぽん10ぽん"),
        ("1泊、3泊", "1ぱく、3ぱく"),
        ("3階と2階", "3がいと2かい"),
        ("何本、何分、何階", "なんぼん、なんぷん、なんがい"),
        ("一回、六回、八回、十回、百回", "いっかい、ろっかい、はっかい、じゅっかい、ひゃっかい"),
        ("一歳、六歳、八歳、十歳", "いっさい、ろくさい、はっさい、じゅっさい"),
        ("四月、七月、九月、四時、七時、九時", "しがつ、しちがつ、くがつ、よじ、しちじ、くじ"),
        ("四人、四年、十四年", "よにん、よねん、じゅうよねん"),
        ("三百、六百、八百、三千、八千", "さんびゃく、ろっぴゃく、はっぴゃく、さんぜん、はっせん"),
        ("21人、1人、2人、12人", "21にん、ひとり、ふたり、12にん"),
        ("2、3日で、2～3日", "2、3にちで、2～3にち"),
        ("1日、10月1日、1日間、1日目、1日中", "1にち、10がつついたち、1にちかん、1にちめ、1にちじゅう"),
        ("○月○日、〇人", "○がつ○にち、〇にん"),
        ("20歳、二十歳、二十一歳", "20さい、はたち、にじゅういっさい"),
        ("第一回、第一項、第六条", "だいいっかい、だいいっこう、だいろくじょう"),
        ("本人確認3本人", "ほんにんかくにん3ほんにん"),
        ("四国、三重県、八王子、千葉、九州", "しこく、みえけん、はちおうじ、ちば、きゅうしゅう"),
        ("一部、一般、一定、一緒、一時的、十分な", "いちぶ、いっぱん、いってい、いっしょ、いちじてき、じゅうぶんな"),
        ("1箱、2袋、三箱、1口、2部屋", "ひとはこ、ふたふくろ、さんぱこ、ひとくち、ふたへや"),
        ("1年1組、夫婦一組", "1ねん1くみ、ふうふひとくみ"),
        ("38度5分、2割5分、5分後", "38ど5ぶ、2わり5ぶ、5ふんご"),
        ("七百円、七千円、七百人", "ななひゃくえん、ななせんえん、ななひゃくにん"),
        ("1日から始める、1日から3日間、1日と15日に、来月の1日", "ついたちからはじめる、1にちからみっかかん、ついたちと15にちに、らいげつのついたち"),
        ("二十代前半、3年後半", "にじゅうだいぜんはん、3ねんこうはん"),
        ("１０分の１、三分の一", "１０ぶんの１、さんぶんのいち"),
        ("3日付、3月末、3年半、3時頃、3日後、3人用", "みっかづけ、3がつまつ、3ねんはん、3じごろ、みっかご、3にんよう"),
    ],
)
def test_number_and_counter(annotator: Annotator, text: str, kana: str) -> None:
    assert annotator.reading(text) == kana
