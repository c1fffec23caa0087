"""The pipeline: `spacy.blank("en")` with Coach's components, turning a Message into a Report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain, islice
from operator import is_
from typing import Any, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from coach.engine import candidates
from coach.engine.annotations import (
    AUDIENCE,
    DIRECTION,
    by_own_rules_only,
    direction_or_audience,
    flags_of,
    say,
    spans_of,
    was_read,
    write_report,
)
from coach.engine.direct import Direct, direct_through
from coach.engine.knowledge import Knowledge
from coach.engine.patterns.compiled import Compiled, Lexicon, compile_catalog, lexicon_of
from coach.engine.patterns.joined import joined
from coach.engine.reader import Weights
from coach.engine.recall import Recall
from coach.engine.rules_pipe import rules_in
from coach.engine.spacy_parts import PARTS, plain_words, respell_in
from coach.engine.text.hidden import without_hidden
from coach.engine.text.mojibake import Unmixed, unmixed
from coach.engine.text.respell import Respell
from coach.engine.text.tokenizer import TOKENIZER, readable
from coach.models import Audience, Catalog, Direction, Flag, Message, Off, PrivateWord, Report

PIPES = ("coach_rules", "coach_respell", *PARTS, "coach_flags")
"""Component names in order."""
BATCH = 256
"""Messages checked before spaCy's string store is cleared."""

Key = TypeVar("Key")

_CONFIG: dict[str, Any] = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}


def build(
    rules: Catalog | Compiled,
    private_words: Iterable[PrivateWord] = (),
    *,
    weights: Weights | None = None,
    off: Iterable[Off] = (),
    own_rules_only: bool = False,
) -> Language:
    """Build a spaCy Language that checks messages by rules and for a family's private words.

    Args:
        rules: a catalog, or the result of `compile_rules`.
        private_words: words the family keeps to itself.
        weights: what the second reader learned; without them there is no second reader.
        off: what the family switched off.
        own_rules_only: whether `rules` leave out Coach's, which reports then say.
    """
    nlp = spacy.blank("en", config=_CONFIG)
    for name in PIPES:
        if weights or name != "coach_reader":
            nlp.add_pipe(name)
    compiled = _compile(rules, nlp) if isinstance(rules, Catalog) else rules
    rules_in(nlp).learn(Knowledge(compiled, weights, tuple(private_words), own_rules_only, tuple(off)))
    return nlp


def compile_rules(catalog: Catalog) -> Compiled:
    """Compile rules; `build` is much faster with the result than with a catalog."""
    nlp = spacy.blank("en", config=_CONFIG)
    nlp.add_pipe("coach_respell")
    return _compile(catalog, nlp)


def _compile(catalog: Catalog, nlp: Language) -> Compiled:
    lexicon = lexicon_of(catalog)
    respell_in(nlp).set_lexicon(lexicon)
    return compile_catalog(catalog, lexicon, partial(plain_words, nlp))


def compile_own(catalog: Catalog, base: Compiled) -> Compiled:
    """Compile what own rules add to compiled ones; `joined` puts the two together.

    Args:
        catalog: own rules with ids that are not in `base`, their categories and spellings.
        base: the rules that they join.
    """
    nlp = spacy.blank("en", config=_CONFIG)
    nlp.add_pipe("coach_respell")
    lexicon = lexicon_of(catalog)
    added = Lexicon(lexicon.known - base.lexicon.known, lexicon.spelling)
    respell_in(nlp).set_lexicon(base.lexicon.and_also(added))
    return compile_catalog(catalog, added, partial(plain_words, nlp))


def check(nlp: Language, message: Message, recall: Recall | None = None) -> Report:
    """Return the report on one message; arguments as in `check_all`."""
    return next(check_all(nlp, [(None, message)], recall))[1]


def check_all(
    nlp: Language, messages: Iterable[tuple[Key, Message]], recall: Recall | None = None
) -> Iterator[tuple[Key, Report]]:
    """Check (key, message) pairs in order; yield each (key, report) before asking for the next pair.

    A key can be anything that lets the caller match the report to its message. Memory use stays constant.

    Args:
        nlp: the pipeline.
        messages: the keys and messages.
        recall: the reports made so far, of which equal messages get the same; without it each message is read.
    """
    coming, read = iter(messages), partial(_report, nlp, direct=direct_through(nlp))
    while batch := list(islice(coming, 1)):
        with _memory_zone(nlp):
            for key, message in chain(batch, islice(coming, BATCH - 1)):
                yield key, recall.report(message, read) if recall else read(message)


def _memory_zone(nlp: Language) -> AbstractContextManager[object]:
    """Return spaCy's memory zone; nothing if the caller is in one, because the end of an inner one would end both."""
    is_in_one: bool = nlp.vocab.in_memory_zone  # type: ignore[attr-defined]
    return nullcontext() if is_in_one else nlp.memory_zone()


def make_doc(nlp: Language, message: Message) -> Doc:
    """Tokenize a message without running any component."""
    doc = nlp.make_doc(message.text)
    doc._.coach_direction, doc._.coach_audience = message.direction.value, message.audience.value
    return doc


def _report(nlp: Language, message: Message, direct: Direct | None) -> Report:
    repairs, text = _repaired(message.text)
    meant = message.model_copy(update={"text": text}) if repairs else message
    report = direct.check(meant) if direct else _by_doc(nlp, meant)
    for repaired in reversed(repairs):
        report = report.model_copy(update={"message": message, "flags": tuple(map(repaired.moved, report.flags))})
    # A reading holds U+FFFD for lone surrogates, so phrases are taken from the text as given.
    flags = tuple(_with_phrase(flag, message.text) for flag in report.flags)
    is_same = all(map(is_, flags, report.flags))
    return report if is_same else report.model_copy(update={"flags": flags})


def _by_doc(nlp: Language, message: Message) -> Report:
    """Return the report of a pipeline that has other people's components."""
    doc = nlp(make_doc(nlp, message))
    return Report(message=message, flags=tuple(flags_of(doc)), own_rules_only=by_own_rules_only(doc))


def _with_phrase(flag: Flag, text: str) -> Flag:
    phrase = text[flag.start : flag.end]
    return flag if flag.phrase == phrase else flag.model_copy(update={"phrase": phrase})


def spelled(nlp: Language, text: str) -> list[tuple[str | None, int, int]]:
    """Return the words of a text in plain spelling, each with its characters; None is a break."""
    return spelled_by(respell_in(nlp), text)


def spelled_by(respell: Respell, text: str) -> list[tuple[str | None, int, int]]:
    """Return the same as `spelled`, by the part that reads the words of a pipeline, and does not hold the pipeline."""
    repairs, text = _repaired(text)
    reading = respell.words_of(readable(text))
    spans = reading.spans
    for repaired in reversed(repairs):
        spans = [(repaired.place(start), repaired.place(end)) for start, end in spans]
    return [(word, start, end) for word, (start, end) in zip(reading.words, spans, strict=True)]


def _repaired(text: str) -> tuple[list[Unmixed], str]:
    """Return the repairs that a text needs, in order, and the text after them."""
    repairs = list[Unmixed]()
    for repair in (unmixed, without_hidden):
        if found := repair(text):
            repairs.append(found)
            text = found.text
    return repairs, text


def _doc_report(doc: Doc) -> Report | None:
    """Return the report on a Doc; None if Coach has not read it, which says nothing about its words."""
    if not was_read(doc):
        return None
    message = Message(
        text=doc.text, direction=Direction(doc._.coach_direction), audience=Audience(doc._.coach_audience)
    )
    return Report(message=message, flags=tuple(flags_of(doc)), own_rules_only=by_own_rules_only(doc))


def _take_report(doc: Doc, written: Any) -> None:  # noqa: ANN401  # what `Doc.from_json` found
    """Write a report on a Doc, as `Doc.from_json` does with what `doc.to_json(underscore=["coach"])` wrote."""
    if written is not None:
        report = Report.model_validate(written)
        how = report.message.direction, report.message.audience
        write_report(doc, report.flags, *how, own_rules_only=report.own_rules_only)


def _add_extensions() -> None:
    """Declare `doc._.coach`, `doc._.coach_spans`, and the writable direction and audience."""
    for name, first in ((DIRECTION, Direction.DRAFT.value), (AUDIENCE, Audience.GROUP.value)):
        Doc.set_extension(
            name,
            getter=partial(direction_or_audience, name=name, otherwise=first),
            setter=partial(_say, name),
            force=True,
        )
    Doc.set_extension("coach", getter=_doc_report, setter=_take_report, force=True)
    Doc.set_extension("coach_spans", getter=spans_of, force=True)
    candidates.declare()


def _say(name: str, doc: Doc, value: str) -> None:
    allowed = Direction if name == DIRECTION else Audience
    say(doc, name, allowed(value).value)


_add_extensions()

__all__ = [
    "PIPES",
    "build",
    "check",
    "check_all",
    "compile_own",
    "compile_rules",
    "direct_through",
    "joined",
    "spelled",
    "spelled_by",
]
