"""A duel: the child writes, the grown-up writes, and each picks the other's best; Coach only looks for harm."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Button, Static

from coach.course import NO_RULES, NOBODY_WINS, Check, flags_in, judge_harm, pieces_of, reasons_of, said_of_unread
from coach.helplines import help_with
from coach.locale import N_, _
from coach.models import Duel, Message
from coach.tui.checking import Checker
from coach.tui.family_app import age_in, country_in
from coach.tui.messages import StepAnswered
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.flag_entries import help_words
from coach.tui.widgets.pick_box import PickBox, PickEntry
from coach.tui.widgets.received_box import MARKED
from coach.tui.widgets.rewrite_box import GOES_TO, WAIT
from coach.tui.widgets.step_memory import StepMemory

TURNS = (
    N_("\u25cf {child} writes first. \u25a0 Grown-up, look away!"),
    N_("Now \u25a0 the grown-up writes. \u25cf {child}, look away!"),
)
HOW = N_("Write a line and press Enter, up to three times. All done? Press Enter in the empty box.")
FULL = N_("You have three lines, and three are the most: this one is not taken. Press Ready.")
THREE = {
    False: N_("Three lines, that is all. Press Enter: now it is the other one's turn."),
    True: N_("Three lines, that is all. Press Enter, and you both see all lines."),
}
"""Said after the third line, by whether both have written."""
MOST = 3
"""The most answers of each."""
WRITE_FIRST = N_("Write at least one line first.")
ANOTHER, ONCE_MORE = N_("Another round"), N_("Try once more")


def entry_of(duel: Duel, text: str, check: Check, country: str) -> PickEntry:
    """Say what Coach sees in an answer, and who can help if somebody may be hurt."""
    judged = judge_harm(duel, text, check)
    if judged.is_yours:
        return PickEntry(text, said=said_of_unread(duel, judged))
    lines = help_with(check(Message(text=text, audience=duel.audience)), country)
    helping = help_words(lines, country) if lines else ()
    return PickEntry(text, "\n  ".join([judged.words, *helping]))


class DuelBox(Vertical):
    """An editor that two use one after the other; what they wrote is shown when both are ready, and never kept."""

    DEFAULT_CSS = """
    DuelBox, DuelBox Static, DuelBox #picks { height: auto; }
    DuelBox Static { max-width: 76; padding: 0 1; }
    DuelBox DraftEditor { height: 4; }
    DuelBox #go { margin-top: 1; }
    """

    def __init__(self, duel: Duel, checker: Checker, child: str = "", memory: StepMemory = StepMemory()) -> None:  # noqa: B008 - frozen
        """Show what is to be answered; `child` is the nickname, if any, `memory` what was written here before."""
        super().__init__()
        self._duel = duel
        self._checker = checker
        self._nickname = child
        self._written = [list(lines) for lines in memory.lines]
        self._are_shown = memory.are_shown
        """Whether both saw what they wrote."""
        self.editor = DraftEditor(memory.draft or "", takes_lines=False, has_signs=False)

    def compose(self) -> ComposeResult:
        """The draft, whose turn it is, the editor, and the answers later."""
        yield Static(_(NOBODY_WINS), markup=False)
        yield Static("", markup=False, id="start")
        yield Static("", markup=False, id="turn")
        yield self.editor
        yield Container(id="picks")
        yield Button(_("Ready: hand over"), id="go", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin with the child, and show what Coach marks in the draft."""
        self._ask()
        self._show_start()
        self.editor.move_cursor(self.editor.document.end)
        if self._are_shown:
            self._judge()

    @property
    def memory(self) -> StepMemory:
        """What is written, and what was taken in."""
        lines = tuple(tuple(each) for each in self._written)
        return StepMemory(draft=self.editor.written, lines=lines, are_shown=self._are_shown)

    @on(DraftEditor.Sent)
    def add(self) -> None:
        """Take in a line, and make room for the next one; an empty one says that there is none."""
        if self.editor.written.strip():
            self._take_in()
        else:
            self._go_on()
        self.call_after_refresh(self.query_one("#go").scroll_visible, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Hand over, show the answers, or begin another round."""
        event.stop()
        if self.editor.display:
            self._take_in()
        self._go_on()

    def leave(self) -> None:
        """Take in the line that is in the editor, and go to the button below it."""
        self._take_in()
        self.query_one("#go", Button).focus()

    def _take_in(self) -> None:
        """Take in the line in the editor, if there is one and room for it."""
        text, is_full = self.editor.written.strip(), len(self._written[-1]) >= MOST
        if text and not is_full:
            self._written[-1].append(text)
            self.editor.load_text("")
        self._ask()
        if text and is_full:
            self._say(_(FULL))

    def _go_on(self) -> None:
        """Hand over, show the answers, or begin another round."""
        if not self.editor.display:
            self._begin_anew()
        elif not self._written[-1]:
            self._say(_(WRITE_FIRST))
        elif len(self._written) < len(TURNS):
            self._written.append([])
            self.editor.load_text("")  # a fourth line, which was not taken in
            self._ask()
            self.editor.focus()
        else:
            self.post_message(StepAnswered())
            self._judge()

    def _begin_anew(self) -> None:
        """Begin another round, in which both write again."""
        self._written, self._are_shown = [[]], False
        self.query_one("#picks").remove_children()
        self._ask()
        self.editor.focus()

    def _ask(self) -> None:
        """Say whose turn it is."""
        written, last = len(self._written[-1]), len(self._written) == len(TURNS)
        count = _(" {written} written.").format(written=written) if written else ""
        self.editor.display = True
        relabel(self.query_one("#go", Button), _("Ready: show both") if last else _("Ready: hand over"))
        how = _(HOW) if written < MOST else _(THREE[last])
        turn = _(TURNS[len(self._written) - 1])
        self._say(f"{turn.format(child=self._nickname or _('The child'))} {how}{count}")

    def _say(self, words: str) -> None:
        self.query_one("#turn", Static).update(shown(words))

    @work(exclusive=True, group="start")
    async def _show_start(self) -> None:
        """Show the draft at once, and Coach's marks as soon as they are known."""
        duel, age = self._duel, age_in(self.app)
        goes_to = _(GOES_TO[duel.audience])
        start = self.query_one("#start", Static)
        start.update(shown(f"{goes_to} {_('It says: {start}').format(start=duel.start)}" if duel.start else goes_to))
        message = Message(text=duel.start, audience=duel.audience)
        if not duel.is_judged:
            start.update(
                shown(
                    "\n".join([_("It says: {start}").format(start=duel.start) if duel.start else goes_to, _(NO_RULES)])
                )
            )
            return
        flags = await self._checker.ask(lambda check: flags_in(message, check, age)) if duel.start else None
        if flags:
            words = shown(f"{goes_to} {_('It says:')} ")
            for piece, is_marked in pieces_of(duel.start, flags):
                words += shown(piece, MARKED) if is_marked else shown(piece)
            start.update(words + shown(f"\n! {' '.join(reasons_of(flags))}", "$text-muted"))

    @work(exclusive=True, group="judge")
    async def _judge(self) -> None:
        """Look for harm in the background, then show what both wrote."""
        written, country = self._written, country_in(self.app)
        entries = await self._checker.ask(
            lambda check: [[entry_of(self._duel, text, check, country) for text in texts] for texts in written]
        )
        if entries is None:
            self._say(_(WAIT))
            return
        self.editor.display, self._are_shown = False, True
        self._say("")
        box, go = PickBox(entries, self._nickname or _("Child")), self.query_one("#go", Button)
        relabel(go, _(ONCE_MORE) if box.to_try_again else _(ANOTHER))
        await self.query_one("#picks").mount(box)
        if not box.query(Button) and box.to_try_again:
            go.focus(scroll_visible=False)
