"""A drill: the child says a line, and the grown-up practises what to say first; the child has the last word."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from coach.course import judge_first_words
from coach.locale import N_, _
from coach.models import Tell
from coach.tui.checking import Checker
from coach.tui.family_app import country_in
from coach.tui.judged import judged
from coach.tui.safe_text import shown
from coach.tui.widgets.decide_box import CHILD
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.practice_box import OFF, ON, PracticeBox
from coach.tui.widgets.rewrite_box import WAIT
from coach.tui.widgets.step_memory import StepMemory

SAYS = N_("{sign} {child}, say this as if it were true: \u201c{line}\u201d")
FIRST = N_("\u25a0 Grown-up, what do you say first? Your face answers too.")
OWN = N_("\u25a0 Now in your own words: say them out loud, then type them. Enter asks Coach.")
WOULD = {"yes": N_("Yes, I'd go on telling"), "no": N_("Not yet")}
GOES_ON = N_("\u2713 Then you two have the hardest part behind you.")
TRY_AGAIN = N_("\u21bb \u25cf Child, say what was missing. Then \u25a0 the grown-up tries again.")
SWAP = N_("\u21c4 Swap: {line}")


class TellBox(PracticeBox):
    """The line, first words to choose from, the grown-up's own, and what the child says to them; none of it is kept."""

    DEFAULT_CSS = """
    TellBox .says { height: auto; max-width: 76; padding: 0 1; margin-bottom: 1; border-left: outer $success; }
    TellBox .first { height: auto; padding: 0 1; }
    TellBox #own { display: none; height: auto; margin-top: 1; }
    TellBox #own.open { display: block; }
    TellBox #own Static { height: auto; max-width: 76; padding: 0 1; }
    TellBox DraftEditor { height: 4; }
    TellBox .would { display: none; height: auto; }
    TellBox .would.asked { display: block; }
    """

    def __init__(self, tell: Tell, checker: Checker, child: str = "", draft: str = "") -> None:
        """Begin a drill, or go on with a draft; `child` is the nickname, if any."""
        super().__init__()
        self._tell = tell
        self._checker = checker
        self._child = child or _("Child")
        self._chosen: int | None = None
        self.editor = DraftEditor(draft, takes_lines=False, has_signs=False)

    def compose(self) -> ComposeResult:
        """What the child says, the first words, and room for the grown-up's own."""
        says = _(SAYS).format(sign=CHILD, child=self._child, line=self._tell.says)
        yield Static(shown(says), markup=False, classes="says")
        yield Static(_(FIRST), markup=False, classes="first")
        for number in range(len(self._tell.ways)):
            yield Button(self._label(number), id=f"way-{number}", compact=True)
        yield Static("", markup=False, classes="answer")
        with Vertical(id="own", classes="open" if self.editor.written else ""):
            yield Static(_(OWN), markup=False)
            yield self.editor
            yield Static("", markup=False, id="judged")
            with Vertical(classes="would"):
                for name, words in WOULD.items():
                    yield Button(f"{CHILD} {_(words)}", id=name, compact=True)
            yield Static("", markup=False, id="swap")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose first words, or take the child's word for it."""
        event.stop()
        if event.button.id in WOULD:
            self._hear(goes_on=event.button.id == "yes")
        else:
            self.choose(int(str(event.button.id).removeprefix("way-")))

    @property
    def memory(self) -> StepMemory:
        """What the grown-up wrote."""
        return StepMemory(draft=self.editor.written)

    def choose(self, number: int) -> None:
        """Say what a child makes of the words at `number`; the best ones open the second half."""
        if number >= len(self._tell.ways):
            return
        self._chosen = number
        for at in range(len(self._tell.ways)):
            self.query_one(f"#way-{at}", Button).label = self._label(at)
        way = self._tell.ways[number]
        self.query_one(f"#way-{number}", Button).focus()
        self.say(way.answer, passed=way.is_best)
        if way.is_best:
            self.query_one("#own").add_class("open")

    @on(DraftEditor.Sent)
    @work(exclusive=True, group="judge")
    async def judge(self) -> None:
        """Judge the grown-up's own words in the background, then ask the child."""
        text = self.editor.written
        judge = partial(judge_first_words, self._tell, text)
        found = await judged(self._checker, judge, text, country_in(self.app))
        if found is None:
            self._show(_(WAIT))
            return
        judgement, words = found
        self._show(words)
        would = self.query_one(".would")
        would.set_class(judgement.is_yours, "asked")
        if judgement.is_yours:
            self.query_one("#yes").focus(scroll_visible=False)
            would.call_after_refresh(would.scroll_visible, animate=False)

    def _hear(self, *, goes_on: bool) -> None:
        """Close with a swap if the child would go on; else let the grown-up try again."""
        self._show(_(GOES_ON) if goes_on else _(TRY_AGAIN))
        self.query_one(".would").remove_class("asked")
        swap = _(SWAP).format(line=self._tell.swap) if goes_on and self._tell.swap else ""
        self.query_one("#swap", Static).update(shown(swap))
        self.query_one("#swap" if swap else "#judged").scroll_visible(animate=False)
        if goes_on:
            self.post_message(self.Ended())
        else:
            self.editor.focus(scroll_visible=False)

    def _show(self, words: str) -> None:
        said = self.query_one("#judged", Static)
        said.update(shown(words))
        said.call_after_refresh(said.scroll_visible, animate=False)

    def _label(self, number: int) -> Content:
        sign = ON if number == self._chosen else OFF
        return shown(f"{sign} {number + 1}  {self._tell.ways[number].text}")
