"""Precision and recall in whole messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from coach.cli import run
from coach.corpus import Score, score_lines, score_voices
from coach.models import Concern, Direction, Flag, FlagSource, Mark, MarkedMessage, Message, Report, Voice, Weight


def message(text: str, *categories: str) -> MarkedMessage:
    marks = tuple(Mark(start=0, end=1, category=category) for category in categories)
    return MarkedMessage(text=text, marks=marks, direction=Direction.DRAFT, line=1)


def report(message: Message) -> Report:
    """Every message with an x is called unkind."""
    flag = Flag(
        start=0,
        end=1,
        phrase="x",
        concern=Concern.UNKIND,
        category="unkind/looks",
        rule="unkind/looks/x",
        source=FlagSource.RULE,
        weight=Weight.PAUSE,
        why="w",
        note="n",
        instead=("a", "b"),
        lesson="l",
    )
    return Report(message=message, flags=(flag,) if "x" in message.text else ())


def all_reports(messages: Iterable[Message]) -> Iterator[Report]:
    return map(report, messages)


def test_messages_are_counted_once_by_concern() -> None:
    marked = (
        message("x1", "looks", "ability"),
        message("x2"),
        message("3", "threat"),
        message("4"),
        message("5", "bullied"),
    )
    scores = score_voices([Voice(name="v", about="a", messages=marked)], all_reports)
    assert scores[Concern.UNKIND] == Score(right=1, false_alarms=1, missed=1)
    assert scores[Concern.CARE] == Score(missed=1)
    assert (scores[Concern.UNKIND].precision, scores[Concern.UNKIND].recall) == (0.5, 0.5)
    assert (scores[Concern.RED_FLAG].precision, scores[Concern.RED_FLAG].recall) == (1.0, 1.0)
    assert scores[Concern.CARE].f1 == 0.0


def test_a_line_for_every_concern() -> None:
    assert [line.split()[0] for line in score_lines(dict.fromkeys(Concern, Score()))] == ["concern", *Concern]


def test_score_of_a_voice_and_of_an_unknown_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "score", "uk-school"]) == 0
    assert "oversharing" in capsys.readouterr().out
    assert run(["rules", "score", "nobody"]) == 2
    assert "uk-school" in capsys.readouterr().err
