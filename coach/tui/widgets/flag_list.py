"""The list below a draft: a reason for every flagged phrase, and ways to send the draft instead."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.locale import _
from coach.models import Counsel, Flag, Report
from coach.tui.family_app import country_in, off_in
from coach.tui.safe_text import shown
from coach.tui.widgets.flag_entries import ABOVE, FILL, STARTS, WAITING, FlagEntry, entries_of
from coach.tui.widgets.rewrite_option import RewriteOption


class EntryBox(Vertical):
    """One entry: words, a rewrite, and a note, as far as it has them."""

    def __init__(self, entry: FlagEntry, draft: str) -> None:
        """Make the box; `draft` is the message that a rewrite changes."""
        super().__init__(classes=f"entry {entry.kind}")
        self._entry = entry
        self._words = Static(entry.words, markup=False)
        self._rewrite = RewriteOption(entry.rewrite, _before(entry, draft)) if entry.rewrite else None
        self._note = Static(_noted(entry), markup=False)

    def compose(self) -> ComposeResult:
        """Show what the entry has."""
        if self._entry.words:
            yield self._words
        if self._rewrite:
            yield self._rewrite
        if self._entry.note:
            yield self._note

    def show(self, entry: FlagEntry, draft: str) -> None:
        """Show an entry of the same shape in place of this one."""
        before, self._entry = self._entry, entry
        if entry.words != before.words:
            self._words.update(entry.words)
        if self._rewrite and entry.rewrite:
            self._rewrite.show(entry.rewrite, _before(entry, draft))
        if entry.note != before.note:
            self._note.update(_noted(entry))


class FlagList(VerticalScroll):
    """One entry per flag and rewrite; `care` comes first."""

    DEFAULT_CSS = """
    FlagList { height: 1fr; min-height: 3; padding: 0 1 0 0; border-left: blank; }
    FlagList:focus { border-left: heavy $border; }
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
        self._waits = False
        """Whether something is written that Coach cannot read yet."""
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
        self.call_later(self._list_anew)

    def wait(self, *, waits: bool) -> None:
        """Say whether something is written that Coach looks at as soon as it is ready."""
        if waits is not self._waits:
            self._waits = waits
            self.call_later(self._list_entries)

    def show_country(self) -> None:
        """Show the help lines of another country."""
        self.call_later(self._list_entries)

    def on_descendant_focus(self) -> None:
        """Say what Enter does now."""
        self.call_later(self._list_entries)

    def on_descendant_blur(self) -> None:
        """Say what Enter does now."""
        self.call_later(self._list_entries)

    def show_at(self, place: int) -> None:
        """Highlight the entry whose phrase covers `place`, in characters."""
        self._place = place
        self._highlight()

    def _highlight(self) -> None:
        self._mark_here()
        self.call_after_refresh(self._scroll_here)

    def _mark_here(self) -> None:
        for entry, box in zip(self._entries, self.query(".entry"), strict=False):
            box.set_class(entry.flag is not None and is_at(entry.flag, self._place), "here")

    def _scroll_here(self) -> None:
        """Scroll this list, but nothing around it, to the highlighted entry.

        The cursor may have moved since this call was queued.
        """
        for box in self.query(".here").results(Vertical):
            if box.has_class("close"):
                self.scroll_home(animate=False, immediate=True)
            else:
                self.scroll_to_widget(box, animate=False, top=True, immediate=True)
            return

    def focus_rewrite(self) -> bool:
        """Focus the best rewrite, wherever the cursor is in the draft; False if none is shown."""
        best = next(iter(self.query(RewriteOption)), None)
        if best is None or not best.focusable:
            return False
        best.focus()
        return True

    async def _list_anew(self) -> None:
        """List the entries from the first one, wherever the cursor is in the draft."""
        await self._list_entries()
        self.call_after_refresh(self.scroll_home, animate=False, immediate=True)

    async def _list_entries(self) -> None:
        """List the entries; while only their words change, the widgets stay: new ones take longer than a key may."""
        before, self._entries = self._entries, tuple(self._current_entries())
        draft = self.report.message.text if self.report is not None else ""
        if [entry.shape for entry in before] == [entry.shape for entry in self._entries]:
            for entry, box in zip(self._entries, self.query(EntryBox), strict=False):
                box.show(entry, draft)
        else:
            async with self.batch():
                await self.remove_children()
                await self.mount_all(EntryBox(entry, draft) for entry in self._entries)
        self._mark_here()

    def _current_entries(self) -> Iterator[FlagEntry]:
        country, off = country_in(self.app), off_in(self.app)
        if self._waits and self.report is None:
            yield FlagEntry("words", Content(_(WAITING)))
            return
        takes = isinstance(self.screen.focused, RewriteOption)
        yield from entries_of(self.report, self._counsel, country, above=self.above, takes=takes)
        if self._has_gap:
            yield FlagEntry("words", Content(_(FILL)))
        if off and self.report and self.report.message.text.strip():
            yield FlagEntry("words", shown(off))


def is_at(flag: Flag, place: int) -> bool:
    """Return whether the cursor at `place` is in a flagged phrase."""
    return flag.start <= place <= flag.end


def _before(entry: FlagEntry, draft: str) -> str:
    """Return what a rewrite is compared with; nothing for words to begin with, of which all is new."""
    return "" if entry.kind == STARTS else draft


def _noted(entry: FlagEntry) -> Content:
    return shown(_("For the grown-up: {note}").format(note=entry.note), "$text-muted")
