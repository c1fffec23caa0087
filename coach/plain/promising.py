"""The promise at the end of a lesson, line by line."""

from __future__ import annotations

from coach.locale import _
from coach.models import Promise
from coach.models.family import MAX_PROMISE
from coach.plain.console import Console


def make_promise(console: Console, promise: Promise, own: str = "") -> str | None:
    """Ask for a promise, in Coach's words or own ones.

    Args:
        console: where to ask.
        promise: both sides, as the lesson words it.
        own: the child's own words of it from before; empty if there are none.

    Returns:
        The child's own words, empty for those of the lesson; None if nothing was promised.

    Raises:
        Left: the family quit, or the input ended.
        WentBack: the family wants to go back.
    """
    console.say(_("Child: {child}").format(child=own or promise.child))
    console.say(_("Grown-up: {parent}").format(parent=promise.parent))
    question = _("Type 1 if you both promise, or 2 to say it in your own words. Enter goes on.")
    chosen = console.choose(question, 2)
    if chosen == 1:
        return console.ask(_("Type what the child promises."))[:MAX_PROMISE] or None
    return own if chosen == 0 else None
