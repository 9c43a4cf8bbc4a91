"""Questions are sound: they rest on a unit, have one answer, teach, and give nothing away by their form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from portal.model.quiz import Question
from portal.portal import Portal
from portal.problems import Problem
from portal.prose import headings

LEAST_PER_UNIT = 8
LEAST_APPLIED_SHARE = 0.5
MOST_KEYS_IN_ONE_PLACE = 0.4
MOST_LONGEST_KEYS = 0.5
CASE_PARTS = (2, 4)
ALL_OR_NONE = re.compile(r"(すべて|全て|いずれ|どれ|上記|上の(こたえ|答え)).{0,6}(正しい|当てはまる|該当|あてはまる|でもない)")
GIVE_AWAY = re.compile(r"必ず|絶対に|決して|常に")
NEGATIVE = re.compile(r"(適切でない|誤っている|正しくない|ふさわしくない|よくない|まちがっている)(もの|対応|こと)?は")


def _place(portal: Portal, question: Question, message: str, *part: str | int) -> Problem:
    return portal.places[question.id].problem(f"{question.id}: {message}", *part)


def check_questions_rest_on_their_unit(portal: Portal) -> Iterator[Problem]:
    """Unit, section and objective exist; retired ids are not used again."""
    codes = {unit.code for unit in portal.curriculum.units}
    for question in portal.questions.values():
        if question.unit not in codes:
            yield _place(portal, question, f"コマ「{question.unit}」は content/curriculum.yml にありません。unit を直してください。", "unit")
            continue
        pages = portal.units.get(question.unit)
        if pages is not None and pages.page is not None and question.section not in {heading.id for heading in headings(pages.page.body)}:
            yield _place(portal, question, f"節「{question.section}」が {pages.page.path} にありません。section を見出しの id に合わせてください。", "section")
        if pages is not None and pages.front is not None and question.objective not in pages.front.objectives:
            yield _place(portal, question, f"到達目標「{question.objective}」が {question.unit} にありません。objective を直してください。", "objective")
        if question.id in portal.retired:
            yield _place(portal, question, "引退した id です（retired）。新しい id にしてください。", "id")
        if question.case is not None and question.case not in portal.cases and portal.knows_all("quizzes/cases"):
            yield _place(portal, question, f"事例「{question.case}」がありません。case を直すか、quizzes/cases に書いてください。", "case")


def check_questions_stand_in_their_file(portal: Portal) -> Iterator[Problem]:
    """``quizzes/a1.yml`` holds lecture A1, ids ``q-a1-…`` and units ``A1-…``."""
    told: set[str] = set()
    for question in portal.questions.values():
        document = portal.places[question.id].document
        lecture = str(document.value["lecture"])
        if document.path not in told and not document.path.endswith(f"/{lecture.lower()}.yml"):
            yield document.problem(("lecture",), f"lecture「{lecture}」がファイル名と合いません。どちらかを直してください。")
        told.add(document.path)
        if not question.id.startswith(f"q-{lecture.lower()}-"):
            yield _place(portal, question, f"id が lecture「{lecture}」と合いません。q-{lecture.lower()}-0001 の形にしてください。", "id")
        if question.unit.rpartition("-")[0] != lecture:
            yield _place(
                portal, question, f"コマ「{question.unit}」は講義「{lecture}」のコマではありません。unit を直すか、別のファイルに移してください。", "unit"
            )


def check_options_hold_a_key(portal: Portal) -> Iterator[Problem]:
    """Ids run a, b, c, d; a single or match question has one right option, the others at least one; no two options alike."""
    for question in portal.questions.values():
        ids = [option.id for option in question.options]
        if ids != list("abcd"[: len(ids)]):
            yield _place(portal, question, f"選択肢の id が {', '.join(ids)} です。a から順に付けてください。", "options")
        if question.kind == "single" and len(question.key) != 1:
            yield _place(portal, question, f"correct: true が {len(question.key)} つあります。一つにするか、kind: multi にしてください。", "options")
        if question.kind == "match" and len(question.key) != 1:
            yield _place(
                portal,
                question,
                f"kind: match の正答が {len(question.key)} つあります。いちばん近いつなぎ先を一つだけ correct: true にしてください。",
                "options",
            )
        if question.kind == "multi" and not question.key:
            yield _place(portal, question, "correct: true の選択肢がありません。一つ以上付けてください。", "options")
        if question.kind == "order" and len(question.key) != len(ids):
            yield _place(portal, question, "kind: order では、選択肢を正しい順に並べ、すべて correct: true にしてください。", "options")
        for variant in ("ja", "easy"):
            counts = Counter(getattr(option.text, variant) for option in question.options)
            if max(counts.values()) > 1:
                yield _place(portal, question, "同じ文の選択肢があります。書き分けてください。", "options")


def check_wording_gives_nothing_away(portal: Portal) -> Iterator[Problem]:
    """No all/none options, no absolute words in options, no negative stem without emphasis."""
    for question in portal.questions.values():
        for index, option in enumerate(question.options):
            if ALL_OR_NONE.search(option.text.ja) or ALL_OR_NONE.search(option.text.easy):
                yield _place(portal, question, "「すべて正しい」「どれでもない」の形の選択肢は使えません。内容で書いてください。", "options", index)
            word = GIVE_AWAY.search(option.text.ja)
            if word and not option.correct:
                yield _place(portal, question, f"誤りの選択肢に「{word.group()}」があり、答えが見えます。言い換えてください。", "options", index)
        if NEGATIVE.search(question.stem.ja):
            yield _place(portal, question, "否定の問い（〜でないもの）です。肯定の問いに書き換えてください。", "stem")


def check_units_have_enough_questions(portal: Portal) -> Iterator[Problem]:
    """A published unit has at least 8 questions, half of them applied, and every objective is asked for."""
    for code in portal.published if portal.knows_all("quizzes") else ():
        pages, questions = portal.units.get(code), portal.questions_of(code)
        if pages is None or pages.page is None:
            continue
        if len(questions) < LEAST_PER_UNIT:
            yield pages.page.problem(0, f"{code} の問題が {len(questions)} 問です。{LEAST_PER_UNIT} 問以上にしてください（quizzes/）。")
        applied = sum(question.demand != "recall" for question in questions)
        if questions and applied / len(questions) < LEAST_APPLIED_SHARE:
            yield pages.page.problem(0, f"{code} の問題のうち、事例に当てはめる問い（apply・judge）が {applied} 問だけです。半分以上にしてください。")
        for key in pages.front.objectives if pages.front else ():
            if key not in {question.objective for question in questions}:
                yield pages.page.front.problem(("objectives", key), f"到達目標 {key} を確かめる問題がありません。quizzes/ に加えてください。")


def check_keys_are_spread(portal: Portal) -> Iterator[Problem]:
    """Over a file of 8 or more questions the key is not mostly in one place and not mostly the longest option."""
    files: dict[str, list[Question]] = defaultdict(list)
    for question in portal.questions.values():
        if question.kind == "single" and len(question.key) == 1:
            files[portal.places[question.id].document.path].append(question)
    for path, questions in files.items():
        if len(questions) < LEAST_PER_UNIT:
            continue
        key, count = Counter(question.key[0] for question in questions).most_common(1)[0]
        if count / len(questions) > MOST_KEYS_IN_ONE_PLACE:
            yield Problem(
                path, 1, f"正答が {key} に偏っています（{len(questions)} 問中 {count} 問）。並べ替えずに、問題を作り直すか選択肢の内容を入れ替えてください。"
            )
        longest = sum(_key_is_longest(question) for question in questions)
        if longest / len(questions) > MOST_LONGEST_KEYS:
            yield Problem(path, 1, f"正答がいちばん長い問題が {len(questions)} 問中 {longest} 問あります。長さをそろえてください。")


def _key_is_longest(question: Question) -> bool:
    right = max(len(option.text.ja) for option in question.options if option.correct)
    return right > max(len(option.text.ja) for option in question.options if not option.correct)


def check_cases_have_parts(portal: Portal) -> Iterator[Problem]:
    """A case has two to four parts, each of one of its units; its units exist and all are asked about."""
    codes = {unit.code for unit in portal.curriculum.units}
    fields = {field.code for field in portal.curriculum.course_fields}
    for key, case in portal.cases.items():
        place, parts = portal.places[key], portal.questions_of_case(key)
        if not CASE_PARTS[0] <= len(parts) <= CASE_PARTS[1] and portal.knows_all("quizzes"):
            yield place.problem(f"{key}: 問いが {len(parts)} つです。{CASE_PARTS[0]}〜{CASE_PARTS[1]} にしてください（問題に case: {key} と書く）。")
        for name in (*(unit for unit in case.units if unit not in codes), *(field for field in case.fields if field not in fields)):
            yield place.problem(f"{key}: 「{name}」は content/curriculum.yml にありません。units と fields を直してください。")
        if parts and {part.unit for part in parts} != set(case.units):
            yield place.problem(f"{key}: units が問いのコマ（{', '.join(sorted({part.unit for part in parts}))}）と違います。合わせてください。", "units")


def check_parts_of_cases_name_an_ability(portal: Portal) -> Iterator[Problem]:
    """The result of the completion practice is told by the four abilities, so each part of a case belongs to one."""
    for question in portal.questions.values():
        if question.case and question.ability is None:
            yield _place(portal, question, "事例の問いに ability がありません。grasp・understand・resolve・connect のどれかを書いてください。", "case")


QUIZ_RULES = (
    check_parts_of_cases_name_an_ability,
    check_cases_have_parts,
    check_questions_rest_on_their_unit,
    check_questions_stand_in_their_file,
    check_options_hold_a_key,
    check_wording_gives_nothing_away,
    check_units_have_enough_questions,
    check_keys_are_spread,
)
