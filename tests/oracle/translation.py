"""The rules' phrases as regular expressions, translated straight from their parsed form.

Shares nothing with the automaton and its prefilter. Each word that phrases name becomes one letter, so a set of words is a
class of letters, and a stretch of words is one short text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Options, Phrase, Piece, words_in

Plain = Callable[[str], Sequence[str]]
"""Returns a written text as words in plain spelling."""
OTHER, OTHER_NUMBER = "w", "0"
"""Letters for all words and numbers that no phrase names."""
FIRST_LETTER = 0x4E00
DENIALS = ("not", "never")
"""A gap stops at these."""
ALSO = {"your": ("your", "ur")}
"""A phrase that says `your` also matches `ur`."""
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()
)
NOTHING = r"[^\x00-\x{10FFFF}]"
"""Matches nowhere: a phrase's word of which plain spelling leaves nothing."""


class Translation:
    """The words of these phrases as letters, and the phrases as expressions."""

    def __init__(self, phrases: Iterable[Phrase], plain: Plain) -> None:
        self._plain = cache(plain)
        written = {*words_in(phrases), *DENIALS, *ALSO, *ALSO["your"]} - {ANY_WORD, GAP_WORD, NUMBER}
        words = sorted({each for word in written for each in self._plain(word)})
        self._letters = {word: chr(FIRST_LETTER + at) for at, word in enumerate(words)}
        numbers = filter(is_number, words)
        self._special = {
            ANY_WORD: ".",
            GAP_WORD: f"[^{self.text(DENIALS)}]",
            NUMBER: f"[{OTHER_NUMBER}{self.text(numbers)}]",
        }
        self._choices: dict[int, tuple[Options, str]] = {}

    def text(self, words: Iterable[str]) -> str:
        """Write words as letters."""
        return "".join(self._letters.get(word) or (OTHER_NUMBER if is_number(word) else OTHER) for word in words)

    def expression(self, phrase: Phrase) -> str:
        """Write a phrase as an expression over letters; its clause begins and ends where the text does."""
        return (r"\A" if phrase.opens else "") + self._sequence(phrase.pieces) + (r"\z" if phrase.closes else "")

    def _sequence(self, pieces: Iterable[Piece]) -> str:
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> str:
        once = self._choice(piece.options) if piece.options else self._word(str(piece.word))
        mark = {(False, False): "", (True, False): "?", (False, True): "+", (True, True): "*"}
        return f"(?:{once}){mark[piece.optional, piece.repeated]}"

    def _choice(self, options: Options) -> str:
        if id(options) not in self._choices:
            self._choices[id(options)] = (options, "|".join(map(self._sequence, options)))
        return self._choices[id(options)][1]

    def _word(self, word: str) -> str:
        if word in self._special:
            return self._special[word]
        return "".join(f"[{self.text(ALSO.get(each, (each,)))}]" for each in self._plain(word)) or NOTHING


def is_number(word: str) -> bool:
    """Return whether a word is a number, in digits or spelled out."""
    return word in NUMBERS or word[0].isdigit()
