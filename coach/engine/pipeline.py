"""The pipeline: `spacy.blank("en")` with Coach's components, and the way from a Message to a Report."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.aim import AimReader
from coach.engine.direct import Direct, direct_way
from coach.engine.facts import coach_details
from coach.engine.flags import Flags, flags_of
from coach.engine.phrases import Phrases
from coach.engine.private_words import PrivateWords
from coach.engine.reading import reading_of
from coach.engine.respell import Respell
from coach.engine.second_reader import SecondReader, Weights
from coach.engine.setting import SettingReader
from coach.engine.tokenizer import TOKENIZER, readable
from coach.models import Audience, Catalog, Direction, Flag, Message, PrivateWord, Report

PIPES = (
    "coach_respell",
    "coach_phrases",
    "coach_details",
    "coach_private_words",
    "coach_reader",
    "coach_aim",
    "coach_setting",
    "coach_flags",
)
"""The components in order; aim and setting look at what the second reader noticed too."""
BATCH = 256
"""Messages between two clearings of spaCy's store of strings."""

_CONFIG: dict[str, Any] = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}


def build(catalog: Catalog, private_words: Iterable[PrivateWord] = (), *, weights: Weights | None = None) -> Language:
    """A spaCy Language that checks messages by the rules of `catalog` and for a family's private words.

    Args:
        catalog: the rules.
        private_words: what a family keeps to itself.
        weights: what the second reader learned; without them it is left out.
    """
    _add_extensions()
    nlp = spacy.blank("en", config=_CONFIG)
    nlp.max_length = sys.maxsize
    pipes = {name: nlp.add_pipe(name) for name in PIPES if weights or name != "coach_reader"}
    for pipe in pipes.values():
        if isinstance(pipe, (Respell, AimReader, SettingReader, Flags)):
            pipe.set_catalog(catalog)
        if isinstance(pipe, SecondReader) and weights:
            pipe.set_weights(weights)
        if isinstance(pipe, Phrases):
            pipe.set_catalog(catalog, lambda written: plain_words(nlp, written))
        if isinstance(pipe, PrivateWords):
            pipe.set_words(private_words)
    return nlp


def check(nlp: Language, message: Message) -> Report:
    """The report on one message."""
    return next(check_all(nlp, [message]))


def check_all(nlp: Language, messages: Iterable[Message]) -> Iterator[Report]:
    """The reports on many messages, each as soon as its message came; memory does not grow with their number."""
    coming, direct = iter(messages), direct_way(nlp)
    while batch := list(islice(coming, 1)):
        with nlp.memory_zone():
            for message in chain(batch, islice(coming, BATCH - 1)):
                yield _report(nlp, message, direct)


def make_doc(nlp: Language, message: Message) -> Doc:
    """The tokens of a message, before any component has read them."""
    doc = nlp.make_doc(message.text)
    doc._.coach_direction, doc._.coach_audience = message.direction.value, message.audience.value
    return doc


def _report(nlp: Language, message: Message, direct: Direct | None) -> Report:
    flags = direct.check(message) if direct else None
    if flags is None:
        flags = flags_of(nlp(make_doc(nlp, message)))
    # A reading holds U+FFFD for lone surrogates, so phrases are taken from the text as given.
    return Report(message=message, flags=tuple(_with_phrase(flag, message.text) for flag in flags))


def _with_phrase(flag: Flag, text: str) -> Flag:
    phrase = text[flag.start : flag.end]
    return flag if flag.phrase == phrase else flag.model_copy(update={"phrase": phrase})


def plain_words(nlp: Language, written: str) -> list[str]:
    """The words that a written text stands for, in plain spelling."""
    respell = nlp.get_pipe("coach_respell")
    line = respell.chunks.line(readable(written)) if isinstance(respell, Respell) else None
    words = line.words if line else reading_of(respell(nlp.make_doc(written))).words
    return [word for word in words if word]


def _doc_report(doc: Doc) -> Report:
    message = Message(
        text=doc.text, direction=Direction(doc._.coach_direction), audience=Audience(doc._.coach_audience)
    )
    return Report(message=message, flags=tuple(flags_of(doc)))


def _add_extensions() -> None:
    if not Doc.has_extension("coach"):
        Doc.set_extension("coach", getter=_doc_report)
        Doc.set_extension("coach_direction", default=Direction.DRAFT.value)
        Doc.set_extension("coach_audience", default=Audience.GROUP.value)


__all__ = ["PIPES", "build", "check", "check_all", "coach_details"]
