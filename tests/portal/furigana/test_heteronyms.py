"""Words that their neighbours decide: the table of rows and the second halves of compounds."""
# ruff: noqa: D103  # the name of a test states its fact

import pytest
from portal.furigana.annotate import Annotator
from portal.furigana.characters import has_kanji, is_kana
from portal.furigana.heteronym_rows import ROWS


@pytest.mark.parametrize(("surface", "kana"), sorted({(row[0], row[1]) for row in ROWS}))
def test_row_begins_with_a_kanji_and_gives_kana(surface: str, kana: str) -> None:
    assert has_kanji(surface[0])
    assert is_kana(kana)


def test_no_row_stands_below_one_that_always_fits() -> None:
    always: set[str] = set()
    hidden = []
    for surface, kana, before, behind in ROWS:
        if surface in always:
            hidden.append((surface, kana))
        if not before and not behind:
            always.add(surface)
    assert hidden == []


@pytest.mark.parametrize(
    ("text", "kana"),
    [
        ("箱を空にする、空が青い、電車が空く、部屋が空く", "はこをからにする、そらがあおい、でんしゃがすく、へやがあく"),
        ("給付金を金で払う", "きゅうふきんをかねではらう"),
        ("件数と人の数", "けんすうとひとのかず"),
        ("今日の社会、今日中", "こんにちのしゃかい、きょうじゅう"),
        ("生計を一にする", "せいけいをいつにする"),
        ("在留カードの表と裏、表にまとめる", "ざいりゅうかーどのおもてとうら、ひょうにまとめる"),
        ("番号の札、千円札", "ばんごうのふだ、せんえんさつ"),
        ("窓口が開く、会議を開く、3月に開かれた", "まどぐちがあく、かいぎをひらく、3がつにひらかれた"),
        ("下4桁、橋の下、指導の下で", "しも4けた、はしのした、しどうのもとで"),
    ],
)
def test_neighbours_decide(annotator: Annotator, text: str, kana: str) -> None:
    assert annotator.reading(text) == kana


@pytest.mark.parametrize(
    ("text", "kana"),
    [
        ("通訳会社、ガス会社、引っ越し会社", "つうやくがいしゃ、がすがいしゃ、ひっこしがいしゃ"),
        ("毎日会社へ、この会社、同会社", "まいにちかいしゃへ、このかいしゃ、どうかいしゃ"),
        ("3人部屋、相談部屋、空いた部屋", "3にんべや、そうだんべや、あいたへや"),
        ("義務付けられ、名前を付ける", "ぎむづけられ、なまえをつける"),
        ("体操着、10時着、試しに着て、着過ぎ", "たいそうぎ、10じちゃく、ためしにきて、きすぎ"),
        ("予定通り、規則の通り", "よていどおり、きそくのとおり"),
        ("誕生月、奇数月、3月", "たんじょうづき、きすうづき、3がつ"),
        ("案内所、裁判所", "あんないじょ、さいばんしょ"),
        ("入国前の説明、午前", "にゅうこくまえのせつめい、ごぜん"),
        ("分割払い、お金を払い、毎月払います", "ぶんかつばらい、おかねをはらい、まいつきはらいます"),
        ("施設暮らし、一人住まい、書類作り", "しせつぐらし、ひとりずまい、しょるいづくり"),
        ("期限切れ、在庫切れ、期限が切れ", "きげんぎれ、ざいこぎれ、きげんがきれ"),
        ("相談係、係の人、係長", "そうだんがかり、かかりのひと、かかりちょう"),
        ("指定袋、作業靴、家族連れ、仕事帰り", "していぶくろ、さぎょうぐつ、かぞくづれ、しごとがえり"),
        ("心配事、大事な事、世間話", "しんぱいごと、だいじなこと、せけんばなし"),
        ("乗車口、受付口、話す口", "じょうしゃぐち、うけつけぐち、はなすくち"),
        ("日焼け止め、車を止め", "ひやけどめ、くるまをとめ"),
        ("見積書、申立書", "みつもりしょ、もうしたてしょ"),
    ],
)
def test_first_half_of_a_compound_decides_the_second(annotator: Annotator, text: str, kana: str) -> None:
    assert annotator.reading(text) == kana
