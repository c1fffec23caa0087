"""The list below a draft: a reason for every flagged phrase, and ways to send the draft instead."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from coach.locale import _
from coach.models import AgeGroup, Concern, Counsel, Flag, Report
from coach.tui.safe_text import shown
from coach.tui.widgets.flag_entries import ABOVE, FlagEntry, entries_of
from coach.tui.widgets.rewrite_option import RewriteOption


class FlagList(VerticalScroll):
    """One entry per flag and rewrite; `care` comes first."""

    DEFAULT_CSS = """
    FlagList { height: 1fr; min-height: 3; padding: 0 1; }
    FlagList .entry { height: auto; margin-bottom: 1; padding-left: 1; }
    FlagList .close { margin-bottom: 0; }
    FlagList .entry > Static { height: auto; }
    FlagList .words, FlagList .rewrite { padding-left: 0; }
    FlagList .notice { border-left: outer $primary; }
    FlagList .pause { border-left: outer $warning; }
    FlagList .stop { border-left: outer $error; }
    FlagList .care { border-left: outer $success; }
    FlagList .here { background: $primary 20%; }
    """

    report: Report | None = None
    """The last report; None before the first check."""

    def __init__(self) -> None:
        super().__init__()
        self.above = ABOVE
        """How many flags come before the rewrites."""
        self._counsel = Counsel()
        self._has_gap = False
        self._entries: tuple[FlagEntry, ...] = ()
        self._place = -1
        """The cursor in the draft, in characters."""

    async def on_mount(self) -> None:
        """Invite the family to write."""
        await self._list_entries()

    def show(self, report: Report, counsel: Counsel, *, has_gap: bool = False) -> None:
        """List a report and the counsel on it, unless this list is gone by then.

        Args:
            report: the report on the draft.
            counsel: rewrites of the draft.
            has_gap: whether a rewrite was taken that still has a gap to fill.
        """
        self.report, self._counsel, self._has_gap = report, counsel, has_gap
        self.call_later(self._list_entries)

    def show_at(self, place: int) -> None:
        """Highlight the entry whose phrase covers `place`, in characters; list it first if it is far below."""
        self._place = place
        self.call_later(self._list_entries) if self._is_far_below() else self._highlight()

    def _is_far_below(self) -> bool:
        """Whether a reason that belongs to the cursor is not among the first."""
        first = [entry.flag for entry in self._entries if entry.flag][: self.above]
        flags = (flag for flag in (self.report.flags if self.report else ()) if is_at(flag, self._place))
        return any((flag.start, flag.end) not in {(one.start, one.end) for one in first} for flag in flags)

    def _highlight(self) -> None:
        before = list(self.query(".here"))
        for entry, box in zip(self._entries, self.query(".entry"), strict=False):
            box.set_class(entry.flag is not None and is_at(entry.flag, self._place), "here")
        if list(self.query(".here")) != before:
            self.call_after_refresh(self._scroll_here)

    def _scroll_here(self) -> None:
        """Scroll to the highlighted entry; the cursor may have moved since this call was queued."""
        for box in self.query(".here").results(Vertical):
            if box.has_class("close"):
                self.scroll_home(animate=False, immediate=True)
            else:
                box.scroll_visible(animate=False, top=True, immediate=True)
            return

    def focus_rewrite(self) -> bool:
        """Focus the best rewrite if the cursor is in a flagged phrase; False if there is none."""
        found = self.query(RewriteOption)
        if not found or not self.query(".here"):
            return False
        found.first().focus()
        return True

    async def _list_entries(self) -> None:
        """List the entries; do nothing if they look the same as before."""
        before, self._entries = self._entries, tuple(self._current_entries())
        if [entry.shown for entry in before] == [entry.shown for entry in self._entries]:
            return
        draft = self.report.message.text if self.report is not None else ""
        async with self.batch():
            await self.remove_children()
            await self.mount_all(
                Vertical(*_widgets(entry, draft), classes=f"entry {entry.kind}") for entry in self._entries
            )
        self._highlight()

    def _current_entries(self) -> Iterator[FlagEntry]:
        country, off = country_in(self.app), off_in(self.app)
        yield from entries_of(self.report, self._counsel_here(), country, above=self.above, has_gap=self._has_gap)
        if off and self.report and self.report.message.text.strip():
            yield FlagEntry("words", shown(off))

    def _counsel_here(self) -> Counsel:
        """The counsel, with what is flagged at the cursor first if it would come after the rewrites."""
        flags = self._counsel.flags or (self.report.flags if self.report else ())
        found = sorted(flags, key=lambda flag: flag.concern is not Concern.CARE)
        here = [flag for flag in found[self.above :] if is_at(flag, self._place)]
        return self._counsel.model_copy(update={"flags": (*here, *(flag for flag in flags if flag not in here))})


def is_at(flag: Flag, place: int) -> bool:
    """Return whether the cursor at `place` is in a flagged phrase."""
    return flag.start <= place <= flag.end


def _widgets(entry: FlagEntry, draft: str) -> Iterator[Widget]:
    if entry.words:
        yield Static(entry.words, markup=False)
    if entry.rewrite:
        yield RewriteOption(entry.rewrite, draft)
    if entry.note:
        yield Static(shown(_("For the grown-up: {note}").format(note=entry.note), "$text-muted"), markup=False)


def country_in(app: object) -> str:
    """Return the two-letter country of this app's family; empty if unknown."""
    return str(getattr(getattr(app, "service", None), "country", ""))


def off_in(app: object) -> str:
    """Return what this app's family switched off, as a sentence; empty if nothing."""
    return str(getattr(getattr(app, "service", None), "off", ""))


def age_in(app: object) -> AgeGroup | None:
    """Return the age group of the child using this app; None if unknown."""
    age = getattr(getattr(app, "service", None), "age", None)
    return age if isinstance(age, AgeGroup) else None
