"""Cuts a reply into parts, and says what each does: refuse, evade, agree, deny, ask back or answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.threads.phrase_finder import PhraseFound
from coach.threads.replies_file import QuestionKind, reply_words


@dataclass(frozen=True)
class ReplyPart:
    """Some words of a reply, without a mark between them."""

    words: Sequence[str | None]
    """All words of the reply."""
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
        jokes = self._named("evades")
        gives = [one for one in self._named(f"{kind.id} gives") if not any(joke.holds(one) for joke in jokes)]
        if self._named(f"{kind.id} evades") or any(
            not any(one.holds(no) for one in gives) for no in self._named("refuses")
        ):
            return []
        first, last = self.place
        return [(min(first, one.first), max(last, one.last)) for one in gives if self.first <= one.first < self.last]

    def refuses(self, kind: QuestionKind) -> bool:
        """Return whether it says no to a question of this kind, or evades it."""
        return bool(self._named("refuses") or self._named(f"{kind.id} evades"))

    def is_bare(self, most: int) -> bool:
        """Return whether it is nothing but a detail of at most so many words."""
        rest = [str(self.words[at]) for at in self._rest()]
        return 0 < len(rest) <= most and not self._asks_back and reply_words().words.chatter.isdisjoint(rest)

    @property
    def _asks_back(self) -> bool:
        return self.words[self.first] in reply_words().replies.asks_back

    def _rest(self) -> list[int]:
        """Return which words are left without fillers, openers, evasions and emoji."""
        empty = {at for name in ("fillers", "openers", "evades") for one in self._named(name) for at in range(*one[1:])}
        return [
            at for at in range(self.first, self.last) if at not in empty and not str(self.words[at]).startswith(":")
        ]

    def _begins_with(self, name: str) -> bool:
        before = {at for one in self._named("fillers") for at in range(*one[1:])}
        for one in self._named(name):
            following = self.words[one.last] if one.last < len(self.words) else None
            if following != "not" and all(at in before for at in range(self.first, one.first)):
                return self.first <= one.first < self.last
        return False

    def _named(self, name: str) -> list[PhraseFound]:
        return [one for one in self.found if one.name == name]


def parts_of(words: Sequence[str | None], found: Sequence[PhraseFound]) -> list[ReplyPart]:
    """Cut a reply at marks, and before words such as "but" and "its"."""
    return [
        ReplyPart(words, first, last, [one for one in found if one.first < last and first < one.last])
        for first, last in _stretches(words)
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
