"""The way of a message through the parts of a pipeline to its report.

spaCy runs the same parts on the same readings; what a Doc adds is only needed by components of other people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language

from coach.engine.part import Part
from coach.engine.rules_pipe import RulesPipe
from coach.engine.spacy_parts import FlagsPipe, PartPipe, RespellPipe
from coach.engine.text.pieces import pieces_of
from coach.engine.text.reading import Reading
from coach.engine.text.respell import Respell
from coach.engine.text.tokenizer import readable
from coach.engine.verdict.flags import Flags
from coach.models import AT_ONCE, Message, Report


@dataclass(frozen=True, slots=True)
class Direct:
    """The parts between a text and its flags."""

    respell: Respell
    parts: Sequence[tuple[str, Part]]
    """What notes candidates and says how each is meant, in order, each with the name of its component."""
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
        for _, part in self.parts:
            for version in reading.versions:
                part.read(version)
        return reading

    def _is_online(self, text: str, message: Message) -> bool:
        """Whether a piece speaks of somebody known only online; then all of the message does."""
        reading = self.respell.reading(text, message.direction, message.audience)
        return any(self.flags.is_online(version) for version in reading.versions)


def direct_through(nlp: Language) -> Direct | None:
    """The way through a pipeline, or None where a component or the tokenizer is not Coach's."""
    pipes = [pipe for _, pipe in nlp.pipeline if not isinstance(pipe, RulesPipe)]
    parts = [(pipe.name, pipe.part) for pipe in pipes if isinstance(pipe, PartPipe)]
    match pipes:
        case [RespellPipe() as first, *middle, FlagsPipe() as last] if len(middle) == len(parts):
            return Direct(first.respell, parts, last.flags) if first.respell.reads_with(nlp.tokenizer) else None
    return None
