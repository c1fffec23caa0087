"""Checks messages without making a Doc of each: the same components, asked for their readings alone.

This holds for a pipeline of Coach's components and tokenizer and nothing else; any other runs as spaCy runs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coach.engine.aim import AimReader
from coach.engine.facts import coach_details, note_details
from coach.engine.flags import Flags
from coach.engine.phrases import Phrases
from coach.engine.pieces import pieces_of
from coach.engine.private_words import PrivateWords
from coach.engine.reading import Reading
from coach.engine.respell import Respell
from coach.engine.second_reader import SecondReader
from coach.engine.setting import SettingReader
from coach.engine.tokenizer import readable
from coach.models import AT_ONCE, Message, Report

Step = Callable[[Reading], None]


@dataclass(frozen=True, slots=True)
class Direct:
    """The steps from a text to its flags."""

    respell: Respell
    steps: Sequence[Step]
    """What notes candidates and says how each is meant, in order."""
    flags: Flags

    def check(self, message: Message) -> Report:
        """The report on a message; one longer than `AT_ONCE` is read in pieces."""
        text = readable(message.text)
        if len(text) <= AT_ONCE:
            return Report(message=message, flags=tuple(self.flags.flags(self._read(text, message))))
        pieces = list(pieces_of(text))
        is_online = any(self._is_online(text[piece.start : piece.end], message) for piece in pieces)
        whole = Reading(text, message.direction, message.audience, [], [], list)
        read = ((one, self._read(text[one.start : one.end], message, is_online=is_online)) for one in pieces)
        return Report(message=message, flags=tuple(self.flags.flags_of_pieces(whole, read)), pieces=len(pieces))

    def _read(self, text: str, message: Message, *, is_online: bool | None = None) -> Reading:
        """A reading with all that was found in it."""
        reading = self.respell.reading(text, message.direction, message.audience)
        for version in reading.versions:
            version.is_online = is_online
        for step in self.steps:
            for version in reading.versions:
                step(version)
        return reading

    def _is_online(self, text: str, message: Message) -> bool:
        """Whether a piece speaks of somebody known only online; then all of the message does."""
        reading = self.respell.reading(text, message.direction, message.audience)
        return any(self.flags.is_online(version) for version in reading.versions)


def direct_way(tokenize: object, pipes: Sequence[object]) -> Direct | None:
    """The direct way through these components, or None where one of them or the tokenizer is not Coach's."""
    if not (pipes and isinstance(pipes[0], Respell) and isinstance(pipes[-1], Flags)):
        return None
    steps = [_step(pipe) for pipe in pipes[1:-1]]
    found = [step for step in steps if step]
    if len(found) < len(steps) or pipes[0].chunks.tokenize is not tokenize:
        return None
    return Direct(pipes[0], found, pipes[-1])


def _step(pipe: object) -> Step | None:
    if pipe is coach_details:
        return note_details
    if isinstance(pipe, (Phrases, PrivateWords, SecondReader, AimReader, SettingReader)):
        return pipe.read
    return None
