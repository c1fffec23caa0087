"""What the keys do on the current screen, and that each F key means one thing everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets._footer import FooterKey

import coach.tui
from coach.tui.keys import written
from coach.tui.widgets.lines import WorkingKey, fitting
from tests.tui.conftest import AppMaker, press, running, settled, until

MEANINGS = {
    "f1": {"help", "close"},
    "f2": {"care", "close"},
    "f3": {"back", "leave"},
    "f4": {"next", "go_on", "done", "next_message"},
    "f5": {"everybody"},
    "f6": {"settings"},
    "f7": {"turn"},
    "f8": {"people"},
    "f9": {"say_next_yes"},
}
"""Help, people who help, back, on, what if everybody saw it, settings, sent or got, who is at the other end, a yes."""
TUI = Path(coach.tui.__file__).parent


def bindings() -> Iterator[tuple[str, str]]:
    """Yield each key and action of every class of the app; the preview is an author's tool of its own."""
    for folder in ("", "screens", "widgets"):
        package = ".".join(filter(None, ("coach.tui", folder)))
        for module in iter_modules([str(TUI / folder)]):
            if module.name == "preview":
                continue
            found = vars(import_module(f"{package}.{module.name}")).values()
            for each in found:
                if isinstance(each, type) and issubclass(each, DOMNode) and each.__module__.startswith("coach."):
                    yield from (
                        (key, binding.action.removeprefix("app."))
                        for binding in each.__dict__.get("BINDINGS", ())
                        if isinstance(binding, Binding)
                        for key in binding.key.split(",")
                    )


def test_each_f_key_means_one_thing_on_every_screen() -> None:
    used: dict[str, set[str]] = {}
    for key, action in bindings():
        if key[0] == "f" and key[1:].isdigit():
            used.setdefault(key, set()).add(action)
    assert used == MEANINGS


@pytest.mark.parametrize(("key", "shown"), [("ctrl+q", "Ctrl+Q"), ("pageup", "Page Up"), ("f7", "F7"), ("a", "A")])
def test_keys_are_written_as_on_a_keyboard(key: str, shown: str) -> None:
    assert written(key) == shown


def in_line(app: App[None]) -> list[str]:
    """What the keys in the last line do."""
    return [key.description for key in app.screen.query(FooterKey)]


async def test_the_line_of_keys_is_made_anew_only_when_other_keys_work(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.check_draft()
        await settled(pilot)
        assert "Leave box" in in_line(app)
        await press(pilot, "tab")
        assert "Leave box" not in in_line(app), "the box was left"
        made, focused = list(app.screen.query(FooterKey)), app.focused
        await press(pilot, "tab")
        assert app.focused is not focused
        assert list(app.screen.query(FooterKey)) == made
        await pilot.press("f7")
        await until(pilot, lambda: "Next message" in in_line(app))
        assert "Done" not in in_line(app)


async def test_no_key_of_the_line_is_styled_a_second_time(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    again = list[DOMNode]()
    update = App.update_styles

    def noted(app: App[object], node: DOMNode, *, animate: bool = True) -> None:
        again.append(node)
        update(app, node, animate=animate)

    monkeypatch.setattr(App, "update_styles", noted)
    app = make_app()
    async with running(app) as pilot:
        app.router.check_draft()
        await settled(pilot)
        assert app.screen.query(FooterKey)
    assert again
    assert not any(isinstance(node, FooterKey) for node in again)


def test_in_a_narrow_window_the_last_keys_give_way_but_for_help_and_the_way_out() -> None:
    keys = [WorkingKey(key, key, "word", "act", is_disabled=False, tooltip="") for key in ("f4", "f5", "f1", "ctrl+q")]
    assert [one.key for one in fitting(keys, 80)] == ["f4", "f5", "f1", "ctrl+q"]
    assert [one.key for one in fitting(keys, sum(one.width for one in keys) - 1)] == ["f4", "f1", "ctrl+q"]
    assert [one.key for one in fitting(keys, 1)] == ["f1", "ctrl+q"]
