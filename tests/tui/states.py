"""The main states of the app: how a family gets there, for snapshots and for pictures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import Button

from coach.course import step_called
from coach.models import AgeBand, Agreement, Direction, Family, Member, Message, Progress, Report, Role, Track
from coach.models.stage import Stage
from coach.models.thread import Turn
from coach.threads import ReadTurn, ShownClimb, ShownStep
from coach.threads.chat_walk import ChatWalk, MarkedTurn
from coach.tui.app import CoachApp
from coach.tui.pixels import Means
from coach.tui.router import Router
from coach.tui.screens.chat import ChatScreen
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.lesson import LessonScreen
from tests.tui.conftest import flag, press, screen_text, settled

Way = Callable[[Pilot[None]], Awaitable[None]]
HERE = Family(
    was_asked=True,
    members=(Member(nickname="Robo", age=AgeBand.TEN),),
    playing="Robo",
    tracks={
        "Robo": Track(
            progress={
                "post-together": Progress(step="", finished=True),
                "strangers": Progress(step="pixelfox-writes", answered=True),
            },
            promises=("post-together",),
        )
    },
    agreement=Agreement(
        child=("I ask before I post a picture of somebody.", "I show you what feels odd."),
        grown_up=("I ask before I post a picture of you.", "I listen first."),
        look_again=date(2030, 1, 6),
    ),
    country="GB",
)
"""A family that has been here before."""


def app_of(pilot: Pilot[None]) -> CoachApp:
    assert isinstance(pilot.app, CoachApp)
    return pilot.app


def step(lesson: str, slug: str, *keys: str) -> Way:
    """Open a step, and press keys there."""

    async def go(pilot: Pilot[None]) -> None:
        app_of(pilot).router.open_lesson(lesson)
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, LessonScreen)
        screen.go_to(step_called(screen.lesson, slug))
        await settled(pilot)
        await press(pilot, *keys)

    return go


def opened(act: Callable[[Router], object], *keys: str) -> Way:
    """Open something of the app, and press keys there."""

    async def go(pilot: Pilot[None]) -> None:
        act(app_of(pilot).router)
        await settled(pilot)
        await press(pilot, *keys)

    return go


def draft(text: str) -> Way:
    """Write a draft, and go into its first phrase."""

    async def go(pilot: Pilot[None]) -> None:
        app_of(pilot).router.check_draft()
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        screen.box.editor.insert(text)
        await settled(pilot)
        screen.box.editor.move_cursor((0, 8))
        await settled(pilot)

    return go


DAY = date(2026, 12, 1)
"""The day on which it is seen how old the facts about an app are."""


@contextmanager
def same_everywhere() -> Iterator[None]:
    """No rest after typing, one home, one day, and pictures in blocks, whatever machine and terminal this is."""
    with ExitStack() as changes:
        for box in ("draft_box", "chat_box"):
            changes.enter_context(patch(f"coach.tui.widgets.{box}.PAUSE", 0))
        for box in ("post_view", "picture_box"):
            changes.enter_context(patch(f"coach.tui.widgets.{box}.means_of", lambda _: Means.BLOCKS))
        changes.enter_context(patch.object(Path, "home", lambda: Path("/home/robo")))
        changes.enter_context(patch("coach.tui.widgets.companion.BLINK", 3600))
        changes.enter_context(patch("coach.tui.family_service.today", lambda: DAY))
        changes.enter_context(patch("coach.played.today", lambda: DAY))
        changes.enter_context(patch("coach.tui.widgets.doors_box.date", SimpleNamespace(today=lambda: DAY)))
        yield


async def steady(pilot: Pilot[None]) -> None:
    """Wait until nothing is drawn any more: some lines say what is below only once it was laid out."""
    seen: list[str] = []
    while len(set(seen[-4:])) != 1 or len(seen) < 4:
        await pilot.pause(0.03)
        seen.append(screen_text(pilot.app))


async def change_a_picture(pilot: Pilot[None]) -> None:
    """Write a post, take it, and cut its first half off."""
    app_of(pilot).router.picture_lab()
    await settled(pilot)
    for button in ("#fix", "#cut"):
        pilot.app.screen.query_one(button, Button).press()
        await settled(pilot)


SECRET = "dont tell ur mum we talk, ok?"


def a_walk() -> ChatWalk:
    """What there is to see in a chat where somebody asks for a secret."""
    said = (("Pixelfox", "ur so good at this game"), ("Robo", "thx :)"), ("Pixelfox", SECRET))
    turns = [
        ReadTurn(number, Turn(sender, text), sender == "Robo", Report(message=received(text)))
        for number, (sender, text) in enumerate(said)
    ]
    found = flag(received(SECRET), 0, "dont tell ur mum").model_copy(update={"role": Role.TARGET})
    marked = ReadTurn(2, turns[2].turn, is_mine=False, report=Report(message=received(SECRET), flags=(found,)))
    steps = (
        ShownStep(Stage(id="kindness", order=1, title="Kindness and attention", why="Nice.", note="-"), 0, "so good"),
        ShownStep(
            Stage(id="secrecy", order=4, title="Keeping it secret", is_heavy=True, why="A [why].", note="A note."),
            2,
            "dont tell ur mum",
        ),
    )
    return ChatWalk(
        said_of_reading="3 messages read from 2 people, 1 line not readable: 7.",
        marks=(MarkedTurn(marked, tuple(turns[:2])),),
        flagged=1,
        alarms=(ShownClimb("", "Pixelfox", steps, 2),),
        flags=(found,),
    )


def received(text: str) -> Message:
    return Message(text=text, direction=Direction.RECEIVED)


def walk(*keys: str) -> Way:
    """Walk through a chat, and press keys there."""

    async def go(pilot: Pilot[None]) -> None:
        app_of(pilot).router.look_at_chat()
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ChatScreen)
        await screen._mount(screen._on_way(lambda: screen._walk(a_walk())))
        await settled(pilot)
        await press(pilot, *keys)

    return go


NIGHTS = tuple(date(2026, 9, 2) + timedelta(weeks=week) for week in range(11))


async def end_a_night(pilot: Pilot[None]) -> None:
    """Go to the last page of a family night."""
    app_of(pilot).router.family_night()
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, LessonScreen)
    screen.go_to(None)
    await settled(pilot)


async def stay(pilot: Pilot[None]) -> None:
    """Stay where the app begins."""
    await settled(pilot)


DRAFT = "omg sam ur so ugly lol\ntext me 07700 900123"


@dataclass(frozen=True)
class State:
    """A state, the way to it, and the family that goes it."""

    go: Way
    family: Family = HERE


STATES: Mapping[str, State] = {
    "first-start": State(stay, Family()),
    "home": State(stay),
    "step-read": State(step("strangers", "who-liked-this")),
    "step-choose": State(step("strangers", "who-have-you-met", "2")),
    "step-rewrite": State(step("mean-words", "the-beach-picture")),
    "step-sort": State(step("post-together", "who-was-that-for", "1")),
    "step-promise": State(step("strangers", "our-rule-for-strangers")),
    "chat": State(step("strangers", "pixelfox-writes", "1")),
    "doors": State(step("who-can-message-you", "chats-and-groups", "1")),
    "check": State(draft(DRAFT)),
    "done": State(opened(Router.check_draft, *"ur so ugly", "f4")),
    "together-whole": State(walk()),
    "together-first": State(walk("f4")),
    "together-mark": State(walk("f4", "f4")),
    "care": State(opened(Router.care)),
    "picture-lab": State(change_a_picture),
    "own-screenshot": State(opened(Router.own_screenshot)),
    "night-end": State(end_a_night, HERE.model_copy(update={"nights": NIGHTS})),
    "companions": State(opened(Router.choose_companion)),
    "agreement": State(opened(Router.our_agreement)),
    "own-words": State(opened(Router.own_words)),
    "who": State(opened(Router.who_is_here)),
    "settings": State(opened(Router.settings)),
    "help": State(opened(Router.help)),
}
"""Every main state, by its name."""
