"""What the keys do on the current screen, and that each F key means one thing everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import coach.tui
from coach.tui.keys import written

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
