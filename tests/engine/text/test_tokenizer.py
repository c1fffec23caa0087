"""The tokenizer cuts as spaCy's own does, and looks for suffixes at the end of a word alone."""

from __future__ import annotations

from typing import Any

import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.engine.text.tokenizer import LONG_RUN, SteadyTokenizer, Suffixes
from tests.benchmarks.timing import seconds

OWN = SteadyTokenizer(spacy.blank("en"))
ENGLISH: Any = spacy.blank("en").tokenizer
ENGLISH.rules, ENGLISH.token_match = OWN.tokenizer.rules, OWN.tokenizer.token_match
ENGLISH.suffix_search = OWN.tokenizer.suffix_search.pattern.search
PATTERN = ENGLISH.suffix_search.__self__
pieces = st.sampled_from([
    "a", "Z", "é", "7", ".", "...", "…", "……", "km²", "км/ч", "US$", "€", "°C", "🤡", "'s", "’S", '"', "(", ")", "!", "—", "%", "+", "~",
    "\u200b", "\u0301", "stupid", "don't", "f**", "http://a.example/", "a@b.example", "k.y.s",
])  # fmt: skip
written = st.lists(pieces | st.characters(exclude_categories=["Z", "Cc", "Cs"]), min_size=1, max_size=24).map("".join)


@given(written)
@example("a" + "." * 20)
@example("." * 8 + "a" + "." * 8)
@settings(max_examples=200)
def test_suffixes_are_those_that_a_search_of_the_whole_word_finds(word: str) -> None:
    ours, whole = Suffixes(PATTERN)(word), PATTERN.search(word)
    assert (ours and ours.span()) == (whole and whole.span())


@given(st.lists(written, max_size=5).map(" ".join))
@settings(max_examples=100)
def test_tokens_are_those_of_spacy(text: str) -> None:
    if not LONG_RUN.search(text):
        assert [(one.text, one.idx, one.norm_) for one in OWN(text)] == [
            (one.text, one.idx, one.norm_) for one in ENGLISH(text)
        ]


def test_a_class_at_the_end_of_a_sentence_ends_it() -> None:
    assert [one.text for one in OWN("room 9B. ok")] == ["room", "9B", ".", "ok"]


def test_suffixes_of_a_longer_word_are_found_as_fast() -> None:
    def taken(word: str) -> float:
        return min(seconds(lambda: [OWN.tokenizer.suffix_search(word) for _ in range(500)]) for _ in range(5))

    assert taken("a" * 80) < 3 * taken("a" * 10)
