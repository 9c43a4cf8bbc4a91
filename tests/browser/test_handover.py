"""Handing over: from the directory to a sheet with two sides, outcomes, missing partners and partners of one's own."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from portal.model.directory import Organisation
from portal.model.shaping import shape
from portal.sources.yaml import parse_yaml
from reader import Reader
from test_access import violations
from test_journey import says

PAGES = ("sheet", "outcomes", "missing", "partners")
DESK = """() => new Promise((resolve, reject) => {
    const opening = indexedDB.open("support-coordinator-portal");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const request = opening.result.transaction("desk").objectStore("desk").getAll();
        request.onsuccess = () => { opening.result.close(); resolve(request.result); };
    };
})"""


def pick(page: Page, text: str, place: int = 0) -> str:
    """Ask the finder and put a partner of its answer on the sheet; which one."""
    page.locator("input[name=text]").fill(text)
    row = page.locator("li[data-service]").nth(place)
    row.locator("pick-button button").click()
    expect(page.locator("sheet-tray")).to_be_visible()
    return str(row.get_attribute("data-service"))


def unfold(page: Page, name: str) -> None:
    """Open the list that holds the choices ``name``."""
    page.locator("details", has=page.locator(f"input[name={name}]")).locator("summary").first.click()


def open_sheet(page: Page) -> None:
    """By the button that follows the reader."""
    page.locator("sheet-tray a").click()
    page.locator("handover-sheet[data-ready]").wait_for()


def test_from_the_home_page_to_the_printed_sheet_in_five_taps(reader: Reader) -> None:
    """Directory, field, pick, sheet, print: the person's side holds number, words to say in her language's name, hours and what to bring."""
    page = reader.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script("window.print = () => { window.printed = document.querySelector('handover-sheet').dataset.printing }")
    reader.open("")
    page.locator("nav.nav a[href$='directory/']").click()
    page.locator("input[name=text]").click()
    page.keyboard.type("給料 群馬 ベトナム語")
    row = page.locator("li[data-service]:has([data-part=number])").first  # at night a place to visit may stand first
    expect(row.locator("a[href^='tel:']")).to_be_visible()
    number = row.locator("[data-part=number]").inner_text()
    row.locator("pick-button button").click()
    open_sheet(page)
    page.locator("[data-action=print-both]").click()
    assert page.evaluate("window.printed") == "both"
    person = page.locator("[data-part=person]")
    expect(person).to_have_attribute("lang", "ja-simple")
    expect(person.locator(".slip__number:visible").first).to_have_text(number)
    expect(person.locator("[data-part=say-language]")).to_contain_text(re.compile("ベトナム.*通.*訳"))
    expect(person.locator("[data-part=say-problem]")).to_contain_text("「")
    expect(person.locator("[data-label=phone] [lang=vi]").first).to_have_text("Điện thoại")
    assert person.locator(".slip__qr:visible svg path").count() > 0


def test_the_person_sees_readings_and_the_lines_that_speak_her_language(reader: Reader) -> None:
    """Also where the standard page hides readings; without the language every way stays."""
    page = reader.page
    reader.open("directory/")
    pick(page, "外国人労働者向け相談ダイヤル")
    open_sheet(page)
    unfold(page, "language")
    page.locator("input[name=language][value=vi] + span").click()
    channels = page.locator("[data-part=persons] [data-channel]:visible")
    expect(channels).to_have_count(1)
    assert "vi" in str(channels.get_attribute("data-languages")).split()
    assert page.locator("[data-part=person] rt").first.is_visible()
    page.locator("input[name=language][value=''] + span").first.click()
    expect(channels.nth(5)).to_be_visible()


def test_the_last_word_is_kept_although_the_page_goes_with_it(reader: Reader) -> None:
    """Forty keys and the reload come in one breath: no write has been answered yet."""
    page = reader.page
    reader.open("directory/")
    pick(page, "給料")
    open_sheet(page)
    page.locator("[data-part=form] textarea").first.evaluate(
        """field => {
            for (let n = 1; n <= 40; n++) {
                field.value = `月曜に一緒に電話する ${n}`;
                field.dispatchEvent(new InputEvent('input', {bubbles: true}));
            }
            location.reload();
        }"""
    )
    page.locator("handover-sheet[data-ready]").wait_for()
    expect(page.locator("[data-part=form] textarea").first).to_have_value("月曜に一緒に電話する 40")


def test_what_is_agreed_stays_until_it_is_cleared_and_can_be_taken_back(reader: Reader) -> None:
    """Typed words survive a reload at once; one button clears the device; a slip of the finger is taken back."""
    page = reader.page
    reader.open("directory/")
    service = pick(page, "給料")
    open_sheet(page)
    form = page.locator("[data-part=form]").first
    form.locator("textarea").fill("月曜に一緒に電話する")
    form.locator("input[name=caller][value=together] + span").click()
    form.locator("input[name=consent][value=contact] + span").click()
    form.locator("input[name=next]").fill("2026-12-01")
    page.reload()
    form = page.locator("[data-part=form]").first
    expect(form.locator("textarea")).to_have_value("月曜に一緒に電話する")
    expect(form.locator("input[value=together]")).to_be_checked()
    expect(form.locator("input[value=contact]")).to_be_checked()
    expect(page.locator("[data-part=person] [data-value=next]")).to_have_text("2026年12月1日")
    page.locator("[data-action=clear]").click()
    expect(page.locator("[data-part=empty]")).to_be_visible()
    assert page.evaluate(DESK) == []
    page.locator("[data-action=undo]").click()
    expect(page.locator(f"[data-part=hands] li[data-service='{service}'] textarea")).to_have_value("月曜に一緒に電話する")
    page.locator("[data-action=clear]").click()
    page.reload()
    expect(page.locator("[data-part=empty]")).to_be_visible()
    assert page.evaluate(DESK) == []


def test_a_sheet_of_another_day_asks_whether_it_is_another_person(reader: Reader) -> None:
    """The next morning the sheet is still there, with a word of warning."""
    page = reader.page
    page.clock.install(time="2026-11-27T19:30:00+09:00")
    reader.open("directory/")
    pick(page, "給料")
    open_sheet(page)
    expect(page.locator("[data-part=old]")).to_be_hidden()
    page.clock.set_fixed_time("2026-11-28T09:00:00+09:00")
    page.reload()
    expect(page.locator("[data-part=old]")).to_contain_text("2026年11月27日")


def test_two_tabs_share_one_sheet(reader: Reader) -> None:
    """Neither loses what the other put on it."""
    page = reader.page
    reader.open("directory/")
    other = page.context.new_page()
    other.goto(reader.address + "directory/sheet/")
    other.locator("handover-sheet[data-ready]").wait_for()
    one = pick(page, "給料", 0)
    two = pick(page, "給料", 1)
    for service in (one, two):
        expect(other.locator(f"[data-part=hands] li[data-service='{service}']")).to_be_visible()
    other.locator("[data-action=clear]").click()
    expect(page.locator("sheet-tray")).to_be_hidden()


def test_a_line_of_violence_brings_the_exit_and_a_warning_before_printing(reader: Reader) -> None:
    """The sheet's title stays neutral."""
    page = reader.page
    reader.open("directory/")
    pick(page, "夫がこわい")
    open_sheet(page)
    expect(page.locator("quick-exit a")).to_be_visible()
    expect(page.locator("[data-part=discreet] .notice")).to_be_visible()
    assert "DV" not in page.title()
    assert "暴力" not in page.title()


def test_an_outcome_is_put_on_record_and_goes_out_as_a_table(reader: Reader) -> None:
    """It outlives the sheet, holds codes and no words of the person, and can be taken away."""
    page = reader.page
    reader.open("directory/")
    pick(page, "給料 群馬 ベトナム語")
    open_sheet(page)
    form = page.locator("[data-part=form]").first
    form.locator("textarea").fill("ひみつの話")
    form.locator("details summary").click()
    form.locator("input[name=outcome][value=full] + span").click()
    form.locator("button[type=submit]").click()
    expect(form.locator("[data-part=noted] a")).to_be_visible()
    page.locator("[data-action=clear]").click()
    reader.open("directory/outcomes/")
    expect(page.locator("[data-part=rows] tr")).to_have_count(1)
    with page.expect_download() as download:
        page.locator("[data-action=csv]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    head, row = csv.reader(io.StringIO(text))
    assert len(head) == len(row)
    assert {"満員・受付を止めている", "群馬県", "ベトナム語"} <= set(row)
    assert "ひみつ" not in text
    page.locator("[data-part=rows] [data-action=remove]").click()
    expect(page.locator("[data-part=none]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-part=none]")).to_be_visible()


def test_no_result_leads_to_a_report_that_knows_the_search(reader: Reader) -> None:
    """Codes go along in the address; the report is text and a table, without any name."""
    page = reader.page
    reader.open("directory/")
    page.locator("input[name=text]").fill("給料 群馬 ベトナム語")
    page.locator("[data-part=gap] a").click()
    page.locator("missing-report[data-ready]").wait_for()
    preview = page.locator("[data-part=preview]")
    expect(preview).to_contain_text("群馬県")
    expect(preview).to_contain_text("ベトナム語")
    page.locator("input[name=reasons][value=language] + span").click()
    page.locator("textarea[name=note]").fill("夜に電話できる所が\nない")
    expect(preview).to_contain_text("言語の対応がない")
    page.locator("[data-action=keep]").click()
    expect(page.locator("[data-part=kept] li")).to_have_count(1)
    with page.expect_download() as download:
        page.locator("[data-action=text]").click()
    assert "群馬県" in Path(download.value.path()).read_text(encoding="utf-8")
    with page.expect_download() as download:
        page.locator("[data-action=csv]").click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) == 2
    assert "夜に電話できる所が\nない" in rows[1]
    page.reload()
    expect(page.locator("[data-part=kept] li")).to_have_count(1)


def keep_partner(page: Page) -> None:
    """A partner of one's own in Gunma, for work, in Vietnamese."""
    page.locator("my-partners[data-ready]").wait_for()
    page.locator("input[name=name]").fill("みどり労働サロン")
    page.locator("input[name=number]").fill("027-123-4567")
    page.locator("input[name=url]").fill("https://example.org/midori")
    unfold(page, "area")
    page.locator("input[name=area][value='100005'] + span").click()
    page.locator("input[name=fields][value='E2-02'] + span").click()
    unfold(page, "languages")
    page.locator("input[name=languages][value=vi] + span").click()
    page.locator("button[type=submit]").click()
    expect(page.locator("[data-part=cards] li")).to_have_count(1)


def test_a_partner_of_ones_own_comes_before_the_nationwide_ones(reader: Reader) -> None:
    """Ranked with the others, marked as one's own; changed and removed for good."""
    page = reader.page
    reader.open("directory/partners/")
    keep_partner(page)
    reader.open("directory/")
    page.locator("input[name=text]").fill("給料 群馬 ベトナム語")
    own = page.locator("li[data-service^='own/']")
    expect(own).to_be_visible()
    says(own.locator("[data-part=why]"), "自分の連携先")
    rows = page.locator("li[data-service]").evaluate_all("rows => rows.map(row => [row.dataset.service, row.querySelector('[data-part=why]').innerText])")
    own.locator("pick-button button").click()
    place = next(number for number, (service, _) in enumerate(rows) if service.startswith("own/"))
    assert not any("全国" in reason for _, reason in rows[:place])
    open_sheet(page)
    person = page.locator("[data-part=person] .slip__entry")
    expect(person.locator(".slip__number")).to_have_attribute("href", "tel:0271234567")
    expect(person.locator(".slip__name")).to_have_text("みどり労働サロン")
    reader.open("directory/partners/")
    page.locator("[data-action=edit]").click()
    page.locator("input[name=name]").fill("みどりサロン")
    page.locator("button[type=submit]").click()
    expect(page.locator("[data-part=cards] [data-part=name]")).to_have_text(["みどりサロン"])
    page.locator("[data-part=cards] [data-action=remove]").click()
    expect(page.locator("[data-part=none]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-part=none]")).to_be_visible()


def test_a_wrong_number_is_not_kept_and_nothing_typed_is_lost(reader: Reader) -> None:
    """One message says what is wrong; the form stays as it was."""
    page = reader.page
    reader.open("directory/partners/")
    page.locator("my-partners[data-ready]").wait_for()
    page.locator("input[name=name]").fill("みどり労働サロン")
    page.locator("input[name=number]").fill("12-34")
    page.locator("button[type=submit]").click()
    says(page.locator("[data-part=result]"), "0から始まる数字とハイフン")
    expect(page.locator("input[name=name]")).to_have_value("みどり労働サロン")
    expect(page.locator("[data-part=cards] li")).to_have_count(0)


def test_own_partners_are_saved_as_the_directorys_yaml(reader: Reader) -> None:
    """The file has the shape of the directory's model; what the editors must add stands in comments."""
    page = reader.page
    reader.open("directory/partners/")
    keep_partner(page)
    with page.expect_download() as download:
        page.locator("[data-action=yaml]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("# ")
    made = shape(parse_yaml("partners.yml", text), Organisation)
    assert made.services[0].channels[0].number == "027-123-4567"
    assert made.services[0].area.codes == ("100005",)


def test_a_backup_carries_partners_and_outcomes_but_never_the_sheet(reader: Reader, browser: Browser) -> None:
    """What is about a person stays on the device."""
    page = reader.page
    reader.open("directory/partners/")
    keep_partner(page)
    reader.open("directory/")
    pick(page, "給料")
    open_sheet(page)
    page.locator("[data-part=form] textarea").first.fill("ひみつの話")
    reader.open("me/")
    with page.expect_download() as download:
        page.locator("[data-action=export]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "みどり労働サロン" in text
    assert "ひみつ" not in text
    context = browser.new_context(locale="ja-JP", timezone_id="Asia/Tokyo")
    other = context.new_page()
    other.goto(reader.address + "me/")
    other.locator("backup-panel[data-ready]").wait_for()
    other.locator("input[name=backup]").set_input_files(download.value.path())
    other.locator("[data-action=import]").click()
    expect(other.locator("backup-panel [data-part=result]")).to_be_visible()
    other.goto(reader.address + "directory/partners/")
    expect(other.locator("[data-part=cards] [data-part=name]")).to_have_text(["みどり労働サロン"])
    context.close()


def test_a_number_is_turned_to_the_person_as_large_as_the_screen(reader: Reader) -> None:
    """From the answer of the finder, without scrolling sideways; Escape closes it."""
    page = reader.page
    page.set_viewport_size({"width": 360, "height": 740})
    reader.open("directory/")
    page.locator("input[name=text]").fill("給料")
    row = page.locator("li[data-service]:has([data-part=number])").first  # at night a place to visit may stand first
    number = row.locator("[data-part=number]").inner_text()
    row.locator("[data-enlarge]").click()
    digits = page.locator(".big-number__digits")
    expect(digits).to_have_text(number)
    box = digits.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["width"] > 240
    page.keyboard.press("Escape")
    expect(digits).to_be_hidden()


def test_without_storage_the_sheet_works_and_says_that_nothing_stays(reader: Reader) -> None:
    """A browser that keeps nothing can still hand over, within one page."""
    page = reader.page
    page.add_init_script("Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('blocked', 'SecurityError') }})")
    reader.open("directory/sheet/")
    expect(page.locator("[data-part=memory]")).to_be_visible()
    expect(page.locator("[data-part=empty]")).to_be_visible()


@pytest.mark.parametrize("prefix", ["", "ja-easy/"])
def test_axe_finds_nothing_on_a_filled_sheet(reader: Reader, root: Path, prefix: str) -> None:
    """Both sides, on a narrow phone with the largest text."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 800})
    reader.open(f"{prefix}directory/")
    pick(page, "夫がこわい")
    open_sheet(page)
    page.locator("[data-part=person] .slip__entry").wait_for()
    page.evaluate("document.documentElement.dataset.size = 'xl'")
    assert violations(page, root) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
