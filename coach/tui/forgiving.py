"""An app that goes on when a key is pressed while a screen goes away."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType

from textual.app import ScreenStackError
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.widget import MountError
from textual.worker import WorkerFailed

from coach.tui.touch import TouchApp

LOOKED_IN_VAIN = (NoMatches, MountError, NoScreen, ScreenStackError)
"""What widgets and workers meet whose screen is not there any more."""


class ForgivingApp(TouchApp):
    """Ignores what widgets could not find while they were taken away.

    Textual removes the widgets of a closed screen one by one, and lets its messages and workers run on until then: one
    of them may look for a widget that was removed before it.
    """

    def _handle_exception(self, error: Exception) -> None:
        is_closing = not any(self._screen_stacks.values())
        if not (is_closing and isinstance(error, ScreenStackError)) and not is_of_something_gone(error):
            super()._handle_exception(error)


def is_of_something_gone(error: Exception) -> bool:
    """Return whether a widget that is being removed met this error because others were removed before it."""
    met = error.error if isinstance(error, WorkerFailed) else error
    nodes = list(_nodes(met.__traceback__))
    return isinstance(met, LOOKED_IN_VAIN) and bool(nodes) and any(each._pruning for each in nodes[-1].ancestors_with_self)


def _nodes(traceback: TracebackType | None) -> Iterator[DOMNode]:
    """Yield the widgets whose methods were running, the innermost last."""
    while traceback:
        running = traceback.tb_frame.f_locals.get("self")
        if isinstance(running, DOMNode):
            yield running
        traceback = traceback.tb_next
