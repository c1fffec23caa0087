"""Ways to choose from apart: the child, then the grown-up, then both see what the other chose."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Decide
from coach.tui.messages import StepAnswered
from coach.tui.safe_text import shown
from coach.tui.widgets.asked import AskedLine
from coach.tui.widgets.practice_box import PracticeBox
from coach.tui.widgets.step_memory import StepMemory

CHILD, GROWN_UP = "\u25cf", "\u25a0"
"""The signs of the two, as in the passages that they read."""
TURNS = (
    N_("\u25cf {child} chooses first. \u25a0 Grown-up, look away!"),
    N_("\u25cf {child} has chosen. Now \u25a0 the grown-up chooses: {child}, look away!"),
)
SAME = N_("You both chose the same. Was it for the same reason?")
DIFFERENT = N_("You chose differently. Tell each other why.")
THEN = N_("Then press Enter, and you see what Coach says.")
TRY = N_("Choose a number to see what Coach says about the others. Enter goes on.")


class DecideBox(PracticeBox):
    """A button per way; nothing shows what was chosen until both have chosen.

    Each of the two chooses by a number, or by an arrow and Enter: an Enter alone never chooses for the other one.
    """

    DEFAULT_CSS = """
    DecideBox .turn { margin-bottom: 1; }
    DecideBox .answer.told { display: block; border-left: outer $primary; }
    DecideBox #again { width: auto; margin-top: 1; display: none; }
    """

    def __init__(self, decide: Decide, child: str = "", before: StepMemory = StepMemory()) -> None:  # noqa: B008 - frozen
        """Show ways; `child` is the nickname, if any, `before` what was chosen here before."""
        super().__init__()
        self._decide = decide
        self._child = child or _("The child")
        self._chosen = [number for ways in before.apart for number in ways]
        self._is_told = False
        """Whether they asked to see what Coach says."""

    def compose(self) -> ComposeResult:
        """Whose turn it is, the ways, and room for the answers."""
        yield AskedLine("turn")
        for number in range(len(self._decide.ways)):
            yield Button(self._label(number), id=f"way-{number}", compact=True)
        yield Static("", markup=False, classes="answer")
        yield Button(_("Choose again"), id="again", compact=True)

    def on_mount(self) -> None:
        """Ask the child first."""
        self._show()

    @property
    def memory(self) -> StepMemory:
        """What each of the two chose."""
        return StepMemory(apart=tuple(frozenset({number}) for number in self._chosen))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose, or start again."""
        event.stop()
        if event.button.id == "again":
            self._chosen, self._is_told = [], False
            self._show()
        else:
            self.choose(int(str(event.button.id).removeprefix("way-")))
            if self._is_told:
                self.post_message(self.Ended())

    def on_asked_line_entered(self, event: AskedLine.Entered) -> None:
        """Show what Coach says once both have chosen, then go on; before that, choose for nobody."""
        event.stop()
        if self._is_told:
            self.post_message(self.GoOn())
        elif self._have_chosen:
            self._tell(sorted(set(self._chosen)))
        else:
            self.query_one(AskedLine).say_how()

    @property
    def _have_chosen(self) -> bool:
        """Whether both have."""
        return len(self._chosen) == len(TURNS)

    def choose(self, number: int) -> None:
        """Choose the way at `number`; once both have chosen, show what Coach says about that one."""
        if number >= len(self._decide.ways):
            return
        if not self._have_chosen:
            self._chosen.append(number)
            self._show()
            if self._have_chosen:
                self.post_message(StepAnswered())
        else:
            self._tell([number])

    def shows_first(self) -> bool:
        """Tell, if both have chosen."""
        is_open = self._have_chosen and not self._is_told
        if is_open:
            self._tell(sorted(set(self._chosen)))
        return is_open

    def _show(self) -> None:
        chosen, both = self._chosen, self._have_chosen
        words = f"{_(SAME if len(set(chosen)) == 1 else DIFFERENT)} {_(THEN)}" if both else _(TURNS[len(chosen)])
        self.query_one(AskedLine).ask(words.format(child=self._child))
        for number in range(len(self._decide.ways)):
            self.query_one(f"#way-{number}", Button).label = self._label(number)
        self.query_one("#again").display = both
        self.query_one(".answer").remove_class("told")
        self.query_one(AskedLine).focus(scroll_visible=False)

    def _label(self, number: int) -> Content:
        signs = (
            sign if self._have_chosen and self._chosen[who] == number else " "
            for who, sign in enumerate((CHILD, GROWN_UP))
        )
        return shown(f"{''.join(signs)} {number + 1}  {self._decide.ways[number].text}")

    def _tell(self, numbers: list[int]) -> None:
        self._is_told = True
        said = [f"{number + 1}: {self._decide.ways[number].answer}" for number in numbers]
        answer = self.query_one(".answer", Static)
        answer.update(shown("\n".join([*said, _(TRY)])))
        answer.add_class("told")
        answer.call_after_refresh(answer.scroll_visible, animate=False)
