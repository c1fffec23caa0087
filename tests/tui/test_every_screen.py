"""What holds on every screen: each key does something, any size is survived, whatever is typed is text."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator

import pytest
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, TextArea

import coach.tui
from coach.models import Message
from coach.tui.app import CoachApp
from coach.tui.keys import TEXTUAL_ACTIONS
from coach.tui.screens.agreement import AgreementScreen
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.done import DoneScreen
from coach.tui.screens.night_over import NightOverScreen
from coach.tui.screens.unkept import UnkeptScreen
from coach.visible import HIDDEN
from tests.tui.conftest import AppMaker, check, has_help_and_quit, running, screen_text, settled, until

Opener = Callable[[CoachApp], object]
SCREENS: dict[str, Opener] = {
    "home": lambda app: app.router.go_home(),
    "lesson": lambda app: app.router.open_lesson("strangers"),
    "check": lambda app: app.router.check_draft(),
    "together": lambda app: app.router.look_at_chat(),
    "certificate": lambda app: app.router.certificate(),
    "companions": lambda app: app.router.choose_companion(),
    "agreement": lambda app: app.router.our_agreement(),
    "settings": lambda app: app.router.settings(),
    "who": lambda app: app.router.who_is_here(),
    "welcome": lambda app: app.router.welcome(),
    "words": lambda app: app.router.own_words(),
    "lab": lambda app: app.router.picture_lab(),
    "screenshot": lambda app: app.router.own_screenshot(),
    "care": lambda app: app.action_care(),
    "help": lambda app: app.action_help(),
    "unkept": lambda app: app.push_screen(UnkeptScreen(AgreementScreen(app.service, app.checker), app.router.go_home)),
    "night-over": lambda app: app.router.show(NightOverScreen(app.service, None)),
    "done": lambda app: app.push_screen(DoneScreen(check(Message(text="ur so ugly, i hate myself")))),
}
"""Every screen of the app, and the way to it."""
PLAIN = set(SCREENS) - {"care", "help", "unkept", "done", "companions"}
"""Screens that fill the window."""
NASTY = "[/lol] [@click=app.quit]x[/] \x1b[31m\x07\u202e\x9b"
SIZES = ((40, 15), (2, 24), (1, 1), (200, 2), (80, 24))


async def open_screen(pilot: Pilot[None], name: str) -> Screen[object]:
    app = pilot.app
    assert isinstance(app, CoachApp)
    app.router.go_home()
    await settled(pilot)
    if isinstance(app.screen, UnkeptScreen):
        app.screen.query_one("#leave", Button).press()
        await settled(pilot)
    SCREENS[name](app)
    await settled(pilot)
    return app.screen


async def back_at(screen: Screen[object], pilot: Pilot[None], name: str) -> Screen[object]:
    """The screen as it is, without what a key opened above it; anew where the key left it."""
    if screen not in pilot.app.screen_stack:
        return await open_screen(pilot, name)
    while pilot.app.screen is not screen:
        pilot.app.pop_screen()
        await settled(pilot)
    return screen


def keys_on(screen: Screen[object]) -> list[str]:
    """Every key of the screen and of the app, but for those that end it."""
    found = (active.binding for active in screen.active_bindings.values() if isinstance(active.node, Screen | App))
    return [one.key for one in found if one.description and one.action not in {*TEXTUAL_ACTIONS, "quit"}]


@pytest.mark.parametrize("name", SCREENS)
async def test_every_key_of_every_screen_can_be_pressed(make_app: AppMaker, name: str) -> None:
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        keys = keys_on(await open_screen(pilot, name))
        assert keys
        if name in PLAIN:
            await until(pilot, lambda: has_help_and_quit(app))
        screen = app.screen
        for key in keys:
            screen = await back_at(screen, pilot, name)
            screen.set_focus(None)
            await pilot.press(key)
            await settled(pilot)
            assert app.is_running


WIDTHS = (10, 3, 1)


@pytest.mark.parametrize("name", ["check", "palette"])
async def test_a_narrow_window_keeps_the_draft_and_what_was_found(make_app: AppMaker, name: str) -> None:
    app = make_app()
    async with running(app) as pilot:
        screen = await open_screen(pilot, "check")
        assert isinstance(screen, CheckScreen)
        screen.box.editor.load_text("ur so ugly, ring me on 07700 900123")
        await until(pilot, lambda: len(screen.query(".entry")) > 1)
        app.notify("words above any screen")
        if name == "palette":
            app.action_command_palette()
            await until(pilot, lambda: any(one.option_count for one in app.screen.query(OptionList)))
        above = app.screen
        for size in [(width, height) for width in WIDTHS for height in (24, 1)]:
            await pilot.resize_terminal(*size)
            await pilot.pause(0.02)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert app.screen is above
        assert screen.box.editor.written == "ur so ugly, ring me on 07700 900123"
        assert len(screen.query(".entry")) > 1


async def test_a_second_escape_closes_nothing_more(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        for name in ("care", "help", "unkept", "done", "companions"):
            screen = await open_screen(pilot, name)
            home = app.screen_stack[-2]
            for _ in range(2):
                screen.dismiss()
            await settled(pilot)
            assert app.screen is home, name


async def test_every_screen_survives_every_size(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        for name in SCREENS:
            screen = await open_screen(pilot, name)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await pilot.pause()
            await settled(pilot)
            assert app.screen is screen, name
            assert app.size == SIZES[-1]


async def test_whatever_is_typed_is_text(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        for name in SCREENS:
            for number in range(len((await open_screen(pilot, name)).query("Input, TextArea"))):
                box = list((await open_screen(pilot, name)).query("Input, TextArea"))[number]
                if not box.focusable:
                    continue
                box.focus()
                await pilot.pause()
                app.post_message(events.Paste(NASTY))
                await settled(pilot)
                assert isinstance(box, Input | TextArea)
                await pilot.press("enter")
                await settled(pilot)
                assert app.is_running
                assert not HIDDEN.search(screen_text(app).replace("\n", "")), (name, box)


def bound_classes() -> Iterator[type[Widget] | type[App[object]]]:
    for module in pkgutil.walk_packages(coach.tui.__path__, "coach.tui."):
        for each in vars(importlib.import_module(module.name)).values():
            ours = isinstance(each, type) and each.__module__ == module.name
            if ours and issubclass(each, Widget | App) and "BINDINGS" in vars(each):
                yield each


def test_no_letter_does_what_is_not_shown() -> None:
    """A child who types beside the box stays where it is."""
    letters = [
        (bound.__name__, key)
        for bound in bound_classes()
        for binding in bound.BINDINGS
        if isinstance(binding, Binding) and not binding.show
        for key in binding.key.split(",")
        if len(key) == 1 and key.isalpha()
    ]
    assert not letters


@pytest.mark.parametrize("bound", list(bound_classes()), ids=lambda each: each.__name__)
def test_every_binding_names_an_action_that_is_there(bound: type[Widget] | type[App[object]]) -> None:
    for binding in bound.BINDINGS:
        assert isinstance(binding, Binding)
        where, _, action = binding.action.partition("(")[0].rpartition(".")
        assert hasattr(CoachApp if where == "app" else bound, f"action_{action}"), binding
        assert binding.description
