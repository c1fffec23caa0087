"""The promise at the end of a lesson, line by line."""

from __future__ import annotations

from coach.locale import _
from coach.models import AS_WORDED, Promise, PromiseWords
from coach.models.family import MAX_PROMISE
from coach.plain.console import Console


def make_promise(console: Console, promise: Promise, own: PromiseWords = AS_WORDED) -> PromiseWords | None:
    """Ask for a promise, in Coach's words or own ones.

    Args:
        console: where to ask.
        promise: both sides, as the lesson words it.
        own: the family's own words of it from before, as far as there are any.

    Returns:
        The family's own words, as far as they do not take those of the lesson; None if nothing was promised.

    Raises:
        Left: the family quit, or the input ended.
        WentBack: the family wants to go back.
    """
    console.say(_("Child: {child}").format(child=own.child or promise.child))
    console.say(_("Grown-up: {parent}").format(parent=own.parent or promise.parent))
    question = _("Type 1 if you both promise, or 2 to say it in your own words. Enter goes on.")
    chosen = console.choose(question, 2)
    if chosen == 1:
        child = console.ask(_("Type what the child promises. Enter leaves it as it is."))[:MAX_PROMISE]
        parent = console.ask(_("Type what the grown-up promises. Enter leaves it as it is."))[:MAX_PROMISE]
        typed = PromiseWords(child=child or own.child, parent=parent or own.parent)
        return typed if child or parent else None
    return own if chosen == 0 else None
