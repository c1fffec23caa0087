"""`coach_private_words`: adds the family's own words in a draft as candidates, however they are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from coach.engine.details.wording import ordinary
from coach.engine.text.normalize import fold
from coach.engine.text.reading import Candidate, Reading
from coach.engine.text.word_lists import word_lists
from coach.models import Direction, FlagSource, PrivateKind, PrivateWord
from coach.models.days import Day, days_in

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge

WHYS = {
    PrivateKind.NAME: "This name is one of your family's own words. It tells people who you are.",
    PrivateKind.SCHOOL: "This school is one of your family's own words. It tells people where you are all day.",
    PrivateKind.STREET: "This street is one of your family's own words. It tells people where you sleep.",
    PrivateKind.TOWN: "This town is one of your family's own words. It tells people where to look for you.",
    PrivateKind.TEAM: "This team is one of your family's own words. It tells people where you play.",
    PrivateKind.BIRTHDAY: "This day is one of your family's own words. Some people use it to guess passwords.",
    PrivateKind.HANDLE: "This user name is one of your family's own words. Anybody can write to it.",
    PrivateKind.PHONE: "This number is one of your family's own words. Anybody can ring it.",
}
"""The reason shown to the child."""

_LEET = {"a": "a4@", "b": "b8", "e": "e3€", "i": "i1!¡", "l": "l|", "o": "o0", "s": "s5$", "t": "t7+"}
_ABBREVIATIONS = Path(__file__).with_name("abbreviations.toml")
_GAP = r"[\W_]{0,3}"
_LONGEST_STRETCH = 9
MAX_WHOLE = 3
"""Longest single word, in letters, that must match as is: spread out, its letters appear everywhere."""
_SAME_DIGITS = 8
"""Two telephone numbers are the same if this many last digits agree."""
_NUMBER = re.compile(r"\+?\d(?:[ \t().\-/]{0,2}\d){5,17}")


class PrivateWords:
    """Finds the family's own words, whatever is said about them."""

    def __init__(self) -> None:
        self._patterns: tuple[tuple[str, re.Pattern[str]], ...] = ()
        self._days: tuple[tuple[str, Day], ...] = ()
        self._numbers: tuple[tuple[str, str], ...] = ()

    def learn(self, knowledge: Knowledge) -> None:
        """Look for a family's own words."""
        self.set_words(knowledge.private_words)

    def set_words(self, words: Iterable[PrivateWord]) -> None:
        """Look for these words from now on, replacing earlier ones."""
        patterns, days, numbers = list[tuple[str, re.Pattern[str]]](), list[tuple[str, Day]](), list[tuple[str, str]]()
        for word in words:
            rule = f"{word.kind.category}/own-{word.kind.value}"
            if word.kind is PrivateKind.BIRTHDAY and (found := [day for _, _, day in days_in(fold_map(word.words)[0])]):
                days.extend((rule, day) for day in found)
            elif word.kind is PrivateKind.PHONE:
                numbers.append((rule, _digits(word.words)))
            else:
                patterns.append((rule, pattern_of(word)))
        self._patterns, self._days, self._numbers = tuple(patterns), tuple(days), tuple(numbers)

    def read(self, reading: Reading) -> None:
        """Add a candidate for every private word in the reading of a draft."""
        if (self._patterns or self._days or self._numbers) and reading.direction is Direction.DRAFT:
            folded, places = fold_map(reading.text)
            reading.candidates.extend(
                _candidate(rule, places[start], places[end - 1] + 1, reading)
                for rule, start, end in self._found(folded)
            )

    def _found(self, folded: str) -> Iterator[tuple[str, int, int]]:
        for rule, pattern in self._patterns:
            yield from ((rule, *found.span()) for found in pattern.finditer(folded))
        if self._days:
            for start, end, day in days_in(folded):
                yield from ((rule, start, end) for rule, kept in self._days if kept.may_be(day))
        for rule, digits in self._numbers:
            for found in _NUMBER.finditer(folded):
                if _digits(found.group())[-_SAME_DIGITS:] == digits[-_SAME_DIGITS:]:
                    yield rule, *found.span()


def why_of(rule: str) -> str:
    """Return the reason for a flag on a private word; neither it nor the rule contains the word itself."""
    return WHYS[PrivateKind(rule.rpartition("/own-")[2])]


def pattern_of(word: PrivateWord) -> re.Pattern[str]:
    """Build the pattern for `word` in folded text: stretched, leet, spaced, joined, abbreviated or with `'s`."""
    parts = re.findall(r"\w+|&", fold_map(word.words)[0].replace("_", " ")) or [word.words.casefold()]
    if word.kind is PrivateKind.STREET and len(parts) > 1 and parts[0].isdigit():
        parts = parts[1:]
    ends = len(parts) > 1 and parts[-1] in ordinary("last-words")
    kept = parts[:-1] if ends else parts
    spread = len(parts) > 1 or len(parts[0]) > MAX_WHOLE
    body = _GAP.join(_part(part, spread=spread) for part in kept)
    if ends:
        body += f"(?:{_GAP}{_part(parts[-1], spread=True)})?"
    return re.compile(rf"(?<![^\W_]){body}(?:['’]?s)?(?![^\W_])")


def _part(part: str, *, spread: bool) -> str:
    """Match one word of an entry or an abbreviation of it."""
    families = [(word, *short) for word, short in word_lists(_ABBREVIATIONS).items()]
    spellings = [part, *(short for family in families if part in family for short in family if short != part)]
    return "(?:" + "|".join(_letters(spelling) if spread else re.escape(spelling) for spelling in spellings) + ")"


def _letters(word: str) -> str:
    """Match a word's letters, each with its look-alikes, stretched, and with a sign or space in between."""
    return r"[\W_]?".join(_stretched(letter, len(list(run))) for letter, run in groupby(word))


def _stretched(letter: str, times: int) -> str:
    """Match a letter that an entry has `times` times in a row: once or more, with room for at least that many."""
    fit = f"[{re.escape(_LEET.get(letter, letter))}]"
    return rf"{fit}(?:[\W_]?{fit}){{0,{max(_LONGEST_STRETCH, times)}}}"


def fold_map(text: str) -> tuple[str, Sequence[int]]:
    """Fold `text` to small plain letters, with the place each of them came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded, places = list[str](), list[int]()
    for at, char in enumerate(text):
        plain = char.lower() if char.isascii() else fold(char)
        folded.append(plain)
        places.extend([at] * len(plain))
    return "".join(folded), places


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written)


def _candidate(rule: str, start: int, end: int, reading: Reading) -> Candidate:
    return Candidate(
        start=reading.index_at(start),
        end=reading.index_at(end - 1) + 1,
        start_char=start,
        end_char=end,
        rule=rule,
        source=FlagSource.PRIVATE_WORD,
    )
