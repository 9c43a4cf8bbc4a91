"""Shapes of the directory: numbers that can be dialled, codes that check, ways that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.model.base import partial_date_start
from portal.model.channel import Channel
from portal.model.hours import check_hours
from portal.model.phone import SHORT_CODES, check_phone_number, costs_of
from portal.model.place import Area, check_area_code
from portal.portal import Portal
from pydantic import ValidationError

# Codes as the Ministry of Internal Affairs publishes them: Hokkaido, Sapporo, Tokyo, Chiyoda, Osaka (city), Okinawa.
PUBLISHED_CODES = ("010006", "011002", "130001", "131016", "271004", "470007")
FIVE_DIGITS = st.from_regex(r"[0-9]{5}", fullmatch=True)


def is_refused(check: Callable[[str], str], value: str) -> bool:
    """Whether ``check`` raises ValueError for ``value``."""
    try:
        check(value)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize("code", PUBLISHED_CODES)
def test_published_area_code_is_accepted(code: str) -> None:
    """Real codes pass."""
    assert check_area_code(code) == code


@given(digits=FIVE_DIGITS)
def test_area_code_has_exactly_one_check_digit(digits: str) -> None:
    """Any other last digit is a slip of the finger."""
    assert [is_refused(check_area_code, f"{digits}{last}") for last in range(10)].count(False) == 1


@given(text=st.text(max_size=8))
def test_what_is_not_six_digits_is_no_area_code(text: str) -> None:
    """Names, full-width digits and other numerals are refused with the portal's own words."""
    if not (text.isascii() and text.isdigit() and len(text) == 6):
        with pytest.raises(ValueError, match="全国地方公共団体コード"):
            check_area_code(text)


@given(text=st.one_of(st.text(max_size=20), st.from_regex(r"[0-9０-９#*()+ -]{1,16}", fullmatch=True)))
def test_any_text_is_a_number_in_plain_digits_or_refused(text: str) -> None:
    """What is accepted can be dialled: plain digits and hyphens that begin with 0, or a short code."""
    if is_refused(check_phone_number, text):
        return
    assert text in SHORT_CODES or (text.isascii() and text.startswith("0") and text.replace("-", "").isdigit())


@pytest.mark.parametrize("number", ["03-6745-5600", "0570-078374", "0120-279-338", "050-3754-5430", "0466-22-9999", "110", "#9110"])
def test_number_as_it_is_printed_in_japan_is_accepted(number: str) -> None:
    """Local, toll-free, navi-dial, IP and short numbers."""
    assert check_phone_number(number) == number


@given(digits=st.from_regex(r"[0-9]{8}", fullmatch=True), cut=st.integers(1, 3))
def test_number_with_missing_digits_is_refused(digits: str, cut: int) -> None:
    """A digit that was lost in copying is noticed."""
    number = f"03-{digits[:4]}-{digits[4:]}"
    if phonenumbers.is_valid_number(phonenumbers.parse(number, "JP")):
        assert is_refused(check_phone_number, number[:-cut])


@given(text=st.text(max_size=30))
def test_any_text_is_hours_or_refused_in_words(text: str) -> None:
    """The reader of opening hours never fails in another way."""
    if is_refused(check_hours, text):
        with pytest.raises(ValueError, match="書き直してください"):
            check_hours(text)


@pytest.mark.parametrize(
    "hours",
    [
        *("unknown", "24/7", "Mo-Fr 09:00-17:00; PH off; Dec 29-Jan 03 off", "We[2],We[4] 10:00-18:00", "Mo[-1] 10:00-11:00", "10:00-17:00; PH off"),
        *("Mo-Fr 17:00-09:00; Sa,Su,PH 00:00-24:00", "Fr 22:00-29:00", "Su,Tu,Th 19:00-21:00", "Feb 29 off", 'Mo 09:00-12:00 "予約した人だけ"'),
        *("Mo-Fr 10:00-16:30; We[1-4] 10:00-19:00; PH off", "Mo-Fr 09:00-17:00; PH off; Sa[2] 09:30-16:00", "Mo-Fr 09:00-17:00; Sa,Su,PH 09:00-15:00"),
    ],
)
def test_hours_in_notation_are_accepted(hours: str) -> None:
    """The notation of the sources."""
    assert check_hours(hours) == hours


@pytest.mark.parametrize("hours", ["", " ", "9-5", "Mo-Fr 25:00-26:00", "Mo-Xx 09:00-17:00", "Mo-Fr 09:00-17:75", "平日"])
def test_hours_that_cannot_be_are_refused(hours: str) -> None:
    """Neither a slip nor an empty field passes for an opening time."""
    assert is_refused(check_hours, hours)


@pytest.mark.parametrize(
    ("hours", "cause"),
    [
        ("Mo-Fr 09:00-17:00; PH", "（「PH」の所。"),
        ("Mo-Fr", "off が要る"),
        ("Fr 09:00", "始まりと終わりか、off が要る"),
        ("off", "曜日や日付のあとに"),
        ("Mo-Fr 09:00-17:00; SH off", "（「SH off」の所。"),
        ("Mo-Fr 9:00-17:00", "09:00-17:00 のような"),
        ("mo-fr 09:00-17:00", "のように書き直してください"),
        ("Mo-Fr 25:00-26:00", "ない時刻があります"),
        ("Mo-Fr 09:00-17:60", "ない時刻があります"),
        ("Fr 22:00-50:00", "ない時刻があります"),
        ("Mo-Fr 09:00-17:00; Feb 30 off", "Feb 30 という日はありません"),
        ("Mo-Fr 09:00-17:00; Feb 28-31 off", "Feb 31 という日はありません"),
        ("Jun 31-Jul 02 off", "Jun 31 という日はありません"),
        ("Jul 00 off", "Jul 00 という日はありません"),
        ("Mo 09:00-09:00", "始まりと終わりが同じ時刻です"),
        ("Mo-Fr 13:00-10:00", "終わりが始まりより前"),
        ("Mo 10:00-09:00", "終わりが始まりより前"),
        ("Mo-Fr 09:00-17:00,16:00-18:00", "時間が重なるか、順が逆です"),
        ("Mo-Fr 13:00-17:00,09:00-12:00", "時間が重なるか、順が逆です"),
        ("Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00", "「Mo-Fr 09:00-12:00」を消します"),
        ("Mo-Fr 09:00-12:00; We[2] 18:00-20:00", "「Mo-Fr 09:00-12:00」を消します"),
        ("10:00-12:00; Sa 18:00-20:00", "「10:00-12:00」を消します"),
        ("Mo-Fr 09:00-17:00; PH off; Sa 09:00-12:00", "祝日も開いていることになります"),
    ],
)
def test_slip_in_hours_is_told_with_its_cause(hours: str, cause: str) -> None:
    """Above all what the notation allows but nobody means: a morning that a later rule deletes, an office open on holidays by mistake."""
    with pytest.raises(ValueError, match="書き直してください") as told:
        check_hours(hours)
    assert cause in str(told.value)


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        ("0120-000-00", "（0120から10桁のはずが9桁）"),
        ("0800-000-000", "（0800から11桁のはずが10桁）"),
        ("0570-07837", "（0570から10桁のはずが9桁）"),
        ("050-3754-543", "（050から11桁のはずが10桁）"),
        ("090-1234-567", "（090から11桁のはずが10桁）"),
        ("03-6745-560", "（市外局番から10桁のはずが9桁）"),
        ("03-0123-4567", "市外局番が合いません。"),
        ("#9999", "一覧にある短い番号"),
        ("199", "一覧にある短い番号"),
        ("０３-6745-5600", "半角の数字とハイフンだけ"),
        ("0120‐279‐338", "半角の数字とハイフンだけ"),
        ("+81-3-6745-5600", "0 から始まる"),
        ("0990-123456", "情報料のかかる番号"),
    ],
)
def test_slip_in_a_number_is_told_with_its_cause(number: str, cause: str) -> None:
    """Lost digits are counted for the prefix; short codes are those of a closed list."""
    with pytest.raises(ValueError, match="書き直してください") as told:
        check_phone_number(number)
    assert cause in str(told.value)


@pytest.mark.parametrize(
    ("number", "costs"),
    [
        ("0120-279-338", ("free",)),
        ("0570-078374", ("navi_dial",)),
        ("050-3754-5430", ("local", "unknown")),
        ("090-1234-5678", ("mobile_rate",)),
        ("03-6745-5600", ("local", "unknown")),
        ("#7119", ()),
        ("110", ()),
    ],
)
def test_prefix_says_what_a_call_costs(number: str, costs: tuple[str, ...]) -> None:
    """A reader without money must be able to trust 無料; short codes differ one by one."""
    assert costs_of(number) == costs


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"mode": "phone", "hours": "24/7"}, "mode: phone には number が必要です"),
        ({"mode": "web", "hours": "24/7"}, "mode: web には url が必要です"),
        ({"mode": "sns", "hours": "24/7", "number": "110"}, "mode: sns には url が必要です"),
    ],
)
def test_channel_without_a_way_to_use_it_is_refused(fields: dict[str, str], part: str) -> None:
    """Every channel of a page can be used."""
    with pytest.raises(ValidationError, match=part):
        Channel.model_validate(fields)


@pytest.mark.parametrize(("number", "dial"), [("03-6745-5600", "0367455600"), ("#7119", "%237119"), (None, "")])
def test_number_is_dialled_without_its_marks(number: str | None, dial: str) -> None:
    """A link of the telephone takes digits; the hash must be written as a code."""
    assert Channel(mode="visit", number=number, hours="24/7").dial == dial


def test_languages_of_a_service_come_once_in_order(example: Portal) -> None:
    """The list of languages is that of all channels."""
    assert example.services["example-city/counter"][1].languages == ("ja", "vi")


@pytest.mark.parametrize(("values", "latest"), [(("2024", "2026-04", "不明"), "2026-04"), (("不明", "不明"), "不明")])
def test_newest_source_of_an_organisation_is_told(example: Portal, values: tuple[str, ...], latest: str) -> None:
    """Unknown dates do not pass for new ones."""
    city = example.organisations["example-city"]
    services = tuple(city.services[0].model_copy(update={"source_dated": value}) for value in values)
    assert city.model_copy(update={"services": services}).latest_source_date() == latest


@pytest.mark.parametrize(("text", "day"), [("2024", "2024-01-01"), ("2024-07頃", "2024-07-01"), ("2024-07-15", "2024-07-15"), ("不明", "None")])
def test_partial_date_begins_at_its_first_day(text: str, day: str) -> None:
    """Freshness counts from the earliest day that the date can mean."""
    assert str(partial_date_start(text)) == day


def test_area_has_the_address_of_its_prefecture() -> None:
    """The page of Tokyo is /directory/areas/13/."""
    assert Area.model_validate({"code": "130001", "label": {"ja": "東京都", "easy": "東京都"}, "kana": "とうきょうと", "en": "Tokyo"}).slug == "13"
