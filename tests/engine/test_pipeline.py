"""The pipeline as a whole: offsets, any string, audiences, directions, and the Doc it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import coach
from coach.engine import PIPES, build, check, check_all
from coach.models import AgeGroup, Audience, Catalog, Concern, Counsel, Direction, Message, Weight
from tests.conftest import Check

UNKIND = "ur so ugly"
BEFORE = [
    "",
    "😀 ",
    "👩‍👩‍👧‍👦🤷🏽‍♀️ ",
    "e\u0301e\u0301 cafe\u0301 ",
    "\u200b\u200d\ufeff ",
    "first line\r\nsecond line\r\n",
    "\n\n\t",
    "مرحبا يا صديقي\n",
    "שלום \u202eabc\u202c ",
    "\ud800 \udfff ",
    "\x00\x07 ",
    "𝕳𝖊𝖑𝖑𝖔 ",
]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("after", ["", " 😀", "\r\nok", "\u200b", " \ud83d"])
def test_offsets_are_characters_of_the_text_as_given(check_text: Check, before: str, after: str) -> None:
    report = check_text(before + UNKIND + after)
    places = [(flag.start, flag.end, flag.phrase) for flag in report.of(Concern.UNKIND)]
    assert places == [(len(before), len(before) + len(UNKIND), UNKIND)]


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(), max_size=120), st.sampled_from(Direction), st.sampled_from(Audience))
def test_any_string_gives_a_report(text: str, direction: Direction, audience: Audience) -> None:
    message = Message(text=text, direction=direction, audience=audience)
    report = check(coach.load_once(), message)
    assert report == check(coach.load_once(), message)
    for flag in report.flags:
        assert text[flag.start : flag.end] == flag.phrase
        assert direction in flag.concern.directions
    for concern in Concern:
        flags = report.of(concern)
        assert all(one.end <= other.start for one, other in pairwise(flags))


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "🤡" * 20_000, "a b " * 50_000, "\u0301" * 20_000, "(" * 20_000, "1" * 20_000]
)
def test_long_strings_give_a_report(check_text: Check, text: str) -> None:
    assert check_text(text).message.text == text


def test_audience_moves_the_weight(check_text: Check) -> None:
    text = "ring me on 07700 900123"
    friend, public = (check_text(text, audience=audience) for audience in ("friend", "public"))
    assert [flag.category for flag in friend.flags] == ["oversharing/contact"]
    assert public.weight is Weight.STOP
    assert friend.weight is not Weight.STOP


def test_red_flags_are_for_received_messages_only(check_text: Check) -> None:
    text = "dont tell ur mum we talk"
    assert check_text(text, direction="received").of(Concern.RED_FLAG)
    assert not check_text(text).of(Concern.RED_FLAG)


def test_oversharing_is_for_drafts_only_and_care_hears_whoever_writes(check_text: Check) -> None:
    text = "i hate myself, my number is 07700 900123"
    assert {flag.concern for flag in check_text(text).flags} == {Concern.CARE, Concern.OVERSHARING}
    received = check_text(text, direction="received")
    # The number invites the child elsewhere; and whoever writes that they hate themselves is heard.
    assert {flag.category for flag in received.flags} == {"red-flag/move-app", "care/friend-hurting"}


def test_pipeline_is_an_ordinary_language(nlp: Language) -> None:
    assert nlp.pipe_names == [name for name in PIPES if name != "coach_reader"]
    docs = list(nlp.pipe(["ur so ugly", "see you at practice"]))
    assert [[span.text for span in doc.spans["coach"]] for doc in docs] == [["ur so ugly"], []]
    assert docs[0]._.coach.flags[0].category == "unkind/looks"
    saved = Doc(nlp.vocab).from_bytes(docs[0].to_bytes())
    assert saved._.coach == docs[0]._.coach


def test_many_messages_come_back_in_order(nlp: Language) -> None:
    messages = [Message(text=f"{UNKIND} {number}") for number in range(600)]
    assert [(key, report.message) for key, report in check_all(nlp, enumerate(messages))] == list(enumerate(messages))


def test_reports_come_before_the_next_message_is_asked_for(nlp: Language) -> None:
    asked: list[int] = []

    def coming() -> Iterator[tuple[int, Message]]:
        for number in range(3):
            asked.append(number)
            yield number, Message(text=str(number))

    reports = check_all(nlp, coming())
    next(reports)
    assert asked == [0]


def test_library_call_checks_one_text() -> None:
    assert [flag.phrase for flag in coach.check(UNKIND, audience="public").flags] == [UNKIND]
    with pytest.raises(ValueError, match="everybody"):
        coach.check("hi", audience="everybody")  # type: ignore[arg-type]


def test_library_call_gives_counsel_again_and_again_whatever_was_imported() -> None:
    report = coach.check("give me my charger back u idiot")
    for age in (None, *AgeGroup):
        assert coach.counsel(report, age=age).rewrites[-1].text == "give me my charger back"
    import_module("coach.counsel.clauses")
    assert coach.counsel(report).rewrites
    assert coach.counsel(coach.check("hi")) == Counsel()
    with pytest.raises(ValueError, match="9"):
        coach.counsel(report, age="9")  # type: ignore[arg-type]


def test_a_pipeline_first_used_in_a_memory_zone_lives_on_after_it() -> None:
    nlp = build(Catalog(categories={}, rules=(), spelling={}))
    with nlp.memory_zone():
        assert [token.text for token in nlp("don't :) wow!!")] == ["do", "n't", ":)", "wow", "!", "!"]
    assert [token.text for token in nlp("don't :) wow!!")] == ["do", "n't", ":)", "wow", "!", "!"]
