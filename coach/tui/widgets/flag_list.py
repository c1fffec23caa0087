"""The reasons and better words for every flagged phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Button, Static

from coach.foreign import foreign_text
from coach.helplines import OUTSIDE, help_with
from coach.models import Concern, Direction, Flag, Report, Role, Weight
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
TRY = "\u21b5 "
"""Before better words that Enter puts in place of the phrase."""


class FlagList(VerticalScroll):
    """One entry per flag: what, why, and what to say instead; `care` comes first."""

    DEFAULT_CSS = """
    FlagList { height: 1fr; min-height: 3; padding: 0 1; }
    FlagList .entry { height: auto; margin-bottom: 1; padding-left: 1; }
    FlagList .entry > Static { height: auto; }
    FlagList .entry > Button { width: auto; max-width: 100%; height: auto; content-align-horizontal: left; }
    FlagList .words { padding-left: 0; }
    FlagList .notice { border-left: outer $primary; }
    FlagList .pause { border-left: outer $warning; }
    FlagList .stop { border-left: outer $error; }
    FlagList .care { border-left: outer $success; }
    FlagList .here { background: $primary 20%; }
    """

    report: reactive[Report | None] = reactive(None, init=False, repaint=False)
    """The last report; None before the first check."""

    class Tried(Message):
        """Posted to replace a phrase with better words."""

        def __init__(self, flag: Flag, words: str) -> None:
            super().__init__()
            self.flag = flag
            self.words = words

    def __init__(self) -> None:
        super().__init__()
        self.tries = False
        """Whether better words can replace a phrase."""
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

    def focus_here(self) -> bool:
        """Focus the first better words of the highlighted entry; False if there are none."""
        found = self.query(".here Button")
        if found:
            found.first().focus()
        return bool(found)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask to replace the phrase with the chosen words."""
        event.stop()
        at, number = map(int, str(event.button.id).removeprefix("try-").split("-"))
        flag = self._entries[at].flag
        if flag is not None:
            self.post_message(self.Tried(flag, flag.instead[number]))

    async def _list_entries(self) -> None:
        """List the entries; do nothing if they look the same as before."""
        tries = self.tries and self.report is not None and self.report.message.direction is Direction.DRAFT
        before, self._entries = self._entries, tuple(entries_of(self.report, country_in(self.app), tries=tries))
        if [entry.shown for entry in before] == [entry.shown for entry in self._entries]:
            return
        async with self.batch():
            await self.remove_children()
            await self.mount_all(_box(at, entry) for at, entry in enumerate(self._entries))
        self.show_at(self._place)


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """One entry: a flag, or words in place of flags."""

    kind: str
    words: Content
    tries: tuple[str, ...] = ()
    """Better words that can replace the phrase."""
    note: str = ""
    flag: Flag | None = None

    @property
    def shown(self) -> tuple[str, str, tuple[str, ...], str]:
        """What the screen shows of it."""
        return self.kind, str(self.words), self.tries, self.note


def _box(at: int, entry: FlagEntry) -> Vertical:
    tries = (
        Button(shown(TRY + words), id=f"try-{at}-{number}", compact=True) for number, words in enumerate(entry.tries)
    )
    notes = [Static(shown(f"For the grown-up: {entry.note}", "$text-muted"), markup=False)] if entry.note else []
    return Vertical(Static(entry.words, markup=False), *tries, *notes, classes=f"entry {entry.kind}")


def country_in(app: object) -> str:
    """The two-letter country of this app's family; empty if unknown."""
    return str(getattr(getattr(app, "service", None), "country", ""))


def entries_of(report: Report | None, country: str = "", *, tries: bool = False) -> Iterator[FlagEntry]:
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
    yield from _flag_entries(report, country, tries=tries) if report.flags else [FlagEntry("words", Content(SILENT))]


def _flag_entries(report: Report, country: str, *, tries: bool) -> Iterator[FlagEntry]:
    flags = sorted(report.flags, key=lambda flag: flag.concern is not Concern.CARE)
    helping = help_with(report, country)
    for number, flag in enumerate(flags[:MOST]):
        is_for_help = flag.concern in {Concern.CARE, Concern.GOING_ALONG}
        yield _entry(flag, tries=tries and not is_for_help, asks_for_help=is_for_help)
        if helping and not number:
            lines = [shown(f"\u260e {line}") for line in helping]
            yield FlagEntry("care", Content("\n").join([Content(OUTSIDE), *lines, Content(PEOPLE_WHO_HELP)]))
    if len(flags) > MOST:
        yield FlagEntry("words", Content(f"And {len(flags) - MOST} more. Start with these."))


def _entry(flag: Flag, *, tries: bool, asks_for_help: bool) -> FlagEntry:
    kind = "care" if flag.concern is Concern.CARE else flag.weight.value
    asked = [Content("You could say:" if asks_for_help else "Try instead:")] if flag.instead else []
    better = [] if tries else [shown(f"\u2022 {words}") for words in flag.instead]
    steps = [Content("What to do:"), *(shown(f"\u2022 {step}") for step in flag.steps)] if flag.steps else []
    words = Content("\n").join([_title(flag), shown(flag.why), *asked, *better, *steps])
    return FlagEntry(kind, words, flag.instead if tries else (), flag.note, flag)


def _title(flag: Flag) -> Content:
    """The weight and the phrase; neither for a quiet flag."""
    if flag.is_quiet:
        return Content(QUIET_SIGN)
    phrase = on_one_line(safe(flag.phrase), 60)
    sign = CARE_SIGN if flag.concern is Concern.CARE else SIGNS[flag.weight]
    return Content.assemble((sign, "bold"), "  ", (f"\u201c{phrase}\u201d", "bold underline"), ABOUT[flag.role])
