"""The forms of an English verb: `want~` in a phrase matches want, wants, wanted, wanting and wantin.

Regular forms are derived from the spelling; `forms.toml` lists the irregular ones.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


def forms_of(verb: str) -> tuple[str, ...]:
    """Return the verb and its other forms, including children's `-in` and `-ed` (`cryin`, `hitted`)."""
    stem = _stem(verb)
    regular = [_third_person(verb), f"{stem}ing", f"{stem}in", _past(verb, stem)]
    return tuple(dict.fromkeys([verb, *_irregular().get(verb, ()), *regular]))


@cache
def _irregular() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))
    return found


def _third_person(verb: str) -> str:
    if _ends_in_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"


def _past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if _ends_in_y(verb) else f"{stem}ed"


def _stem(verb: str) -> str:
    """Return the stem before `-ing`: `mak` for make, `hitt` for hit."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1]
    return verb + verb[-1] if _doubles(verb) else verb


def _doubles(verb: str) -> bool:
    """Return whether the last letter doubles: one short syllable ending in a vowel and a consonant, as hit or stop."""
    if len(verb) < 3 or verb[-1] in _VOWELS or verb[-1] in "wxy":
        return False
    return verb[-2] in _VOWELS and sum(letter in _VOWELS for letter in verb) == 1


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in _VOWELS
