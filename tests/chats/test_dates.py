"""Which of day and month comes first is decided from all dates of a file, or left open."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.chats.dates import DateEvidence, clock, moment, named_date, written_date
from coach.chats.reader import ChatFile
from coach.errors import InputError
from coach.models.thread import DateOrder

FILE = ChatFile(Path("chat.txt"))
DAY_FIRST, MONTH_FIRST = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST


def decided(*dates: str, is_oldest_first: bool = True, given: DateOrder | None = None) -> DateOrder | None:
    evidence = DateEvidence(is_oldest_first=is_oldest_first)
    for each in dates:
        evidence.add(each)
    try:
        return evidence.order(FILE, given)
    except InputError:
        return None


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["13/01/2024"], DAY_FIRST),
        (["1/13/24"], MONTH_FIRST),
        (["03/04/2024"], None),
        (["03/04/2024", "04/04/2024"], None),
        (["04/04/2024"], DAY_FIRST),
        (["03.04.2024"], DAY_FIRST),
        (["2024-03-04"], DAY_FIRST),
        ([], DAY_FIRST),
        (["1/12/24", "2/1/24"], MONTH_FIRST),
        (["12/1/24", "1/2/24"], DAY_FIRST),
        (["14/19/2024", "03/04/2024"], None),
        (["99/99/99"], DAY_FIRST),
        (["13/01/2024", "1/13/24"], None),
        ([f"{day}/01/2024" for day in range(13, 31)] + ["1/13/24"], DAY_FIRST),
    ],
)
def test_the_order_of_a_file(dates: list[str], order: DateOrder | None) -> None:
    assert decided(*dates) is order


def test_a_file_that_may_run_back_says_less() -> None:
    assert decided("1/12/24", "2/1/24", is_oldest_first=False) is None
    assert decided("1/2/24", "2/2/24", "12/2/24", "1/3/24", is_oldest_first=False) is DAY_FIRST


def test_the_family_s_word_decides() -> None:
    assert decided("03/04/2024", given=MONTH_FIRST) is MONTH_FIRST
    assert decided("13/01/2024", given=DateOrder.YEAR_FIRST) is DAY_FIRST


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("19:47", time(19, 47)),
        ("19.47", time(19, 47)),
        ("19 h 47", time(19, 47)),
        ("7:47:05\u202fPM", time(19, 47, 5)),
        ("7:47 p.\u00a0m.", time(19, 47)),
        ("12:05 am", time(0, 5)),
        ("12:05 pm", time(12, 5)),
        ("25:71", None),
        ("noon", None),
    ],
)
def test_times_of_day(text: str, at: time | None) -> None:
    assert clock(text) == at


@pytest.mark.parametrize("text", ["", "1/2", "1/2/3", "1/2/345", "2024/1", "1/2.24", "a/b/c", "1/2/24/5"])
def test_what_is_not_a_date(text: str) -> None:
    assert written_date(text) is None
    assert moment(text, "10:00", DAY_FIRST) is None


@given(text=st.text(alphabet="0123456789/.-:h apmAPM\u202f,Mar١٢", max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    evidence = DateEvidence()
    evidence.add(text)
    clock(text)
    named_date(text)
    for order in DateOrder:
        moment(text, text, order)
