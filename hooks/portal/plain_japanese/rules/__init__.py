"""The rules of plain Japanese. A rule looks at one sentence and yields findings.

Thresholds: content contract (authoring.md §3) and issue 3; their sources stand in research/japanese.md §3.
"""

from __future__ import annotations

from portal.plain_japanese.findings import Rule
from portal.plain_japanese.rules.clauses import find_chained_clauses
from portal.plain_japanese.rules.dates import find_eras, find_ranges, find_short_dates
from portal.plain_japanese.rules.endings import find_endings
from portal.plain_japanese.rules.enumerations import find_enumerations
from portal.plain_japanese.rules.honorifics import find_honorifics
from portal.plain_japanese.rules.kanji import find_kanji_runs, find_many_kanji
from portal.plain_japanese.rules.lengths import find_error_lengths, find_warning_lengths
from portal.plain_japanese.rules.loanwords import find_katakana, find_latin
from portal.plain_japanese.rules.negation import find_double_negatives, find_negated_conditions
from portal.plain_japanese.rules.sounds import find_sound_words
from portal.plain_japanese.rules.times import find_clock_times, find_time_ranges
from portal.plain_japanese.rules.vocabulary import find_rare_words
from portal.plain_japanese.rules.voice import find_causatives, find_passives
from portal.plain_japanese.rules.wordings import find_wordings

ERROR_RULES: tuple[Rule, ...] = (find_error_lengths, find_double_negatives, find_endings, find_eras, find_clock_times, find_time_ranges)
"""Cheap enough for every build: they ask for the words of few sentences only."""
WARNING_RULES: tuple[Rule, ...] = (
    find_warning_lengths,
    find_chained_clauses,
    find_enumerations,
    find_negated_conditions,
    find_passives,
    find_causatives,
    find_honorifics,
    find_wordings,
    find_kanji_runs,
    find_many_kanji,
    find_rare_words,
    find_katakana,
    find_latin,
    find_sound_words,
    find_ranges,
    find_short_dates,
)
RULES = (*ERROR_RULES, *WARNING_RULES)
