"""Papers that are judged at their end, what is asked again, and the record as a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reader import Reader
from test_access import violations
from test_journey import answer_right, says

REVIEW = "exam-form[data-quiz=review][data-ready]"
NOON = "2026-11-21T12:00:00+09:00"


def begin(reader: Reader, url: str = "review/") -> Page:
    """Open the review test and start the next paper."""
    reader.open(url)
    page = reader.page
    page.locator("exam-form[data-ready]").wait_for()
    page.locator("[data-action=start]").click()
    page.locator("[data-part=question] form").wait_for()
    return page


def choose(page: Page, option: str = "") -> str:
    """Choose an option of the question in sight (the right one where none is named) and wait until it is noted; its id."""
    form = page.locator("[data-part=question] form")
    chosen = option or str(form.locator(".option[data-correct]").first.get_attribute("data-option"))
    form.locator(f".option[data-option='{chosen}'] label").click()
    expect(page.locator(".exam__number[aria-current=true]")).to_have_attribute("data-state", "answered")
    return chosen


def test_review_test_goes_on_after_a_reload_and_in_the_other_variant(reader: Reader) -> None:
    """What is noted, flagged and left open comes back; nothing is judged before the paper is handed in."""
    page = begin(reader)
    first = str(page.locator("[data-part=question] form").get_attribute("data-question"))
    chosen = choose(page)
    expect(page.locator(f"[data-part=question] .option[data-option='{chosen}'] [data-part=why]")).to_be_hidden()
    page.locator("[data-action=after]").click()
    expect(page.locator(".exam__number").nth(1)).to_have_attribute("aria-current", "true")
    page.locator("input[name=flag]").check()
    expect(page.locator(".exam__number").nth(1)).to_have_attribute("data-state", "flagged")
    reader.open("ja-easy/review/")
    page.locator(f"{REVIEW} [data-part=question] form").wait_for()
    expect(page.locator(".exam__number").nth(0)).to_have_attribute("data-state", "answered")
    expect(page.locator(".exam__number").nth(1)).to_have_attribute("data-state", "flagged")
    page.locator(".exam__number").first.click()
    form = page.locator(f"form[data-question='{first}']")
    expect(form.locator(f"input[value={chosen}]")).to_be_checked()
    assert form.locator("rt").count() > 0


def test_paper_warns_of_gaps_and_tells_all_at_the_end(reader: Reader, root: Path) -> None:
    """Handed in with one right answer: the score, the items, and every explanation; a fresh paper has other questions."""
    page = begin(reader)
    total = page.locator(".exam__number").count()
    asked = str(page.locator("[data-part=question] form").get_attribute("data-question"))
    choose(page)
    page.locator("[data-action=confirm]").click()
    says(page.locator("[data-part=gaps]"), f"まだ答えていない問題が {total - 1} あります")
    page.locator("[data-action=back]").click()
    expect(page.locator("[data-part=question] form")).to_be_visible()
    page.locator("[data-action=confirm]").click()
    page.locator("[data-action=hand-in]").click()
    result = page.locator("exam-form [data-part=result]")
    expect(result).to_be_visible()
    expect(result.locator("[data-value=right]")).to_have_text("1")
    expect(result.locator("[data-value=total]")).to_have_text(str(total))
    expect(result.locator("form.question")).to_have_count(total)
    assert result.locator("tbody[data-scores=item] tr").count() >= 1
    sections = result.locator("[data-part=sections] a")
    links = sections.evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert 0 < len(set(links)) == len(links) < total
    assert all("/units/" in link and "#" in link for link in links)
    target = str(links[0])
    says(sections.first, target.split("/units/")[1].split("/", maxsplit=1)[0].upper())
    assert violations(page, root) == []
    result.locator("[data-action=new-paper]").click()
    page.locator("exam-form [data-part=running] form.question").wait_for()
    assert page.locator("exam-form [data-part=running] form.question").get_attribute("data-question") != asked


def test_number_of_a_paper_makes_the_same_paper_for_everyone(browser: Browser, reader: Reader, address: str) -> None:
    """A group talks about one paper."""

    def questions(page: Page) -> list[str]:
        page.goto(address + "review/")
        page.locator(REVIEW).wait_for()
        page.locator("#exam-number").fill("3")
        page.locator("[data-action=start]").click()
        page.locator("[data-part=question] form").wait_for()
        found = []
        for button in page.locator(".exam__number").all():
            button.click()
            expect(button).to_have_attribute("aria-current", "true")
            found.append(str(page.locator("[data-part=question] form").get_attribute("data-question")))
        return found

    other = browser.new_context()
    assert questions(reader.page) == questions(other.new_page())
    other.close()


def test_review_test_by_keyboard_alone(reader: Reader) -> None:
    """Start, answer, turn the page; the focus goes to the question."""
    reader.open("review/")
    page = reader.page
    page.locator(REVIEW).wait_for()
    page.locator("[data-action=start]").focus()
    page.keyboard.press("Enter")
    legend = page.locator("[data-part=question] legend").first
    expect(legend).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".exam__number").first).to_have_attribute("data-state", "answered")
    page.locator("[data-action=after]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".exam__number").nth(1)).to_have_attribute("aria-current", "true")
    expect(legend).to_be_focused()


def test_lost_connection_loses_no_answer(reader: Reader) -> None:
    """A question that cannot be fetched is told; what was noted is there afterwards."""
    page = begin(reader)
    choose(page)
    page.route("**/data/questions/**", lambda route: route.abort())
    # The next one may have been fetched already: go to the last.
    page.locator(".exam__number").last.click()
    notice = page.locator("exam-form [data-part=notice]")
    expect(notice).to_be_visible()
    page.unroute("**/data/questions/**")
    reader.faults.clear()
    page.reload()
    page.locator(f"{REVIEW} [data-part=question] form").wait_for()
    expect(page.locator(".exam__number").first).to_have_attribute("data-state", "answered")


def fail_a_check(reader: Reader) -> int:
    """Answer the check of A1-1 with 「わからない」 at noon; how many questions."""
    page = reader.page
    reader.open("units/a1-1/")
    page.locator("quiz-form[data-ready]").wait_for()
    forms = page.locator("quiz-form form.question:not([hidden])").all()
    for form in forms:
        form.locator(".option[data-option=unknown] label").click()
        form.locator("[data-part=actions] button").click()
        expect(form).to_have_attribute("data-state", "answered")
    return len(forms)


def test_wrong_answers_come_back_the_next_day(reader: Reader, root: Path) -> None:
    """Not today, but tomorrow; one answered right leaves today's list."""
    page = reader.page
    page.clock.install(time=NOON)
    asked = fail_a_check(reader)
    reader.open("me/")
    page.locator("review-list[data-ready]").wait_for()
    says(page.locator("review-list [data-part=due]"), f"今日の分はありません。待っている問題は {asked}、次は 2026-11-22 です")
    expect(page.locator("tr[data-standing=A1]")).to_be_visible()
    says(page.locator("review-list [data-part=weak]"), "A1-1")
    page.clock.set_fixed_time("2026-11-22T09:00:00+09:00")
    reader.open("me/")
    page.locator("review-list [data-action=again]").click()
    form = page.locator("review-list form.question:not([hidden])").first
    form.wait_for()
    form.locator(".option[data-correct] label").click()
    form.locator("[data-part=actions] button").click()
    expect(form).to_have_attribute("data-state", "answered")
    says(page.locator("review-list [data-part=due]"), f"今日もう一度答える問題が {asked - 1} あります")
    assert violations(page, root) == []


def test_record_moves_to_another_device_and_back(browser: Browser, reader: Reader, address: str, tmp_path: Path) -> None:
    """Export, preview, import, the same file again adds nothing, undo."""
    page = reader.page
    fail_a_check(reader)
    reader.open("me/")
    page.locator("backup-panel[data-ready]").wait_for()
    with page.expect_download() as download:
        page.locator("backup-panel [data-action=export]").click()
    file = tmp_path / "backup.json"
    download.value.save_as(file)
    events = len(json.loads(file.read_text(encoding="utf-8"))["events"])
    other = browser.new_context(locale="ja-JP", timezone_id="Asia/Tokyo")
    there = other.new_page()
    there.goto(address + "me/")
    there.locator("backup-panel[data-ready]").wait_for()
    panel = there.locator("backup-panel")
    there.set_input_files("#backup-file", file)
    says(panel.locator("[data-part=preview-text]"), f"そのうち {events} 件がこの端末にありません")
    panel.locator("[data-action=import]").click()
    says(panel.locator("[data-part=result]"), f"{events} 件を加えました")
    there.set_input_files("#backup-file", file)
    says(panel.locator("[data-part=preview-text]"), "すべてこの端末にあります")
    there.goto(address + "units/a1-1/")
    expect(there.locator("quiz-form form.question[data-state=answered]").first).to_be_visible()
    there.goto(address + "me/")
    there.locator("backup-panel[data-ready]").wait_for()
    says(panel.locator("[data-part=state]"), f"記録は {events - 1} 件です")
    other.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "このファイルは読めません"),
        ('{"format": "something", "version": 1}', "この教材の控えではありません"),
        ('{"format": "support-coordinator-portal/learner", "version": 99, "events": [], "exportedAt": ""}', "新しい版の教材"),
        ('{"format": "support-coordinator-portal/learner", "version": 1, "sha256": "00", "events": [], "exportedAt": ""}', "控えが壊れています"),
    ],
)
def test_bad_file_is_refused_with_a_reason_and_changes_nothing(reader: Reader, tmp_path: Path, text: str, words: str) -> None:
    """Damaged, foreign and newer files."""
    page = reader.page
    reader.open("me/")
    page.locator("backup-panel[data-ready]").wait_for()
    file = tmp_path / "bad.json"
    file.write_text(text, encoding="utf-8")
    page.set_input_files("#backup-file", file)
    says(page.locator("backup-panel [data-part=result]"), words)
    says(page.locator("backup-panel [data-part=state]"), "記録は 0 件です")


def test_gates_are_notices_that_go_when_their_stage_is_reached(reader: Reader, root: Path, built_site: Path, tmp_path: Path) -> None:
    """Item A before the others, all hours before the review test, its pass before practice; My training shows the days."""
    page = reader.page
    reader.open("me/")
    for stage in ("item-a", "lectures", "review-test"):
        expect(page.locator(f"[data-gate={stage}]")).to_be_visible()
        expect(page.locator(f"[data-stage={stage}]")).to_have_count(0 if stage == "lectures" else 1)
    bank = json.loads((built_site / "data" / "bank.json").read_text(encoding="utf-8"))["questions"]
    work = [entry for entry in bank if entry["item"] == "A" and "case" not in entry]
    units = sorted({entry["unit"] for entry in work})
    checks = [event for unit in units for event in paper(f"check:{unit}", [next(entry for entry in work if entry["unit"] == unit)])]
    ends = [stamped("unit-finished", unit=unit) for unit in units]
    take_in(page, tmp_path, [*checks, *ends, *paper("review", work[:5]), *paper("lecture:A1", work[:5])])
    expect(page.locator("[data-gate=item-a]")).to_be_hidden()
    expect(page.locator("[data-gate=lectures]")).to_be_visible()
    expect(page.locator("[data-gate=review-test]")).to_be_hidden()
    says(page.locator("[data-stage=item-a]"), "（2026-11-20 に終えました）")
    says(page.locator("[data-stage=review-test]"), "（2026-11-20 に終えました）")
    says(page.locator("[data-lecture-passed=A1]"), "理解度の目安に届いた日 2026-11-20")
    expect(page.locator("[data-lecture-passed=B1]")).to_be_hidden()
    assert violations(page, root) == []
    reader.open("completion/")
    expect(page.locator("[data-gate=review-test]")).to_be_hidden()
    reader.open("lectures/b1/")
    expect(page.locator("[data-gate=item-a]")).to_be_hidden()
    reader.open("ja-easy/review/")
    expect(page.locator("[data-gate=lectures]")).to_be_visible()


def stamped(kind: str, **fields: object) -> dict[str, object]:
    """An event of 20 November 2026, 20 hours in Japan."""
    return {"id": f"{kind}-{json.dumps(fields)}"[:200], "kind": kind, "at": "2026-11-20T11:00:00.000Z", **fields}


def paper(quiz: str, entries: list[dict[str, object]]) -> list[dict[str, object]]:
    """A paper with every question right."""
    seed = f"{quiz}#1"
    begun = stamped("paper-started", quiz=quiz, seed=seed, questions=[entry["id"] for entry in entries], retry=False)
    given = [
        stamped("attempt", question=entry["id"], quiz=quiz, seed=seed, rev=entry["rev"], variant="ja", chosen=["a"], sure=None, right=True, mode="check")
        for entry in entries
    ]
    return [begun, *given]


def take_in(page: Page, folder: Path, events: list[dict[str, object]]) -> None:
    """Import a backup with these events on My training."""
    file = folder / "made.json"
    kept = {"format": "support-coordinator-portal/learner", "version": 1, "exportedAt": "2026-11-20T12:00:00.000Z", "sha256": None, "events": events}
    file.write_text(json.dumps(kept), encoding="utf-8")
    page.locator("backup-panel[data-ready]").wait_for()
    page.set_input_files("#backup-file", file)
    page.locator("backup-panel [data-action=import]").click()
    says(page.locator("backup-panel [data-part=result]"), f"{len(events)} 件を加えました")


@pytest.mark.parametrize("url", ["review/", "ja-easy/completion/"])
def test_paper_under_way_fits_a_narrow_screen(reader: Reader, root: Path, url: str) -> None:
    """320 px with the largest text: nothing sideways while answering, in the question of gaps and in the result; axe finds nothing."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    begin(reader, url)
    page.evaluate("Object.assign(document.documentElement.dataset, {furigana: 'on', size: 'xl'})")
    width = "document.documentElement.scrollWidth"
    choose(page)
    assert page.evaluate(width) <= 320
    assert violations(page, root) == []
    page.locator("[data-action=confirm]").click()
    page.locator("[data-part=confirm]").wait_for()
    assert page.evaluate(width) <= 320
    page.locator("[data-action=hand-in]").click()
    page.locator("[data-part=result]").wait_for()
    page.locator("[data-part=result] [data-part=questions] form").first.wait_for()
    assert page.evaluate(width) <= 320
    assert violations(page, root) == []


def test_forced_colours_show_the_page_and_the_choice(browser: Browser, address: str) -> None:
    """Where the system takes colours away, the current page, the chosen option and the question in sight can still be told apart."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP", forced_colors="active")
    page = context.new_page()
    page.goto(address + "me/")
    borders = page.locator(".nav__list a").evaluate_all("all => all.map(each => [each.hasAttribute('aria-current'), getComputedStyle(each).borderBottomStyle])")
    assert {tuple(each) for each in borders} == {(True, "solid"), (False, "none")}
    page.goto(address + "review/")
    page.locator("exam-form[data-ready] [data-action=start]").click()
    page.locator("[data-part=question] form").wait_for()
    option = page.locator("[data-part=question] .option").first
    option.locator("label").click()
    expect(page.locator(".exam__number").first).to_have_attribute("data-state", "answered")
    assert option.locator("input").evaluate("each => getComputedStyle(each).appearance") != "none"
    outlines = page.locator(".exam__number").evaluate_all("all => all.map(each => getComputedStyle(each).outlineStyle)")
    assert outlines[0] == "solid"
    assert set(outlines[1:]) == {"none"}
    says(page.locator(".exam__number").first, "答えた")
    context.close()


def test_explanations_wait_for_the_end_where_the_reader_wants_it(reader: Reader) -> None:
    """The choice is kept; nothing is told before the last question of the lecture's quiz."""
    page = reader.page
    reader.open("lectures/a1/")
    quiz = page.locator("quiz-form[data-quiz='lecture:A1'][data-ready]")
    quiz.wait_for()
    quiz.locator("[data-part=feedback] input[value=end]").check()
    count = int(str(quiz.get_attribute("data-count")))
    for number in range(count):
        form = quiz.locator("form.question:not([hidden])")
        answer_right(form)
        expect(form.first).to_have_attribute("data-state", "answered")
        if number < count - 1:
            assert form.get_attribute("data-result") is None
            says(form.locator("[data-part=status]"), "答えを記録しました")
            quiz.locator("[data-action=next]").click()
    expect(quiz.locator("[data-part=result] [data-value=right]")).to_have_text(str(count))
    assert quiz.locator("form.question[data-result=right]").count() == count
    page.reload()
    assert page.evaluate("document.documentElement.dataset.feedback") == "end"


def test_completion_practice_tells_the_four_abilities(reader: Reader) -> None:
    """Whole cases, each read above its questions; the result is told by ability; the next paper has other cases."""
    page = begin(reader, "completion/")
    asked = {str(page.locator("[data-part=case] .case").get_attribute("data-case"))}
    total = page.locator(".exam__number").count()
    choose(page)
    page.locator(".exam__number").nth(total - 1).click()
    expect(page.locator(".exam__number").nth(total - 1)).to_have_attribute("aria-current", "true")
    asked.add(str(page.locator("[data-part=case] .case").get_attribute("data-case")))
    page.locator("[data-action=confirm]").click()
    page.locator("[data-action=hand-in]").click()
    rows = page.locator("tbody[data-scores=ability] tr")
    expect(rows.first).to_be_visible()
    scores = [str(text).split(" / ") for text in rows.locator("td").all_text_contents()]
    assert [sum(int(score[place]) for score in scores) for place in (0, 1)] == [1, total]
    assert "支援へ円滑につなげる" in page.locator("tbody[data-scores=ability]").inner_text()
    page.locator("[data-action=new-paper]").click()
    expect(page.locator("[data-part=case] .case")).to_be_visible()
    assert page.locator("[data-part=case] .case").get_attribute("data-case") not in asked
