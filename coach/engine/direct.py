"""Checks messages without making a Doc of each: the same components, asked for their readings alone.

This holds for a pipeline of Coach's components and tokenizer and nothing else; any other runs as spaCy runs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coach.engine.aim import AimReader
from coach.engine.chunks import Chunks
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

    chunks: Chunks
    steps: Sequence[Step]
    """What notes candidates and says how each is meant, in order."""
    flags: Callable[[Reading], list[Flag]]

    def check(self, message: Message) -> list[Flag] | None:
        """The flags of a message, or None where it takes a Doc to tell its words."""
        text = readable(message.text)
        line = self.chunks.line(text)
        if line is None:
            return None
        reading = Reading(text, message.direction, message.audience, line.words, line.ends, line.spans, line.shapes)
        for step in self.steps:
            step(reading)
        return self.flags(reading)


def direct_way(tokenize: object, pipes: Sequence[object]) -> Direct | None:
    """The direct way through these components, or None where one of them or the tokenizer is not Coach's."""
    if not (pipes and isinstance(pipes[0], Respell) and isinstance(pipes[-1], Flags)):
        return None
    steps = [_step(pipe) for pipe in pipes[1:-1]]
    chunks, found = pipes[0].chunks, [step for step in steps if step]
    if len(found) < len(steps) or chunks.tokenize is not tokenize:
        return None
    return Direct(chunks, found, pipes[-1].flags)


def _step(pipe: object) -> Step | None:
    if pipe is coach_details:
        return note_details
    if isinstance(pipe, (Phrases, PrivateWords, SecondReader, AimReader, SettingReader)):
        return pipe.read
    return None
