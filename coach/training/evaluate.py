"""Evaluates the second reader by cross-validation over voices, and on held-out rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from spacy.language import Language

from coach.corpus.score import score_voices
from coach.engine import build, check_all
from coach.engine.patterns.compiled import Compiled
from coach.engine.reader import Weights
from coach.models import Audience, Concern, Direction, MarkedMessage, Message, Voice
from coach.training.calm_rows import CALM_FILES
from coach.training.corpus_rows import CONCERN_OF
from coach.training.figures import WAYS, CalmFigures, Measure, OpenFigures, PublicFigures, Shares, Silence, VoiceFigures
from coach.training.public_rows import PublicComment, public_comments
from coach.training.row import HELD_OUT, Row
from coach.training.train import Trainer

GROUPS = 5
"""The number of folds; voices are never split between folds."""
_RULES = ("coach_phrases", "coach_details")
_OPEN = ("surge_toxicity", "paradetox")
_COUNTED = {Direction.DRAFT: frozenset(Concern), Direction.RECEIVED: frozenset({Concern.RED_FLAG})}
"""What is counted in calm messages: red flags as received, everything else as drafts."""


def left_out(voices: Sequence[Voice], fold: int) -> Sequence[Voice]:
    """Return the voices that a fold leaves out."""
    return voices[fold::GROUPS]


def measure_fold(trainer: Trainer, weights: Weights, voices: Sequence[Voice]) -> Iterator[VoiceFigures]:
    """Evaluate a model on voices that it was trained without."""
    pipelines = readers(trainer.rules, weights)
    yield from (measure_voice(pipelines, voice) for voice in voices)


def readers(rules: Compiled, weights: Weights) -> dict[str, Language]:
    """Build the pipelines to compare, by way of reading."""
    alone = build(rules, weights=weights)
    alone.select_pipes(disable=_RULES)
    return dict(zip(WAYS, (build(rules), alone, build(rules, weights=weights)), strict=True))


def measure_voice(pipelines: dict[str, Language], voice: Voice) -> VoiceFigures:
    """Evaluate every pipeline on one voice."""
    scores = {way: score_voices([voice], partial(check_all, nlp)).scores() for way, nlp in pipelines.items()}
    return VoiceFigures(
        voice=voice.name,
        concerns={
            way: {
                concern: Measure(right=one.right, false_alarms=one.false_alarms, missed=one.missed)
                for concern, one in score.concerns.items()
            }
            for way, score in scores.items()
        },
        shares={
            way: Shares(right=score.flags.right, named=score.flags.named, placed=score.flags.placed)
            for way, score in scores.items()
        },
        silence=_silence(pipelines, voice),
    )


def _silence(pipelines: dict[str, Language], voice: Voice) -> Silence:
    unmarked = [message for message in voice.messages if not message.marks]
    hurting = [message for message in voice.messages if _concerns(message) == {Concern.CARE}]
    ways = {way: (list(_flagged(nlp, unmarked)), list(_flagged(nlp, hurting))) for way, nlp in pipelines.items()}
    return Silence(
        unmarked=len(unmarked),
        asked={way: sum(map(bool, found)) for way, (found, _) in ways.items()},
        hurting=len(hurting),
        called_unkind={way: sum(Concern.UNKIND in one for one in found) for way, (_, found) in ways.items()},
    )


def _concerns(message: MarkedMessage) -> set[Concern]:
    return {CONCERN_OF[mark.category] for mark in message.marks}


def measure_calm(pipelines: dict[str, Language], rows: Iterable[Row]) -> tuple[CalmFigures, ...]:
    """Evaluate every pipeline on the held-out part of every calm file."""
    held = [row for row in rows if row.part == HELD_OUT]
    return tuple(_calm(pipelines, name, [row for row in held if row.source == name]) for name in CALM_FILES)


def _calm(pipelines: dict[str, Language], name: str, rows: Sequence[Row]) -> CalmFigures:
    flagged = {}
    for way, nlp in pipelines.items():
        counts: Counter[Concern] = Counter()
        for row, found in zip(rows, _flagged(nlp, rows), strict=True):
            counts.update(found & _COUNTED[row.direction])
        flagged[way] = {concern: counts[concern] for concern in Concern}
    return CalmFigures(file=name, messages=sum(row.direction is Direction.DRAFT for row in rows), flagged=flagged)


def measure_open(pipelines: dict[str, Language], rows: Iterable[Row]) -> tuple[OpenFigures, ...]:
    """Evaluate every pipeline on the held-out part of the open data."""
    held = [row for row in rows if row.part == HELD_OUT]
    return tuple(_open(pipelines, name, [row for row in held if row.source == name]) for name in _OPEN)


def _open(pipelines: dict[str, Language], name: str, rows: Sequence[Row]) -> OpenFigures:
    unkind = {}
    for way, nlp in pipelines.items():
        counts: Counter[tuple[bool, bool]] = Counter()
        for row, found in zip(rows, _flagged(nlp, rows), strict=True):
            counts[Concern.UNKIND in row.concerns, Concern.UNKIND in found] += 1
        unkind[way] = Measure(right=counts[True, True], false_alarms=counts[False, True], missed=counts[True, False])
    return OpenFigures(file=name, unkind=unkind, neutral=sum(not row.concerns for row in rows))


def measure_public(pipelines: dict[str, Language], folder: Path) -> tuple[PublicFigures, ...]:
    """Evaluate every pipeline on the held-out public comments whose readers agree about unkindness.

    Args:
        pipelines: by way of reading.
        folder: has the open files.
    """
    held = [one for one in public_comments(folder) if one.is_held_out and Concern.UNKIND not in one.disputed]
    parts = {"drawn at random": [one for one in held if one.is_random], "all": held}
    return tuple(_public(pipelines, part, comments) for part, comments in parts.items())


def _public(pipelines: dict[str, Language], part: str, comments: Sequence[PublicComment]) -> PublicFigures:
    unkind = {}
    messages = [Message(text=one.text, audience=Audience.PUBLIC) for one in comments]
    for way, nlp in pipelines.items():
        counts: Counter[tuple[bool, bool]] = Counter()
        for at, report in check_all(nlp, enumerate(messages)):
            counts[Concern.UNKIND in comments[at].concerns, bool(report.of(Concern.UNKIND))] += 1
        unkind[way] = Measure(right=counts[True, True], false_alarms=counts[False, True], missed=counts[True, False])
    return PublicFigures(part=part, unkind=unkind)


def _flagged(nlp: Language, rows: Iterable[Row | MarkedMessage]) -> Iterator[frozenset[Concern]]:
    messages = (Message(text=row.text, direction=row.direction) for row in rows)
    for _, report in check_all(nlp, enumerate(messages)):
        yield frozenset(flag.concern for flag in report.flags)
