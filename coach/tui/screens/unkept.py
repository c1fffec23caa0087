"""Asks what becomes of typed words before the screen they are on goes away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button

from coach.locale import N_, _
from coach.tui.screens.dialog import DialogScreen

QUESTION = N_("You changed your agreement and have not kept it yet.")


@runtime_checkable
class HoldsWords(Protocol):
    """A screen with words that are lost when it goes away."""

    @property
    def has_unkept(self) -> bool:
        """Whether something was typed and not kept."""

    def keep(self) -> bool:
        """Keep it; False if that fails, which the screen then explains."""


class UnkeptScreen(DialogScreen):
    """Keep the words, leave without them, or stay."""

    BINDINGS = [Binding("escape", "stay", N_("Stay"), show=False)]

    def __init__(self, holder: HoldsWords, go: Callable[[], object]) -> None:
        super().__init__()
        self._holder: HoldsWords | None = holder
        self._go: Callable[[], object] = go

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield from self.asked(
            _(QUESTION),
            Button(_("Keep it"), id="keep", variant="primary", compact=True),
            Button(_("Leave without it"), id="leave", compact=True),
            Button(_("Stay here"), id="stay", compact=True),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close, then go where the family wanted to, unless they stay or the words cannot be kept."""
        holder, go = self._holder, self._go
        self._close()
        if event.button.id == "leave" or (event.button.id == "keep" and holder is not None and holder.keep()):
            self.app.call_later(go)

    def action_stay(self) -> None:
        """Close and stay."""
        self._close()

    def _close(self) -> None:
        """Close, and let go of the words: whoever still holds this screen must not hold them."""
        self._holder, self._go = None, bool
        self.dismiss()
