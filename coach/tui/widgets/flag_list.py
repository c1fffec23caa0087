"""The reasons and next steps for every flagged phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from coach.foreign import foreign_text
from coach.helplines import OUTSIDE, help_with
from coach.models import Concern, Flag, Report, Role, Weight
from coach.tui.safe_text import on_one_line, safe, shown

SIGNS = {Weight.NOTICE: "! look", Weight.PAUSE: "!! pause", Weight.STOP: "!!! stop"}
"""Weight as a sign and a word, because not everyone sees colours."""
CARE_SIGN = "\u25c6 talk together"
"""Replaces the weight if someone may be hurting: nobody did anything wrong."""
QUIET_SIGN = "\u25c6"
"""Replaces weight and phrase if the screen must look calm."""
ABOUT = {Role.WRITER: "", Role.TARGET: "  about you", Role.WITNESS: "  about somebody else"}
PEOPLE_WHO_HELP = "F2 shows more people who help."
SILENT = "One message read. Nothing to look at again."
EMPTY = "Write something, and Coach will look at the words with you."


MOST = 30
"""Most flags listed; nobody reads more."""


class FlagList(VerticalScroll):
    """One entry per flag: what, why, and what to do; `care` comes first."""

    DEFAULT_CSS = """
    FlagList { height: 1fr; min-height: 3; padding: 0 1; }
    FlagList .entry { height: auto; margin-bottom: 1; padding-left: 1; }
    FlagList .entry > Static { height: auto; }
    FlagList .words { padding-left: 0; }
    FlagList .notice { border-left: outer $primary; }
    FlagList .pause { border-left: outer $warning; }
    FlagList .stop { border-left: outer $error; }
    FlagList .care { border-left: outer $success; }
    FlagList .here { background: $primary 20%; }
    """

    report: reactive[Report | None] = reactive(None, init=False, repaint=False)
    """The last report; None before the first check."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[FlagEntry, ...] = ()
        self._place = -1
        """The cursor in the draft, in characters."""

    async def on_mount(self) -> None:
        """Invite the family to write."""
        await self._list_entries()

    def watch_report(self) -> None:
        """List the new entries, unless this list is gone by then."""
        self.call_later(self._list_entries)

    def show_at(self, place: int) -> None:
        """Highlight the entry whose phrase covers `place`, in characters."""
        self._place = place
        before = list(self.query(".here"))
        for entry, box in zip(self._entries, self.query(".entry"), strict=False):
            box.set_class(entry.flag is not None and entry.flag.start <= place <= entry.flag.end, "here")
        if list(self.query(".here")) != before:
            self.call_after_refresh(self._scroll_here)

    def _scroll_here(self) -> None:
        """Scroll to the highlighted entry; the cursor may have moved since this call was queued."""
        for box in self.query(".here").results(Vertical):
            box.scroll_visible(animate=False, top=True, immediate=True)
            return

    async def _list_entries(self) -> None:
        """List the entries; do nothing if they look the same as before."""
        before, self._entries = self._entries, tuple(entries_of(self.report, country_in(self.app)))
        if [entry.shown for entry in before] == [entry.shown for entry in self._entries]:
            return
        async with self.batch():
            await self.remove_children()
            await self.mount_all(_box(entry) for entry in self._entries)
        self.show_at(self._place)


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """One entry: a flag, or words in place of flags."""

    kind: str
    words: Content
    note: str = ""
    flag: Flag | None = None

    @property
    def shown(self) -> tuple[str, str, str]:
        """What the screen shows of it."""
        return self.kind, str(self.words), self.note


def _box(entry: FlagEntry) -> Vertical:
    notes = [Static(shown(f"For the grown-up: {entry.note}", "$text-muted"), markup=False)] if entry.note else []
    return Vertical(Static(entry.words, markup=False), *notes, classes=f"entry {entry.kind}")


def country_in(app: object) -> str:
    """The two-letter country of this app's family; empty if unknown."""
    return str(getattr(getattr(app, "service", None), "country", ""))


def entries_of(report: Report | None, country: str = "") -> Iterator[FlagEntry]:
    """The entries of one report; help lines come after the first."""
    if report is None or not report.message.text.strip():
        yield FlagEntry("words", Content(EMPTY))
        return
    if foreign := foreign_text(report.message.text):
        yield FlagEntry(
            "words", Content(f"This is {foreign.what}, not a message. Copy just the words of one message into the box.")
        )
        return
    if report.said_of_length:
        yield FlagEntry("words", Content(report.said_of_length))
    yield from _flag_entries(report, country) if report.flags else [FlagEntry("words", Content(SILENT))]


def _flag_entries(report: Report, country: str) -> Iterator[FlagEntry]:
    flags = sorted(report.flags, key=lambda flag: flag.concern is not Concern.CARE)
    helping = help_with(report, country)
    for number, flag in enumerate(flags[:MOST]):
        yield _entry(flag)
        if helping and not number:
            lines = [shown(f"\u260e {line}") for line in helping]
            yield FlagEntry("care", Content("\n").join([Content(OUTSIDE), *lines, Content(PEOPLE_WHO_HELP)]))
    if len(flags) > MOST:
        yield FlagEntry("words", Content(f"And {len(flags) - MOST} more. Start with these."))


def _entry(flag: Flag) -> FlagEntry:
    kind = "care" if flag.concern is Concern.CARE else flag.weight.value
    steps = [Content("What to do:"), *(shown(f"\u2022 {step}") for step in flag.steps)] if flag.steps else []
    words = Content("\n").join([_title(flag), shown(flag.why), *steps])
    return FlagEntry(kind, words, flag.note, flag)


def _title(flag: Flag) -> Content:
    """The weight and the phrase; neither for a quiet flag."""
    if flag.is_quiet:
        return Content(QUIET_SIGN)
    phrase = on_one_line(safe(flag.phrase), 60)
    sign = CARE_SIGN if flag.concern is Concern.CARE else SIGNS[flag.weight]
    return Content.assemble((sign, "bold"), "  ", (f"\u201c{phrase}\u201d", "bold underline"), ABOUT[flag.role])
