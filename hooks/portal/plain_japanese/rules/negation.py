"""Double negatives: two noes that mean yes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

NO = r"(?:ない|なかった|ありません|ありませんでした|無い|いません|いない|なく)"
DOUBLE = re.compile(
    rf"(?<!少)(?<!危)(?<!あぶ)(?<!すく)(?:ない|なく|ぬ|ず)(?:という)?(?:わけ|訳|こと|もの|はず)?(?:に|で)?(?:は|も|が){NO}(?!か)"
    r"|(?:ない|ぬ)(?:と|とは|とも)(?:は|も)?(?:限らない|限りません|かぎらない|かぎりません|言えない|言えません|いえない|いえません|言い切れ(?:ない|ません))"
    r"|(?:ざる|ずに|ないで)(?:を|は|は?い)?(?:得ない|得ません|えない|えません|いられない|いられません|おられません|済まない|済みません|すまない|すみません)"
    rf"|ない(?:人|方|者|日|ところ|所|国|物|もの|場合|とき|時)(?:は|も|が)(?:ほとんど)?{NO}(?!か)"
    r"|(?:ない|ず)わけに(?:は|も)?(?:いか|行か|いき|行き)(?:ない|ません)"
)
MUST = re.compile(r"(?:なければ|なくては|ないと|ねば)(?:なら|なり|いけ|だめ)")
CONDITION = re.compile(r"(?:なければ|なくては|ないと(?![きいし思言考])|ないかぎり|ない限り)、?[^。「」]{1,25}?(?:ません|ない)(?:。|$|でした)")
QUESTION = re.compile(r"か[。？?]?$")


def find_double_negatives(subject: Subject) -> Iterator[Finding]:
    """〜ないわけではない, 〜ないとは言えません, 〜ざるを得ない; 〜なければなりません is not one, a question 〜はありませんか neither."""
    for match in DOUBLE.finditer(subject.text):
        if not (QUESTION.search(subject.text) and match.end() >= len(subject.text.rstrip("。？?か"))):
            reason = "「ない」を二つ重ねています（二重否定）。意味が逆に読まれます。「〜です」「〜ます」の肯定の文に直してください。"
            yield subject.finding("double-negative", "error", match.group(), reason)


def find_negated_conditions(subject: Subject) -> Iterator[Finding]:
    """〜なければ〜できません: the reader has to turn it round."""
    match = CONDITION.search(subject.text)
    if match and not MUST.search(match.group()):
        reason = "「〜ないと〜ません」は、意味を逆にして考える文です。「〜すると〜できます」の形に直してください。"
        yield subject.finding("negative-condition", "warning", match.group(), reason)
