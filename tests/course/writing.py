"""Lessons written as strings, and the faults found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.course import read_lesson
from coach.errors import AuthorError
from coach.models import Concern, Flag, FlagSource, Lesson, Message, Report, Weight

HEAD = "---\ntitle: A title\ngoal: A goal.\nminutes: 12\n---\n\n"
"""Six lines; what follows begins on line 7."""


def write(folder: Path, body: str, name: str = "03-some.md", head: str = HEAD) -> Path:
    path = folder / name
    path.write_text(head + body, encoding="utf-8")
    return path


def lesson_of(folder: Path, body: str) -> Lesson:
    return read_lesson(write(folder, body))


def faults_in(path: Path) -> list[tuple[int, int, str]]:
    with pytest.raises(AuthorError) as caught:
        read_lesson(path)
    assert all(fault.path == path and fault.fix for fault in caught.value.faults)
    return [(fault.line, fault.column, fault.problem) for fault in caught.value.faults]


def flag(message: Message, phrase: str, concern: Concern = Concern.UNKIND) -> Flag:
    start = message.text.index(phrase)
    return Flag(
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        concern=concern,
        category="care/hurting" if concern is Concern.CARE else "unkind/looks",
        rule="a-rule",
        source=FlagSource.RULE,
        weight=Weight.PAUSE,
        why="Thank you for saying it." if concern is Concern.CARE else "Looks are hard to change.",
        note="Ask. Say.",
        instead=(),
        steps=("Breathe out.",),
        lesson="mean-words",
    )


def check(message: Message) -> Report:
    """Flags the word `ugly` as unkind, and `alone` as care."""
    found = {"ugly": Concern.UNKIND, "alone": Concern.CARE}
    flags = (flag(message, word, concern) for word, concern in found.items() if word in message.text)
    return Report(message=message, flags=tuple(flags))
