"""The pipeline: `spacy.blank("en")` with Coach's components, and the way from a Message to a Report."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from operator import is_
from pathlib import Path
from typing import Any, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.aim import AimReader
from coach.engine.annotations import AUDIENCE, DIRECTION, flags_of, said, say
from coach.engine.compiled import Compiled, compile_catalog, lexicon_of
from coach.engine.direct import Direct, direct_way
from coach.engine.facts import coach_details
from coach.engine.flags import Flags
from coach.engine.knowledge import Knowledge, knowledge_from, pack, read_parts, unpack, write_parts
from coach.engine.phrases import Phrases
from coach.engine.private_words import PrivateWords
from coach.engine.reading import reading_of
from coach.engine.respell import Respell
from coach.engine.second_reader import SecondReader, Weights
from coach.engine.setting import SettingReader
from coach.engine.tokenizer import TOKENIZER, readable
from coach.engine.unmixed import unmixed
from coach.models import Audience, Catalog, Direction, Flag, Message, PrivateWord, Report

PIPES = (
    "coach_rules",
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

Key = TypeVar("Key")

_CONFIG: dict[str, Any] = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}


def build(
    rules: Catalog | Compiled, private_words: Iterable[PrivateWord] = (), *, weights: Weights | None = None
) -> Language:
    """A spaCy Language that checks messages by rules and for a family's private words.

    Args:
        rules: as they were read, or as `compile_rules` made them ready.
        private_words: what a family keeps to itself.
        weights: what the second reader learned; without them it is left out.
    """
    nlp = spacy.blank("en", config=_CONFIG)
    for name in PIPES:
        if weights or name != "coach_reader":
            nlp.add_pipe(name)
    keeper = nlp.get_pipe("coach_rules")
    if isinstance(keeper, RulesKeeper):
        compiled = _compile(rules, nlp) if isinstance(rules, Catalog) else rules
        keeper.teach(Knowledge(compiled, weights, tuple(private_words)))
    return nlp


def compile_rules(catalog: Catalog) -> Compiled:
    """Make rules ready; `build` takes what comes of it much sooner than it takes a catalog."""
    nlp = spacy.blank("en", config=_CONFIG)
    nlp.add_pipe("coach_respell")
    return _compile(catalog, nlp)


def _compile(catalog: Catalog, nlp: Language) -> Compiled:
    respell, lexicon = nlp.get_pipe("coach_respell"), lexicon_of(catalog)
    if isinstance(respell, Respell):
        respell.set_lexicon(lexicon)
    return compile_catalog(catalog, lexicon, partial(plain_words, nlp))


@Language.factory("coach_rules", default_config={"write_private_words": False})
def create_rules(nlp: Language, name: str, write_private_words: bool) -> RulesKeeper:  # noqa: FBT001
    """Make the component; the pipes behind it know nothing until `teach` or `from_disk`."""
    return RulesKeeper(nlp, name, write_private_words=write_private_words)


class RulesKeeper:
    """Holds what the pipes behind it know: teaches it to them, and saves and loads it with the pipeline."""

    def __init__(self, nlp: Language, name: str, *, write_private_words: bool = False) -> None:
        self.name = name
        self.write_private_words = write_private_words
        """Whether saving the pipeline writes the family's private words too."""
        self._nlp = nlp
        nlp.max_length = sys.maxsize
        self._knowledge: Knowledge | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc: everything is done by the pipes behind."""
        return doc

    def teach(self, knowledge: Knowledge) -> None:
        """Tell the pipes behind all that they need to know."""
        self._knowledge = knowledge
        for _, pipe in self._nlp.pipeline:
            if isinstance(pipe, (Respell, AimReader)):
                pipe.set_lexicon(knowledge.rules.lexicon)
            if isinstance(pipe, (Phrases, Flags, SettingReader)):
                pipe.set_rules(knowledge.rules)
            if isinstance(pipe, SecondReader) and knowledge.weights:
                pipe.set_weights(knowledge.weights)
            if isinstance(pipe, PrivateWords):
                pipe.set_words(knowledge.private_words)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write rules and model into a folder."""
        write_parts(Path(path), self._parts())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> RulesKeeper:
        """Read them, and teach them to the pipes behind."""
        return self._take(read_parts(Path(path)))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Rules and model."""
        return pack(self._parts())

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> RulesKeeper:
        """Read what `to_bytes` gave, and teach it to the pipes behind."""
        return self._take(unpack(content))

    def _parts(self) -> dict[str, bytes]:
        return self._knowledge.parts(private_words=self.write_private_words) if self._knowledge else {}

    def _take(self, parts: dict[str, bytes]) -> RulesKeeper:
        if parts:
            self.teach(knowledge_from(parts, self._knowledge.private_words if self._knowledge else ()))
        return self


def check(nlp: Language, message: Message) -> Report:
    """The report on one message."""
    return next(check_all(nlp, [(None, message)]))[1]


def check_all(nlp: Language, messages: Iterable[tuple[Key, Message]]) -> Iterator[tuple[Key, Report]]:
    """Check (key, message) pairs in order; yield each (key, report) before asking for the next pair.

    A key can be anything that lets the caller match the report to its message. Memory use stays constant.
    """
    coming, direct = iter(messages), direct_through(nlp)
    while batch := list(islice(coming, 1)):
        with nlp.memory_zone():
            for key, message in chain(batch, islice(coming, BATCH - 1)):
                yield key, _report(nlp, message, direct)


def direct_through(nlp: Language) -> Direct | None:
    """The way to check messages without a Doc of each, where the pipeline allows it."""
    return direct_way(nlp.tokenizer, [pipe for _, pipe in nlp.pipeline if not isinstance(pipe, RulesKeeper)])


def make_doc(nlp: Language, message: Message) -> Doc:
    """The tokens of a message, before any component has read them."""
    doc = nlp.make_doc(message.text)
    doc._.coach_direction, doc._.coach_audience = message.direction.value, message.audience.value
    return doc


def _report(nlp: Language, message: Message, direct: Direct | None) -> Report:
    repaired = unmixed(message.text)
    meant = message.model_copy(update={"text": repaired.text}) if repaired else message
    report = direct.check(meant) if direct else _by_doc(nlp, meant)
    if repaired:
        report = report.model_copy(update={"message": message, "flags": tuple(map(repaired.moved, report.flags))})
    # A reading holds U+FFFD for lone surrogates, so phrases are taken from the text as given.
    flags = tuple(_with_phrase(flag, message.text) for flag in report.flags)
    is_same = all(map(is_, flags, report.flags))
    return report if is_same else report.model_copy(update={"flags": flags})


def _by_doc(nlp: Language, message: Message) -> Report:
    """The report of a pipeline that is not Coach's alone."""
    return Report(message=message, flags=tuple(flags_of(nlp(make_doc(nlp, message)))))


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
    """Declare `doc._.coach` and, settable, `doc._.coach_direction` and `doc._.coach_audience`."""
    for name, first in ((DIRECTION, Direction.DRAFT.value), (AUDIENCE, Audience.GROUP.value)):
        Doc.set_extension(
            name, getter=partial(said, name=name, otherwise=first), setter=partial(_say, name), force=True
        )
    Doc.set_extension("coach", getter=_doc_report, force=True)


def _say(name: str, doc: Doc, value: str) -> None:
    say(doc, name, value)


_add_extensions()

__all__ = ["PIPES", "RulesKeeper", "build", "check", "check_all", "coach_details", "compile_rules"]
