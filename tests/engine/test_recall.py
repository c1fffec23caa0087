"""A conversation reads an equal message once, and never keeps more than it may."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.language import Language

from coach.engine import Recall, check, check_all, recall
from coach.models import Audience, Direction, Message, Report

SAID = (
    Message(text="ur so ugly", audience=Audience.FRIEND),
    Message(text="ur so ugly", audience=Audience.FRIEND),
    Message(text="ur so ugly", audience=Audience.STRANGER),
    Message(text="ur so ugly", direction=Direction.RECEIVED, audience=Audience.FRIEND),
    Message(text="send a pic of u", direction=Direction.RECEIVED, audience=Audience.STRANGER),
    Message(text="ok", audience=Audience.FRIEND),
)


class Reads:
    """Counts the messages that were read."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, message: Message) -> Report:
        self.texts.append(message.text)
        return Report(message=message, flags=())


def test_reports_are_the_same_with_and_without_it(nlp: Language) -> None:
    remembered = Recall()
    assert [check(nlp, one, remembered) for one in SAID * 2] == [check(nlp, one) for one in SAID * 2]
    assert [report for _, report in check_all(nlp, enumerate(SAID), Recall())] == [check(nlp, one) for one in SAID]


def test_a_message_is_read_again_only_if_text_direction_or_audience_is_another() -> None:
    remembered, reads = Recall(), Reads()
    reports = [remembered.report(one, reads) for one in SAID * 2]
    assert [report.message for report in reports] == list(SAID * 2)
    assert len(reads.texts) == len(set(SAID)) == len(SAID) - 1


def test_a_long_message_is_read_each_time() -> None:
    remembered, reads = Recall(), Reads()
    for count in (recall.LONGEST_RECALLED, recall.LONGEST_RECALLED + 1):
        remembered.report(Message(text="a" * count), reads)
        remembered.report(Message(text="a" * count), reads)
    assert list(map(len, reads.texts)) == [recall.LONGEST_RECALLED, *[recall.LONGEST_RECALLED + 1] * 2]


def test_a_chat_of_any_length_fills_no_more_than_its_share_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "MOST_RECALLED", 3)
    remembered, reads = Recall(), Reads()
    for text in _numbered(4):
        remembered.report(Message(text=text), reads)
    remembered.report(Message(text="3"), reads)
    remembered.report(Message(text="0"), reads)
    assert reads.texts == ["0", "1", "2", "3", "0"]


def _numbered(count: int) -> Iterator[str]:
    return map(str, range(count))
