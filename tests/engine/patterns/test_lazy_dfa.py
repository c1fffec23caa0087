"""The automaton finds what its phrases say, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engine.patterns.lazy_dfa import PhraseAutomaton
from coach.engine.patterns.nfa import NetMaker
from coach.engine.patterns.ways import Ways
from coach.models import Phrase, Piece
from coach.rules.phrases import PhraseError, read_phrase

MOST_REPEATS = 3
SETS = {"you": ((Piece(word="you"),), (Piece(word="u"),), (Piece(word="you"), Piece(word="lot")))}


def automaton_of(*phrases: Phrase) -> PhraseAutomaton:
    return PhraseAutomaton(NetMaker(str.split).net((f"rule{at}", phrase) for at, phrase in enumerate(phrases)))


def find(phrase: str, text: str) -> list[str]:
    automaton = automaton_of(read_phrase(phrase, SETS))
    words = [None if word == "," else word for word in text.split()]
    return [" ".join(map(str, words[start:end])) for start, end in sorted(hit[1:] for hit in automaton.find(words))]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("{you} look odd", "hey you lot look odd", ["you lot look odd"]),
        ("{you} look odd", "hey u look odd ok u look odd", ["u look odd", "u look odd"]),
        ("you are so? odd", "you are odd", ["you are odd"]),
        ("you are so? odd", "you are so odd", ["you are so odd"]),
        ("you are so? odd", "you are very odd", []),
        ("you are _ odd", "you are very odd", ["you are very odd"]),
        ("you are _ odd", "you are odd", []),
        ("you are _ odd", "you are , odd", []),
        ("so+ odd", "so so so odd", ["so so so odd"]),
        ("a+ b+", "a b a b", ["a b", "a b"]),
        ("ha+", "ha ha ha", ["ha ha ha"]),
        ("im # years", "im 11 years im eleven years im some years", ["im 11 years", "im eleven years"]),
        ("(a b|c)? d", "a b d c d d", ["a b d", "c d", "d"]),
        ("you odd", "you , odd", []),
        ("a b (c d)?", "a b c d", ["a b c d"]),
        ("^ratio", "ratio , the ratio , ratio of two", ["ratio", "ratio"]),
        ("who asked $", "who asked , who asked you", ["who asked"]),
        ("^so? odd $", "odd , so odd , very odd , odd one , so so odd", ["odd", "so odd"]),
        ("a (b c)? $", "a b c d , a , a b c", ["a", "a b c"]),
    ],
)
def test_phrase_is_found(phrase: str, text: str, found: list[str]) -> None:
    assert find(phrase, text) == found


def sequences(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, ...]]:
    """Every word sequence that the pieces stand for, with up to three repeats."""
    ways = []
    for piece in pieces:
        once = [tuple(str(piece.word).split())] if piece.word else [s for o in piece.options for s in sequences(o)]
        several = [
            sum(way, ())
            for n in (range(1, MOST_REPEATS + 1) if piece.repeated else [1])
            for way in product(once, repeat=n)
        ]
        ways.append([*several, ()] if piece.optional else several)
    yield from (sum(way, ()) for way in product(*ways))


WORDS = st.sampled_from("abc")
PHRASES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda options: f"({'|'.join(options)})"),
        st.tuples(inner, st.sampled_from("?+")).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=5,
)


@settings(max_examples=300)
@given(PHRASES, st.lists(WORDS, max_size=6))
def test_automaton_agrees_with_the_sequences_written_out(text: str, words: list[str]) -> None:
    try:
        phrase = read_phrase(text, {})
    except PhraseError:
        return
    meant = set(sequences(phrase.pieces))
    automaton = automaton_of(phrase)
    found = {(start, end) for _, start, end in automaton.find(list(words))}
    places = {(i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1) if tuple(words[i:j]) in meant}
    assert all((i, j) in places or j - i > MOST_REPEATS for i, j in found)
    assert all(any(i < end and start < j for start, end in found) for i, j in places)


def test_many_rules_share_one_walk() -> None:
    automaton = automaton_of(*[read_phrase(f"you are word{number}", {}) for number in range(500)])
    assert [key for key, _, _ in automaton.find(["you", "are", "word321"])] == ["rule321"]


def test_a_gap_does_not_pass_over_a_denial() -> None:
    automaton = automaton_of(read_phrase("hope you ... trip", {}))
    assert list(automaton.find("hope you really trip".split()))
    assert not list(automaton.find("hope you do not trip".split()))


def test_places_from_which_the_same_follows_are_one_state() -> None:
    phrase = read_phrase("you (are|were)? so (very|really)? (ugly|mean to me) today?", {})
    net = NetMaker(str.split).net([("rule", phrase)])
    kept = [edges for state, edges in enumerate(net.edges) if state not in net.accepts]
    # before and after `you`, after `are`, `so`, `very`, `mean` and `to`
    assert len(kept) == len(set(kept)) == 7
    assert all(kept)


def test_no_more_states_are_kept_than_the_bound_and_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.engine.patterns.lazy_dfa.MAX_STATES", 5)
    automaton = automaton_of(read_phrase("(a|b) (a|c) (b|c) (a|b) c", {}))
    places = ("ab", "ac", "bc", "ab", "c")
    for words in product("abc", repeat=5):
        fits = all(word in place for word, place in zip(words, places, strict=True))
        assert bool(list(automaton.find(words))) == fits
        assert len(automaton._sets) <= 5 + 2


def test_a_row_of_one_word_is_read_about_once_for_each_phrase_found(monkeypatch: pytest.MonkeyPatch) -> None:
    automaton, read = automaton_of(read_phrase("odd+", SETS), read_phrase("(odd|even)+", SETS)), list[str]()
    symbol = Ways.symbol

    def noted(ways: Ways, word: str) -> str:
        read.append(word)
        return symbol(ways, word)

    monkeypatch.setattr(Ways, "symbol", noted)
    assert len(list(automaton.find(["odd"] * 800))) == 40
    assert len(read) <= 2 * 800


@settings(max_examples=200)
@given(PHRASES, st.lists(WORDS, max_size=60), st.integers(1, 4))
def test_phrases_begin_at_the_same_words_with_all_edges_at_once(text: str, words: list[str], times: int) -> None:
    try:
        phrase = read_phrase("a " + f"({text}) " * times, {})
    except PhraseError:
        return
    small, large = automaton_of(phrase), automaton_of(phrase)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coach.engine.patterns.origins._MANY", 0)
        found = list(large.find(list(words)))
    assert found == list(small.find(list(words)))
