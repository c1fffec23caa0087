"""What holds for every finder: true places, order, no overlaps, any text, time in proportion."""

import subprocess
import sys
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engine.details import Detail, find_details
from coach.engine.details.detail import settle
from tests.benchmarks.timing import seconds

FACTS = (
    "07700 900123",
    "jo@example.com",
    "14 maple street",
    "4111 1111 1111 1111",
    "QX4 7ZZ",
    "im 11",
    "born 2 oct 2014",
)
HOSTILE = (
    "1 ",
    "07700 9",
    "a@",
    "a.a",
    "@a.",
    "im ",
    "im 11 ",
    "12 a b c ",
    "my name is ",
    "My Name Is Al ",
    "password ",
    "pin for a b c ",
    "snap is ",
    "one, ",
    "blk 1 ",
    "a at b dot ",
    "born on ",
    "\u0301",
    "😀",
    "(",
    "im 11. ",
    "@abc ",
    "a#1234 ",
    "my bday is 1/2/2013 ",
    "call 07700900123 ",
    "pin 4471 ",
)
ODD = st.text(alphabet="aé\u0301ßİ😀👩‍👧\u200b\r\n\t .,!?'\"ﬁﾊ", max_size=30)


@pytest.mark.parametrize("fact", FACTS)
@given(before=ODD, after=ODD)
@settings(max_examples=40)
def test_places_are_true_whatever_stands_around(fact: str, before: str, after: str) -> None:
    text = f"{before}\r\n{fact}\r\n{after}"
    assert [(one.start, text[one.start : one.end]) for one in find_details(text)] == [(len(before) + 2, fact)]


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_is_read_and_details_are_in_order(text: str) -> None:
    found = find_details(text)
    assert found == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert [one.name for one in find_details("\ud83d call 07700 900123 \udc00")] == ["phone-number"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_only(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (5_000, 40_000))
    find_details(short)
    # One of three: at any moment Python may look for garbage, which takes a third of a second in a large process.
    once = min(seconds(partial(find_details, short)) for _ in range(3))
    assert any(seconds(partial(find_details, long)) < 24 * max(once, 0.001) for _ in range(3))


def test_the_earlier_finder_wins_an_overlap() -> None:
    card, phone = Detail(4, 9, "oversharing/money", "card"), Detail(0, 6, "oversharing/contact", "phone")
    assert settle([card, phone, Detail(0, 3, "oversharing/contact", "phone")]) == [
        Detail(0, 3, "oversharing/contact", "phone"),
        card,
    ]


def test_several_facts_in_one_message() -> None:
    text = "hi im 11, my name is Daisy Thornaby, its 14 maple street, ring 07700 900123 or d@example.com"
    names = ["age", "first-and-last-name", "street-address", "phone-number", "email"]
    assert [one.name for one in find_details(text)] == names


def test_phonenumbers_is_imported_only_for_digits() -> None:
    code = (
        "import sys; from coach.engine.details import find_details; find_details('page 12, call me later');"
        "assert 'phonenumbers' not in sys.modules; find_details('call 07700 900123');"
        "assert 'phonenumbers' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("im\tBo\tLindqvist\tand\ti\tlive\there", "Bo\tLindqvist"),
        ("my\tstepdad\tmakes\tninety\tgrand\tand\tyours", "stepdad\tmakes\tninety\tgrand"),
        ("it’s Thenmozhi Arulnithi, hi", "Thenmozhi Arulnithi"),
    ],
)
def test_tabs_and_curly_apostrophes_hide_nothing(text: str, fact: str) -> None:
    assert [text[one.start : one.end] for one in find_details(text)] == [fact]


OWN = ("we live at 9 Heron Close", "my number is 07700 900123", "im turning 9 on friday", "my name is Tobias Larkmoor")
ELSEWHERE = ("Quiz is off.", "What a fake wizard!", "My dog barked.", "Get tickets at the door!", "She is in a film.")


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize("other", ELSEWHERE)
def test_another_sentence_silences_no_fact_of_the_writers(own: str, other: str) -> None:
    for text in (f"{other} {own}", f"{own}. {other}", f"{other}\n{own}"):
        assert {one.name for one in find_details(text)} >= {one.name for one in find_details(own)} != set(), text
