"""Asking at home: who will, and who tells a child not to.

"no dont ask him" leaves nobody out where "him" is the dad whom the child has just spoken of. From somebody known only
online it keeps him in the dark; from a friend it is about permission.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coach.models import Audience, Concern, Flag, FlagSource, Report, Role, Weight
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.answering import with_given
from coach.threads.phrase_finder import TextFinder, once_for_each, read_phrases
from coach.threads.refusal import is_refusal
from coach.threads.replies import GivenAway
from coach.threads.retorts import in_role

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.engine import Adviser
    from coach.models.thread import Turn
    from coach.threads.news import Answerable

_SECRECY, _EXCLUSION = f"{Concern.RED_FLAG}/secrecy", f"{Concern.UNKIND}/exclusion"
_LONGEST = 200
"""The longest turn that is read, in characters."""
_AGO = 2
"""How many turns of others back somebody may have said that they will ask."""


class AskAtHome:
    """Hears it, in the spelling of one pipeline, which it does not hold."""

    def __init__(self, nlp: Language) -> None:
        self._finder = TextFinder(nlp, read_phrases(_source(), _source().values["phrases"]))

    def asks(self, text: str) -> bool:
        """Return whether somebody says that they ask or tell a grown-up of their own."""
        if len(text) > _LONGEST:
            return False
        said = self._finder.read(text)
        return said.has("asks-home") and not said.has("unasked")

    def refuses(self, text: str, asked: str, flags: Sequence[Flag]) -> bool:
        """Return whether an answer to red flags is a plain no.

        Args:
            text: the answer.
            asked: the turn that is answered.
            flags: found in that turn.
        """
        said, before = ([word for word, _, _ in self._finder.words(each)] for each in (text, asked))
        return is_refusal(said, before, {flag.category for flag in flags})

    def read(self, report: Report, turn: Turn, before: Sequence[Answerable], adviser: Adviser) -> Report:
        """Return the report on a turn of somebody else, with what it says about asking by the turns before.

        Args:
            report: on the turn.
            turn: the turn.
            before: the turns before, oldest first.
            adviser: knows the weights.
        """
        if not turn.text or len(turn.text) > _LONGEST:
            return report
        said = self._finder.read(turn.text)
        latest = before[-_AGO:]
        is_asking = any(self.asks(one.turn.text) for one in latest if one.turn.sender != turn.sender)
        found = [one for one in said.found if one.name == "names-home" or (is_asking and one.name == "keeps-out")]
        if found and report.message.audience is Audience.STRANGER:
            place = said.place(found)
            rest = _without(report, *place)
            added = with_given(rest, [GivenAway("asking", _SECRECY, *place, 0, 0)], adviser)
            return in_role(added, rest, Role.TARGET)
        if is_asking or any(self._finder.read(one.turn.text[:_LONGEST]).has("wants-to-know") for one in latest):
            return _without_exclusion(report)
        return report


@once_for_each
def ask_at_home(nlp: Language) -> AskAtHome:
    """Compile the phrases of ask_at_home.toml for the spelling of a pipeline, once."""
    return AskAtHome(nlp)


def _without(report: Report, start: int, end: int) -> Report:
    """Leave out that the same words leave somebody out, and what the second reader makes of them."""

    def stays(flag: Flag) -> bool:
        is_guess = flag.source is FlagSource.SECOND_READER and flag.weight is not Weight.STOP
        is_here = flag.meets(start, end)
        return not (is_here and flag.category == _EXCLUSION) and not (is_guess and flag.category == _SECRECY)

    return report.model_copy(update={"flags": tuple(filter(stays, report.flags))})


def _without_exclusion(report: Report) -> Report:
    """Leave out that somebody is left out by "dont ask him": they were to be asked for an answer, not to come along."""

    def invites(flag: Flag) -> bool:
        return flag.category != _EXCLUSION or "ask" not in flag.phrase.casefold()

    flags = tuple(filter(invites, report.flags))
    return report if len(flags) == len(report.flags) else report.model_copy(update={"flags": flags})


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("ask_at_home.toml"))
