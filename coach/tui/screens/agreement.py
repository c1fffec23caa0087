"""Our agreement: both sides' promises, edited together, kept, and saved as a page to hang up."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import Button, Input, Static, TextArea

from coach.errors import FamilyError
from coach.family import Paper, paper_in, save_page, sheet_of
from coach.locale import N_, _, ngettext
from coach.models import Agreement, Audience, Concern, Flag, Message
from coach.tui.checking import Checker
from coach.tui.family_service import FamilyService
from coach.tui.messages import GoHome
from coach.tui.relabel import relabel
from coach.tui.safe_text import on_one_line, plainly
from coach.tui.screens.page_saving import PageSavingScreen
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.draft_box import PAUSE
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.lines import KeyLine, LineBox

WELCOME = N_("One promise per line. Your promises from the lessons are here already: put them in your own words.")
QUESTION = N_("You changed your agreement and have not kept it yet.")
NAME = "our-agreement.pdf"
ENDINGS = N_("A name that ends in .pdf, .html or .md")
NOTICE = N_("\u201c{phrase}\u201d: everybody who sees the page can read it. Say it without, or leave it: you decide.")
UNKIND = N_("\u201c{phrase}\u201d: on the page it may hurt somebody. Say it another way, or leave it: you decide.")
HARMLESS = frozenset({"oversharing/routine"})
"""What may hang on a wall at home: how long somebody plays is what an agreement is for."""
MARK = "\u2022 "
"""Before each promise; a long one goes on below its first word, so that its rest looks like no other promise."""
PAPER = N_("The paper to print on: A4 or Letter")


class PromisesEditor(DraftEditor):
    """An editor whose Ctrl+End goes to the end of the last promise, to go on with it; a new one has its own line."""

    BINDINGS: ClassVar = [Binding("ctrl+end", "last_promise", N_("To the end of the last promise"), show=False)]

    @property
    def gutter_width(self) -> int:
        """Columns for the mark before a promise."""
        return len(MARK)

    def _render_line(self, y: int) -> Strip:
        """Put a mark before the first row of each promise, and room before the others."""
        strip = super()._render_line(y)
        mark = MARK if self._begins_at(y + self.scroll_offset.y) else " " * len(MARK)
        return Strip.join(
            [Strip([Segment(mark, self.rich_style)], len(MARK)), strip.crop(0, max(self.size.width - len(MARK), 0))]
        )

    def _begins_at(self, row: int) -> bool:
        if row >= self.wrapped_document.height:
            return False
        line, column = self.wrapped_document.offset_to_location(Offset(0, row))
        return not column and bool(self.document.lines[line].strip())

    def action_last_promise(self) -> None:
        """Go to the end of what is written; from there, to the empty line below it."""
        lines = self.document.lines
        row = max((at for at, line in enumerate(lines) if line.strip()), default=0)
        end = row, len(lines[row])
        self.move_cursor(self.document.end if self.cursor_location == end else end)


class AgreementScreen(RoomyScreen, PageSavingScreen):
    """The child's promises on the left, the grown-up's on the right."""

    BINDINGS = [Binding("escape", "leave", N_("Home"))]
    DEFAULT_CSS = """
    AgreementScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    AgreementScreen .words { padding: 0 1; height: auto; }
    AgreementScreen #sides { height: 1fr; min-height: 4; }
    AgreementScreen #sides Vertical { width: 1fr; }
    AgreementScreen DraftEditor { height: 1fr; }
    AgreementScreen .line { height: 1; margin: 0 1; }
    AgreementScreen .line Static { width: auto; padding-right: 1; }
    AgreementScreen .line Input { width: 1fr; margin-right: 1; }
    AgreementScreen #day { max-width: 22; }
    AgreementScreen #said { height: auto; min-height: 2; padding: 0 1; }
    AgreementScreen .line Button { margin-right: 1; }
    """

    def __init__(self, service: FamilyService, checker: Checker) -> None:
        super().__init__()
        self._service = service
        self._checker = checker
        self._notice = ""
        """What a reader of the page might find out, as a sentence; empty if nothing."""
        self._agreement = service.agreement()
        self._paper = paper_in(service.country)
        self._kept = list[str]()
        """What the boxes held when it was last kept."""

    def compose(self) -> ComposeResult:
        """Both sides, the day, and what to do with it."""
        yield Static(_("Our agreement"), markup=False, id="title")
        yield Static(_(WELCOME), markup=False, classes="words")
        with Horizontal(id="sides"):
            with Vertical():
                yield Static(_("\u25cf What the child promises"), markup=False)
                yield _editor(self._agreement.child)
            with Vertical():
                yield Static(_("\u25a0 What the grown-up promises"), markup=False)
                yield _editor(self._agreement.grown_up)
        with Horizontal(classes="line"):
            yield Button(_("Keep it"), id="keep", variant="primary", compact=True)
            yield Static(_("We look at it again on"), markup=False)
            yield LineBox(self._service.day_to_look_again(), id="day", compact=True)
        with Horizontal(classes="line"):
            yield Static(_("Save a page as"), markup=False)
            yield LineBox(f"~/{NAME}", id="path", compact=True, tooltip=_(ENDINGS))
            yield Button(self._paper, id="paper", compact=True, tooltip=_(PAPER))
            yield Button(_("Save page"), id="save", compact=True)
        yield Static("", markup=False, id="said")
        with Horizontal(classes="line"):
            yield Button(_("\u2190 Home"), id="home", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Remember what the boxes hold before anything is typed, which goes below it."""
        for editor in self.query(DraftEditor):
            editor.move_cursor(editor.document.end)
        self._kept = self._words()

    @property
    def unkept_question(self) -> str:
        """What to ask before changes go away."""
        return _(QUESTION)

    @property
    def keep_label(self) -> str:
        """The answer that keeps them."""
        return _("Keep it")

    @property
    def has_unkept(self) -> bool:
        """Whether a promise or the day was changed and not kept."""
        return bool(self._kept) and self._words() != self._kept

    def keep(self) -> bool:
        """Keep the agreement; False if it cannot be kept, and why is on the screen."""
        return self._keep() is not None

    def _words(self) -> list[str]:
        return [*(editor.written for editor in self.query(DraftEditor)), self.query_one("#day", Input).value]

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep it, change the paper, save it, or go home."""
        if event.button.id == "keep":
            self._keep()
        elif event.button.id == "paper":
            self._paper = Paper.LETTER if self._paper is Paper.A4 else Paper.A4
            relabel(event.button, self._paper)
        elif event.button.id == "save":
            self._save()
        else:
            self.post_message(GoHome())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Look at a side once typing pauses."""
        event.stop()
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Mark what gives something away or hurts, and say so; the family decides."""
        await asyncio.sleep(PAUSE)
        found = list[Flag]()
        for editor in self.query(DraftEditor):
            message = Message(text=editor.written, audience=Audience.PUBLIC)
            flags = await self._not_for_a_wall(message)
            if editor.written == message.text:
                editor.mark(flags)
            found.extend(flags)
        before = self._notice
        words = NOTICE if found and found[0].concern is Concern.OVERSHARING else UNKIND
        self._notice = _(words).format(phrase=on_one_line(found[0].phrase, 40)) if found else ""
        if self._notice != before:
            self.say(self._notice)

    async def _not_for_a_wall(self, message: Message) -> list[Flag]:
        """Return what gives something away or hurts; nothing while Coach is not ready."""
        report = await self._checker.ask(lambda check: check(message)) if message.text.strip() else None
        concerns = {Concern.OVERSHARING, Concern.UNKIND}
        flags = report.flags if report else ()
        return [flag for flag in flags if flag.concern in concerns and flag.category not in HARMLESS]

    def action_leave(self) -> None:
        """Leave the editor first; go home from anywhere else."""
        if isinstance(self.focused, TextArea):
            self.query_one("#keep", Button).focus()
        else:
            self.post_message(GoHome())

    def _keep(self) -> Agreement | None:
        child, grown_up = (editor.written for editor in self.query(DraftEditor))
        try:
            agreement = self._service.keep_agreement(child, grown_up, self.query_one("#day", Input).value)
        except FamilyError as error:
            self.say(plainly(error))
            return None
        self._kept = self._words()
        count = sum(map(len, agreement.sides))
        kept = ngettext("Kept: {count} promise.", "Kept: {count} promises.", count).format(count=count)
        self.say(f"{kept} {self._notice or _('Look at it together again on that day.')}")
        return agreement

    def _save(self) -> None:
        """Keep the agreement, then save it as a page."""
        path = Path(self.query_one("#path", Input).value).expanduser()
        agreement = self._keep()
        if agreement:
            sheet = sheet_of(agreement, self._service.family, self._paper)
            self.save_page(partial(save_page, sheet), path)


def _editor(promises: Sequence[str]) -> PromisesEditor:
    """An editor with the promises of one side, and an empty line for the next one."""
    return PromisesEditor("".join(f"{each}\n" for each in promises), has_signs=False)
