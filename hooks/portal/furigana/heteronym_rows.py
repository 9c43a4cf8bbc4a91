"""The table of `heteronyms`: (word, kana of its kanji, letters before, letters behind), the first that fits decides.

"Before" ends at the word, "behind" begins right after it; "" asks for nothing. Written from general grammar and dictionaries for the
fields of the course; a word that has one reading in all places of the site belongs into content/readings instead.
"""

from typing import Final

from portal.furigana.heteronym_nouns import NOUNS
from portal.furigana.heteronym_places import PLACES
from portal.furigana.heteronym_verbs import VERBS

ROWS: Final[tuple[tuple[str, str, str, str], ...]] = (*PLACES, *NOUNS, *VERBS)
