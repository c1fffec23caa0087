"""Whatever stands in a message: offsets are true, the same text gives the same report, and no calm line hides a flag."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import coach
from coach.corpus import read_corpus
from coach.engine import build, check, check_all
from coach.engine.patterns.clauses import Clauses
from coach.models import Audience, Concern, Direction, Message, Report
from coach.rules_cache import rules_at_hand
from tests.benchmarks.timing import seconds
from tests.conftest import Check
from tests.safety.slope import text_of

ODD = [
    "\x00", "\x07", "\x1b[31m", "\x1b]52;c;YQ==\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\ud800", "\udfff",
    "\u0301" * 40, "e\u0301", "ﷺ", "ß", "İ", "ŉ", "ﬀ", "🤡", "👩‍👩‍👧‍👦", "\U000e0041", "\r", "\r\n", "\n", "\t", "\u2028", "\x85", "\u3000",
    "0" * 30, "*" * 20, "(" * 20, '"', "'", "a" * 90, "http://" + "a" * 90,
]  # fmt: skip
SPOKEN = [
    "ur so ugly", "kys", "u g l y", "n0b0dy likes u", "st*pid", "$|hit", "1d10t", "dont tell ur mum", "i live at 14 maple street",
    "ring me on 07700 900123", "my password is hunter2!", "a@b.example", "not", "he said", "love mum x", "whats ur snap", "12/5/2012",
]  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(ODD), st.sampled_from(SPOKEN), st.text(st.characters(), max_size=12), st.just(" ")),
    max_size=14,
).map("".join)
directions, audiences = st.sampled_from(Direction), st.sampled_from(Audience)
CALM = [
    "See you on Monday",
    "The bus was late today",
    "\U0001f600",
    "\u200b",
    "...",
    "a" * 200,
    "\x1b[0m",
    "\u0301" * 90,
]


def places(report: Report) -> set[tuple[int, int, str]]:
    return {(flag.start, flag.end, flag.category) for flag in report.flags}


def expect_sound(report: Report) -> None:
    text = report.message.text
    for flag in report.flags:
        assert 0 <= flag.start < flag.end <= len(text)
        assert text[flag.start : flag.end] == flag.phrase
        assert report.message.direction in flag.concern.directions
    assert [flag.start for flag in report.flags] == sorted(flag.start for flag in report.flags)
    for concern in Concern:
        assert all(one.end <= other.start for one, other in pairwise(report.of(concern)))


@settings(max_examples=300)
@given(text=texts, direction=directions, audience=audiences)
def test_flags_stand_on_their_phrase_in_order_and_none_overlaps_within_a_concern(
    text: str, direction: Direction, audience: Audience
) -> None:
    expect_sound(check(coach.load_once(), Message(text=text, direction=direction, audience=audience)))


@settings(max_examples=25)
@given(given_texts=st.lists(texts, min_size=2, max_size=6), direction=directions)
def test_the_same_text_gives_the_same_report_whatever_was_read_before(
    given_texts: list[str], direction: Direction
) -> None:
    messages = [Message(text=text, direction=direction) for text in given_texts]
    pairs = list(enumerate(messages))
    forth = list(check_all(coach.load_once(), pairs))
    back = list(check_all(coach.load_once(), pairs[::-1]))
    assert forth == back[::-1]


@pytest.mark.usefixtures("rules_ready")
def test_a_fresh_pipeline_gives_the_same_reports(nlp: Language) -> None:
    messages = [
        Message(text=each.text, direction=each.direction) for voice in read_corpus() for each in voice.messages[:20]
    ]
    messages += [Message(text=odd.join(SPOKEN)) for odd in ODD]
    fresh = build(rules_at_hand())
    pairs = list(enumerate(messages))
    assert list(check_all(fresh, pairs[::-1]))[::-1] == list(check_all(nlp, pairs))


@pytest.mark.parametrize("direction", Direction)
def test_a_calm_line_below_or_above_hides_no_flag(check_text: Check, direction: str) -> None:
    for text in SPOKEN:
        alone = places(check_text(text, direction))
        for calm in CALM:
            below = places(check_text(f"{text}\n{calm}", direction))
            above = places(check_text(f"{calm}\n{text}", direction))
            shift = len(calm) + 1
            assert alone <= below, (text, calm)
            assert {(start + shift, end + shift, category) for start, end, category in alone} <= above, (text, calm)


def test_a_long_link_in_a_message_hides_no_contraction(check_text: Check) -> None:
    for link in ("", "\nhttps://example.org/" + "a" * 100):
        assert places(check_text(f"dont tell ur mum{link}", "received"))


class Counted(list[str | None]):
    """Words that count how often they are looked at."""

    looks = 0

    def __iter__(self) -> Iterator[str | None]:
        for word in super().__iter__():
            self.looks += 1
            yield word

    def __reversed__(self) -> Iterator[str | None]:
        for word in super().__reversed__():
            self.looks += 1
            yield word


def test_a_clause_of_emoji_alone_is_walked_once_however_many_phrases_ask_where_it_opens() -> None:
    words = Counted([":clown-face:"] * 2000)
    clauses = Clauses(words, frozenset(), frozenset())
    assert all(clauses.opens_at(at) and clauses.closes_at(at) for at in range(len(words) + 1))
    assert words.looks <= 2 * len(words)


@pytest.mark.parametrize(
    ("words", "opening", "closing"),
    [
        (["lol", "you", "x"], [True, True, False, False], [False, False, True, True]),
        (["you", None, ":fox:", "go"], [True, False, True, True, False], [False, True, False, False, True]),
    ],
)
def test_clauses_open_after_lead_ins_and_close_before_trailers(
    words: list[str | None], opening: list[bool], closing: list[bool]
) -> None:
    clauses = Clauses(words, frozenset({"lol"}), frozenset({"x"}))
    assert [clauses.opens_at(at) for at in range(len(words) + 1)] == opening
    assert [clauses.closes_at(at) for at in range(len(words) + 1)] == closing


def test_a_name_behind_a_title_closes_a_clause_and_the_words_before_it_do_not() -> None:
    auntie = frozenset({"auntie"})
    clauses = Clauses(["help", "auntie", "jo"], frozenset(), trailers=auntie, titles=auntie)
    assert [clauses.closes_at(at) for at in range(4)] == [False, True, True, True]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    "unit", ["🤡", "u g l y ", "a b ", "\u200b\u200d", "e\u0301\u0302", '"', "\ud800", "(", "ur ugly, "]
)
def test_eight_times_the_text_takes_nowhere_near_sixty_four_times_the_time(
    nlp: Language, unit: str, direction: Direction
) -> None:
    short, long = (Message(text=text_of(unit, length), direction=direction) for length in (400, 3_200))
    check(nlp, long)
    once = min(seconds(partial(check, nlp, short)) for _ in range(3))
    assert any(seconds(partial(check, nlp, long)) < 24 * max(once, 0.002) for _ in range(3))


@pytest.mark.parametrize("unit", ["ur so ugly ", "ur so ugly\nyou;are ugly "])
def test_a_message_full_of_flags_takes_time_by_its_length(nlp: Language, unit: str) -> None:
    """Every flag is found in several versions of the message, and has to be compared with none but its own."""
    short, long = (Message(text=unit * count) for count in (500, 4_000))
    once = min(seconds(partial(check, nlp, short)) for _ in range(2))
    assert any(seconds(partial(check, nlp, long)) < 16 * once for _ in range(2))
