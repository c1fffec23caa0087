"""Lists of words by which a chat message is taken apart, in plain spelling."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from coach.engine.text.word_lists import word_list
from coach.rules.forms import forms_of
from coach.rules.places import rules_path

grammar = partial(word_list, Path(__file__).with_name("grammar.toml"))
"""Returns a list of `grammar.toml` by its name."""


@cache
def verbal() -> frozenset[str]:
    """Return what may follow a subject: verbs in every form, auxiliaries, and adverbs before them."""
    forms = frozenset(form for verb in grammar("verbs") for form in forms_of(verb))
    return forms | grammar("auxiliaries") | grammar("adverbs")


@cache
def towns() -> frozenset[str]:
    """Return the towns that rules know."""
    text = (rules_path() / "words" / "oversharing.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["town"])


def is_past(word: str) -> bool:
    """Return whether a verb says what happened, also one that no list has: `took`, `griefed`; not `need` or `used`."""
    return word in grammar("past") or (word.endswith("ed") and len(word) > _SHORT)


_SHORT = 4
"""Words in `-ed` of so many letters are seldom verbs."""


def begins_with(words: Sequence[str], name: str) -> bool:
    """Return whether words begin with a phrase of a list."""
    return any(" ".join(words[:length]) in grammar(name) for length in range(1, min(len(words), 4) + 1))


def ends_with(words: Sequence[str], name: str) -> bool:
    """Return whether words end with a phrase of a list."""
    return any(" ".join(words[-length:]) in grammar(name) for length in range(1, min(len(words), 4) + 1))


def has_any(words: Sequence[str], name: str) -> bool:
    """Return whether a phrase of a list is anywhere in these words."""
    single, several = _phrases(name)
    if not single.isdisjoint(words):
        return True
    joined = f" {' '.join(words)} "
    return any(phrase in joined for phrase in several)


@cache
def _phrases(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the single words of a list, and its phrases between spaces."""
    phrases = grammar(name)
    several = tuple(f" {phrase} " for phrase in sorted(phrases) if " " in phrase)
    return frozenset(phrase for phrase in phrases if " " not in phrase), several


def has_place(words: Sequence[str]) -> bool:
    """Return whether words beside a detail may help to find somebody too: a number, a day or a place."""
    return any(any(map(str.isdigit, word)) for word in words) or not grammar("placing").isdisjoint(words)


def laughs(word: str) -> bool:
    """Return whether a word or an emoji laughs, however long: `hahahaha`, `lmaooo`."""
    return word in grammar("laughs") | grammar("laughing") or _LAUGH.fullmatch(word) is not None


_LAUGH = re.compile(r"a?(?:ha){1,20}h?|(?:he){2,20}|lo{1,20}l{1,20}|lma{1,20}o{1,20}|xd{1,20}")
