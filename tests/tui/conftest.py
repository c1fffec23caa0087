"""The app with the shipped lessons, a word list that checks, and a family's file of its own."""

from __future__ import annotations

import asyncio
import gc
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.worker import Worker, WorkerCancelled

from coach.counsel import CheckWithCounsel
from coach.course import Course
from coach.family import FamilyFile
from coach.models import (
    GAP,
    AgeGroup,
    Audience,
    Concern,
    Counsel,
    Direction,
    Edit,
    Family,
    Flag,
    FlagSource,
    Lesson,
    Message,
    Report,
    Rewrite,
    RewriteKind,
    Weight,
)
from coach.tui.app import CoachApp
from coach.tui.checking import Readiness
from tests.shipped_course import shipped_course

LESSONS = shipped_course().lessons
BY_NAME = {lesson.name: lesson for lesson in LESSONS}
AppMaker = Callable[..., CoachApp]
MOST_WAITS = 100
"""Something that goes on for good, such as a cursor that blinks, is waited for no longer."""
WORDS = {
    "ur so ugly": "unkind/looks",
    "ur such a loser": "unkind/name-calling",
    "07700 900123": "oversharing/contact",
    "dont tell ur mum": "red-flag/secrecy",
    "i hate myself": "care/hurting",
}
"""What the word list knows, and the category."""


class WordList:
    """Checks by `WORDS`, and puts other words in place of what it found."""

    def __call__(self, message: Message, /) -> Report:
        found = re.finditer("|".join(map(re.escape, WORDS)), message.text)
        flags = (flag(message, each.start(), each[0]) for each in found)
        return Report(
            message=message, flags=tuple(each for each in flags if message.direction in each.concern.directions)
        )

    def counsel(self, report: Report, _: AgeGroup | None = None, /) -> Counsel:
        return word_counsel(report)


check = WordList()


def word_counsel(report: Report) -> Counsel:
    """Two rewrites, of which the second has gaps; none if somebody may be hurting or the message was received."""
    concerns = {each.concern for each in report.flags}
    if report.message.direction is Direction.RECEIVED or not concerns or Concern.CARE in concerns:
        return Counsel()
    if report.message.text == "ur so ugly":
        return Counsel(nothing="Nothing can stay [/]: ___")
    return Counsel(rewrites=(rewritten(report, "better words [/]"), rewritten(report, f"other words {GAP}")))


def rewritten(report: Report, words: str) -> Rewrite:
    """The draft with `words` in place of each flagged phrase."""
    edits = tuple(Edit(start=each.start, end=each.end, text=words) for each in report.flags)
    text = report.message.text
    for edit in reversed(edits):
        text = text[: edit.start] + words + text[edit.end :]
    return Rewrite(text=text, kind=RewriteKind.SAY, edits=edits)


def flag(message: Message, start: int, phrase: str) -> Flag:
    concern = Concern(WORDS[phrase].partition("/")[0])
    public = concern is Concern.OVERSHARING and message.audience is Audience.PUBLIC
    return Flag(
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        concern=concern,
        category=WORDS[phrase],
        rule="a-rule",
        source=FlagSource.RULE,
        weight=Weight.STOP if public else Weight.PAUSE,
        why="This is why [/why].",
        note="Ask this. Say that.",
        instead=(),
        steps=("Do this [/step].", "Do that."),
        lesson="mean-words",
    )


@pytest.fixture(autouse=True, scope="session")
def styles_parsed_once() -> Iterator[None]:
    """Textual keeps parsed styles for each app; a run starts hundreds, with the same few dozen style sheets."""
    parse, kept = Stylesheet._parse_rules, dict[object, list[RuleSet]]()

    def parsed(sheet: Stylesheet, css: str, **named: Any) -> list[RuleSet]:  # noqa: ANN401
        key = css, tuple(named.items()), tuple(sheet._variables.items())
        if key not in kept:
            kept[key] = parse(sheet, css, **named)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed)
        yield


@pytest.fixture(autouse=True, scope="session")
def counted_once() -> Iterator[None]:
    """A run has set a million objects apart; each app that starts would count them anew, to see whether there are any."""
    assert gc.get_freeze_count()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "get_freeze_count", lambda: 1)
        yield


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are checked at once, so that no test waits for typing to rest."""
    monkeypatch.setattr("coach.tui.widgets.draft_box.PAUSE", 0)
    monkeypatch.setattr("coach.tui.widgets.chat_box.PAUSE", 0)


@pytest.fixture
def family_file(tmp_path: Path) -> FamilyFile:
    return FamilyFile(tmp_path / "family" / "family.json")


@pytest.fixture
def make_app(family_file: FamilyFile) -> AppMaker:
    def make(
        open_lesson: str | None = None,
        lessons: tuple[Lesson, ...] = LESSONS,
        load_check: Callable[..., CheckWithCounsel] = lambda _: check,
    ) -> CoachApp:
        if not family_file.path.exists():
            family_file.save(Family(was_asked=True))
        return CoachApp(Course(lessons), family_file, load_check, open_lesson)

    return make


@asynccontextmanager
async def running(app: CoachApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The app with its checker ready, or given up."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        if app.checker.readiness is Readiness.COMING:
            await until(pilot, lambda: app.checker.readiness is not Readiness.COMING)
            await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until workers and messages have come to rest, and what they changed is drawn.

    Textual's own pause takes a process that is given no time for one that has nothing to do.
    """
    await pilot.pause()
    for _ in range(MOST_WAITS):
        if workers := [worker for worker in pilot.app.workers if not worker.is_finished]:
            await asyncio.wait([asyncio.ensure_future(_ended(worker)) for worker in workers])
        elif is_at_rest(pilot.app):
            break
        await pilot.pause()


def is_at_rest(app: App[None]) -> bool:
    """Whether no message waits, nothing is to be laid out or drawn, and nobody waits for that."""
    if not app.is_running:
        return True
    screen = app.screen
    waits = screen._layout_required or screen._scroll_required or screen._repaint_required or screen._callbacks
    nodes = [app, *screen.walk_children(with_self=True)]
    return not (
        waits or screen._dirty_widgets or any(each._next_callbacks or each.message_queue_size for each in nodes)
    )


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys one after the other, and return what the screen then says."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    return screen_text(pilot.app)


async def until(pilot: Pilot[None], holds: Callable[[], bool], tries: int = 500) -> None:
    """Wait for what follows a redraw; fails when it never comes true."""
    for _ in range(tries):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError("this never came true")


async def _ended(worker: Worker[object]) -> None:
    with suppress(WorkerCancelled):
        await worker.wait()


def screen_text(app: App[None]) -> str:
    """What stands on the screen, line by line."""
    size = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines[: size.height])


def has_help_and_quit(app: App[None]) -> bool:
    """Whether both stand in the last line; Textual writes its footer a moment after the screen."""
    return {"Help", "Quit"} <= set(screen_text(app).splitlines()[-1].split())
