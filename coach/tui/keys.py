"""What the keys do on the current screen, read from its bindings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from coach.locale import N_, _

PALETTE = N_("find a command by name")
TEXTUAL_ACTIONS = {
    binding.action
    for each in (App, Screen)
    for binding in each.BINDINGS
    if isinstance(binding, Binding) and binding.action not in {"quit", "help_quit"}
} | {"help_quit"}
"""Actions that Textual binds itself, such as moving the focus and copying."""


def keys_of(app: App[Any]) -> Iterator[tuple[str, str]]:
    """Every key of the app and its screen, as written, with what it does.

    Keys of a widget, such as those of an editor, are left out.
    """
    found: dict[str, list[str]] = {}
    for active in app.screen.active_bindings.values():
        binding = active.binding
        words = _(PALETTE) if binding.action.endswith("command_palette") else _(binding.description)
        if words and isinstance(active.node, App | Screen) and binding.action not in TEXTUAL_ACTIONS:
            found.setdefault(words, []).append(written(binding.key))
    for words, keys in found.items():
        yield ", ".join(dict.fromkeys(keys)), words


def written(key: str) -> str:
    """`ctrl+q` as `Ctrl+Q`, `pageup` as `Page Up`."""
    named = {"escape": _("Esc"), "pageup": _("Page Up"), "pagedown": _("Page Down"), "question_mark": "?"}
    held = {"ctrl": _("Ctrl"), "shift": _("Shift")}
    parts = (held.get(part) or (part.capitalize() if len(part) > 1 else part.upper()) for part in key.split("+"))
    return named.get(key) or "+".join(parts)
