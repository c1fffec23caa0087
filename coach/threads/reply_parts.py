"""Cuts a reply into parts, and says what each does: refuse, evade, agree, deny, ask back or answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.engine.text.english import how_common, is_english
from coach.engine.text.first_names import first_names
from coach.threads.phrase_finder import PhraseFound, Word
from coach.threads.replies_file import QuestionKind, reply_words

_MADE_UP = re.compile(r"(?=.{0,40}[A-Za-z])(?=.{0,40}(?:\d.{0,40}\d|_))[\w.!$-]{5,40}")
"""A word as people make them up for accounts: letters with two digits, or with a line below."""
_FEWEST = 3
"""The fewest letters of a word whose commonness is known."""


@dataclass(frozen=True)
class ReplyPart:
    """Some words of a reply, without a mark between them."""

    words: Sequence[str | None]
    """All words of the reply."""
    written: Sequence[str]
    """The same as they are written."""
    first: int
    last: int
    """The word after the last."""
    found: Sequence[PhraseFound]
    """What touches it."""

    @property
    def place(self) -> tuple[int, int]:
        """Return its words without fillers at the edges; all of them if it has nothing else."""
        rest = self._rest()
        return (rest[0], rest[-1] + 1) if rest else (self.first, self.last)

    @property
    def turns(self) -> bool:
        """Whether it begins with a word such as "but" that takes a refusal back."""
        return self.words[self.first] in reply_words().replies.turns

    def agrees(self, kind: QuestionKind) -> bool:
        """Return whether it begins with a yes to a question of this kind."""
        return self._begins_with("agrees") or (kind.is_request and self._begins_with("consents"))

    @property
    def denies(self) -> bool:
        """Whether it begins with a no."""
        return self._begins_with("denies")

    def evidence(self, kind: QuestionKind) -> list[tuple[int, int]]:
        """Return where it has words that give this kind away, unless it refuses outside them."""
        if kind.is_made_up and (made_up := self._made_up()):
            return made_up
        gives = self._gives(kind)
        if self.refuses(kind):
            return []
        if kind.digits and (self._digits() >= kind.digits or self._has_mail()):
            return [self.place]
        first, last = self.place
        return [(min(first, one.first), max(last, one.last)) for one in gives if self.first <= one.first < self.last]

    def corrections(self, kind: QuestionKind, *, after_no: bool) -> list[tuple[int, int]]:
        """Return where it puts a guess right: "one less", and a name with a no or "actually" beside it or before it."""
        if self.refuses(kind):
            return []
        if corrected := self._named(f"{kind.id} corrects"):
            return [(one.first, one.last) for one in corrected]
        is_put_right = after_no or self.denies or self._named("corrects")
        return [self.place] if kind.rarer_than and is_put_right and self.is_bare(kind) else []

    @property
    def is_no(self) -> bool:
        """Whether it says no, whatever was asked."""
        return self.denies or bool(self._named("refuses"))

    @property
    def is_yes(self) -> bool:
        """Whether it says yes, to a request or to any question."""
        return self._begins_with("agrees") or self._begins_with("consents")

    @property
    def only_agrees(self) -> bool:
        """Whether it is nothing but "true" or the like: a no behind it takes it back."""
        return any(one.first <= self.first and self.last <= one.last for one in self._named("evades"))

    @property
    def is_only_no(self) -> bool:
        """Whether it says no, or "close", and nothing else."""
        return bool((self.denies or self._named("corrects")) and not self._rest())

    def refuses(self, kind: QuestionKind) -> bool:
        """Return whether it says no to a question of this kind, or evades it."""
        gives, is_joke = self._gives(kind), kind.is_made_up and any(map(_is_joke, self.written[self.first : self.last]))
        is_no = any(not any(one.holds(no) for one in gives) for no in self._named("refuses"))
        return bool(is_joke or is_no or self._named(f"{kind.id} evades"))

    def _gives(self, kind: QuestionKind) -> list[PhraseFound]:
        """Return words that give this kind away, outside jokes; a no within them is not the child's.

        What jokes elsewhere may be the answer here: "in my room" after "are you alone".
        """
        jokes = self._named("evades")
        return [
            one
            for one in self._named(f"{kind.id} gives")
            if not any(joke.holds(one) and joke[1:] != one[1:] for joke in jokes)
        ]

    def is_bare(self, kind: QuestionKind) -> bool:
        """Return whether it is nothing but a detail of this kind, in few words."""
        rest = self._rest()
        if not 0 < len(rest) <= kind.bare or self._asks_back or any(map(self._is_chatter, rest)):
            return False
        return not kind.rarer_than or not all(self._is_everyday(at, kind.rarer_than) for at in rest)

    def _is_chatter(self, at: int) -> bool:
        return self.words[at] in reply_words().words.chatter and not self._is_compound(at)

    def _is_everyday(self, at: int, common: int) -> bool:
        """Return whether a word is so common that it names nothing: not a first name, nor "parkview" or "hill"."""
        word = str(self.words[at])
        is_name = word in first_names() or word in reply_words().words.name_parts
        if is_name or not word.isalpha() or self._is_compound(at):
            return False
        return how_common(word) >= common or len(word) < _FEWEST

    def _is_compound(self, at: int) -> bool:
        """Return whether it is written as one with the word beside it: "longfield"."""
        near = range(max(at - 1, self.first), min(at + 2, self.last))
        together = [str(self.words[one]) for one in near if self.written[one] == self.written[at]]
        return len(together) > 1 and "".join(together) == self.written[at].casefold()

    def _made_up(self) -> list[tuple[int, int]]:
        return [(at, at + 1) for at in range(self.first, self.last) if self._is_made_up(at)]

    def _is_made_up(self, at: int) -> bool:
        written = self.written[at]
        return bool(_MADE_UP.fullmatch(written)) and not is_english(str(self.words[at])) and not _is_joke(written)

    def _has_mail(self) -> bool:
        return any("@" in written.strip("@") for written in self.written[self.first : self.last])

    def _digits(self) -> int:
        return sum(each.isdigit() for written in self.written[self.first : self.last] for each in written)

    @property
    def _asks_back(self) -> bool:
        return self.words[self.first] in reply_words().replies.asks_back

    def _rest(self) -> list[int]:
        """Return which words are left without a turning word, fillers, openers, evasions and emoji."""
        empty = {
            at
            for name in ("fillers", "openers", "evades", "corrects")
            for one in self._named(name)
            for at in range(*one[1:])
        }
        first = self.first + self.turns
        return [at for at in range(first, self.last) if at not in empty and not str(self.words[at]).startswith(":")]

    def _begins_with(self, name: str) -> bool:
        before = {at for one in self._named("fillers") for at in range(*one[1:])}
        before |= {self.first} if self.turns else set()
        for one in self._named(name):
            following = self.words[one.last] if one.last < len(self.words) else None
            if following != "not" and all(at in before for at in range(self.first, one.first)):
                return self.first <= one.first < self.last
        return False

    def _named(self, name: str) -> list[PhraseFound]:
        return [one for one in self.found if one.name == name]


def _is_joke(made_up: str) -> bool:
    letters = "".join(filter(str.isalpha, made_up)).casefold()
    return any(joke in letters for joke in reply_words().words.joke_passwords)


def parts_of(reply: str, words: Sequence[Word], found: Sequence[PhraseFound]) -> list[ReplyPart]:
    """Cut a reply at marks, and before words such as "but" and "its"."""
    plain, written = [word for word, _, _ in words], [reply[start:end] for _, start, end in words]
    return [
        ReplyPart(plain, written, first, last, [one for one in found if one.first < last and first < one.last])
        for first, last in _stretches(plain)
    ]


def _stretches(words: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    first, splits = 0, reply_words().replies.splits
    for at, word in enumerate(words):
        if word is None or word in splits:
            if first < at:
                yield first, at
            first = at + (word is None)
    if first < len(words):
        yield first, len(words)


def only_stalls(words: Sequence[Word], found: Sequence[PhraseFound]) -> bool:
    """Return whether a reply is nothing but "ok wait": it may be a yes, and shows none."""
    stalls = [one for one in found if one.name == "stalls"]
    is_yes = any(
        one.name == "agrees" or (one.name == "consents" and not any(each.holds(one) for each in stalls))
        for one in found
    )
    empty = (*stalls, *(one for one in found if one.name == "fillers"))
    covered = {at for one in empty for at in range(one.first, one.last)}
    return bool(stalls) and not is_yes and all(at in covered for at, (word, _, _) in enumerate(words) if word)
