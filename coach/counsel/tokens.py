"""The written words of a message, what they are in plain spelling, and whether a verb is among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.counsel.words import grammar, verbal


@dataclass(frozen=True, slots=True)
class Token:
    """One written word."""

    start: int
    end: int
    """Characters of the message, end excluded."""
    plain: tuple[str, ...]
    """In plain spelling; `im` is `i am`."""

    @property
    def is_emoji(self) -> bool:
        """Whether it is an emoji, which engine and counsel read by its name."""
        return self.plain[0].startswith(":")


Tokens = Sequence[Token]


def has_verb(tokens: Tokens) -> bool:
    """Return whether a clause already has a verb, as far as can be known."""
    words = plain_words(tokens)
    if not words:
        return False
    if words[0] in grammar("asking") or words[0] == "whoever":
        return any(word in grammar("auxiliaries") for word in words) or (
            words[0] == "whoever" and len(words) > _WHOEVER
        )
    if words[0] in grammar("questions") and words[0] not in {"want", "wanna"}:
        return len(words) > 3
    if words[0] in grammar("imperatives"):
        return len(words) > 1 or words[0] in {"stop", "wait", "listen", "please"}
    if is_you_are(words) or is_order(words) or any(word in grammar("auxiliaries") for word in words):
        return True
    subjects = [at for at, word in enumerate(words) if word in grammar("subjects") and word != "ur"]
    after = words[subjects[0] + 1 :] if subjects else ()
    return bool(after) and after != ("else",)


_WHOEVER = 2
"""`whoever` and a verb."""


def plain_words(tokens: Tokens) -> tuple[str, ...]:
    """Return the words of tokens in plain spelling."""
    return tuple(word for token in tokens for word in token.plain)


def is_aside(token: Token, name: str) -> bool:
    """Return whether a word is an emoji, or in a list such as `openers`."""
    return token.is_emoji or " ".join(token.plain) in grammar(name)


def is_all(tokens: Tokens, name: str) -> bool:
    """Return whether there are only emoji and words of a list."""
    return all(is_aside(token, name) for token in tokens)


def is_order(words: Sequence[str]) -> bool:
    """Return whether a request begins with a verb that is often a noun: `water the plants`."""
    following = words[1:2]
    if words[0] in grammar("plain-orders") and following and following[0] not in verbal() | grammar("coordinate"):
        return True
    if words[0] in _COUNTED and "".join(following).isdigit():
        return True
    return words[0] in grammar("orders") and not grammar("ordered").isdisjoint(following)


_COUNTED = frozenset({"print", "buy", "draw", "pack", "cook", "find", "grab", "finish", "bring", "bake", "write"})
"""Before a number, they ask for something; `book 2` and `film 3` do not."""


def is_you_are(words: Sequence[str]) -> bool:
    """Return whether `ur` is `you are` here."""
    return words[0] in {"ur", "your"} and len(words) > 1 and words[1] in grammar("predicates")


def asks_whether(tokens: Tokens) -> bool:
    """Return whether these words only ask, at the end of a request, whether it can be done: `can or not`."""
    return " ".join(plain_words(tokens)) in grammar("asking-whether")
