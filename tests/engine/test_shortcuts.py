"""Signs of details and the second reader's glance miss nothing; RE2 confirms the prefilter of phrases (`test_oracle`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coach
from coach.corpus import read_corpus
from coach.engine.details.detail import settle
from coach.engine.details.finding import SEEKERS, find_details
from coach.engine.spacy_parts import respell_in
from coach.engine.text.fragments import Line
from coach.engine.text.reading import Reading
from coach.models import Audience, Direction

TEXTS = [message.text for voice in read_corpus() for message in voice.messages[::25]]
LETTERS = "abehimnostu5 01278@#.,:-'\n\tſKİ"


def reading_of(text: str) -> Reading | None:
    line = respell_in(coach.load_once()).chunks.line(text)
    return _reading(line) if line else None


def _reading(line: Line) -> Reading:
    return Reading(line.text, Direction.DRAFT, Audience.GROUP, line.words, line.ends, line.spans)


def assert_called(text: str) -> None:
    found = settle(detail for seeker in SEEKERS for detail in seeker.find(text))
    assert find_details(text) == found, text


@pytest.mark.parametrize("joint", [" ", "  ", "\n", "\t", "\u00a0"])
def test_signs_call_every_seeker_that_finds_something(joint: str) -> None:
    for text in TEXTS:
        assert_called(text.replace(" ", joint))


@pytest.mark.parametrize("write", [str.upper, str.lower, str.title, lambda text: text.replace("s", "ſ")])
def test_signs_call_seekers_however_letters_are_written(write: Callable[[str], str]) -> None:
    for text in TEXTS:
        assert_called(write(text))


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from([*TEXTS[:40], "im called Bo Li", "code 1234"]) | st.text(LETTERS, max_size=12), max_size=3)
)
def test_signs_call_every_seeker_in_any_text(parts: list[str]) -> None:
    assert_called(" ".join(parts))
