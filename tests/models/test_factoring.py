"""Alternatives that begin alike share their beginning, and match the same words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.models import Piece
from coach.models.factoring import factored
from coach.models.phrase import Options
from coach.rules.phrases import PhraseError, read_phrase

SETS = {"air": read_phrase("(air|time|good space)", {}).pieces[0].options}


def options_of(text: str) -> Options:
    return read_phrase(f"zog ({text})", SETS).pieces[1].options


def written(options: Options) -> str:
    return "|".join(" ".join(map(_written, option)) for option in options)


def _written(piece: Piece) -> str:
    text = f"({written(piece.options)})" if piece.options else str(piece.word)
    return text + "?" * piece.optional + "+" * piece.repeated


@pytest.mark.parametrize(
    ("text", "less"),
    [
        ("waste of air|waste of time", "waste (of air|of time)"),
        ("of air|of time", "of (air|time)"),
        ("bag of air|sack of air", "(bag|sack) of air"),
        ("bag of air|bag of time|sack of time|sack of air", "(bag|sack) (of air|of time)"),
        ("bag of air|sack of air|sack of time", "bag of air|sack (of air|of time)"),
        ("waste|waste of air|waste", "waste|waste of air"),
        ("waste? of air|waste? of time|waste+ of air", "waste? (of air|of time)|waste+ of air"),
        ("waste of air|(waste of time|lump)|lump", "(waste of time|lump)|lump|waste of air"),
        ("a b a|a b|a b a", "a (b a|b)"),
    ],
)
def test_what_alternatives_have_in_common_is_there_once(text: str, less: str) -> None:
    assert written(factored(options_of(text))) == less


def test_a_word_set_is_compared_by_identity() -> None:
    assert written(factored(options_of("{air} of|{air} for|a {air}|the {air}"))) == (
        "(air|time|good space) (of|for)|(a|the) (air|time|good space)"
    )


WORDS = st.sampled_from(["a", "b", "c", "d"])
CHOICES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=1, max_size=4).map(lambda options: f"({'|'.join(options)})"),
        st.tuples(inner, st.sampled_from("?+")).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=10,
)


@given(st.lists(CHOICES, min_size=1, max_size=5).map("|".join))
def test_the_same_is_matched(text: str) -> None:
    try:
        options = options_of(text)
    except PhraseError:
        return
    assert matched(options, factored) == matched(options, lambda plain: plain)


def matched(options: Options, form: Callable[[Options], Options]) -> frozenset[tuple[str, ...]]:
    """Return what alternatives match, repeating nothing more than once; `form` is applied to every choice."""
    return frozenset(sequence for option in form(options) for sequence in _sequences(option, form))


def _sequences(option: tuple[Piece, ...], form: Callable[[Options], Options]) -> frozenset[tuple[str, ...]]:
    each = [_of_piece(piece, form) for piece in option]
    return frozenset(tuple(chain.from_iterable(one)) for one in product(*each))


def _of_piece(piece: Piece, form: Callable[[Options], Options]) -> frozenset[tuple[str, ...]]:
    once = matched(piece.options, form) if piece.options else frozenset({(str(piece.word),)})
    again = frozenset(one + other for one in once for other in once) if piece.repeated else frozenset()
    return once | again | (frozenset({()}) if piece.optional else frozenset())
