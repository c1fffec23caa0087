"""What a phrase of the second reader must contain: a meaningful word, and whatever its category requires."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import dropwhile, pairwise, takewhile
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from coach.engine.text.first_names import first_names
from coach.engine.text.help_lines import HELP_LINES
from coach.engine.text.symbols import is_number
from coach.engine.text.word_lists import word_list
from coach.models import Concern

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_OVERSHARING, _UNKIND = f"{Concern.OVERSHARING}/", f"{Concern.UNKIND}/"
_SELF_HARM = f"{_UNKIND}self-harm"
_RUMOUR = f"{_UNKIND}rumour"


def says_something(category: str, words: Sequence[str | None]) -> bool:
    """Return whether any word is not a number, greeting or function word (`the`, `go`).

    Args:
        category: its id; `end` and `life` say nothing unkind, but may say that somebody wants to die.
        words: the phrase.
    """
    empty = STOP_WORDS | _words("empty")
    if category.startswith(_UNKIND) and category != _SELF_HARM:
        empty |= _words("harmless")
    said = [word for word in words if word and word not in empty and not is_number(word)]
    is_call = (
        category.startswith(_UNKIND) and _words("calls-to-stop") <= set(said) <= _words("calls-to-stop") | first_names()
    )
    return bool(said) and not is_call


def may_be(category: str, words: Sequence[str | None], start: int) -> bool:
    """Return whether a sentence may be of this category.

    Nobody is wished away without a `you` or an order, what is said to the one who did it is not a rumour, and whoever
    passes on the number of a help line gives nothing away.

    Args:
        category: its id.
        words: the sentence.
        start: where the phrase starts in it.
    """
    if category == _RUMOUR:
        return not _accuses_to_the_face(words)
    if category.startswith(_OVERSHARING):
        return not _gives_help_line(words[start:])
    if category != _SELF_HARM:
        return True
    opens = not start or words[start - 1] is None
    ordered = opens and words[start] in _words("self-harm-orders")
    return ordered or not _words("second-person").isdisjoint(word for word in words if word)


def _accuses_to_the_face(words: Sequence[str | None]) -> bool:
    """Return whether it says `you cheated` to somebody, and nothing of anybody else."""
    said = [word for word in words if word]
    accused = any(one in _words("second-person") and other in _words("accusing") for one, other in pairwise(said))
    return accused and _words("of-others").isdisjoint(said)


def _gives_help_line(words: Sequence[str | None]) -> bool:
    """Return whether the first number among some words is that of a help line: `childline is 0800 1111`."""
    behind = dropwhile(lambda word: not is_number(word or ""), words)
    return "".join(word or "" for word in takewhile(lambda word: is_number(word or ""), behind)) in HELP_LINES
