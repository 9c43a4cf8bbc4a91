"""Sound and manner words (どきどき, しっかり are learned late; only the doubled ones can be told by their form)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.plain_japanese.findings import Finding, Subject

DOUBLED = re.compile(r"([ぁ-んァ-ヺー]{2,3})\1")


def find_sound_words(subject: Subject) -> Iterator[Finding]:
    """Doubled kana adverbs that are not on the allow-list."""
    for word in subject.words:
        is_sound = DOUBLED.fullmatch(word.surface) and word.kind.startswith(("副詞", "形状詞", "名詞-普通名詞"))
        if is_sound and word.surface not in subject.context.lists.allowed.sounds:
            reason = "音や様子を表す言葉（擬音語・擬態語）です。「とても」「少しずつ」など、ほかの言葉に直してください。"
            yield subject.finding("onomatopoeia", "warning", word.surface, reason)
