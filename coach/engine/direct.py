"""Read a message straight through the parts of a pipeline, without a Doc.

spaCy runs the same parts on the same readings; only other people's components need the Doc.
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
    """Parts that turn a text into flags."""

    respell: Respell
    parts: Sequence[tuple[str, Part]]
    """Parts that find candidates or say how each is meant, in order, with component names."""
    flags: Flags

    def check(self, message: Message) -> Report:
        """Check a message; one longer than `AT_ONCE` is read in pieces."""
        text = readable(message.text)
        if len(text) <= AT_ONCE:
            found = tuple(self.flags.flags(self._read(text, message)))
            return Report(message=message, flags=found, own_rules_only=self.flags.own_rules_only)
        pieces = list(pieces_of(text))
        is_online = any(self._is_online(text[piece.start : piece.end], message) for piece in pieces)
        whole = Reading(text, message.direction, message.audience, [], [], list)
        read = ((one, self._read(text[one.start : one.end], message, is_online=is_online)) for one in pieces)
        found = tuple(self.flags.flags_of_pieces(whole, read))
        return Report(message=message, flags=found, pieces=len(pieces), own_rules_only=self.flags.own_rules_only)

    def _read(self, text: str, message: Message, *, is_online: bool | None = None) -> Reading:
        """Read a text and find its candidates."""
        reading = self.respell.reading(text, message.direction, message.audience)
        for version in reading.versions:
            version.is_online = is_online
        for _, part in self.parts:
            for version in reading.versions:
                part.read(version)
        return reading

    def _is_online(self, text: str, message: Message) -> bool:
        """Return whether a piece mentions somebody known only online, which then applies to the whole message."""
        reading = self.respell.reading(text, message.direction, message.audience)
        return any(self.flags.is_online(version) for version in reading.versions)


def direct_through(nlp: Language) -> Direct | None:
    """Return the parts of a pipeline, or None if a component or the tokenizer is not Coach's."""
    pipes = [pipe for _, pipe in nlp.pipeline if not isinstance(pipe, RulesPipe)]
    parts = [(pipe.name, pipe.part) for pipe in pipes if isinstance(pipe, PartPipe)]
    match pipes:
        case [RespellPipe() as first, *middle, FlagsPipe() as last] if len(middle) == len(parts):
            return Direct(first.respell, parts, last.flags) if first.respell.reads_with(nlp.tokenizer) else None
    return None
