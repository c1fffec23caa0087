"""Answers that are unkind only because of the turn before.

"do it" says nothing alone, and is the worst that one can say to somebody who wants to die; "no u cant" and "its kinda
full" shut out the one who asks to come. "ok fine" behind a dare goes along. An answer counts only where it says nothing
else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coach.models import Audience, Concern, Flag, FlagSource, Report, Role
from coach.models.category import FRIEND_HURTING
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.answering import with_given
from coach.threads.asides import is_somebody
from coach.threads.news import Answerable, news_answers
from coach.threads.parents import is_family
from coach.threads.phrase_finder import FILLERS, TextFinder, once_for_each, read_phrases
from coach.threads.replies import GivenAway

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.engine import Adviser
    from coach.models.thread import Turn

_HURTING = f"{Concern.CARE}/hurting"
_GOADING, _EXCLUSION = f"{Concern.UNKIND}/self-harm", f"{Concern.UNKIND}/exclusion"
_THREAT = f"{Concern.UNKIND}/threat"
_OBEYS = f"{Concern.GOING_ALONG}/obeys"
_PRESSES = frozenset({f"{Concern.UNKIND}/pressure", f"{Concern.RED_FLAG}/blackmail"})
_BEHIND = {"shuns-life": "so-dont", "thinks-little": "agrees"}
"""What goads only behind certain words, by the list of those words."""
_NOBODY = frozenset(
    {"can", "could", "you", "i", "me", "we", "us", "come", "join", "play", "go", "sit", "be", "with", "here", "it"}
)
"""Words of a question that name nobody."""
_OWN = "own-"
"""What the name of a rule about a child's own hurt begins with where a friend writes it."""
_LONGEST = 80
"""The longest such answer, in characters."""
ANSWERED_WITHIN = 6
"""How many turns back the one that is answered may be."""


class Retorts:
    """Hears such answers, in the spelling of one pipeline, which it does not hold."""

    def __init__(self, nlp: Language) -> None:
        self._finder = TextFinder(nlp, read_phrases(_source(), _source().values["phrases"]))
        self._news = news_answers(nlp)

    def added(
        self, report: Report, turn: Turn, before: Sequence[Answerable], role: Callable[[str], Role], adviser: Adviser
    ) -> Report:
        """Return the report on a turn with a flag more if it goads or shuts out whom it answers, or gives in to them.

        Args:
            report: on the turn.
            turn: the turn.
            before: the turns before, oldest first.
            role: the child's role in an answer to a sender.
            adviser: knows the weights.
        """
        if not turn.text or len(turn.text) > _LONGEST or is_family(turn.sender):
            return report
        for answered, own in _answered(turn, before):
            found_role = role(answered.turn.sender)
            one = self._goads(turn.text, answered, own, adviser) or self._shuts_out(report, answered, before)
            if one := one or (self._gives_in(turn.text, answered) if found_role is Role.WRITER else None):
                return in_role(with_given(report, [one], adviser), report, found_role)
        if one := self._comes_next(turn, before):
            return in_role(with_given(report, [one], adviser), report, role(before[-1].turn.sender))
        if one := self._news.found(report, turn, before):
            return in_role(with_given(report, [one], adviser), report, role(before[-1].turn.sender))
        return report

    def _goads(self, text: str, to: Answerable, own: Sequence[str], adviser: Adviser) -> GivenAway | None:
        """Return where an answer goads somebody who wants to die; `own` is what its writer said in between."""
        hurting = [flag for flag in to.report.flags if _is_despair(flag, adviser)]
        is_kind = not all(self._only(said, _GOADING, "goads", "glad", "fillers") for said in own)
        if not hurting or is_kind or self._has(to.turn.text, "talks"):
            return None
        is_sure = any(flag.source is not FlagSource.SECOND_READER for flag in hurting)
        is_dull = self._has(to.turn.text, "dull")
        behind = (answers for said, answers in _BEHIND.items() if self._has(to.turn.text, said) and not is_dull)
        return self._only(text, _GOADING, "goads", *(("glad",) if is_sure else ()), *behind)

    def _shuts_out(self, report: Report, to: Answerable, before: Sequence[Answerable]) -> GivenAway | None:
        """Return where an answer says no, without a reason, to somebody who asks to come along."""
        if report.message.audience is Audience.STRANGER:
            return None
        text, asked = report.message.text, to.turn.text
        if not self._has(asked, "asks-in") or self._has(asked, "unless"):
            return None
        hints = () if self._is_let_in(to, before) else ("hints",)
        if found := self._only(text, _EXCLUSION, "shuts-out", *hints, beside=("no", "beside")):
            return found
        return self._only(text, _EXCLUSION, "lets-in", beside=("no",)) if self._names_somebody(text, asked) else None

    def _is_let_in(self, to: Answerable, before: Sequence[Answerable]) -> bool:
        """Return whether somebody let in the one who asked, before the next turn."""
        behind = reversed(before)
        since = iter(lambda: next(behind, to), to)
        return any(one.turn.sender != to.turn.sender and self._has(one.turn.text, "admits") for one in since)

    def _names_somebody(self, text: str, asked: str) -> bool:
        """Return whether an answer names somebody: by a name, or by a word for whom it was asked: `jo`."""
        begins = [word for word, _, _ in self._finder.words(text) if word]
        also = {word for word, _, _ in self._finder.words(asked)} - _NOBODY
        return any(is_somebody(word) or word in also for word in begins)

    def _comes_next(self, turn: Turn, before: Sequence[Answerable]) -> GivenAway | None:
        """Return where whoever was unkind just before says to somebody else that they are next."""
        said = self._finder.read(turn.text)
        found = [one for one in said.found if one.name == "comes-next"]
        own = (one.report for one in before if one.turn.sender == turn.sender)
        if not found or not any(flag.concern is Concern.UNKIND for report in own for flag in report.flags):
            return None
        return GivenAway("comes-next", _THREAT, *said.place(found), 0, 0)

    def _gives_in(self, text: str, to: Answerable) -> GivenAway | None:
        """Return where an answer does what a dare or a threat right before it wants."""
        is_pressed = any(flag.category in _PRESSES for flag in to.report.flags)
        is_unkind = any(flag.concern is Concern.UNKIND for flag in to.report.flags)
        is_pressed = is_pressed or (is_unkind and self._has(to.turn.text, "or-else"))
        return self._only(text, _OBEYS, "gives-in", beside=("when",)) if is_pressed else None

    def _has(self, text: str, name: str) -> bool:
        return self._finder.read(text).has(name)

    def _only(self, text: str, category: str, *names: str, beside: tuple[str, ...] = ()) -> GivenAway | None:
        """Return the place of phrases of these lists, if a text is nothing else but fillers and what may be beside."""
        place = self._finder.read(text).only(names, (FILLERS, *beside))
        return GivenAway(names[0], category, *place, 0, 0) if place else None


@once_for_each
def retorts(nlp: Language) -> Retorts:
    """Compile the phrases of retorts.toml for the spelling of a pipeline, once."""
    return Retorts(nlp)


def _answered(turn: Turn, before: Sequence[Answerable]) -> Iterator[tuple[Answerable, list[str]]]:
    """Yield the latest turn with words of each other sender, and what else than goading the writer has said since."""
    seen, own = {turn.sender}, list[str]()
    for one in reversed(before[-ANSWERED_WITHIN:]):
        if one.turn.sender == turn.sender:
            own.extend([] if any(flag.category == _GOADING for flag in one.report.flags) else [one.turn.text])
        elif one.turn.sender not in seen and any(map(str.isalpha, one.turn.text)):
            seen.add(one.turn.sender)
            yield one, list(own)


def in_role(report: Report, before: Report, role: Role) -> Report:
    """Return a report whose flags besides those `before` have this role."""
    known = set(map(id, before.flags))
    flags = (flag if id(flag) in known else flag.model_copy(update={"role": role}) for flag in report.flags)
    return report.model_copy(update={"flags": tuple(flags)})


def _is_despair(flag: Flag, adviser: Adviser) -> bool:
    """Return whether somebody says in it that they want to die, hurt themselves or cannot go on."""
    name = flag.rule.rpartition("/")[2]
    if flag.category == FRIEND_HURTING:
        own = name.removeprefix(_OWN)
        is_despair = own == name or adviser.knows(f"{_HURTING}/{own}")
    else:
        own, is_despair = name, flag.category == _HURTING
    return is_despair and own not in _source().values["mild"]


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("retorts.toml"))
