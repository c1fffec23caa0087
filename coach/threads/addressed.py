"""To whom a turn is said: the child, somebody else, or all."""

from __future__ import annotations

import re
from collections.abc import Collection

from coach.models import Flag, Role
from coach.models.thread import Turn

_SHORTEST = 3
"""Letters of a name that can be recognised without an @ before it."""
_WORDS = re.compile(r"@?\w+")


def names_in(text: str, names: Collection[str]) -> set[str]:
    """Return who of these people is named in a text: with an @, or by a first name of three letters or more."""
    said = {word.casefold() for word in _WORDS.findall(text)}
    return {name for name in names if _forms(name) & said}


def _forms(name: str) -> set[str]:
    """Return how a person may be named: `Max Berg` as max, berg, @max; `Rexo_77` whole."""
    parts = {part.casefold() for part in _WORDS.findall(name)}
    return {part for part in parts if len(part) >= _SHORTEST} | {f"@{part}" for part in parts}


def role_in_group(flag: Flag, turn: Turn, mine: Collection[str], before: str, names: Collection[str]) -> Role:
    """Return the child's role for an unkind word in a group.

    Args:
        flag: found in `turn`, which somebody else wrote.
        turn: what was said.
        mine: the child's names.
        before: who wrote the turn before.
        names: everybody in the conversation.
    """
    named = names_in(turn.text, [name for name in names if name != turn.sender])
    if named:
        return Role.TARGET if named & set(mine) else Role.WITNESS
    is_me = flag.role is Role.TARGET and before in mine
    return Role.TARGET if is_me else Role.WITNESS
