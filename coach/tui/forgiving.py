"""An app that goes on when a key is pressed while a screen comes or goes."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any

from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.widget import MountError
from textual.worker import WorkerFailed

from coach.tui.touch import TouchApp

LOOKED_IN_VAIN = (NoMatches, MountError, NoScreen, ScreenStackError)
"""What widgets and workers meet whose screen is not there any more."""


class ForgivingApp(TouchApp):
    """Ignores what widgets could not find while they were taken away, and keys of a screen that is not there yet.

    Textual removes the widgets of a closed screen one by one, and lets its messages and workers run on until then: one
    of them may look for a widget that was removed before it.
    """

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: Any) -> bool:  # noqa: ANN401  # as Textual gives them
        if is_going(namespace) or not namespace._is_mounted:
            return True
        return await super()._dispatch_action(namespace, action_name, params)

    def _handle_exception(self, error: Exception) -> None:
        is_closing = self._exit or self._closing or not any(self._screen_stacks.values())
        if not (is_closing and isinstance(met_in(error), LOOKED_IN_VAIN)) and not was_met_going(error):
            super()._handle_exception(error)


def met_in(error: Exception) -> BaseException:
    """Return the error that a worker met, or this one."""
    return error.error if isinstance(error, WorkerFailed) else error


def is_going(node: DOMNode) -> bool:
    """Return whether this widget, or what it is in, is being removed or was."""
    around = node.ancestors_with_self
    return any(each._pruning for each in around) or not isinstance(around[-1], App)


def was_met_going(error: Exception) -> bool:
    """Return whether a widget that is being removed met this error because others were removed before it.

    What the app itself met is an error: its messages would not go on.
    """
    met = met_in(error)
    nodes = list(_nodes(met.__traceback__))
    if not isinstance(met, LOOKED_IN_VAIN) or not nodes or isinstance(nodes[0], App):
        return False
    return is_going(nodes[-1])


def _nodes(traceback: TracebackType | None) -> Iterator[DOMNode]:
    """Yield the widgets whose methods were running, the innermost last."""
    while traceback:
        running = traceback.tb_frame.f_locals.get("self")
        if isinstance(running, DOMNode):
            yield running
        traceback = traceback.tb_next
