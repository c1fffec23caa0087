"""Parses the phrase language: `{you} look like {a}? (clown|potato)`.

Words are separated by spaces; `(a|b c)` is an alternation, `{name}` a word set, `x?` is optional, `x+` may repeat,
`want~` is any form of a verb, `_` any word, `...` up to three words that are not negations, and `#` a number. `^` at
the start of a phrase anchors it to the start of a clause, `$` at the end to the end of one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache

from coach.models.phrase import ANY_WORD, GAP_WORD, Options, Phrase, Piece
from coach.rules.forms import forms_of

MAX_PLACES = 5_000
"""The most places in a phrase with its word sets expanded; a set of single words counts as one place."""

MAX_LENGTH = 20_000
"""The longest phrase as written, in characters."""
MAX_DEPTH = 8
"""The deepest nesting of alternations."""

MOST_CACHED = 50_000
"""Phrases of plain words that are kept; Coach's word sets, which are read beside every folder, have 15,000."""

_GAP_WORDS = 3
_ANY = frozenset({ANY_WORD, GAP_WORD})

_TOKEN = re.compile(
    r"\s*(?:(?P<plain>\([a-z0-9']+(?:[ |][a-z0-9']+)*\))"
    r"|(?P<set>\{[a-z-]*\}?)|(?P<mark>[()|?+])|(?P<word>[^\s(){}|?+]+)|(?P<stray>\S))"
)
"""A choice of plain words is one token: most choices are, and nothing in it can be wrong."""

_PLAIN = re.compile(r"[a-z0-9']+(?: [a-z0-9']+)*")
"""Plain words alone, with no sign of the phrase language."""


class PhraseError(ValueError):
    """A phrase is invalid; the error says what is wrong and how to fix it."""

    def __init__(self, problem: str, fix: str, column: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix
        self.column = column
        """The position in the phrase, in characters from 0."""


class UnknownWordSetError(PhraseError):
    """A phrase names a word set that nobody defined."""


class _Reader:
    """Parses one phrase from left to right."""

    def __init__(self, text: str, sets: Mapping[str, Options]) -> None:
        self.text = text
        self.sets = sets
        self.tokens = [(match.lastgroup or "", match) for match in _TOKEN.finditer(text.rstrip())]
        self.marks = [match[kind] for kind, match in self.tokens]
        self.at = 0
        self.depth = 0

    def peek(self) -> str:
        return self.marks[self.at] if self.at < len(self.marks) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def column(self, at: int) -> int:
        """Return where the token `at`, or else the last one, starts, in characters."""
        kind, match = self.tokens[min(at, len(self.tokens) - 1)]
        return match.start(kind)

    def sequence(self) -> tuple[Piece, ...]:
        pieces = []
        while self.peek() not in {"", "|", ")"}:
            pieces.extend(self.gap() if self.peek() == GAP_WORD else [self.piece()])
        if not pieces:
            raise PhraseError("a word is missing here", "write at least one word", self.column(self.at))
        return tuple(pieces)

    def gap(self) -> list[Piece]:
        self.take()
        return [Piece(word=GAP_WORD, optional=True)] * _GAP_WORDS

    def piece(self) -> Piece:
        at = self.at
        kind, token = self.tokens[at][0], self.take()
        if kind == "plain":
            self.check_depth(self.depth + 1, at)
            piece = _plain_choice(token)
        elif token == "(":
            piece = self.choice(at)
        elif kind == "set":
            piece = self.word_set(token, at)
        elif token in {"^", "$"}:
            fix = "put `^` first and `$` last in the whole phrase"
            raise PhraseError(f"`{token}` is not allowed here", fix, self.column(at))
        elif kind == "word":
            piece = _any_form(token[:-1]) if len(token) > 1 and token.endswith("~") else _word(token)
        else:
            raise PhraseError(
                f"`{token}` is not allowed here", "put a word, a choice or a word set before it", self.column(at)
            )
        return self.postfix(piece)

    def choice(self, begin: int) -> Piece:
        self.depth += 1
        self.check_depth(self.depth, begin)
        options = [self.sequence()]
        while self.peek() == "|":
            self.take()
            options.append(self.sequence())
        if self.take() != ")":
            raise PhraseError("( is never closed", "close it with )", self.column(begin))
        self.depth -= 1
        return _choice(tuple(options))

    def check_depth(self, depth: int, at: int) -> None:
        if depth > MAX_DEPTH:
            problem = f"choices nested too deeply: at most {MAX_DEPTH} levels allowed"
            raise PhraseError(problem, "turn inner choices into word sets", self.column(at))

    def word_set(self, token: str, at: int) -> Piece:
        name = token.strip("{}")
        if not token.endswith("}") or not name:
            raise PhraseError("this word set is never closed", "write it as {name}", self.column(at))
        if name not in self.sets:
            close = " or ".join(f"{{{known}}}" for known in get_close_matches(name, self.sets)) or "another name"
            fix = f"write {close}; `coach rules sets WORD` finds the sets of a word"
            raise UnknownWordSetError(f"unknown word set `{name}`", fix, self.column(at))
        return _choice(self.sets[name])

    def postfix(self, piece: Piece) -> Piece:
        mark = self.take() if self.peek() in {"?", "+"} else ""
        return piece.model_copy(update={"optional": mark == "?", "repeated": mark == "+"}) if mark else piece


def _choice(options: Options) -> Piece:
    """Build an alternation of validated pieces; validating them again would copy every word set."""
    return Piece.model_construct(word=None, options=options, optional=False, repeated=False)


@cache
def _word(word: str) -> Piece:
    """Build the piece for one word; cached, as rules repeat the same words."""
    return Piece(word=word)


@lru_cache(MOST_CACHED)
def _plain_choice(written: str) -> Piece:
    """Build the alternation of plain words, which many phrases share."""
    return _choice(tuple(tuple(map(_word, option.split(" "))) for option in written[1:-1].split("|")))


@cache
def _any_form(verb: str) -> Piece:
    return Piece(options=tuple((_word(form),) for form in forms_of(verb)))


class Alternations:
    """Looks through each alternation once, however many phrases share it."""

    def __init__(self) -> None:
        self._places: dict[int, tuple[Options, int]] = {}
        """The places of the options of several words, by identity; options are held, so that their id stays theirs."""
        self._need_no_word: dict[int, tuple[Options, bool]] = {}

    def places(self, pieces: tuple[Piece, ...]) -> int:
        """Count the places of these pieces, with one for all single words of an alternation; this is their cost."""
        return len(pieces) + sum(self._longer(piece.options) for piece in pieces if piece.options)

    def need_no_word(self, pieces: tuple[Piece, ...]) -> bool:
        """Return whether these pieces match arbitrary words, or nothing."""
        return all(piece.optional or piece.word in _ANY or self._one_needs_none(piece.options) for piece in pieces)

    def _longer(self, options: Options) -> int:
        known = self._places.get(id(options))
        if known is None:
            known = options, sum(self.places(option) for option in options if len(option) > 1)
            self._places[id(options)] = known
        return known[1]

    def _one_needs_none(self, options: Options) -> bool:
        if not options:
            return False
        known = self._need_no_word.get(id(options))
        if known is None:
            known = self._need_no_word[id(options)] = options, any(map(self.need_no_word, options))
        return known[1]


def read_phrase(
    text: str,
    sets: Mapping[str, Options],
    *,
    may_end_open: bool = False,
    alternations: Alternations | None = None,
) -> Phrase:
    """Parse one phrase.

    Args:
        text: the phrase as written.
        sets: the word sets it can use.
        may_end_open: whether it can end with `_`.
        alternations: what is known of the alternations of phrases that were read before.

    Raises:
        PhraseError: the phrase is empty, malformed or too large, or uses an unknown word set.
    """
    if len(text) > MAX_LENGTH:
        raise PhraseError(f"a phrase of {len(text):,} characters: at most {MAX_LENGTH:,} allowed", "shorten it")
    if _PLAIN.fullmatch(text) and text.count(" ") < MAX_PLACES:
        return _plain(text)
    opens, bare, closes = _without_anchors(text)
    if not bare.strip():
        raise PhraseError("the phrase is empty", "write the words to look for")
    reader = _Reader(bare, sets)
    pieces = reader.sequence()
    if reader.peek():
        raise PhraseError(f"`{reader.peek()}` without a (", "add the ( or remove this", reader.column(reader.at))
    known = alternations or Alternations()
    if known.need_no_word(pieces):
        raise PhraseError("every part of this phrase is optional", "add at least one required word")
    if not _ANY.isdisjoint({pieces[0].word, None if may_end_open else pieces[-1].word}):
        raise PhraseError("a phrase cannot start or end with `_` or `...`", "start and end with words")
    if known.places(pieces) > MAX_PLACES:
        problem = f"too many places with word sets expanded: at most {MAX_PLACES:,} allowed"
        raise PhraseError(problem, "split it into several phrases")
    return Phrase(source=text, pieces=pieces, opens=opens, closes=closes)


@lru_cache(MOST_CACHED)
def _plain(text: str) -> Phrase:
    """Build the phrase of plain words, as most entries of word sets are; nothing in it can be wrong."""
    return Phrase(source=text, pieces=tuple(map(_word, text.split(" "))))


def _without_anchors(text: str) -> tuple[bool, str, bool]:
    """Strip `^` and `$` and return whether each was there; `^` becomes a space, so that columns stay correct."""
    opens, closes = text.lstrip().startswith("^"), text.rstrip().endswith("$")
    bare = text.replace("^", " ", 1) if opens else text
    return opens, bare.rstrip().removesuffix("$") if closes else bare, closes
