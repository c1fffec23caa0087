"""Phrases that add up to stages need the second reader beside them: long harmless chats share words with others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from spacy.language import Language

from coach.models.thread import Between, Turn
from coach.threads import Conversation
from tests.shipped import both_readers, shipped_nlp
from tests.stages.threads import Thread, threads

HARMLESS = [one for one in threads("calm3") if one["id"] in {"g008", "g014", "g015", "i045", "k006"}]
"""Chats between people who know each other only online, of which phrases alone make an alarm."""


def is_alarmed(nlp: Language, thread: Thread) -> bool:
    turns = [Turn(one["sender"], one["text"], datetime.fromisoformat(one["time"])) for one in thread["turns"]]
    conversation = Conversation(nlp, lambda: turns, thread["me"], Between.ONLINE)
    list(conversation.read())
    return any(climb.alarm is not None for climb in conversation.watch.climbs())


@pytest.mark.parametrize(("pipeline", "alarms"), [(shipped_nlp, len(HARMLESS)), (both_readers, 0)])
def test_phrases_alone_are_an_alarm_only_where_the_second_reader_cannot_say_otherwise(
    pipeline: Callable[[], Language], alarms: int
) -> None:
    assert sum(is_alarmed(pipeline(), thread) for thread in HARMLESS) == alarms
