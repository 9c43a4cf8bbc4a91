"""Rules across records. A rule is a function ``check_…(portal)`` that yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from portal.checks.areas import AREA_RULES
from portal.checks.case_packs import CASE_PACK_RULES
from portal.checks.channels import CHANNEL_RULES
from portal.checks.conditions import CONDITION_RULES
from portal.checks.curriculum import CURRICULUM_RULES
from portal.checks.days import DAY_RULES
from portal.checks.directory import DIRECTORY_RULES
from portal.checks.enrolment import ENROLMENT_RULES
from portal.checks.field_sheets import FIELD_SHEET_RULES
from portal.checks.forms import FORM_RULES
from portal.checks.knowledge import KNOWLEDGE_RULES
from portal.checks.markup import MARKUP_RULES
from portal.checks.notices import NOTICE_RULES
from portal.checks.orientations import ORIENTATION_RULES
from portal.checks.pages import PAGE_RULES
from portal.checks.plain_japanese import PLAIN_JAPANESE_RULES
from portal.checks.question_history import check_questions_keep_their_history
from portal.checks.quizzes import QUIZ_RULES
from portal.checks.readings import READING_RULES
from portal.checks.references import REFERENCE_RULES
from portal.checks.relations import RELATION_RULES
from portal.checks.residence import RESIDENCE_RULES
from portal.checks.statements import STATEMENT_RULES
from portal.checks.transcripts import TRANSCRIPT_RULES
from portal.checks.units import UNIT_RULES
from portal.drift.agreement import AGREEMENT_RULES
from portal.drift.confirmation import check_drift
from portal.portal import Portal
from portal.problems import Problem
from portal.review_gate.rule import REVIEW_FILE_RULES, check_readings_are_reviewed

Rule = Callable[[Portal], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    *CURRICULUM_RULES,
    *REFERENCE_RULES,
    *KNOWLEDGE_RULES,
    *READING_RULES,
    *UNIT_RULES,
    *PAGE_RULES,
    *AGREEMENT_RULES,
    *MARKUP_RULES,
    *QUIZ_RULES,
    *DIRECTORY_RULES,
    *CHANNEL_RULES,
    *AREA_RULES,
    *CONDITION_RULES,
    *DAY_RULES,
    *RELATION_RULES,
    *RESIDENCE_RULES,
    *STATEMENT_RULES,
    *TRANSCRIPT_RULES,
    *FORM_RULES,
    *FIELD_SHEET_RULES,
    *ORIENTATION_RULES,
    *CASE_PACK_RULES,
    *NOTICE_RULES,
    *ENROLMENT_RULES,
    *PLAIN_JAPANESE_RULES,
    *REVIEW_FILE_RULES,
)


def check_portal(portal: Portal) -> Iterator[Problem]:
    """Problems of all rules."""
    for rule in RULES:
        yield from rule(portal)


def check_review(portal: Portal) -> Iterator[Problem]:
    """What needs the history or waits for an author, readings and changes of one variant: for ``scripts/check``, not for a build, so that a page can be seen while it is written."""
    yield from check_questions_keep_their_history(portal)
    yield from check_readings_are_reviewed(portal)
    yield from check_drift(portal)
