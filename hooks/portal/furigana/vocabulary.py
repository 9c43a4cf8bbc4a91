"""Words of the language and of the field that the engine cuts or reads wrongly, whatever the site says.

They stand below the site's own lexicon (content/readings), which holds only words that its texts use.
"""

from typing import Final

from portal.furigana.lexicon import Lexicon, Reading

_TIME: Final = """
一昨日=おととい 一昨年=おととし 明後日=あさって 明明後日=しあさって 三日月=みかづき 四十九日=しじゅうくにち 三日三晩=みっかみばん
一晩中=ひとばんじゅう 一月分=ひとつきぶん 偶数月=ぐうすうづき
"""
_COUNTED: Final = """
一部屋=ひとへや 二部屋=ふたへや 一間=ひとま 二間=ふたま 二人前=ににんまえ 一対一=いったいいち 何一つ=なにひとつ 一重まぶた=ひとえまぶた
一苦労=ひとくろう 一文無し=いちもんなし 三つ子=みつご 二人三脚=ににんさんきゃく 一期一会=いちごいちえ
"""
_COMMON: Final = """
家中=いえじゅう 上手=じょうず 上手く=うまく 上手い=うまい 無理強い=むりじい 若しくは=もしくは 目途=めど 大火事=おおかじ 生野菜=なまやさい 鼻血=はなぢ 白髪=しらが 敷布団=しきぶとん 園便り=えんだより 普段着=ふだんぎ 箇条書き=かじょうがき
身近=みぢか 間近=まぢか 手近=てぢか 近々=ちかぢか
里子=さとご 生魚=なまざかな 生肉=なまにく 口腔=こうくう お祖父さん=おじいさん お祖母さん=おばあさん 安全靴=あんぜんぐつ 番号札=ばんごうふだ
"""
_FIELD: Final = "申立人=もうしたてにん 重国籍=じゅうこくせき 本国法=ほんごくほう 技人国=ぎじんこく 日系人=にっけいじん"
_NAMES: Final = "日本赤十字社=にっぽんせきじゅうじしゃ 一宮=いちのみや 板橋=いたばし"

VOCABULARY: Final = Lexicon.of(Reading(*pair.split("=")) for words in (_TIME, _COUNTED, _COMMON, _FIELD, _NAMES) for pair in words.split())
