"""The child's role in unkind words: whom they hit, by the turns before.

A name in the turn decides. Without one, "she" is whoever was hit or named right before, and "u" is the child who wrote
right before, else whoever was hit so far, else whoever last had something to say.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coach.models import Concern, Flag, Report, Role
from coach.threads.answering import is_answer

if TYPE_CHECKING:
    from coach.threads.group_names import GroupNames
    from coach.threads.group_words import GroupWords

RECENT = 8
"""How many turns back are looked at."""
_NAMED = 3
"""How many turns behind a name "she" may mean it."""
_FEW, _FEW_BEHIND = 3, 7
"""The most words of a turn that only answers: "ok", "its full"; and of one that begins as an answer."""
_WORD = re.compile(r"[^\W_]{1,40}")
_OWN = frozenset({"i", "im", "ive", "id", "ill", "me", "my", "mine", "we", "our", "us"})
"""Words by which a short turn says something of its writer: "my drawing"."""
_ANSWERS = frozenset(
    "a ah aha ahah ahaha aw aww eww ew fr haha hahaha hahahaha it its lmao lmfao lol lool nah no nope ok oh omg same "
    "so that thats they theyre this true what yeah yep yes yh wow you u ur youre".split()
)
"""Words with which a turn answers what was said before: "lol it looks so bad"."""


class SaidTurn(Protocol):
    """A turn."""

    @property
    def sender(self) -> str:
        """Who wrote it."""
        ...

    @property
    def text(self) -> str:
        """What it says; empty for a picture."""
        ...


@dataclass(slots=True)
class _Hit:
    """The last unkind turn."""

    by: str
    whom: str
    """Empty if it is said to all."""
    ago: int = 0
    """How many turns ago."""
    is_broken: bool = False
    """Whether somebody else has had something to say since."""


def last_speaker(before: Sequence[SaidTurn], speaker: str) -> str | None:
    """Return who last had something to say, besides the speaker; whoever wrote last, if nobody had.

    Args:
        before: the turns so far.
        speaker: who writes next.
    """
    others = [turn for turn in reversed(before[-RECENT:]) if turn.sender != speaker]
    return next((turn.sender for turn in others if not is_thin(turn.text)), others[0].sender if others else None)


def named_before(names: GroupNames, before: Sequence[SaidTurn], speaker: str) -> str | None:
    """Return whom the turns right before name: "did u see maya", "she looked so bad"; None if that is the speaker.

    Args:
        names: of all who write.
        before: the turns so far.
        speaker: who writes next.
    """
    for turn in reversed(before[-_NAMED:]):
        if named := names.in_text(turn.text, turn.sender, near=0):
            return None if named == speaker else named
    return None


def is_thin(text: str) -> bool:
    """Return whether a turn only answers: a few words that ask nothing and say nothing of their writer."""
    words = _WORD.findall(text.casefold())
    most = _FEW_BEHIND if words and words[0] in _ANSWERS else _FEW
    return bool(text) and len(words) <= most and "?" not in text and _OWN.isdisjoint(words)


class Roles:
    """Sees the turns of one conversation, and gives the child its role in each."""

    def __init__(self, names: GroupNames, words: GroupWords, mine: Set[str], *, is_group: bool) -> None:
        """Know who writes.

        Args:
            names: of all who write.
            words: by which it is heard who only laughs.
            mine: the names of the child; empty if nobody said.
            is_group: whether three people or more write.
        """
        self._names = names
        self._words = words
        self._mine = mine
        self._is_group = is_group
        self._turns = deque[SaidTurn](maxlen=RECENT)
        self._hit: _Hit | None = None

    def given(self, report: Report, turn: SaidTurn) -> Report:
        """Return the report on the next turn with the child's role in each flag."""
        roles = [self._role(flag, turn) for flag in report.flags]
        if all(flag.role is role for flag, role in zip(report.flags, roles, strict=True)):
            return report
        flags = (flag.model_copy(update={"role": role}) for flag, role in zip(report.flags, roles, strict=True))
        return report.model_copy(update={"flags": tuple(flags)})

    def see(self, report: Report, turn: SaidTurn) -> None:
        """Take note of a turn with what was found in it, each flag in the role that its own words give."""
        unkind = next((flag for flag in report.flags if flag.concern is Concern.UNKIND), None)
        whom = self._whom(unkind, turn) if unkind else None
        if unkind and (whom or unkind.role is not Role.WITNESS):
            self._hit = _Hit(turn.sender, whom or "")
        elif hit := self._hit:
            hit.ago += 1
            hit.is_broken = hit.is_broken or (turn.sender not in (hit.by, hit.whom) and not is_thin(turn.text))
            self._hit = hit if hit.ago < RECENT else None
        self._turns.append(turn)

    def _role(self, flag: Flag, turn: SaidTurn) -> Role:
        if flag.concern is not Concern.UNKIND or flag.role is Role.WRITER or is_answer(flag):
            return flag.role
        if self._is_group:
            return Role.TARGET if self._whom(flag, turn) in self._mine else Role.WITNESS
        named = self._names.in_text(turn.text, turn.sender, near=flag.start)
        is_one_of_two = named is not None and (named in self._mine if self._mine else self._names.has_written(named))
        return Role.TARGET if is_one_of_two else flag.role

    def _whom(self, flag: Flag, turn: SaidTurn) -> str | None:
        """Return whom unkind words in the next turn hit; None if they may be about anybody."""
        if named := self._names.in_text(turn.text, turn.sender, near=flag.start):
            return named
        hit = self._hit
        if flag.role is Role.WITNESS:
            goes_on = hit and not hit.is_broken and hit.whom != turn.sender
            return hit.whom if hit and goes_on else named_before(self._names, tuple(self._turns), turn.sender)
        if self._answers_the_child():
            return self._turns[-1].sender
        if hit and hit.by != turn.sender and hit.whom in ("", turn.sender):
            return hit.by
        if hit and hit.whom and self._names.has_written(hit.whom) and (hit.by == turn.sender or not hit.is_broken):
            return hit.whom
        return last_speaker(tuple(self._turns), turn.sender)

    def _answers_the_child(self) -> bool:
        """Return whether the child wrote right before, and did more than laugh along."""
        last = self._turns[-1] if self._turns else None
        return last is not None and last.sender in self._mine and not self._words.heard(last.text).only_goes_along
