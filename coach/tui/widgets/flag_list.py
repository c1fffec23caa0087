"""The reasons and better words for everything that is flagged."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from coach.models import Concern, Flag, Report, Weight
from coach.tui.showing import on_one_line, safe, shown

SIGNS = {Weight.NOTICE: "! look", Weight.PAUSE: "!! pause", Weight.STOP: "!!! stop"}
"""Weight as a symbol and a word, because colour alone is not for everybody."""
CARE_SIGN = "\u25c6 talk together"
"""In place of a weight where somebody may be hurting: that is no fault."""
PEOPLE_WHO_HELP = "F1 says where to find more help."
SILENT = "Nothing to look at again."
EMPTY = "Write something, and Coach looks at the words with you."


class FlagList(VerticalScroll):
    """One entry for every flag: what, why, and what to say instead; `care` comes first."""

    DEFAULT_CSS = """
    FlagList { height: 1fr; min-height: 3; padding: 0 1; }
    FlagList Static { height: auto; margin-bottom: 1; }
    FlagList .notice { border-left: outer $primary; padding-left: 1; }
    FlagList .pause { border-left: outer $warning; padding-left: 1; }
    FlagList .stop { border-left: outer $error; padding-left: 1; }
    FlagList .care { border-left: outer $success; padding-left: 1; }
    """

    report: reactive[Report | None] = reactive(None, init=False)
    """What was found last; None while nothing was checked."""

    def __init__(self) -> None:
        super().__init__()
        self._listed: tuple[tuple[str, Content], ...] = ()

    async def on_mount(self) -> None:
        """Invite to write."""
        await self._list_entries()

    def watch_report(self) -> None:
        """Show the new entries, unless the list is gone by then."""
        self.call_later(self._list_entries)

    async def _list_entries(self) -> None:
        """Show the entries; where they are as before, nothing moves."""
        entries = tuple(entries_of(self.report))
        if entries == self._listed:
            return
        self._listed = entries
        async with self.batch():
            await self.remove_children()
            await self.mount_all(Static(words, markup=False, classes=kind) for kind, words in entries)


def entries_of(report: Report | None) -> Iterator[tuple[str, Content]]:
    """The entries for one report, each with its kind; a category's reason stands once."""
    if report is None or not report.message.text.strip():
        yield "words", Content(EMPTY)
        return
    if not report.flags:
        yield "words", Content(SILENT)
        return
    told: set[str] = set()
    for flag in sorted(report.flags, key=lambda flag: flag.concern is not Concern.CARE):
        kind = "care" if flag.concern is Concern.CARE else flag.weight.value
        yield kind, _entry(flag, again=flag.category in told)
        told.add(flag.category)


def _entry(flag: Flag, *, again: bool) -> Content:
    cares = flag.concern is Concern.CARE
    phrase = on_one_line(safe(flag.phrase), 60)
    sign = CARE_SIGN if cares else SIGNS[flag.weight]
    title = Content.assemble((sign, "bold"), "  ", (f"\u201c{phrase}\u201d", "bold underline"))
    asked = [Content("You could say:" if cares else "Try instead:")] if flag.instead else []
    better = [*asked, *(shown(f"\u2022 {words}") for words in flag.instead)]
    people = [Content(PEOPLE_WHO_HELP)] if cares and not again else []
    note = [shown(f"For the grown-up: {flag.note}", "$text-muted")] if flag.note else []
    return Content("\n").join([title, shown(flag.why), *better, *people, *note])
