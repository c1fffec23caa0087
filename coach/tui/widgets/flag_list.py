"""The reasons and better words for everything that is flagged."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from coach.models import Concern, Flag, Report, Weight
from coach.tui.showing import shown

SIGNS = {Weight.NOTICE: "! look", Weight.PAUSE: "!! pause", Weight.STOP: "!!! stop"}
"""Weight as a symbol and a word, because colour alone is not for everybody."""
_COLOURS = {Weight.NOTICE: "$text-primary", Weight.PAUSE: "$text-warning", Weight.STOP: "$text-error"}
THANKS = "Thank you for writing this. It is not your fault, and you are not alone with it."
SILENT = "Nothing to look at again."
EMPTY = "Write something, and Coach looks at the words with you."


class FlagList(VerticalScroll):
    """One entry for every flag: what, why, and what to say instead."""

    DEFAULT_CSS = """
    FlagList { height: 1fr; min-height: 3; padding: 0 1; }
    FlagList Static { height: auto; margin-bottom: 1; }
    """

    report: reactive[Report | None] = reactive(None, init=False)
    """What was found last; None while nothing was checked."""

    def on_mount(self) -> None:
        """Invite to write."""
        self.mount(Static(EMPTY, markup=False))

    async def watch_report(self) -> None:
        """Show the new entries."""
        async with self.batch():
            await self.remove_children()
            await self.mount_all(Static(entry, markup=False) for entry in entries(self.report))


def entries(report: Report | None) -> Iterator[Content]:
    """The entries for one report; a category's reason stands once."""
    if report is None or not report.message.text.strip():
        yield Content(EMPTY)
        return
    if not report.flags:
        yield Content(SILENT)
        return
    if report.of(Concern.CARE):
        yield Content.styled(THANKS, "bold")
    told: set[str] = set()
    for flag in sorted(report.flags, key=lambda flag: flag.concern is not Concern.CARE):
        yield _entry(flag, again=flag.category in told)
        told.add(flag.category)


def _entry(flag: Flag, *, again: bool) -> Content:
    title = Content.assemble(
        (SIGNS[flag.weight], f"bold {_COLOURS[flag.weight]}"),
        "  ",
        shown(f"\u201c{flag.phrase}\u201d", "bold underline"),
    )
    if again:
        return title
    better = [Content("Try instead:"), *(shown(f"  \u2022 {words}") for words in flag.instead)]
    note = shown(f"For the grown-up: {flag.note}", "$text-muted")
    return Content("\n").join([title, shown(flag.why), *better, note])
