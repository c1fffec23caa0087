"""How a family's private words change, and what is said while they are typed; nothing here reads or writes."""

from __future__ import annotations

from pydantic import ValidationError

from coach.errors import FamilyError
from coach.models import MAX_PRIVATE_WORDS, Family, PrivateKind, PrivateWord

_SHORT = 4
"""A single word of so many letters stands in many messages."""
_COMMON = frozenset(
    (
        "academy avengers bears blues bulls church city cubs dragons eagles falcons foxes green greens grove hawks "
        "high hill hope house hurricanes jaguars joy kings knights lake lions lynx mark meadow middle north "
        "panthers park pirates primary queens rangers ravens reds river rose rovers saints school sharks south spurs "
        "stars station storm summer thunder tigers town united village wanderers warriors west whites will wildcats "
        "wolves wood"
    ).split()
)


def keep_word(family: Family, kind: str, words: str) -> Family:
    """A family that keeps one more word to itself; one that is kept already is not kept twice.

    Raises:
        FamilyError: `kind` is none of the kinds, `words` cannot be kept, or there are too many.
    """
    try:
        word = PrivateWord(kind=PrivateKind(kind), words=words)
    except ValidationError as error:
        reason = error.errors(include_input=False)[0]["msg"].removeprefix("Value error, ").lower()
        raise FamilyError(f"this cannot be kept: {reason}\n    fix: write it as it is spoken, in a few words") from None
    except ValueError:
        kinds = ", ".join(PrivateKind)
        raise FamilyError(f"there is no kind {kind!r}\n    fix: use one of: {kinds}") from None
    if word in family.private_words:
        return family
    if len(family.private_words) >= MAX_PRIVATE_WORDS:
        raise FamilyError(f"{MAX_PRIVATE_WORDS} private words are kept already\n    fix: remove one first")
    return family.model_copy(update={"private_words": (*family.private_words, word)})


def leave_word(family: Family, which: str) -> Family:
    """A family without one of its private words.

    Args:
        family: what was kept so far.
        which: its number as `coach family show` gives it, or its words.

    Raises:
        FamilyError: there is no such word.
    """
    kept = family.private_words
    number = int(which) if which.isdecimal() and len(which) < 4 else 0
    left = [word for at, word in enumerate(kept, 1) if at != number and word.words.casefold() != which.casefold()]
    if len(left) == len(kept):
        raise FamilyError("no private word is kept under this\n    fix: `coach family show` gives each a number")
    return family.model_copy(update={"private_words": tuple(left)})


def advice_on(word: PrivateWord) -> str:
    """What to tell a parent about this word: that it will be flagged often; empty where all is well."""
    parts = word.words.casefold().split()
    if word.kind in {PrivateKind.BIRTHDAY, PrivateKind.PHONE, PrivateKind.HANDLE} or len(parts) > 1:
        return ""
    if word.kind is PrivateKind.NAME:
        return "A first name alone stands in many kind messages. First and last name together disturb less."
    if parts[0] in _COMMON or len(parts[0]) <= _SHORT:
        return "This is also an everyday word, so it will be flagged often. The full name disturbs less."
    return ""
