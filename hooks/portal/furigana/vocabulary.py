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
一苦労=ひとくろう 二人三脚=ににんさんきゃく 一期一会=いちごいちえ
"""
_COMMON: Final = """
家中=いえじゅう 上手=じょうず 上手く=うまく 無理強い=むりじい 若しくは=もしくは 目途=めど 大火事=おおかじ 生野菜=なまやさい 鼻血=はなぢ
里子=さとご お祖父さん=おじいさん お祖母さん=おばあさん 安全靴=あんぜんぐつ 番号札=ばんごうふだ
"""
_FIELD: Final = "申立人=もうしたてにん 重国籍=じゅうこくせき 本国法=ほんごくほう 技人国=ぎじんこく 日系人=にっけいじん"
_NAMES: Final = "日本赤十字社=にっぽんせきじゅうじしゃ 一宮=いちのみや"

VOCABULARY: Final = Lexicon.of(Reading(*pair.split("=")) for words in (_TIME, _COUNTED, _COMMON, _FIELD, _NAMES) for pair in words.split())
