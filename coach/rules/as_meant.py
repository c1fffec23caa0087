"""Reads what an author wrote as it was meant: short and long forms find each other, and idle signs are refused."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from coach.models.phrase import ANY_WORD, NUMBER, Phrase, Piece
from coach.rules.phrases import PhraseError

_FORMS = Path(__file__).with_name("short-forms.toml")
_WORD = re.compile(r"[^\s(){}|?+]+")
_ENDS = re.compile(r"(?:[,;>]|^:|(?<![.!:])[.!:]+$)")
"""What ends a phrase or a word in a message, so that no phrase can contain it."""
_IDLE = re.compile(r"[!-/:;<>@\[\\\]^`|]+")
"""Signs that the reader drops; `_`, `=`, `+`, `~` and emoji are words or marks of the phrase language."""
_DROPPED = frozenset({"Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc"})
"""Kinds of characters that never make a word: dashes, brackets, quotes, other punctuation, and signs of money."""
_MARKS = frozenset({NUMBER, "...", "^", "$"})
_Sequence = tuple[Piece, ...]


def check_signs(text: str) -> None:
    """Refuse signs that would keep a phrase from ever matching, or that would be left out silently.

    Raises:
        PhraseError: a word of the phrase ends in a comma or a full stop, or has no letters.
    """
    for found in _WORD.finditer(text):
        word = found[0].removeprefix("^").removesuffix("$") or found[0]
        if word in _MARKS:
            continue
        if _is_idle(word):
            raise PhraseError(f"the reader drops `{word}`", "leave it out, or write it as a word", found.start())
        if ends := _ENDS.search(word):
            problem = f"`{ends[0]}` in `{word}`: no phrase goes on over a comma, a bracket or the end of a sentence"
            raise PhraseError(problem, "leave it out, or write two phrases", found.start())


def _is_idle(word: str) -> bool:
    """Return whether the reader drops a word: it has signs alone, in any script, or a `~` after no verb."""
    if _IDLE.fullmatch(word) or (word.endswith("~") and not any(map(str.isalnum, word))):
        return True
    return word != ANY_WORD and all(unicodedata.category(char) in _DROPPED for char in word)


def with_other_forms(phrase: Phrase, sets: Collection[object]) -> Phrase:
    """Let a phrase find short forms and long ones alike: `your` and `you are` find ur, `its` finds it's.

    Args:
        phrase: the phrase as written.
        sets: the alternatives of word sets, which stay as they are.
    """
    known = frozenset(map(id, sets))
    pieces = _widened(phrase.pieces, known)
    return phrase if pieces is phrase.pieces else phrase.model_copy(update={"pieces": pieces})


def _widened(pieces: _Sequence, sets: frozenset[int]) -> _Sequence:
    """Return pieces with every short or long form as a choice; the same object if there is none."""
    made = tuple(_each(pieces, sets))
    return pieces if len(made) == len(pieces) and all(map(_is_same, made, pieces)) else made


def _is_same(one: Piece, other: Piece) -> bool:
    return one is other


def _each(pieces: _Sequence, sets: frozenset[int]) -> Iterator[Piece]:
    at = 0
    while at < len(pieces):
        piece, pair = pieces[at], _pair(pieces[at : at + 2])
        if pair in _forms():
            yield _choice(pair)
            at += 2
            continue
        at += 1
        if piece.word is not None and piece.word.lower() in _forms():
            yield _choice(piece.word.lower()).model_copy(
                update={"optional": piece.optional, "repeated": piece.repeated}
            )
        elif piece.options and id(piece.options) not in sets:
            options = tuple(_widened(option, sets) for option in piece.options)
            same = all(one is other for one, other in zip(options, piece.options, strict=True))
            yield piece if same else piece.model_copy(update={"options": options})
        else:
            yield piece


def _pair(pieces: _Sequence) -> str:
    """Return two plain words as one text; empty if they are not two words that must both come."""
    is_plain = len(pieces) == 2 and all(one.word and not (one.optional or one.repeated) for one in pieces)
    return " ".join(one.word.lower() for one in pieces if one.word) if is_plain else ""


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    read = tomllib.loads(_FORMS.read_text(encoding="utf-8"))
    return {form: tuple(forms) for form, forms in read.items()}


@cache
def _choice(form: str) -> Piece:
    return Piece(options=tuple(tuple(Piece(word=word) for word in other.split()) for other in _forms()[form]))
