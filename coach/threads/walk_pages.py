"""The pages of a walk through a chat: in a long one, marks that say the same again are gathered on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.models import Role
from coach.models.thread import Skip
from coach.threads.plan import planned

if TYPE_CHECKING:
    from coach.threads.chat_walk import ChatWalk, MarkedTurn
    from coach.threads.reader import ReadTurn

MANY = 5
"""A walk with more marks is long: it may be cut short, and its marks may share pages."""
_MOST = 4
"""The most marks of a page."""


@dataclass(frozen=True, slots=True)
class WalkPage:
    """One mark, or several by one sender whose kinds were all explained on a page before."""

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
    """Return the pages of the marks; of a walk that is not long, one for each.

    In a long one, what a sender says again follows the mark that explained it, also where other marks are in between.
    """
    groups = _groups(walk.marks) if is_long(walk) else [[mark] for mark in walk.marks]
    pages, number = list[WalkPage](), 1
    for group in groups:
        for shared in ((group[0],), *_shared(group[1:])):
            pages.append(WalkPage(number, shared, pages[-1].marks[-1] if pages else None))
            number += len(shared)
    return tuple(pages)


def skip_from(walk: ChatWalk, pages: Sequence[WalkPage], number: int) -> Skip | None:
    """Return where the way may be cut short to: in a long walk, everywhere but at the end.

    Without a plan, the heaviest of what the child wrote is not left out.

    Args:
        walk: the walk.
        pages: its pages.
        number: of the page that is shown, from 1; 0 for what comes before the first.
    """
    if not is_long(walk) or number > len(pages):
        return None
    if any(planned(walk)):
        return Skip.PLAN
    return Skip.OWN if number < own_gravest(pages) else Skip.END


def own_gravest(pages: Sequence[WalkPage]) -> int:
    """Return the number, from 1, of the page with the heaviest words of the child's own; 0 if none are shown."""
    weights = [max((_heaviest(mark) for mark in page.marks if mark.said_of_own), default=0) for page in pages]
    return weights.index(max(weights)) + 1 if any(weights) else 0


def _groups(marks: Iterable[MarkedTurn]) -> list[list[MarkedTurn]]:
    """Gather marks behind the first that explains them: all said by one sender, and none weighs more."""
    groups: list[list[MarkedTurn]] = []
    for mark in marks:
        like = next((group for group in groups if _is_said_again(mark, group[0])), None)
        if like:
            like.append(mark)
        else:
            groups.append([mark])
    return groups


def _shared(marks: Sequence[MarkedTurn]) -> Iterator[tuple[MarkedTurn, ...]]:
    return (tuple(marks[at : at + _MOST]) for at in range(0, len(marks), _MOST))


def _kinds(mark: MarkedTurn) -> frozenset[tuple[str, Role]]:
    return frozenset((flag.category, flag.role) for flag in mark.one.flags)


def _heaviest(mark: MarkedTurn) -> int:
    return max((flag.weight.rank + 1 for flag in mark.one.flags), default=0)


def _is_said_again(mark: MarkedTurn, first: MarkedTurn) -> bool:
    """Return whether what is said of the first mark goes for this one too; never where words are hidden."""
    if any(each.is_unmarked or each.is_quiet for each in (mark, first)) or mark.said_of_own != first.said_of_own:
        return False
    one, other = mark.one.turn, first.one.turn
    is_same = (one.chat, one.sender) == (other.chat, other.sender)
    return is_same and _kinds(mark) <= _kinds(first) and _heaviest(mark) <= _heaviest(first)
