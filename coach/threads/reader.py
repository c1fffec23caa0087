"""A second pass over a conversation: each turn checked in its role, with what comes before it in view."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from coach.engine import Adviser, Recall, check_all
from coach.models import AgeGroup, Audience, Concern, Flag, FlagSource, Message, Report, Role, Weight
from coach.models.category import FRIEND_HURTING
from coach.models.thread import Between, Turn
from coach.threads.answering import how_answered, is_answer, joined, with_given, with_guess
from coach.threads.asides import asides
from coach.threads.ask_at_home import ask_at_home
from coach.threads.banter import as_teasing, is_teasing, with_calm_words
from coach.threads.group_names import GroupNames
from coach.threads.group_words import group_words
from coach.threads.levels import without_levels
from coach.threads.ordinary import is_ordinary
from coach.threads.quarrel import as_quarrel
from coach.threads.refusal import without_manners
from coach.threads.replies import wants_something
from coach.threads.retorts import ANSWERED_WITHIN, in_role, retorts
from coach.threads.roles import Roles
from coach.threads.schoolwork import does_it, schoolwork
from coach.threads.sent import FRIENDS, after_sending
from coach.threads.survey import ChatFacts
from coach.threads.unanswered import Unanswered

if TYPE_CHECKING:
    from spacy.language import Language

_SECRECY = f"{Concern.RED_FLAG}/secrecy"
_EITHER_WAY = frozenset({Concern.OVERSHARING, Concern.GOING_ALONG})
"""What is looked for in a sent turn alone; read beside the rest where nobody said who the child is."""


@dataclass(frozen=True, slots=True)
class ReadTurn:
    """A turn of a conversation, and what was found in it."""

    number: int
    """From 0, in the order of the conversation."""
    turn: Turn
    is_mine: bool
    report: Report
    is_to_you: bool = False
    """Whether something unkind in it is said to whoever reads it, by its words alone."""

    @property
    def place(self) -> int:
        """From 1, as people count messages."""
        return self.number + 1

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What was found."""
        return self.report.flags


class ThreadReader:
    """Checks the turns of conversations with one pipeline."""

    def __init__(
        self,
        nlp: Language,
        between: Between | None = None,
        age: AgeGroup | None = None,
        recall: Recall | None = None,
    ) -> None:
        self._nlp = nlp
        self._recall = recall or Recall()
        self._adviser = Adviser(nlp)
        self._retorts = retorts(nlp)
        self._asides = asides(nlp)
        self._at_home = ask_at_home(nlp)
        self._schoolwork = schoolwork(nlp)
        self._between = between
        self._age = age
        self._names: dict[str, GroupNames] = {}
        """By conversation, the names of all who write."""
        self._roles: dict[str, Roles] = {}
        """By conversation, who writes, and whom unkind words hit."""
        self._pressed = set[str]()
        """The conversations in which somebody has pressed the child so far."""
        self._wanted = set[str]()
        """The conversations in which somebody else wrote anything like a red flag so far."""
        self._unsafe = set[str]()
        """The conversations in which the child wrote so far that home is not safe."""
        self._hurting = set[tuple[str, str]]()
        """The conversations and senders of whom a turn so far says that they hurt."""
        self._serious = set[str]()
        """The conversations in which anything but teasing was found so far."""
        self._teased = Counter[tuple[str, str]]()
        """In how many turns so far each sender of a conversation teased."""

    def read(self, turns: Iterable[Turn], facts: Mapping[str, ChatFacts]) -> Iterator[ReadTurn]:
        """Yield every turn with its report; flags in a turn that was sent say what can be done now.

        Args:
            turns: of all conversations of a file, each oldest first.
            facts: what `survey` returned for the same turns.
        """
        before = defaultdict[str, deque[ReadTurn]](partial(deque, maxlen=ANSWERED_WITHIN))
        asked = defaultdict[str, Unanswered](Unanswered)
        self._names = {name: GroupNames(chat.turns) for name, chat in facts.items()}
        self._roles = {name: self._roles_in(chat) for name, chat in facts.items()}
        for (number, turn, is_last), report in check_all(self._nlp, self._asked(turns, facts), self._recall):
            if not is_last:
                drafts = report
                continue
            chat, latest = facts[turn.chat], before[turn.chat]
            previous = latest[-1] if latest else None
            is_mine = turn.sender in chat.mine
            found = report if chat.mine else _both(report, drafts)
            if previous and is_mine and not previous.is_mine:
                found = without_levels(self._nlp, self._with_given(found, asked[turn.chat]), previous.turn.text)
                found = without_manners(found, previous.report)
            if is_mine:
                found = self._with_cause(found, turn.chat)
            else:
                found = self._at_home.read(found, turn, tuple(latest), self._adviser)
                found = self._hear(found, turn, previous)
                asked[turn.chat].hear(turn.text)
            found = self._answering(found, turn, chat, tuple(latest))
            found = self._hinting(found, turn, chat, tuple(latest))
            said = self._said(found, turn, chat)
            said = self._smiled_at(said, turn, is_fun=number in chat.smiled_at and not is_mine)
            self._roles[turn.chat].see(found, turn)
            latest.append(ReadTurn(number, turn, is_mine, said, _is_to_you(found)))
            yield latest[-1]

    def _roles_in(self, chat: ChatFacts) -> Roles:
        return Roles(self._names[chat.name], group_words(self._nlp), chat.mine, is_group=chat.is_group)

    def _asked(
        self, turns: Iterable[Turn], facts: Mapping[str, ChatFacts]
    ) -> Iterator[tuple[tuple[int, Turn, bool], Message]]:
        """Yield what is checked: each turn as it went; without a child, as sent first and then as received."""
        for number, turn in enumerate(turns):
            chat = facts[turn.chat]
            if not chat.mine:
                yield (number, turn, False), Message(text=turn.text, audience=chat.audience(self._between))
            yield (number, turn, True), chat.message(turn, self._between)

    def _answering(self, report: Report, turn: Turn, chat: ChatFacts, before: Sequence[ReadTurn]) -> Report:
        """Add what is unkind only because of the turn that it answers."""

        def role(answered: str) -> Role:
            if turn.sender in chat.mine:
                return Role.WRITER
            return Role.TARGET if not chat.is_group or answered in chat.mine else Role.WITNESS

        return self._retorts.added(report, turn, before, role, self._adviser)

    def _hinting(self, report: Report, turn: Turn, chat: ChatFacts, before: Sequence[ReadTurn]) -> Report:
        """Add a hint by which somebody who is spoken of is left out."""
        if self._between is Between.FAMILY or not (
            hint := self._asides.leaves_out(report, turn, self._names[turn.chat], before)
        ):
            return report
        named = self._names[turn.chat].in_text(turn.text, turn.sender, near=hint.start)
        other = Role.TARGET if named in chat.mine else Role.WITNESS
        role = Role.WRITER if turn.sender in chat.mine else other
        return in_role(with_given(report, [hint], self._adviser), report, role)

    def _said(self, report: Report, turn: Turn, chat: ChatFacts) -> Report:
        """Return the report with each flag in its role, and with words that fit a turn of the past."""
        report = self._fitting(report, turn, chat)
        if not report.flags:
            return report
        report = self._roles[turn.chat].given(report, turn)
        if any(flag.is_quiet and flag.role is Role.WRITER for flag in report.flags):
            self._unsafe.add(turn.chat)
        audience = report.message.audience
        worded = tuple(
            self._after(flag, turn, audience) for flag in self._adviser.flags(self._known(report), self._age)
        )
        if self._between is Between.FAMILY:
            worded = tuple(as_quarrel(flag, turn.sender) for flag in worded)
        worded = self._teasing(worded, audience, chat)
        if any(flag.concern is Concern.RED_FLAG and flag.weight is Weight.STOP for flag in worded):
            self._pressed.add(turn.chat)
        return report.model_copy(update={"flags": worded})

    def _known(self, report: Report) -> Report:
        """Return a report whose flags are worded for a friend, where the family said that they know each other."""
        if self._between not in {Between.FAMILY, Between.FRIENDS}:
            return report
        return report.model_copy(update={"message": report.message.model_copy(update={"audience": Audience.FRIEND})})

    def _teasing(self, flags: tuple[Flag, ...], audience: Audience, chat: ChatFacts) -> tuple[Flag, ...]:
        """Take plain teasing between two who tease both ways as that, unless anything else was found so far."""
        if any(not is_teasing(flag, audience) for flag in flags):
            self._serious.add(chat.name)
        return tuple(map(as_teasing, flags)) if chat.is_banter and chat.name not in self._serious else flags

    def _smiled_at(self, report: Report, turn: Turn, *, is_fun: bool) -> Report:
        """Give a friend's first teasing calm words, if the child laughed at it or teased back; its weight stays."""
        if not report.flags or turn.chat in self._serious:
            return report
        self._teased[turn.chat, turn.sender] += 1
        if not is_fun or self._teased[turn.chat, turn.sender] > 1:
            return report
        return report.model_copy(update={"flags": tuple(map(with_calm_words, report.flags))})

    def _fitting(self, report: Report, turn: Turn, chat: ChatFacts) -> Report:
        """Leave out what is ordinary between these people, and take a hurting friend's plea for silence as that."""
        between = self._between or chat.between_with(turn.sender)
        flags = tuple(flag for flag in report.flags if not is_ordinary(flag, between))
        if not (self._between or chat.looks_online or turn.sender in chat.suspects):
            flags = tuple(flag for flag in flags if not _is_guess(flag))
        if any(flag.category == FRIEND_HURTING for flag in flags):
            self._hurting.add((turn.chat, turn.sender))
        is_hurting = turn.sender in chat.disclosing or (turn.chat, turn.sender) in self._hurting
        if is_hurting and report.message.audience is not Audience.STRANGER:
            flags = tuple(self._as_care(flag, report) if flag.category == _SECRECY else flag for flag in flags)
        return report if flags == report.flags else report.model_copy(update={"flags": flags})

    def _as_care(self, flag: Flag, report: Report) -> Flag:
        weight = self._adviser.weight(FRIEND_HURTING, report.message.audience)
        rule = f"{FRIEND_HURTING}/asks-for-silence"
        said = {"concern": Concern.CARE, "category": FRIEND_HURTING, "rule": rule, "lesson": ""}
        return flag.model_copy(update={**said, "role": Role.WITNESS, "weight": weight})

    def _with_given(self, report: Report, asked: Unanswered) -> Report:
        """Add what a turn gives away because of the question before it, or of one a few turns of others ago."""
        text, latest = report.message.text, asked.latest
        known = self._between if self._between is Between.FAMILY else Between.FRIENDS
        between = Between.ONLINE if report.message.audience is Audience.STRANGER else known
        for given in asked.answered(self._nlp, text, between, self._recall):
            report = with_given(report, given, self._adviser)
        return with_guess(self._nlp, report, latest, between, self._adviser) if latest else report

    def _hear(self, report: Report, turn: Turn, previous: ReadTurn | None) -> Report:
        """Note whether somebody else's turn wants anything of the child but homework, and return its report."""
        if previous and previous.turn.sender != turn.sender and turn.chat not in self._wanted:
            softened = self._schoolwork.softened(report, previous.turn.text)
            if softened is not report:
                return softened
        is_red = any(
            flag.concern is Concern.RED_FLAG and flag.source is not FlagSource.SECOND_READER for flag in report.flags
        )
        if is_red or (report.message.audience is Audience.STRANGER and wants_something(self._nlp, turn.text)):
            self._wanted.add(turn.chat)
        return report

    def _with_cause(self, report: Report, chat: str) -> Report:
        """Leave out going along that only a guess or a bare answer shows, where nobody has wanted anything so far."""
        if chat in self._wanted:
            return report
        flags = tuple(flag for flag in report.flags if not _needs_cause(flag))
        return report if flags == report.flags else report.model_copy(update={"flags": flags})

    def _after(self, flag: Flag, turn: Turn, audience: Audience) -> Flag:
        """Return a flag of the child's own turn with what can be done now that it is sent."""
        if flag.role is not Role.WRITER:
            return flag
        to_presser = turn.chat in self._pressed
        is_unsafe = turn.chat in self._unsafe
        how = how_answered(flag) or (FRIENDS if audience in {Audience.FRIEND, Audience.GROUP} else "")
        advice = after_sending(flag.category, self._age, to_presser=to_presser, is_unsafe=is_unsafe, how=how)
        said = {"why": advice.why, "note": advice.note, "steps": advice.steps}
        return flag.model_copy(update={**said, "is_sent": True})


def _is_guess(flag: Flag) -> bool:
    """Return whether a red flag is the second reader's alone."""
    return flag.concern is Concern.RED_FLAG and flag.source is FlagSource.SECOND_READER


def _needs_cause(flag: Flag) -> bool:
    """Return whether a flag is of going along that its own words do not show: "ok", "done", "send me the clip"."""
    is_guess = flag.source is FlagSource.SECOND_READER or is_answer(flag)
    return flag.concern is Concern.GOING_ALONG and (is_guess or does_it(flag))


def _is_to_you(report: Report) -> bool:
    return any(flag.concern is Concern.UNKIND and flag.role is not Role.WITNESS for flag in report.flags)


def _both(received: Report, sent: Report) -> Report:
    """Join what was found in a turn read both ways; words that press a child are not those of one who goes along."""
    pressing = [flag for flag in received.flags if flag.concern is Concern.RED_FLAG and flag.weight is Weight.STOP]

    def presses(flag: Flag) -> bool:
        return flag.concern is Concern.GOING_ALONG and any(one.meets(flag.start, flag.end) for one in pressing)

    return joined(received, (flag for flag in sent.flags if flag.concern in _EITHER_WAY and not presses(flag)))
