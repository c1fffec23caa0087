"""Messages made from the phrases themselves: a random way through each, so that no phrase goes unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from coach.models import Audience, Message, Rule
from coach.models.category import directions_of
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Piece

FILLERS = {
    ANY_WORD: ("really", "7", "not"),
    GAP_WORD: ("really", "bro", "not", "never"),
    NUMBER: ("7", "eleven", "3rd", "some"),
}
"""Words for the places of a phrase that name none; not all of them fit."""


def walks(rules: Iterable[Rule], dice: Random) -> list[Message]:
    """Return one message for each phrase, sent to a stranger."""
    return [
        Message(text=" ".join(_words(phrase.pieces, dice)), direction=direction, audience=Audience.STRANGER)
        for rule in rules
        for phrase in rule.patterns
        for direction in sorted(directions_of(rule.category))[:1]
    ]


def _words(pieces: Iterable[Piece], dice: Random) -> Iterator[str]:
    for piece in pieces:
        if not piece.optional or dice.random() < 0.5:
            for _ in range(dice.randint(1, 3) if piece.repeated else 1):
                yield from _once(piece, dice)


def _once(piece: Piece, dice: Random) -> Iterator[str]:
    if piece.options:
        yield from _words(dice.choice(piece.options), dice)
    else:
        yield dice.choice(FILLERS.get(str(piece.word), (str(piece.word),)))
