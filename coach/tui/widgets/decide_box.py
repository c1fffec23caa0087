"""Ways to choose from apart: the child, then the grown-up, then both see what the other chose."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Decide
from coach.tui.messages import StepAnswered
from coach.tui.safe_text import shown
from coach.tui.widgets.practice_box import PracticeBox

CHILD, GROWN_UP = "\u25cf", "\u25a0"
"""The signs of the two, as in the passages that they read."""
TURNS = (
    N_("\u25cf {child} chooses first. \u25a0 Grown-up, look away!"),
    N_("\u25cf has chosen. Now \u25a0 the grown-up chooses, and \u25cf looks away."),
)
SAME = N_("You both chose the same. Was it for the same reason?")
DIFFERENT = N_("You chose differently. Tell each other why, before you read on.")
TRY = N_("Choose a number to see what Coach says about the others.")


class DecideBox(PracticeBox):
    """A button per way; nothing shows what was chosen until both have chosen."""

    DEFAULT_CSS = """
    DecideBox .turn { height: auto; padding: 0 1; margin-bottom: 1; }
    DecideBox .answer.told { display: block; border-left: outer $primary; }
    DecideBox #again { width: auto; margin-top: 1; display: none; }
    """

    def __init__(self, decide: Decide, child: str = "") -> None:
        """Show ways; `child` is the nickname, if any."""
        super().__init__()
        self._decide = decide
        self._child = child or _("The child")
        self._chosen: list[int] = []

    def compose(self) -> ComposeResult:
        """Whose turn it is, the ways, and room for the answers."""
        yield Static("", markup=False, classes="turn")
        for number in range(len(self._decide.ways)):
            yield Button(self._label(number), id=f"way-{number}", compact=True)
        yield Static("", markup=False, classes="answer")
        yield Button(_("Choose again"), id="again", compact=True)

    def on_mount(self) -> None:
        """Ask the child first."""
        self._show()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose, or start again."""
        event.stop()
        if event.button.id == "again":
            self._chosen = []
            self._show()
        else:
            self.choose(int(str(event.button.id).removeprefix("way-")))

    def choose(self, number: int) -> None:
        """Choose the way at `number`; once both have chosen, show what Coach says about it."""
        if number >= len(self._decide.ways):
            return
        if len(self._chosen) < len(TURNS):
            self._chosen.append(number)
            self._show()
            if len(self._chosen) == len(TURNS):
                self.post_message(StepAnswered())
        else:
            self._tell([number])

    def _show(self) -> None:
        chosen, both = self._chosen, len(self._chosen) == len(TURNS)
        words = (_(SAME) if len(set(chosen)) == 1 else _(DIFFERENT)) if both else _(TURNS[len(chosen)])
        self.query_one(".turn", Static).update(shown(words.format(child=self._child)))
        for number in range(len(self._decide.ways)):
            self.query_one(f"#way-{number}", Button).label = self._label(number)
        self.query_one("#again").display = both
        self.query_one(".answer").remove_class("told")
        self.query_one("#way-0").focus(scroll_visible=False)
        if both:
            self._tell(sorted(set(chosen)))

    def _label(self, number: int) -> Content:
        both = len(self._chosen) == len(TURNS)
        signs = (sign if both and self._chosen[who] == number else " " for who, sign in enumerate((CHILD, GROWN_UP)))
        return shown(f"{''.join(signs)} {number + 1}  {self._decide.ways[number].text}")

    def _tell(self, numbers: list[int]) -> None:
        said = [f"{number + 1}: {self._decide.ways[number].answer}" for number in numbers]
        answer = self.query_one(".answer", Static)
        answer.update(shown("\n".join([*said, _(TRY)])))
        answer.add_class("told")
        answer.call_after_refresh(answer.scroll_visible, animate=False)
