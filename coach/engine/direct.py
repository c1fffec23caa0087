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
from coach.engine.private_words import PrivateWords
from coach.engine.reading import Reading
from coach.engine.respell import Respell
from coach.engine.second_reader import SecondReader
from coach.engine.setting import SettingReader
from coach.engine.tokenizer import readable
from coach.models import Flag, Message

Step = Callable[[Reading], None]


@dataclass(frozen=True, slots=True)
class Direct:
    """The steps from a text to its flags."""

    respell: Respell
    steps: Sequence[Step]
    """What notes candidates and says how each is meant, in order."""
    flags: Callable[[Reading], list[Flag]]

    def check(self, message: Message) -> list[Flag]:
        """The flags of a message."""
        reading = self.respell.reading(readable(message.text), message.direction, message.audience)
        for step in self.steps:
            for version in reading.versions:
                step(version)
        return self.flags(reading)


def direct_way(tokenize: object, pipes: Sequence[object]) -> Direct | None:
    """The direct way through these components, or None where one of them or the tokenizer is not Coach's."""
    if not (pipes and isinstance(pipes[0], Respell) and isinstance(pipes[-1], Flags)):
        return None
    steps = [_step(pipe) for pipe in pipes[1:-1]]
    found = [step for step in steps if step]
    if len(found) < len(steps) or pipes[0].chunks.tokenize is not tokenize:
        return None
    return Direct(pipes[0], found, pipes[-1].flags)


def _step(pipe: object) -> Step | None:
    if pipe is coach_details:
        return note_details
    if isinstance(pipe, (Phrases, PrivateWords, SecondReader, AimReader, SettingReader)):
        return pipe.read
    return None
