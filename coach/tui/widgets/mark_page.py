"""One page of the walk through a chat: the messages, and the advice on the mark."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from coach.chats.together import together
from coach.locale import N_, _
from coach.models import Counsel, Report
from coach.threads import ReadTurn
from coach.threads.walk_pages import WalkPage
from coach.tui.safe_text import shown
from coach.tui.widgets.flag_entries import FlagEntry, flag_entries
from coach.tui.widgets.flag_list import FlagList, country_in
from coach.tui.widgets.turn_view import TurnView

SAME_STEPS = N_("The same steps as before.")
"""In place of the steps that the mark before had too."""


class MarkList(FlagList):
    """The advice on one turn; it scrolls with the page."""

    DEFAULT_CSS = """
    MarkList { height: auto; min-height: 0; padding: 0; }
    """

    def __init__(self, one: ReadTurn, before: ReadTurn | None = None) -> None:
        """Show the advice on `one`; what to do is not said again where it is the same as for the mark `before`."""
        super().__init__()
        self.can_focus = False
        self.report = without_repeated_steps(one.report, before.report) if before else one.report

    def _current_entries(self) -> Iterator[FlagEntry]:
        if self.report is not None:
            yield from flag_entries(self.report, Counsel(), country_in(self.app))


def without_repeated_steps(report: Report, before: Report) -> Report:
    """Return a report that says in a few words where what to do is the same as in the report before."""
    said, same = {flag.steps for flag in before.flags if flag.steps}, {"steps": (_(SAME_STEPS),)}
    flags = (flag.model_copy(update=same) if flag.steps in said else flag for flag in report.flags)
    return report.model_copy(update={"flags": tuple(flags)})


def mark_page(page: WalkPage) -> Iterator[Widget]:
    """Yield what is shown of a page."""
    mark = page.marks[0]
    own = mark.said_of_own
    for one, is_mark in () if mark.is_quiet else page.turns:
        if own and is_mark:
            yield line(_(together().said[own]))
            own = ""
        yield TurnView(one, is_marked=is_mark or one is mark.question)
    if len(page.marks) > 1:
        yield line(_(together().said["same-advice"]))
    if mark.is_unmarked:
        yield line(_(together().said[mark.said_of_group]))
    else:
        yield Vertical(MarkList(mark.one, page.before.one if page.before else None), classes="line")


def line(words: str) -> Static:
    """Return a paragraph of plain text."""
    return Static(shown(words), markup=False, classes="line")
