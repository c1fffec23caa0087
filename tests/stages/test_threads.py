"""Every proof thread is read as a whole: those that must climb are an alarm, those that must not stay silent."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.stages import StageReader
from tests.stages.threads import Thread, staircase_of, threads

MARKED = threads("climb")
CLIMB, CALM = [*MARKED, *threads("short-climb")], [*threads("calm"), *threads("short-calm")]


def test_there_are_enough_of_both() -> None:
    assert len(CLIMB) >= 90
    assert len(CALM) >= 170
    ids = [one["id"] for one in [*CLIMB, *CALM]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("thread", CLIMB, ids=[f"{one['id']}: {one['about']}" for one in CLIMB])
def test_it_climbs(thread: Thread, nlp: Language, stage_reader: StageReader) -> None:
    (alarm,) = staircase_of(nlp, stage_reader, thread).alarms
    assert len(alarm.steps) >= 2
    assert any(step.stage.is_heavy for step in alarm.steps)
    for step in alarm.steps:
        assert thread["turns"][step.turn]["sender"] == alarm.sender
        assert thread["turns"][step.turn]["text"][step.sign.start : step.sign.end].strip()


@pytest.mark.parametrize("thread", CALM, ids=[f"{one['id']}: {one['about']}" for one in CALM])
def test_it_stays_silent(thread: Thread, nlp: Language, stage_reader: StageReader) -> None:
    assert staircase_of(nlp, stage_reader, thread).alarms == ()


def test_most_marked_phrases_are_found_by_their_stage(stage_reader: StageReader) -> None:
    marked = [(one["turns"][mark["turn"]]["text"], mark["stage"]) for one in MARKED for mark in one["stages"]]
    found = sum(stage in {sign.stage for sign in stage_reader.signs(text)} for text, stage in marked)
    assert found >= 0.85 * len(marked)
