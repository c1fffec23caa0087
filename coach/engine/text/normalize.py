"""Undoes disguised spelling: texting, stretching, leet, masks, look-alike letters, invisible characters.

A word is only ever rewritten into words that the rules know, so ordinary words and numbers stay as they are; typos
(`stuipd`) and words written together (`uare`) are undone only where the written word is neither English nor a name.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby, islice, product
from pathlib import Path

from spacy.lang.en.tokenizer_exceptions import TOKENIZER_EXCEPTIONS
from spacy.symbols import NORM, ORTH  # type: ignore[import-not-found]

from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.engine.text.ears import Ears
from coach.engine.text.english import how_common, is_english
from coach.engine.text.first_names import first_names
from coach.engine.text.runs import Runs, ends_plainly
from coach.engine.text.slips import Slips, could_be_a_slip
from coach.engine.text.word_lists import word_list

_LOOK_ALIKES = {
    ord(char): plain
    for plain, chars in tomllib.loads(Path(__file__).with_name("look-alikes.toml").read_text(encoding="utf-8")).items()
    for char in chars
}
_LEET = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    "$": "s",
    "!": "i",
    "+": "t",
    "€": "e",
    "¡": "i",
    "|": "il",
}
CLITICS = {"d": "would", "m": "am", "re": "are", "ve": "have", "ll": "will"}
"""Words contracted onto the word before."""
_words = partial(word_list, Path(__file__).with_name("words.toml"))
_NOT_CONTRACTED = _words("not-contracted")


def _in_full(parts: Iterable[Mapping[int, str]]) -> str:
    """Expand `i` and `'d` to `i would`; a possessive `'s` adds nothing."""
    norms = [part.get(NORM, part[ORTH]).lower().lstrip("'") for part in parts]
    return " ".join(CLITICS.get(norm, norm) for norm in norms if norm != "s")


_SHORT_FORMS = {
    text: _in_full(parts)
    for text, parts in TOKENIZER_EXCEPTIONS.items()
    if len(parts) > 1 and text[0].isalpha() and text.islower() and text not in _NOT_CONTRACTED
}
"""`dont` as `do not`: spaCy knows these in small letters, but neither `DONT` nor `d0nt`."""
_MASKS = "*#%·•_-"
_GLUE = "*_~-|\\"
"""Marks around a word that are not part of it, unless one stands for a letter."""
_PARTS = re.compile(r"[./\\+~|^_*-]+")
_LETTERS = _words("letters")
_MAX_WORD = 60
"""Longest possible word, in characters."""
_MAX_TRIES = 64
_SHORTEST_GUESS = 4
"""The shortest typo that is read as a second word, in letters."""
_MOST_GUESSES = 2
_COMMONEST = 2
_CLEARLY = 0.8
"""How much a word sounds like another one, up to 1, where a typo or words written together could be meant too."""
_WRAPPING = "'\"“”()[]{}<>"
_STRETCHED = re.compile(r"(.)\1\1", re.DOTALL)
_EMPHASIS = re.compile(r"([*_~]{1,3})([^*_~]+)\1")
_QUOTES = str.maketrans("’‘ʼ`´", "'''''")


class Speller:
    """Converts one written word to plain spelling."""

    def __init__(
        self,
        known: Iterable[str],
        spelling: Mapping[str, str],
        masked: Iterable[str] = (),
        hurtful: Iterable[str] = (),
    ) -> None:
        """Learn the rules' words.

        Args:
            known: every word that a rule names.
            spelling: written to plain, such as `2moro` to `tomorrow`.
            masked: words often written with stars; they win if a mask fits several words.
            hurtful: words that typos are corrected into.
        """
        self.spelling = {**_SHORT_FORMS, **spelling}
        # If both know a contraction, the rules win: `didn't` is `did not`, and spaCy's norm is `do not`.
        for text in _SHORT_FORMS:
            full = spelling.get(text.replace("'", ""), "")
            if full.endswith(" not"):
                self.spelling[text] = full
        self.known = frozenset(known) | frozenset(self.spelling)
        self.masked = frozenset(masked)
        self.hurtful = frozenset(word for word in hurtful if word.isalpha())
        self._slips, self._runs = Slips(self.known, self.hurtful), Runs(self.known, self.hurtful)
        self._ears = Ears(self.known, self.spelling, self.hurtful)
        self._spelled = BoundedCache(Weakly(self._spell))

    @cached_property
    def _by_length(self) -> Mapping[int, Sequence[str]]:
        return {n: sorted(words) for n, words in _grouped(self.known).items()}

    def plain(self, written: str) -> str:
        """Return the plain spelling: one or more words, or nothing for a mark without meaning."""
        return self._spelled[written]

    def _spell(self, written: str) -> str:
        word = fold(written)
        if not word:
            return ""
        if not any(char.isalnum() for char in word):
            return emoji_name(word)
        if word in self.known or len(word) > _MAX_WORD or word.isdigit():
            return self.spelling.get(word, word)
        bare = _EMPHASIS.sub(r"\2", word.strip(_WRAPPING)).strip(_WRAPPING)
        undone = next((tried for tried in self._tries(word, bare) if tried in self.known), None)
        if undone is None:
            return self._guessed(written, bare) or bare or word
        return self.spelling.get(undone, undone)

    def other_guesses(self, written: str) -> tuple[str, ...]:
        """Return what a typo may mean besides its plain spelling: `alone` for `aone`; at most two words."""
        word = fold(written)
        if len(word) < _SHORTEST_GUESS or not (word.isascii() and word.isalpha()) or word in self.known:
            return ()
        if any(tried in self.known for tried in self._tries(word, word)):
            return ()
        first = self.plain(written)
        guesses = (*self._slips.others_meant(word, first), *self._also_heard(word))
        return tuple(islice((each for each in dict.fromkeys(guesses) if each != first), _MOST_GUESSES))

    def _also_heard(self, word: str) -> Iterator[str]:
        """Yield what a word may be besides a typo: a rare one of English only a very common one that sounds like it."""
        if _is_first_name(word):
            return
        if not is_english(word):
            yield from self._ears.heard(word)
        elif not how_common(word):
            yield from (
                other for other in self._ears.heard(word) if _is_very_common(other) and other not in self.hurtful
            )

    def _guessed(self, written: str, bare: str) -> str:
        """Return what a word that nothing undoes may mean: words, or another one; for a first name only a name."""
        if bare in first_names():
            meant = self._slips.meant(bare)
            return meant if meant in first_names() else ""
        meant, parts = self._slips.meant(bare), self._parted(bare) or self._runs.humps(written)
        if meant and _is_name(written) and not could_be_a_slip(bare, meant):
            meant = ""
        if not parts and (not meant or meant not in self.hurtful):
            parts = self._runs.parts(bare)
            if parts and _is_name(written) and self._reads_as_name(parts):
                parts = []
            if meant and self._slips.is_sure(bare, meant) and not ends_plainly(parts):
                parts = []
        read = parts or [meant]
        if heard := self._heard(written, bare, read):
            read = [heard]
        return " ".join(self.spelling.get(part, part) for part in read)

    def _heard(self, written: str, bare: str, read: Sequence[str]) -> str:
        """Return the word that this one sounds like; nothing where it is right, or likelier what it is read as."""
        if is_english(bare) or _is_first_name(bare) or _is_name(written):
            return ""
        is_read = any(read)
        is_swapped = sorted(bare) == sorted(*read[:1])
        if is_read and (not self.hurtful.isdisjoint(read) or ends_plainly(read) or is_swapped):
            return ""
        alike = self._ears.heard(bare, _CLEARLY) if is_read else self._ears.heard(bare)
        return next(iter(alike if len(bare) >= _SHORTEST_GUESS else filter(_is_very_common, alike)), "")

    def _reads_as_name(self, parts: Sequence[str]) -> bool:
        """Return whether a word that could be cut into these is likelier a name: `Siti`, `Wrenlee`."""
        return len(parts[-1]) == 1 or (self.hurtful.isdisjoint(parts) and not first_names().isdisjoint(parts))

    def _parted(self, word: str) -> list[str]:
        """Split `shut.up` into `shut` and `up`."""
        parts = [part for part in _PARTS.split(word) if part]
        if len(parts) < 2 or not all(part.isalpha() for part in parts):
            return []
        return parts if all(part in self.known and (len(part) > 1 or part in _LETTERS) for part in parts) else []

    def _tries(self, word: str, bare: str) -> Iterator[str]:
        """Yield words that this one may represent, closest first."""
        yield bare
        yield bare.replace("'", "")
        yield bare.strip(_GLUE)
        yield from _unstretched(bare)
        if any(char.isalpha() for char in word):
            for plain in islice(unleeted(bare.strip("*_~-")), _MAX_TRIES):
                yield plain
                yield from _unstretched(plain)
        if not bare.isalpha():
            yield "".join(filter(str.isalpha, word)) if _is_dotted(bare) else ""
            joined = _PARTS.sub("", bare)
            yield joined if joined in self.hurtful else ""
            yield from self._unmasked(bare)

    def _unmasked(self, word: str) -> Iterator[str]:
        shown = sum(char.isalpha() for char in word)
        if shown == len(word) or not shown or not word[0].isalpha() or not any(char in _MASKS for char in word):
            return
        mask = re.compile("".join("[a-z]" if char in _MASKS else re.escape(char) for char in word))
        fitting = [known for known in self._by_length.get(len(word), ()) if mask.fullmatch(known)]
        rude = [known for known in fitting if known in self.masked]
        if rude:
            yield rude[0]
        elif len(fitting) == 1 and shown * 2 >= len(word):
            yield fitting[0]


def _is_first_name(word: str) -> bool:
    """Return whether this is a first name, or one with an `s` and no apostrophe: `mias`."""
    return word in first_names() or (word.endswith("s") and word[:-1] in first_names())


def _is_very_common(word: str) -> bool:
    return how_common(word) == _COMMONEST


def fold(written: str) -> str:
    """Lower case without accents, invisible characters and look-alike letters."""
    if written.isascii():
        return written.lower()
    split = unicodedata.normalize("NFKD", written.casefold().translate(_QUOTES))
    kept = "".join(char for char in split if unicodedata.category(char) not in {"Mn", "Me", "Cf", "Cc", "Sk"})
    return kept.translate(_LOOK_ALIKES)


def is_enclitic(norm: str) -> bool:
    """Return whether a token contracts a word when nothing is before it: `'s`, `'ll`."""
    clitic = norm.replace("\u2019", "'").removeprefix("'")
    return clitic == "s" or clitic in CLITICS


def emoji_name(mark: str) -> str:
    """Return `:clown-face:` for the emoji, nothing for a mark such as a quote; the colons tell emoji from words."""
    named = (unicodedata.name(char, "") for char in mark if unicodedata.category(char) in {"So", "Sm"})
    names = "-".join(name.lower().replace(" ", "-") for name in named if name)
    return f":{names}:" if names else ""


def _grouped(words: Iterable[str]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for word in words:
        if word.isalpha():
            groups.setdefault(len(word), []).append(word)
    return groups


def _is_name(written: str) -> bool:
    return written[:1].isupper() and written[1:].islower()


def _unstretched(word: str) -> Iterator[str]:
    """Yield `stupid` and `stuupid` for `stuuupid`: each run of three or more letters cut to one and to two."""
    if not _STRETCHED.search(word):
        return
    runs = [(char, len(list(group))) for char, group in groupby(word)]
    ways = [(char, char * 2) if length >= 3 else (char * length,) for char, length in runs]
    yield from ("".join(way) for way in islice(product(*ways), _MAX_TRIES))


def unleeted(word: str) -> Iterator[str]:
    """Yield `loser` for `l0ser`; a digit that may be two letters is tried as both."""
    if not any(char in _LEET for char in word):
        return
    ways = [_LEET.get(char, char) for char in word]
    yield from map("".join, product(*ways))


def _is_dotted(word: str) -> bool:
    """Return whether single letters are joined by the same mark, such as `k.y.s` and `u-g-l-y`."""
    return len(word) >= 5 and all(char.isalpha() == (at % 2 == 0) for at, char in enumerate(word.rstrip(".-_")))
