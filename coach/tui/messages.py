"""What screens and widgets ask of the app: where to go next. The app passes it to its router."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from coach.models import Lesson, Step


class Destination(StrEnum):
    """What can be opened beside home and the lessons."""

    CHECK = "check"
    CHAT = "chat"
    NIGHT = "night"
    AGREEMENT = "agreement"
    LAB = "lab"
    SCREENSHOT = "screenshot"
    CARE = "care"
    WHO = "who"
    COMPANION = "companion"
    WELCOME = "welcome"
    WORDS = "words"
    SETTINGS = "settings"
    HELP = "help"
    QUIT = "quit"


class GoHome(Message):
    """Posted to leave a screen for home."""


class GoPlain(Message):
    """Posted to leave the screens, and go on line by line."""


class OpenLesson(Message):
    """Posted to open a lesson."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class OfLesson(Message):
    """A message about a lesson."""

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson


class OfStep(OfLesson):
    """A message about a step of a lesson."""

    def __init__(self, lesson: Lesson, step: Step) -> None:
        super().__init__(lesson)
        self.step = step


class StepAnswered(Message):
    """Posted by a box when the two did what its step asks for."""

    slug = ""
    """Of the step; the view of the step fills it in."""


class Deed(StrEnum):
    """What the two did, as far as a companion notices it; never what was wrong."""

    NOTHING = "nothing"
    STEP = "step"
    REWRITE = "rewrite"
    PAUSE = "pause"
    PROMISE = "promise"
    LESSON = "lesson"
    NIGHT = "night"


class DeedDone(Message):
    """Posted when the two did something that their companion reacts to."""

    def __init__(self, deed: Deed) -> None:
        super().__init__()
        self.deed = deed


class OpenCertificate(Message):
    """Posted to open the certificate."""


class OpenDestination(Message):
    """Posted to open anything else."""

    def __init__(self, destination: Destination) -> None:
        super().__init__()
        self.destination = destination
