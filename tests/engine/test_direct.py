"""The direct way beside the Doc: the same words, the same flags, for whatever is written."""

from __future__ import annotations

from string import ascii_letters

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.lang.en.tokenizer_exceptions import TOKENIZER_EXCEPTIONS
from spacy.language import Language

import coach
from coach.corpus import read_corpus
from coach.engine.pipeline import direct_through, make_doc
from coach.engine.spacy_parts import respell_in
from coach.engine.text.loosened import unbroken
from coach.engine.text.reading import words_in
from coach.engine.text.tokenizer import SteadyTokenizer, readable
from coach.models import Direction, Message

PIECES = [
    "you", "ur", "so", "ugly", "idiot", "im", "a", "i", "u", "g", "l", "y", "k.y.s", "1d10t", "$hit", "shut.up", "10",
    "'s", "m", "'re", "don't", "didn't", "it's", "...", ",", "?!", "\u2019s", "\u200b", "\ud800", "😂", "🤡🤡", "st*pid",
    "stuuupid", "(loser)", "nobodylikesyou", "-", ":)", "C++", "a.m.", "and/or", "x" * 81, "ſ", "İ", "Loser", "0ak",
]  # fmt: skip
SPACES = [" "] * 12 + ["  ", "\n", " \n", "\n ", "\t", "\r\n", "\u00a0", "", "-", ".", "_"]
TEXTS = st.lists(st.tuples(st.sampled_from(SPACES), st.sampled_from(PIECES)), max_size=9).map(
    lambda parts: "".join(space + piece for space, piece in parts)
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return coach.load_once()


def assert_same_words(nlp: Language, text: str) -> bool:
    """The direct way and the Doc read the same; whether there is a direct way at all."""
    respell = respell_in(nlp)
    text = unbroken(readable(text))
    line = respell.chunks.line(text)
    if line is None:
        return False
    assert (line.words, line.spans(), line.ends) == words_in(respell.spelled(nlp.make_doc(text))), text
    return True


@settings(max_examples=400)
@given(TEXTS | st.text(max_size=40))
@example("-:) :)you")
@example("( :)you")
def test_any_text_has_the_words_of_its_doc(nlp: Language, text: str) -> None:
    assert_same_words(nlp, text)


def test_nearly_every_message_of_the_corpus_goes_directly_and_has_the_words_of_its_doc(nlp: Language) -> None:
    texts = [message.text for voice in read_corpus() for message in voice.messages[::10]]
    direct = [assert_same_words(nlp, text) for text in texts]
    assert sum(direct) > 0.95 * len(direct)


CASES = (str, str.lower, str.upper, str.capitalize, lambda word: word[:-1] + word[-1:].upper())


def test_a_word_with_a_mark_is_read_as_in_its_doc_however_it_is_written_and_beside_digits(nlp: Language) -> None:
    """Most are read without a Doc: words of rules, letters, short forms that spaCy knows, and what hurts."""
    speller = respell_in(nlp).speller
    words = {*filter(str.isalpha, [*TOKENIZER_EXCEPTIONS, *(text.rstrip(".") for text in TOKENIZER_EXCEPTIONS)])}
    words |= {*sorted(speller.known)[::40], *sorted(speller.hurtful)[::10], *ascii_letters}
    written = sorted({case(word) + mark for word in words for case in CASES for mark in ("", *",.!?;:")})
    for text in written:
        assert_same_words(nlp, text)
        assert_same_words(nlp, f"{text} 10")


def test_plain_words_with_capitals_and_marks_need_no_doc(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    chunks = respell_in(nlp).chunks
    chunks.forget()
    monkeypatch.setattr(SteadyTokenizer, "__call__", lambda *_: pytest.fail("a Doc was made"))
    line = chunks.line("Hello there, Are you HOME. really? Yes: SEE You!")
    assert line
    assert line.words == [
        "hello",
        "there",
        None,
        "are",
        "you",
        "home",
        None,
        "really",
        None,
        "yes",
        None,
        "see",
        "you",
        None,
    ]
    assert line.ends == [6, 8, 13]


@settings(max_examples=100)
@given(TEXTS, st.sampled_from(Direction))
def test_any_text_has_the_flags_of_its_doc(nlp: Language, text: str, direction: Direction) -> None:
    message, way = Message(text=text, direction=direction), direct_through(nlp)
    assert way
    flags = way.check(message).flags
    doc = make_doc(nlp, message)
    with nlp.memory_zone():
        assert flags == nlp(doc)._.coach.flags


def test_a_pipeline_with_components_of_others_runs_as_spacy_runs_it() -> None:
    nlp = coach.load(second_reader=False)
    assert direct_through(nlp)
    nlp.add_pipe("sentencizer", last=True)
    assert direct_through(nlp) is None
