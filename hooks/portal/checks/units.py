"""A unit page keeps the content contract, and its two variants say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.inline.references import LABELS, names
from portal.model.base import VARIANTS
from portal.portal import Portal, UnitPages
from portal.problems import Problem
from portal.prose import headings
from portal.sources.markdown import MarkdownPage
from portal.unit_minutes import case_question_count, unit_minutes

FIRST = "scene"
LAST = ("abroad", "referral", "limits", "case", "reflection", "points")
SECTIONS = (3, 6)
CASE_QUESTIONS = (3, 5)
ORDER = "scene → s-…（3〜6節）→ abroad → referral → limits → case → reflection → points"


def _complete(portal: Portal) -> Iterator[tuple[str, UnitPages]]:
    for code, pages in portal.units.items():
        if pages.page is not None and pages.plain_page is not None:
            yield code, pages


def _each_page(portal: Portal) -> Iterator[tuple[str, UnitPages, MarkdownPage]]:
    for code, pages in portal.units.items():
        for variant in VARIANTS:
            page = pages.page_of(variant)
            if page is not None:
                yield code, pages, page


def check_code_matches_file_name(portal: Portal) -> Iterator[Problem]:
    """``code`` of the front matter is the file's name in upper case."""
    for code, pages in portal.units.items():
        for variant in VARIANTS:
            front, page = pages.front_of(variant), pages.page_of(variant)
            if front is not None and page is not None and front.code != code:
                yield page.front.problem(("code",), f"code「{front.code}」がファイル名（{code.lower()}.md）と合いません。どちらかを直してください。")
            if page is not None and not page.path.endswith(f"/units/{code.lower()}.md"):
                yield Problem(page.path, 1, f"ファイル名は {code.lower()}.md です（小文字）。名前を直してください。")


def check_titles_are_the_curriculums(portal: Portal) -> Iterator[Problem]:
    """A unit has one name in each variant: that of the curriculum."""
    titles = {unit.code: unit.title for unit in portal.curriculum.units}
    for code, pages in portal.units.items():
        for variant in VARIANTS:
            front, page = pages.front_of(variant), pages.page_of(variant)
            if front is not None and page is not None and code in titles and front.title != titles[code].of(variant):
                right = titles[code].of(variant)
                yield page.front.problem(("title",), f"title「{front.title}」が content/curriculum.yml の「{right}」と違います。どちらかに合わせてください。")


def check_sections_stand_in_order(portal: Portal) -> Iterator[Problem]:
    """Second-level headings: scene, 3–6 own sections, then the six fixed ones; every heading has an id."""
    for _, _, page in _each_page(portal):
        for heading in headings(page.body):
            if not heading.id:
                yield page.problem(heading.start, f"見出し「{heading.text}」に id がありません。「{{#s-…}}」を付けてください。")
            if heading.level == 1:
                yield page.problem(heading.start, "「# 」の見出しは使えません。題名は先頭の title に、節は「## 」で書いてください。")
        ids = [heading.id for heading in headings(page.body) if heading.level == 2]  # noqa: PLR2004 - Markdown's second level
        own = ids[1 : len(ids) - len(LAST)]
        in_order = ids[:1] == [FIRST] and tuple(ids[len(ids) - len(LAST) :]) == LAST and all(each.startswith("s-") for each in own)
        if not in_order or not SECTIONS[0] <= len(own) <= SECTIONS[1]:
            yield page.problem(0, f"節の順が決まりと違います（今は {' → '.join(ids)}）。{ORDER} にしてください。")


def check_case_has_questions_with_answers(portal: Portal) -> Iterator[Problem]:
    """Three to five case questions, each with a folded answer."""
    for _, _, page in _each_page(portal):
        count = case_question_count(page.body)
        if not CASE_QUESTIONS[0] <= count <= CASE_QUESTIONS[1]:
            yield page.problem(0, f"ケース演習の問いが {count} 問です。{{#case-q1}} から数えて3〜5問にしてください。")
        answers = len(re.findall(r"^\?\?\? ", page.body, re.MULTILINE))
        if answers < count:
            yield page.problem(0, f"ケース演習の問い {count} 問に、考え方の例（??? answer）が {answers} しかありません。書き加えてください。")


def check_lists_match_the_body(portal: Portal) -> Iterator[Problem]:
    """``services`` and ``terms`` of the front matter are exactly those the body names."""
    for pages in portal.units.values():
        if pages.front is None or pages.page is None:
            continue
        for kind, listed in (("service", pages.front.services), ("term", pages.front.terms)):
            used = set(names(pages.page.body, kind))  # type: ignore[arg-type]  # the two kinds above
            for name in sorted(used - set(listed)):
                yield pages.page.front.problem((f"{kind}s",), f"本文の「{name}」が {kind}s にありません。加えてください。")
            for name in sorted(set(listed) - used):
                yield pages.page.front.problem((f"{kind}s",), f"{kind}s の「{name}」が本文に出てきません。消すか、本文で {{{kind}:{name}}} と書いてください。")


def check_sources_hold_an_official_one(portal: Portal) -> Iterator[Problem]:
    """At least one source is official."""
    for pages in portal.units.values():
        if pages.front is not None and pages.page is not None and not any(source.official for source in pages.front.sources):
            yield pages.page.front.problem(("sources",), "official: true の出典がありません。公的機関の出典を一つ以上入れてください。")


def check_minutes_are_an_hour(portal: Portal) -> Iterator[Problem]:
    """A published unit takes 55–65 minutes in the standard variant."""
    if not portal.knows_all("quizzes", "content/facts", "content/glossary", "content/directory"):
        return
    least, most = portal.settings.unit_minutes_least, portal.settings.unit_minutes_most
    for code in portal.published:
        minutes = unit_minutes(portal, code)
        page = portal.units[code].page if code in portal.units else None
        if minutes is not None and page is not None and not least <= minutes.total <= most:
            parts = f"本文{minutes.characters:,}字で{minutes.reading:.0f}分、ケース{minutes.cases}分、問題{minutes.questions}分、ワーク{minutes.worksheet}分"
            yield page.problem(0, f"{code} は {minutes.total} 分です（{parts}）。{least}〜{most}分になるように、ケースや説明を深めるか、削ってください。")


def check_variants_agree(portal: Portal) -> Iterator[Problem]:
    """Heading ids in order, services, terms, facts, figures, situations, comparison cards, transcripts, forms and objectives are the same in both variants."""
    for _, pages in _complete(portal):
        standard, plain = pages.page, pages.plain_page
        assert standard is not None and plain is not None  # noqa: S101, PT018 - _complete yields no others
        ids = [[heading.id for heading in headings(page.body) if heading.id] for page in (standard, plain)]
        if ids[0] != ids[1]:
            missing = [each for each in ids[0] if each not in ids[1]] + [each for each in ids[1] if each not in ids[0]]
            yield plain.problem(0, f"見出しの id か順が標準版と違います（違い: {', '.join(missing) or '順序'}）。{standard.path} に合わせてください。")
        for kind, label in LABELS.items():
            there, here = (set(names(page.body, kind)) for page in (standard, plain))
            for name in sorted(there - here):
                yield plain.problem(0, f"標準版にある{label}「{name}」が、やさしい版にありません。書き加えてください。")
            for name in sorted(here - there):
                yield plain.problem(plain.body.find(f"{{{kind}:{name}}}"), f"やさしい版だけに{label}「{name}」があります。標準版にも書くか、消してください。")
        if pages.front and pages.plain_front and set(pages.front.objectives) != set(pages.plain_front.objectives):
            yield plain.front.problem(("objectives",), "到達目標のキー（o1〜）が標準版と違います。合わせてください。")


UNIT_RULES = (
    check_code_matches_file_name,
    check_titles_are_the_curriculums,
    check_sections_stand_in_order,
    check_case_has_questions_with_answers,
    check_lists_match_the_body,
    check_sources_hold_an_official_one,
    check_minutes_are_an_hour,
    check_variants_agree,
)
