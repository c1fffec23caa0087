"""Which messages are in a language that Coach does not read, by their letters and small words: a light check."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import name, normalize

from coach.locale import N_

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = ("://", "www.", "@")
"""What a stretch without spaces has if it is an address, whose words are of no language."""
_LONGEST = 2_000
"""How many characters of a turn are looked at."""
_FEWEST = 2
"""How many small words show a language, and how many letters a script."""
SURE = 3
"""How many turns must surely be in another language before a chat is said to have some."""
_SCRIPTS = {
    "CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "DEVANAGARI": "Hindi",
}  # fmt: skip
"""Names of letters whose script is not what people call the language; the others are called by their script."""
_ENGLISH = frozenset(
    "the and you your is are was were not dont im its this that what when where why who how with for have has had do "
    "did does can will would to of in on at my me he she they we be so just like but if or no yes ok u ur lol".split()
)
"""Words that a turn in another language rarely has."""
_SHARED = frozenset("so no me in do on an if was will of ok u lol".split())
"""Those of them that other languages have too, or that children of any language write."""


NAMES = (
    N_("German"), N_("French"), N_("Spanish"), N_("Italian"), N_("Portuguese"), N_("Dutch"), N_("Polish"),
    N_("Turkish"), N_("Chinese"), N_("Japanese"), N_("Korean"), N_("Hindi"), N_("Arabic letters"),
    N_("Cyrillic letters"), N_("Greek letters"), N_("Hebrew letters"),
)  # fmt: skip
"""What languages are called most often; letters of other scripts are called by their names in Unicode."""


class _Small(NamedTuple):
    """Small words of one language."""

    words: frozenset[str]
    sure: frozenset[str]
    """Words and pairs of words that no English message has."""
    short: frozenset[str]
    """Those that show it in a message of a word or two, also if it stands alone."""
    alone: frozenset[str]
    """Those that show it in a turn of a word or two."""
    maybe: frozenset[str]
    """Those that count where other turns are in it."""
    letters: frozenset[str]
    """Letters that count so too."""


@dataclass(slots=True)
class OtherLanguages:
    """The languages of one conversation that Coach does not read."""

    sure: Counter[str] = field(default_factory=Counter)
    maybe: Counter[str] = field(default_factory=Counter)

    def add(self, text: str) -> None:
        """Look at a turn."""
        if found := other_language(text):
            self.sure[found] += 1
        else:
            self.maybe.update(_maybe(text))

    @property
    def turns(self) -> dict[str, int]:
        """How many turns are in each, the most common first; none for a word here and there."""
        return {named: count + self.maybe[named] for named, count in self.sure.most_common() if count >= SURE}

    def of(self, text: str) -> str:
        """Return the language of one of the turns; empty if Coach reads it, or if it is unclear."""
        known = self.turns
        if not known:
            return ""
        found = other_language(text)
        return found if found in known else next((named for named in _maybe(text) if not found and named in known), "")


def other_language(text: str) -> str:
    """Return the language or script of a turn that Coach does not read; empty for English, or if it is unclear."""
    words = _words(text)
    letters = [] if text.isascii() else [each for word in words for each in word if each.isalpha()]
    foreign = [each for each in letters if not _is_latin(each)]
    if len(foreign) >= _FEWEST and len(foreign) * 2 > len(letters):
        return _script(foreign)
    return _by_words(words)


def language_of_one(text: str) -> str:
    """Return the language of a message that stands alone; `danke` or `hola amigo` do not show one, `halt maul` does."""
    found, words = other_language(text), _words(text)
    return found if found not in _languages() or len(words) > _FEWEST or _briefly(words) else ""


def _words(text: str) -> list[str]:
    said = (each for each in text[:_LONGEST].split() if not any(map(each.__contains__, _ADDRESS)))
    plain = normalize("NFKC", " ".join(said)).lower()
    return _WORD.findall(plain.replace("’", "'"))


def _by_words(words: list[str]) -> str:
    """Return the language of which a turn has the most small words, if they are more than its English ones."""
    if len(words) <= _FEWEST:
        return _briefly(words) or next(
            (named for named, small in _languages().items() if not small.alone.isdisjoint(words)), ""
        )
    if surely := _surely(words):
        return surely
    english = sum(word in _ENGLISH for word in words)
    counts = {named: sum(word in small.words for word in words) for named, small in _languages().items()}
    best = max(counts, key=lambda named: counts[named])
    different = len(_languages()[best].words.intersection(words))
    return best if different >= _FEWEST and counts[best] > english and counts[best] * 4 >= len(words) else ""


def _briefly(words: list[str]) -> str:
    """Return the language that a word or two show by themselves, such as `ta gueule`."""
    said = {*words, " ".join(words)}
    return next((named for named, small in _languages().items() if not small.short.isdisjoint(said)), "")


def _surely(words: list[str]) -> str:
    """Return the language of a turn with words that show it, such as `du bist`, and no small word of English alone."""
    if not (_ENGLISH - _SHARED).isdisjoint(words):
        return ""
    said = {*words, *map(" ".join, pairwise(words))}
    return next((named for named, small in _languages().items() if not small.sure.isdisjoint(said)), "")


def _maybe(text: str) -> list[str]:
    """Return the languages that a turn may be in: it has a word or a letter of them, and no small word of English."""
    words = _words(text)
    letters = frozenset("".join(words))
    return [
        named
        for named, small in _languages().items()
        if not (_ENGLISH - small.maybe).intersection(words)
        and not (small.letters.isdisjoint(letters) and (small.words | small.alone | small.maybe).isdisjoint(words))
    ]


def _is_latin(letter: str) -> bool:
    return letter.isascii() or name(letter, "LATIN").startswith(("LATIN", "MODIFIER", "FEMININE", "MASCULINE", "MICRO"))


def _script(letters: list[str]) -> str:
    scripts = [name(each, "").partition(" ")[0].partition("-")[0] for each in letters]
    script = max(dict.fromkeys(scripts), key=scripts.count)
    script = "HIRAGANA" if script == "CJK" and "HIRAGANA" in scripts else script
    return _SCRIPTS.get(script, f"{script.title()} letters")


@cache
def _languages() -> Mapping[str, _Small]:
    found = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
    return {
        named: _Small(*(frozenset(one[key]) for key in ("words", "sure", "short", "alone", "maybe", "letters")))
        for named, one in found.items()
    }
