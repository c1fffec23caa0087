"""The pages of a walk through a chat: what to do first, then the marks; in a long one, those alike share a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from coach.locale import N_, _
from coach.models import Concern, Flag, Role
from coach.models.thread import Skip
from coach.threads.plan import planned

if TYPE_CHECKING:
    from coach.threads.chat_walk import ChatWalk, MarkedTurn
    from coach.threads.reader import ReadTurn

MANY = 5
"""A walk with more marks is long: it may be cut short, and its marks may share pages."""
_MOST = 5
"""The most marks of a page."""
_KINDS = 3
"""The most marks of a page with advice of their own."""
FIRST = N_("If you do one thing today, do this:")
"""Above the first step of what weighs most."""


@dataclass(frozen=True, slots=True)
class WalkPage:
    """One mark, or several of one concern by one sender."""

    first: int
    """The number of its first mark, from 1."""
    marks: tuple[MarkedTurn, ...]
    before: MarkedTurn | None = None
    """The mark whose advice was given right before."""

    @property
    def advised(self) -> Iterator[tuple[MarkedTurn, tuple[Flag, ...]]]:
        """Yield the marks with the flags to explain: all of the first, of others what nothing before them explains."""
        said = dict[tuple[str, Role], int]()
        for mark in self.marks:
            flags = tuple(flag for flag in mark.one.flags if said.get(_kind(flag), -1) < flag.weight.rank)
            if flags or mark is self.marks[0]:
                yield mark, flags
            said |= {_kind(flag): flag.weight.rank for flag in flags}

    @property
    def repeats(self) -> bool:
        """Return whether a mark says again what the page explains already."""
        return len(list(self.advised)) < len(self.marks)

    @property
    def last(self) -> int:
        """The number of its last mark, from 1."""
        return self.first + len(self.marks) - 1

    @property
    def _around(self) -> int:
        """How many turns are shown before each mark."""
        return 1 if len(self.marks) > 1 else len(self.marks[0].before) or 1

    @property
    def turns(self) -> Iterator[tuple[ReadTurn, bool]]:
        """Yield the turns to show, each once, with whether it is a mark; quiet words beside a mark are left out."""
        marked = {mark.one.number for mark in self.marks}
        seen = set[int]()
        for mark in self.marks:
            for one in (*mark.before[-self._around :], mark.one):
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

    In a long one, what a sender says of one concern is gathered, also where other marks are in between.
    """
    groups = _groups(walk.marks) if is_long(walk) else [[mark] for mark in walk.marks]
    pages, number = list[WalkPage](), 1
    for shared in chain.from_iterable(map(_shared, groups)):
        pages.append(WalkPage(number, shared, pages[-1].marks[-1] if pages else None))
        number += len(shared)
    return tuple(pages)


def first_things(walk: ChatWalk) -> tuple[str, ...]:
    """Return what to do first, in lines: the plan after an alarm, or in a long walk one step; nothing in others."""
    if plan := tuple(planned(walk)):
        return plan
    steps = [(_heaviest(mark), flag.steps[0]) for mark in walk.marks for flag in mark.one.flags if flag.steps]
    if not (is_long(walk) and steps):
        return ()
    return _(FIRST), max(steps, key=lambda each: each[0])[1]


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
    """Gather marks of one concern by one sender behind the first of them."""
    groups: list[list[MarkedTurn]] = []
    for mark in marks:
        like = next((group for group in groups if _is_like(mark, group[0])), None)
        if like:
            like.append(mark)
        else:
            groups.append([mark])
    return groups


def _shared(marks: Sequence[MarkedTurn]) -> Iterator[tuple[MarkedTurn, ...]]:
    """Split a group into pages; marks of one kind come behind each other."""
    order = {kind: at for at, kind in enumerate(dict.fromkeys(map(_kinds, marks)))}
    page: list[MarkedTurn] = []
    for mark in sorted(marks, key=lambda mark: order[_kinds(mark)]):
        kinds = {_kinds(each) for each in (*page, mark)}
        if len(page) == _MOST or len(kinds) > _KINDS:
            yield tuple(page)
            page = []
        page.append(mark)
    yield tuple(page)


def _kind(flag: Flag) -> tuple[str, Role]:
    return flag.category, flag.role


def _kinds(mark: MarkedTurn) -> frozenset[tuple[str, Role]]:
    return frozenset(map(_kind, mark.one.flags))


def _heaviest(mark: MarkedTurn) -> int:
    return max((flag.weight.rank + 1 for flag in mark.one.flags), default=0)


def _is_like(mark: MarkedTurn, first: MarkedTurn) -> bool:
    """Return whether a mark is of the same concern and by the same sender; never where words are hidden."""
    if any(each.is_unmarked or each.is_quiet for each in (mark, first)) or mark.said_of_own != first.said_of_own:
        return False
    one, other = mark.one.turn, first.one.turn
    is_same = (one.chat, one.sender) == (other.chat, other.sender)
    return is_same and _concerns(mark) <= _concerns(first)


def _concerns(mark: MarkedTurn) -> frozenset[Concern]:
    return frozenset(flag.concern for flag in mark.one.flags)
