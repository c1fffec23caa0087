"""The pages of a walk through a chat: in a long one, marks that need no new words share a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.models import Role

if TYPE_CHECKING:
    from coach.threads.chat_walk import ChatWalk, MarkedTurn
    from coach.threads.reader import ReadTurn

MANY = 5
"""A walk with more marks is long: it may be cut short, and its marks may share pages."""
_MOST = 4
"""The most marks of a page."""


@dataclass(frozen=True, slots=True)
class WalkPage:
    """One mark, or several by one sender whose kinds were all explained on the page before."""

    first: int
    """The number of its first mark, from 1."""
    marks: tuple[MarkedTurn, ...]
    before: MarkedTurn | None = None
    """The mark whose advice was given right before."""

    @property
    def last(self) -> int:
        """The number of its last mark, from 1."""
        return self.first + len(self.marks) - 1

    @property
    def turns(self) -> Iterator[tuple[ReadTurn, bool]]:
        """Yield the turns to show, each once, with whether it is a mark; quiet words beside a mark are left out."""
        marked = {mark.one.number for mark in self.marks}
        seen = set[int]()
        for mark in self.marks:
            for one in (*mark.before, mark.one):
                is_hidden = one.number in seen or (
                    one.number not in marked and any(flag.is_quiet for flag in one.flags)
                )
                seen.add(one.number)
                if not is_hidden:
                    yield one, one.number in marked


def is_long(walk: ChatWalk) -> bool:
    """Return whether a child may tire before the end of this walk."""
    return len(walk.marks) > MANY


def pages_of(walk: ChatWalk) -> tuple[WalkPage, ...]:
    """Return the pages of the marks; of a walk that is not long, one for each."""
    pages, explained, is_shared = list[WalkPage](), frozenset[tuple[str, Role]](), False
    for number, mark in enumerate(walk.marks, 1):
        last = pages[-1] if pages else None
        before = last.marks[-1] if last else None
        repeats = is_long(walk) and before is not None and _kinds(mark) <= explained and _is_like(mark, before)
        if last and repeats and is_shared and len(last.marks) < _MOST:
            pages[-1] = WalkPage(last.first, (*last.marks, mark), last.before)
        else:
            pages.append(WalkPage(number, (mark,), before))
            is_shared = repeats
            explained = explained if repeats else _kinds(mark)
    return tuple(pages)


def _kinds(mark: MarkedTurn) -> frozenset[tuple[str, Role]]:
    return frozenset((flag.category, flag.role) for flag in mark.one.flags)


def _is_like(mark: MarkedTurn, before: MarkedTurn) -> bool:
    """Return whether a mark may share a page with the one before it: the same sender, and words that are shown."""
    if mark.is_unmarked or before.is_unmarked:
        return False
    one, other = mark.one.turn, before.one.turn
    return (one.chat, one.sender) == (other.chat, other.sender) and not (mark.is_quiet or before.is_quiet)
