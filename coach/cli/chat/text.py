"""A conversation for people in a terminal: the turns to look at, and where it turned."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import IO, TextIO

from coach.cli.chat.words import nobody_said_who, said_of_knowing, said_of_maybe_online
from coach.cli.check.formats.text_report import TextReport
from coach.cli.check.scope import CheckScope
from coach.cli.terminal import counted, has_colour, one_line
from coach.helplines import help_with_chat, home_country
from coach.models import Flag
from coach.threads import Conversation, ReadTurn, ShownClimb
from coach.threads.opened import OpenedChat
from coach.threads.words import (
    is_read_in_part,
    said_of_banter,
    said_of_climb,
    said_of_group,
    said_of_reading,
    said_of_sender,
    said_of_steps,
    said_of_time,
)

NOTHING = "Nothing to look at again."
SAME_STEPS = "The same steps as for message {place}."
"""In place of what to do, once just that was written."""
PARTLY = "Nothing to look at again in the messages that could be read. Look at the others yourselves."


class ChatText(TextReport):
    """Writes the flagged turns as they are read, then what they add up to."""

    def __init__(self, opened: OpenedChat, country: str, out: TextIO, off: str = "") -> None:
        width = shutil.get_terminal_size().columns
        super().__init__(has_colour(out), width, home_country(country), CheckScope(off=off))
        self._opened = opened
        self._explained: set[tuple[str, str, str]] = set()
        """Categories and roles whose words were written."""
        self._steps = set[str]()
        """What to do, as far as it was written."""
        self._steps_at: dict[tuple[str, ...], int] = {}
        """At which message it was written, each time several steps were."""
        self._flags: dict[str, Flag] = {}
        """One flag of each category, for the help lines."""

    def write(self, conversation: Conversation, out: IO[str]) -> None:  # type: ignore[override]
        """Read the conversation and write what was found."""
        out.writelines(f"{line}\n" for line in self._before(conversation))
        flagged, chat = 0, ""
        for one in conversation.looked_at():
            if not one.flags:
                continue
            if one.turn.chat != chat:
                chat = one.turn.chat
                self._steps_at.clear()  # messages are counted anew in each
                out.write(f"\n{one_line(chat)}\n")
            flagged += 1
            out.writelines(f"{line}\n" for line in self._turn(one))
        out.writelines(f"{line}\n" for line in self._after(conversation, flagged))

    def _before(self, conversation: Conversation) -> Iterator[str]:
        facts = conversation.facts.values()
        yield from self._wrapped(f"{said_of_reading(self._opened, facts)}.", "")
        if note := nobody_said_who(facts):
            yield from self._wrapped(note, "")
        if note := said_of_knowing(facts, conversation.between):
            yield from self._wrapped(note, "")

    def _turn(self, one: ReadTurn) -> Iterator[str]:
        yield ""
        whose = " (sent)" if one.is_mine else ""
        yield f"{one.place}. {said_of_time(one.turn)}{said_of_sender(one.turn.sender)}{whose}:"
        for flag in one.flags:
            if not flag.is_quiet:
                yield from self._phrase(one.turn.text, flag)
            kind = flag.category, flag.role.value + ("sent" if one.is_mine else "")
            self._flags.setdefault(flag.rule, flag)
            if (*kind, flag.note) in self._explained and self._steps.issuperset(flag.steps):
                yield f"{self._named(flag)}{'' if flag.is_quiet else ', as above'}"
                continue
            self._explained |= {(*kind, flag.note), (*kind, "")}  # the note is given once in a message
            yield from self._words(self._without_repeated_steps(flag), "")
            self._steps.update(flag.steps)
            if len(flag.steps) > 1:
                self._steps_at.setdefault(flag.steps, one.place)

    def _without_repeated_steps(self, flag: Flag) -> Flag:
        place = self._steps_at.get(flag.steps)
        return flag.model_copy(update={"steps": (SAME_STEPS.format(place=place),)}) if place else flag

    def _after(self, conversation: Conversation, flagged: int) -> Iterator[str]:
        watch = conversation.watch
        for climb in watch.climbs():
            yield from self._climb(climb)
        banter = said_of_banter(self._opened, conversation) if flagged else ""
        online = said_of_maybe_online(conversation)
        for line in filter(None, (*said_of_group(watch, conversation.facts.values()), banter, online)):
            yield ""
            yield from self._wrapped(line, "")
        flags = self._flags.values()
        is_alarm = any(climb.alarm is not None for climb in watch.climbs())
        yield from self._help(help_with_chat(flags, self.country, is_alarm=is_alarm))
        yield from self._lessons(flags)
        yield ""
        if flagged:
            yield f"{counted(flagged, 'message')} to look at together."
        elif not conversation.is_flagged:
            yield PARTLY if is_read_in_part(self._opened, conversation.facts.values()) else NOTHING
        yield from self._wrapped(self.scope.off, "") if self.scope.off else ()

    def _climb(self, climb: ShownClimb) -> Iterator[str]:
        """Yield the stages of one sender, if they are an alarm."""
        if climb.alarm is None:
            return
        yield ""
        yield from self._wrapped(said_of_climb(climb), "")
        for line in said_of_steps(climb.steps):
            yield from self._wrapped(line, "  ")
        for step in climb.steps:
            if step.stage.is_heavy:
                yield from self._wrapped(step.stage.why, "  ")
                yield from self._wrapped(f"For the grown-up: {step.stage.note}", "  ")
