"""Adds and removes private words, and gives advice on them; nothing here reads or writes files."""

from __future__ import annotations

from pydantic import ValidationError

from coach.errors import FamilyError
from coach.locale import _
from coach.models import MAX_PRIVATE_WORDS, Family, PrivateKind, PrivateWord
from coach.models.days import days_in

_SHORT = 4
"""A single word of up to this many letters occurs in many messages."""
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
    """Add a private word to a family, unless it has that word already.

    Raises:
        FamilyError: `kind` is unknown, `words` is invalid (a birthday must be a day), or there are too many words.
    """
    try:
        word = PrivateWord(kind=PrivateKind(kind), words=words)
    except ValidationError as error:
        reason = error.errors(include_input=False)[0]["msg"].removeprefix("Value error, ").lower()
        words = _("invalid private word: {reason}\n    fix: write it as you say it, in a few words")
        raise FamilyError(words.format(reason=_(reason))) from None
    except ValueError:
        kinds = ", ".join(PrivateKind)
        raise FamilyError(f"unknown kind {kind!r}\n    fix: use one of: {kinds}") from None
    if word.kind is PrivateKind.BIRTHDAY and not any(days_in(words.lower())):
        raise FamilyError(_("invalid birthday: no such day\n    fix: write it as 12 May 2014, 12/5 or 2014-05-12"))
    if word in family.private_words:
        return family
    if len(family.private_words) >= MAX_PRIVATE_WORDS:
        words = _("too many private words: at most {most} allowed\n    fix: remove one first")
        raise FamilyError(words.format(most=MAX_PRIVATE_WORDS))
    return family.model_copy(update={"private_words": (*family.private_words, word)})


def leave_word(family: Family, which: str) -> Family:
    """Remove a private word from a family.

    Args:
        family: the family.
        which: the number of the word in `coach family show`, or the word itself.

    Raises:
        FamilyError: the family has no such word.
    """
    kept = family.private_words
    number = int(which) if which.isdecimal() and len(which) < 4 else 0
    left = [word for at, word in enumerate(kept, 1) if at != number and word.words.casefold() != which.casefold()]
    if len(left) == len(kept):
        raise FamilyError("unknown private word\n    fix: use its number; `coach family show` lists them")
    return family.model_copy(update={"private_words": tuple(left)})


def advice_on(word: PrivateWord) -> str:
    """Warn a parent if this word will be flagged often; otherwise return an empty string."""
    parts = word.words.casefold().split()
    if word.kind in {PrivateKind.BIRTHDAY, PrivateKind.PHONE, PrivateKind.HANDLE} or len(parts) > 1:
        return ""
    if word.kind is PrivateKind.NAME:
        return _("A first name alone shows up in many kind messages. First and last name together get in the way less.")
    if parts[0] in _COMMON or len(parts[0]) <= _SHORT:
        return _("This is also an everyday word, so it will be flagged often. The full name gets in the way less.")
    return ""
