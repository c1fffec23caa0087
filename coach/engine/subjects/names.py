"""Tell names from other words: first names as children write them, and unknown words with a capital."""

from __future__ import annotations

from collections.abc import Mapping, Set

from coach.engine.text.english import is_english
from coach.engine.text.first_names import first_names

_SHORTEST = 3
"""Fewest letters of an unknown word with a capital that counts as a name."""
_SHORTEST_SMALL = 4
"""Fewest letters of an unknown word in small letters that may be a name."""
_VOWELS = frozenset("aeiouy")
_CAPITALISED = frozenset({"Xx", "XxX", "XxXx"})
_ENDINGS = (
    "ing",
    "ed",
    "ly",
    "tion",
    "sion",
    "ness",
    "ment",
    "ity",
    "ies",
    "ology",
    "ism",
    "able",
    "ous",
    "ful",
    "ball",
)
"""How ordinary words end, and names do not."""


class Names:
    """Knows which words may be somebody's name."""

    def __init__(self, sets: Mapping[str, Set[str]] | None = None, known: Set[str] = frozenset()) -> None:
        """Take the word sets of the rules, and all of their words: those are never unknown names."""
        sets = sets or {}
        self._not_names = sets.get("subject-not-names", frozenset())
        self._ordinary = known | sets.get("things", frozenset()) | sets.get("ordinary", frozenset())
        self._listed = first_names() | sets.get("first-name", frozenset())

    def is_listed(self, word: str) -> bool:
        """Return whether a word is a first name, however it is written."""
        return word in self._listed and word not in self._not_names

    def is_likely(self, word: str, shape: str) -> bool:
        """Return whether an unknown word is written like a name: `Zofia`, not `Broccoli`."""
        if shape not in _CAPITALISED or len(word) < _SHORTEST or not self._is_open(word):
            return False
        return word in self._listed or not is_english(word)

    def is_guess(self, word: str, shortest: int = _SHORTEST_SMALL) -> bool:
        """Return whether a word in small letters is none that anybody knows, so that it may be a name: `brevvik`."""
        if len(word) < shortest or not self._is_open(word) or _VOWELS.isdisjoint(word):
            return False
        return not is_english(word)

    def _is_open(self, word: str) -> bool:
        """Return whether a word may be a name, by its letters and its end."""
        if not word.isalpha() or word.endswith(_ENDINGS):
            return False
        return word not in self._ordinary and word not in self._not_names

    @staticmethod
    def is_handle(word: str) -> bool:
        """Return whether a word is written like a user name: `@mia`, `mangojuice_04`."""
        if word.startswith("@"):
            return len(word) > 1
        first, _, rest = word.partition("_")
        return first.isalnum() and any(map(str.isalnum, rest)) and any(map(str.isalpha, word))

    def is_numbered(self, word: str) -> bool:
        """Return whether a word is a made-up name with a number, as users of games have: `brevvik2011`."""
        letters = word.rstrip("0123456789")
        return len(word) - len(letters) > 1 and self.is_guess(letters)

    def owner(self, word: str) -> bool:
        """Return whether a word is a name with an `s` and no apostrophe: `mias`."""
        return word.endswith("s") and word not in self._listed and self.is_listed(word[:-1])
