"""A trainee's way through the portal, by keyboard where it counts."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect
from reader import Reader


def says(target: Locator, text: str) -> None:
    """``target`` shows ``text``, readings left out."""
    target.wait_for(state="attached")
    handle = target.element_handle()
    wait = "([element, text]) => { const copy = element.cloneNode(true); copy.querySelectorAll('rt, rp').forEach((each) => each.remove()); return copy.textContent.includes(text) }"
    target.page.wait_for_function(wait, arg=[handle, text], timeout=5000)


def tab_to(page: Page, target: Locator, most: int = 400) -> None:
    """Press Tab until ``target`` has the focus, as a reader without a mouse does."""
    for _ in range(most):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    message = f"not reached by Tab: {target}"
    raise AssertionError(message)


def answer_by_keyboard(page: Page, form: Locator, option: str) -> None:
    """Choose ``option`` with the arrow keys and submit with Enter on the button."""
    radios = form.locator("fieldset > .option input")
    tab_to(page, radios.first)
    page.keyboard.press("Space")
    for _ in range(radios.count()):
        if form.locator("fieldset > .option input:checked").get_attribute("value") == option:
            break
        page.keyboard.press("ArrowDown")
    assert form.get_attribute("data-state") != "answered", "arrow keys must not submit"
    tab_to(page, form.locator("[data-part=actions] button"))
    page.keyboard.press("Enter")
    expect(form).to_have_attribute("data-state", "answered")


def right_option(form: Locator) -> str:
    """Id of the right option."""
    return str(form.locator(".option[data-correct]").get_attribute("data-option"))


def answer_right(form: Locator) -> None:
    """Give the right answer of a question of any kind, and submit it."""
    correct = [str(option.get_attribute("data-option")) for option in form.locator(".option[data-correct]").all()]
    for number, option in enumerate(sorted(correct), 1):
        if form.get_attribute("data-kind") == "order":
            form.locator(f"select[data-place={option}]").select_option(str(number))
        else:
            form.locator(f".option[data-option={option}] label").click()
    form.locator("[data-part=actions] button").click()


def drawn(page: Page, quiz: str) -> list[Locator]:
    """The questions of the paper that are shown."""
    expect(page.locator(f"quiz-form[data-quiz='{quiz}'][data-ready]")).to_be_visible()
    return page.locator(f"quiz-form[data-quiz='{quiz}'] form.question:not([hidden])").all()


def test_trainee_learns_a_unit_tests_herself_and_finds_a_partner(reader: Reader) -> None:
    """Home → A1-1 → furigana → check by keyboard → finish → reload → plain variant → lecture quiz → directory → 法テラス."""
    page: Page = reader.page
    reader.open("")
    page.locator(".hero__next a:visible").click()
    says(page.locator("h1"), "なぜ専門人材が必要か")

    # Furigana: off in the standard variant, one switch, kept.
    reading = page.locator(".prose rt").first
    expect(reading).to_be_hidden()
    page.locator(".settings summary").click()
    expect(page.locator("input[name=furigana][value=off]")).to_be_checked()
    page.locator("input[name=furigana][value=on]").check()
    expect(reading).to_be_visible()
    page.locator(".settings summary").click()

    # The hour cannot be finished before its check is answered.
    finish = page.locator("unit-finish [data-action=finish]")
    expect(finish).to_have_attribute("aria-disabled", "true")
    questions = drawn(page, "check:A1-1")
    assert len(questions) == 3
    for form in questions:
        answer_by_keyboard(page, form, right_option(form))
        says(form.locator("[data-part=status]"), "正解です")
        assert all(why.is_visible() for why in form.locator(".option:not([data-option=unknown]) [data-part=why]").all())
    tab_to(page, finish)
    page.keyboard.press("Enter")
    expect(page.locator("unit-finish [data-part=done]")).to_be_visible()

    # Nothing is lost by a reload, and the plain variant knows it too.
    page.reload()
    expect(page.locator("unit-finish [data-part=done]")).to_be_visible()
    assert all(form.get_attribute("data-state") == "answered" for form in drawn(page, "check:A1-1"))
    page.locator("variant-switch a").click()
    expect(page.locator("html")).to_have_attribute("data-variant", "easy")
    expect(page.locator("unit-finish [data-part=done]")).to_be_visible()
    expect(page.locator(".prose rt").first).to_be_visible()

    # The home page takes her on in one tap.
    reader.open("ja-easy/")
    page.locator("a[data-next-unit]").click()
    expect(page).to_have_url(reader.address + "ja-easy/units/a1-2/")

    # The lecture's quiz, one question after another.
    reader.open("lectures/a1/")
    for number in range(15):
        form = drawn(page, "lecture:A1")[0]
        if number:
            answer_right(form)
        else:
            form.locator(".option[data-option=unknown] label").click()
            form.locator("[data-part=actions] button").click()
        expect(form).to_have_attribute("data-state", "answered")
        if number < 14:
            page.locator("quiz-form [data-action=next]").click()
    result = page.locator("quiz-form [data-part=result]")
    expect(result).to_be_visible()
    expect(result.locator("[data-value=right]")).to_have_text("14")
    expect(result.locator("[data-result=passed]")).to_be_visible()
    reader.open("syllabus/")
    says(page.locator("[data-lecture-score=A1]"), "14/15")
    says(page.locator("[data-unit-status='A1-1']"), "済")

    # A partner: from the directory to a number that can be dialled.
    page.locator("nav.nav a[href$='directory/']").click()
    page.locator("input[name=text]").wait_for(state="visible")
    page.locator("input[name=text]").fill("法テラス")
    expect(page.locator("li[data-service]").first).to_have_attribute("data-service", re.compile("^houterasu/"))
    expect(page.locator("li[data-service] a[href$='#houterasu-support-dial']")).to_be_visible()
    page.locator("li[data-service] a[href$='#houterasu-multilingual']").click()
    expect(page.locator("#houterasu-multilingual a[href='tel:0570078377']")).to_be_visible()


def test_answers_survive_a_reload_in_the_middle_of_a_paper(reader: Reader) -> None:
    """Saved at every answer, not at the end."""
    page: Page = reader.page
    reader.open("lectures/a1/")
    first = drawn(page, "lecture:A1")[0]
    key = first.get_attribute("data-question")
    first.locator(".option label").first.click()
    first.locator("[data-part=actions] button").click()
    expect(first).to_have_attribute("data-state", "answered")
    page.reload()
    expect(page.locator("quiz-form[data-ready]")).to_be_visible()
    assert page.locator(f"form[data-question='{key}']").get_attribute("data-state") == "answered"


def test_submitting_without_a_choice_says_what_to_do(reader: Reader) -> None:
    """The words stand at the question and the focus is on its first option."""
    page: Page = reader.page
    reader.open("units/a1-2/")
    form = drawn(page, "check:A1-2")[0]
    form.locator("[data-part=actions] button").click()
    says(form.locator("[data-part=error]"), "答えを一つ選んで")
    assert form.locator("input").first.evaluate("element => element === document.activeElement")
    assert form.get_attribute("data-state") != "answered"


def test_finishing_can_be_undone(reader: Reader) -> None:
    """The hour is open again, its answers stay."""
    page: Page = reader.page
    reader.open("units/a1-3/")
    for form in drawn(page, "check:A1-3"):
        form.locator(".option[data-option=unknown] label").click()
        form.locator("[data-part=actions] button").click()
        expect(form).to_have_attribute("data-state", "answered")
    page.locator("unit-finish [data-action=finish]").click()
    page.locator("unit-finish [data-action=reopen]").click()
    expect(page.locator("unit-finish [data-part=open]")).to_be_visible()
    page.reload()
    expect(page.locator("unit-finish [data-part=open]")).to_be_visible()
    assert all(form.get_attribute("data-state") == "answered" for form in drawn(page, "check:A1-3"))


def test_switch_keeps_the_heading(reader: Reader) -> None:
    """From the middle of a unit to the same heading of the twin."""
    page: Page = reader.page
    reader.open("units/a1-1/#limits")
    page.locator("#limits").scroll_into_view_if_needed()
    page.locator("variant-switch a").evaluate("element => element.click()")
    page.wait_for_url("**/ja-easy/units/a1-1/#*")
    assert page.url.endswith("#limits")


def test_furigana_choice_is_one_for_both_variants_and_kept(reader: Reader) -> None:
    """Off chosen in the plain variant holds after a reload."""
    page: Page = reader.page
    reader.open("ja-easy/units/a1-1/")
    expect(page.locator("html")).to_have_attribute("data-furigana", "on")
    page.locator(".settings summary").click()
    page.locator("input[name=furigana][value=off]").check()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-furigana", "off")
    expect(page.locator(".prose rt").first).to_be_hidden()
    page.locator("variant-switch a").click()
    expect(page.locator("html")).to_have_attribute("data-variant", "ja")
    expect(page.locator("html")).to_have_attribute("data-furigana", "off")


# Paragraphs whose selected text differs from their text without readings.
COPIES = """([furigana, spacing]) => {
    Object.assign(document.documentElement.dataset, {furigana, spacing});
    const bare = (text) => text.replace(/\\s+/g, "");
    return [...document.querySelectorAll(".prose :is(p, li)")].filter((each) => each.checkVisibility()).flatMap((each) => {
        getSelection().selectAllChildren(each);
        const copy = each.cloneNode(true);
        copy.querySelectorAll("rt, rp, template").forEach((reading) => reading.remove());
        return bare(String(getSelection())) === bare(copy.textContent) ? [] : [String(getSelection()).slice(0, 60)];
    });
}"""


def test_copied_text_holds_no_readings(reader: Reader) -> None:
    """Every paragraph copies as plain text, whatever the switches say."""
    reader.open("ja-easy/units/a1-1/")
    assert reader.page.locator(".prose p:visible").count() > 20
    for furigana in ("on", "off", "3"):
        for spacing in ("on", "off"):
            assert reader.page.evaluate(COPIES, [furigana, spacing]) == [], (furigana, spacing)


def test_search_finds_words_parts_names_and_readings(reader: Reader) -> None:
    """在留資格, 在留, 法テラス and ざいりゅう; nothing is fetched before a search."""
    page: Page = reader.page
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    reader.open("search/")
    assert not [url for url in fetched if "data/search" in url]
    for query, title in (("在留資格", "在留資格"), ("在留", "在留"), ("法テラス", "法テラス"), ("ざいりゅう", "在留")):
        page.locator("#search-q").fill(query)
        page.keyboard.press("Enter")
        says(page.locator("[data-part=status]"), query)
        says(page.locator("[data-part=hits] [data-value=title]").first, title)
    assert [url for url in fetched if url.endswith("data/search/ja.json")]


def test_without_scripts_everything_reads(browser: Browser, address: str) -> None:
    """Text, questions and folded answers; no dead controls."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "units/a1-1/")
    expect(page.locator("#scene")).to_be_visible()
    expect(page.locator("form.question")).to_have_count(9)
    expect(page.locator("[data-part=actions]").first).to_be_hidden()
    answers = page.locator("details.question__answers").first
    answers.locator("summary").click()
    expect(answers.locator("li").first).to_be_visible()
    page.goto(address + "directory/")
    expect(page.locator(".finder__controls")).to_be_hidden()
    page.locator(".problems__group summary").nth(1).click()
    page.locator("a[data-problem]:visible").first.click()
    expect(page.locator("[data-entry]").first).to_be_visible()
    context.close()


def test_lost_reader_finds_a_search_field(reader: Reader) -> None:
    """An unknown address answers with our page, whose links work from there."""
    page: Page = reader.page
    reader.open("units/z9-9/somewhere/")
    says(page.locator("h1"), "ページが見つかりません")
    page.locator("#search-q").fill("在留資格")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=hits] li").first).to_be_visible()
