"""One page of the walk through a chat: the messages, and the advice on the mark."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from coach.chats.together import together
from coach.helplines import Helpline, help_with
from coach.locale import N_, _
from coach.models import Concern, Counsel, Flag, Report
from coach.threads.walk_pages import WalkPage
from coach.tui.family_app import country_in
from coach.tui.safe_text import shown
from coach.tui.widgets.flag_entries import PEOPLE_WHO_HELP, FlagEntry, flag_entries
from coach.tui.widgets.flag_list import FlagList
from coach.tui.widgets.turn_view import TurnView

SAME_STEPS = N_("The same steps as before.")
"""In place of the steps that the mark before had too."""


class MarkList(FlagList):
    """The advice on one turn; it scrolls with the page."""

    DEFAULT_CSS = """
    MarkList { height: auto; min-height: 0; padding: 0; }
    """

    def __init__(self, report: Report, before: Iterable[Flag] = (), said: Container[Helpline] = ()) -> None:
        """Show advice; what to do is not said again where it is the same as for flags `before`, nor help lines."""
        super().__init__()
        self.can_focus = False
        self.report = without_repeated_steps(report, before)
        self._said = said

    def _current_entries(self) -> Iterator[FlagEntry]:
        if self.report is None:
            return
        country = country_in(self.app)
        is_said = bool(self._said) and all(line in self._said for line in help_with(self.report, country))
        for entry in flag_entries(self.report, Counsel(), country):
            yield FlagEntry("words", shown(_(PEOPLE_WHO_HELP))) if is_said and entry.is_help else entry


def without_repeated_steps(report: Report, before: Iterable[Flag]) -> Report:
    """Return a report that says in a few words where what to do is the same as for a flag before."""
    said, same = {flag.steps for flag in before if flag.steps}, {"steps": (_(SAME_STEPS),)}
    flags = (flag.model_copy(update=same) if flag.steps in said else flag for flag in report.flags)
    return report.model_copy(update={"flags": tuple(flags)})


def mark_page(page: WalkPage, said: Container[Helpline] = ()) -> Iterator[Widget]:
    """Yield what is shown of a page; help lines that were `said` before are left out, but not where somebody hurts."""
    mark = page.marks[0]
    own = mark.said_of_own
    for one, is_mark in () if mark.is_quiet else page.turns:
        if own and is_mark:
            yield line(_(together().said[own]))
            own = ""
        yield TurnView(one, is_marked=is_mark or one is mark.question)
    if mark.is_unmarked:
        yield line(_(together().said[mark.said_of_group]))
        return
    if any(flag.concern is Concern.CARE for flag in mark.one.flags):
        said = ()
    before = list(page.before.one.flags) if page.before else []
    for each, flags in page.advised:
        report = each.one.report.model_copy(update={"flags": flags})
        yield Vertical(MarkList(report, tuple(before), said), classes="line")
        before += flags
    if page.repeats:
        yield line(_(together().said["same-advice"]))


def line(words: str) -> Static:
    """Return a paragraph of plain text."""
    return Static(shown(words), markup=False, classes="line")
