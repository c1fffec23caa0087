"""What a family promised and practised, for a wide home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from coach.locale import N_, _, date_in_words
from coach.models import Agreement, Lesson, Promise
from coach.tui.path import DONE
from coach.tui.safe_text import shown

PROMISED, PRACTISED, AGREED = N_("What we promised"), N_("What we practised"), N_("Our agreement")
NO_PROMISE = N_("Your first promise comes at the end of a lesson.")
NOTHING = N_("The first lesson you finish comes here.")
NO_AGREEMENT = N_("You can write one whenever you like.")
MOST = 3
"""Promises shown, the newest first."""
MOST_LESSONS = 8


class Remembered(Vertical):
    """The newest promises of both, and the lessons and cases that were finished."""

    DEFAULT_CSS = """
    Remembered Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Two headings, each with its lines."""
        yield Static(_(PROMISED), markup=False, classes="heading")
        yield Static("", markup=False, id="promised", classes="card")
        yield Static(_(PRACTISED), markup=False, classes="heading")
        yield Static("", markup=False, id="practised", classes="card")
        yield Static(_(AGREED), markup=False, classes="heading")
        yield Static("", markup=False, id="agreed", classes="card")

    def show(self, promises: Sequence[Promise], lessons: Sequence[Lesson], agreement: Agreement | None) -> None:
        """Show the newest of both, and when to look at the agreement again."""
        said = "\n\n".join(map(_both_sides, promises[:MOST])) or _(NO_PROMISE)
        self.query_one("#promised", Static).update(shown(said))
        self.query_one("#practised", Static).update(shown("\n".join(_titles(lessons)) or _(NOTHING)))
        self.query_one("#agreed", Static).update(_agreed(agreement))


def _both_sides(promise: Promise) -> str:
    """Return what each side promised; a side without a promise is left out."""
    sides = (("\u25cf", promise.child), ("\u25a0", promise.parent))
    return "\n".join(f"{sign} {words}" for sign, words in sides if words)


def _titles(lessons: Sequence[Lesson]) -> Iterator[str]:
    yield from (f"{DONE} {lesson.title}" for lesson in lessons[:MOST_LESSONS])
    if len(lessons) > MOST_LESSONS:
        yield _("and {number} more").format(number=len(lessons) - MOST_LESSONS)


def _agreed(agreement: Agreement | None) -> str:
    if agreement is None:
        return _(NO_AGREEMENT)
    count = len(agreement.child) + len(agreement.grown_up)
    day = agreement.look_again
    again = _(" Look at it again on {day}.").format(day=date_in_words(day)) if day else ""
    return _("{count} promises.{again}").format(count=count, again=again)
