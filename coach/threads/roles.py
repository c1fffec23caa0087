"""The child's role in unkind words: whom they hit, by the turns before."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from coach.models import Concern, Flag, Report, Role
from coach.threads.answering import is_answer
from coach.threads.whom import SaidTurn, WordTargets

if TYPE_CHECKING:
    from coach.threads.group_names import GroupNames
    from coach.threads.group_words import GroupWords


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
        self._mine = mine
        self._is_group = is_group
        self._targets = WordTargets(names, words, mine)

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
        self._targets.see(report.flags, turn, whom, is_to_all=unkind is not None and unkind.role is not Role.WITNESS)

    def _role(self, flag: Flag, turn: SaidTurn) -> Role:
        if flag.concern is not Concern.UNKIND or flag.role is Role.WRITER or is_answer(flag):
            return flag.role
        if self._is_group:
            return Role.TARGET if self._whom(flag, turn) in self._mine else Role.WITNESS
        named = self._names.in_text(turn.text, turn.sender, near=flag.start)
        is_one_of_two = named is not None and (named in self._mine if self._mine else self._names.has_written(named))
        return Role.TARGET if is_one_of_two else flag.role

    def _whom(self, flag: Flag, turn: SaidTurn) -> str | None:
        return self._targets.whom(flag, turn, is_about_others=flag.role is Role.WITNESS)
