"""Asks what becomes of typed words before the screen they are on goes away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button

from coach.locale import N_, _
from coach.tui.screens.dialog import DialogScreen


@runtime_checkable
class HoldsWords(Protocol):
    """A screen with words that are lost when it goes away."""

    @property
    def has_unkept(self) -> bool:
        """Whether something was typed and not kept."""

    @property
    def unkept_question(self) -> str:
        """What to ask before it goes away, as a sentence."""

    @property
    def keep_label(self) -> str:
        """The answer that keeps it."""

    def keep(self) -> bool:
        """Keep it; False if that fails, which the screen then explains."""

    def call_later(self, callback: Callable[..., object], *args: object) -> bool:
        """Call back once the screen has passed on what it had to say."""


@runtime_checkable
class Unended(Protocol):
    """A screen that may ask before it goes away although nothing on it can be kept."""

    def question_before(self, *, quits: bool) -> str:
        """What to ask before it goes away, and with it Coach if the family `quits`; empty if it may just go."""


class StayScreen(DialogScreen):
    """Stay, or leave all the same."""

    BINDINGS = [Binding("escape", "stay", N_("Stay"), show=False)]

    def __init__(self, question: str, go: Callable[[], object], *, quits: bool) -> None:
        super().__init__()
        self._question = question
        self._quits = quits
        self._go: Callable[[], object] = go

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield from self.asked(
            self._question,
            Button(_("Stay here"), id="stay", variant="primary", compact=True),
            Button(_("Quit") if self._quits else _("Leave without them"), id="leave", compact=True),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close, and go where the family wanted to unless they stay."""
        event.stop()
        go = self._go
        self.action_stay()
        if event.button.id == "leave":
            self.app.call_later(go)

    def action_stay(self) -> None:
        """Close and stay."""
        self._go = bool
        self.dismiss()


class UnkeptScreen(DialogScreen):
    """Keep the words, leave without them, or stay."""

    BINDINGS = [Binding("escape", "stay", N_("Stay"), show=False)]

    def __init__(self, holder: HoldsWords, go: Callable[[], object]) -> None:
        super().__init__()
        self._question, self._keep_label = holder.unkept_question, holder.keep_label
        self._holder: HoldsWords | None = holder
        self._go: Callable[[], object] = go

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield from self.asked(
            self._question,
            Button(self._keep_label, id="keep", variant="primary", compact=True),
            Button(_("Leave without it"), id="leave", compact=True),
            Button(_("Stay here"), id="stay", compact=True),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close, then go where the family wanted to, unless they stay or the words cannot be kept."""
        holder, go = self._holder, self._go
        self._close()
        if event.button.id == "leave":
            self.app.call_later(go)
        elif event.button.id == "keep" and holder and holder.keep():
            holder.call_later(self.app.call_later, go)

    def action_stay(self) -> None:
        """Close and stay."""
        self._close()

    def _close(self) -> None:
        """Close, and let go of the words: whoever still holds this screen must not hold them."""
        self._holder, self._go = None, bool
        self.dismiss()
