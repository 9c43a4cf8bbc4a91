"""How hard the kanji of a word are: the school grade in which Japanese children learn them.

Source: 学年別漢字配当表 of the 小学校学習指導要領 (notice of 31 March 2017, in force since April 2020),
80 + 160 + 200 + 202 + 193 + 191 = 1,026 kanji. A notice of a ministry is free of copyright (著作権法 13条).
"""

import re
import unicodedata
from typing import Final

from portal.furigana.characters import KANJI

GRADES: Final = (
    (
        "一七三上下中九二五人休先入八六円出力十千口右名四土夕大天女子字学小山川左年手文日早月木本村林校森正気水火犬玉王生田男町白"
        "百目石空立竹糸耳花草虫見貝赤足車金雨青音"
    ),
    (
        "万丸交京今会体何作元兄光公内冬刀分切前北午半南原友古台合同回図国園地場声売夏外多夜太妹姉室家寺少岩工市帰広店弓引弟弱強当"
        "形後心思戸才教数新方明星春昼時晴曜書朝来東楽歌止歩母毎毛池汽活海点父牛理用画番直矢知社秋科答算米紙細組絵線羽考聞肉自船色"
        "茶行西親角言計記話語読谷買走近通週道遠里野長門間雪雲電頭顔風食首馬高魚鳥鳴麦黄黒"
    ),
    (
        "丁世両主乗予事仕他代住使係倍全具写列助勉動勝化区医去反取受号向君味命和品員商問坂央始委守安定実客宮宿寒対局屋岸島州帳平幸"
        "度庫庭式役待急息悪悲想意感所打投拾持指放整旅族昔昭暑暗曲有服期板柱根植業様横橋次歯死氷決油波注泳洋流消深温港湖湯漢炭物球"
        "由申界畑病発登皮皿相県真着短研礼神祭福秒究章童笛第筆等箱級終緑練羊美習者育苦荷落葉薬血表詩調談豆負起路身転軽農返追送速進"
        "遊運部都配酒重鉄銀開院陽階集面題飲館駅鼻"
    ),
    (
        "不争井付令以仲伝位低佐例便信倉候借健側働億兆児共兵典冷初別利刷副功加努労勇包卒協単博印参司各周唱器固城埼塩変夫失奈好媛季"
        "孫完官害富察岐岡崎巣差希席帯底府康建径徒徳必念愛成戦折挙改敗散料旗昨景最望未末札材束松果栃栄案梅梨械極標機欠残氏民求沖治"
        "法泣浅浴清満滋漁潟灯無然焼照熊熱牧特産的省祝票種積競笑管節約結給続縄置群老臣良芸芽英茨菜街衣要覚観訓試説課議貨賀軍輪辞辺"
        "連達選郡量録鏡関阜阪陸隊静順願類飛飯養香験鹿"
    ),
    (
        "久仏仮件任似余価保修個停備像再刊判制則効務勢厚句可史告喜営因団囲圧在均型基堂報境墓増士夢妻婦容寄導居属布師常幹序弁張往得"
        "復志応快性情態慣技招授採接提損支政故救断旧易暴条枝査格桜検構武歴殺毒比永河液混減測準演潔災燃版犯状独率現留略益眼破確示祖"
        "禁移程税築粉精紀素経統絶綿総編績織罪義耕職肥能脈興舎航術衛製複規解設許証評講謝識護豊象財貧責貯貸費貿資賛賞質輸述迷逆造過"
        "適酸鉱銅防限険際雑非領額飼"
    ),
    (
        "並乱乳亡仁供俳俵値傷優党冊処券刻割創劇勤危卵厳収后否吸呼善困垂域奏奮姿存孝宅宇宗宙宝宣密寸専射将尊就尺届展層己巻幕干幼庁"
        "座延律従忘忠恩憲我批承担拝拡捨探推揮操敬敵映晩暖暮朗机枚染株棒模権樹欲段沿泉洗派済源潮激灰熟片班異疑痛皇盛盟看砂磁私秘穀"
        "穴窓筋策簡糖系紅納純絹縦縮署翌聖肺胃背胸脳腸腹臓臨至舌若著蒸蔵蚕衆裁装裏補視覧討訪訳詞誌認誕誠誤論諸警貴賃退遺郵郷針銭鋼"
        "閉閣降陛除障難革頂預骨"
    ),
)
"""The kanji of grades 1 to 6, each in the order of their code points."""

BEYOND: Final = len(GRADES) + 1
"""The level of a kanji that primary school does not teach."""

_GRADE_OF: Final = {kanji: grade for grade, kanjis in enumerate(GRADES, 1) for kanji in kanjis}
_KANJI: Final = re.compile(f"[{KANJI}]")
_REPEAT: Final = "々"


def level_of(base: str) -> int:
    """Give the highest grade among the kanji of a text: 1 to 6, or `BEYOND`; 1 where there is none to learn.

    々 is as hard as the kanji it repeats; a compatibility form (⼈) counts as the kanji it stands for.
    """
    kanjis = _KANJI.findall(unicodedata.normalize("NFKC", base))
    return max((_GRADE_OF.get(kanji, BEYOND) for kanji in kanjis if kanji != _REPEAT), default=1)
