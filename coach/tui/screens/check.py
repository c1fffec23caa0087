"""Check a draft: the editor, who will read it, and what Coach finds as you type."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Button, Select, Static, TextArea

from coach.models import Audience, Direction
from coach.tui.checking import Checker
from coach.tui.messages import GoHome
from coach.tui.screens.done import DoneScreen
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.lines import KeyLine, ReadyLine

AUDIENCES = (
    ("a group or my class", Audience.GROUP),
    ("a friend I have met", Audience.FRIEND),
    ("somebody I only know online", Audience.STRANGER),
    ("everybody", Audience.PUBLIC),
)
TO_EVERYBODY, BACK = "Show it to everybody", "Back to fewer people"
DIRECTIONS = (("I want to send it", Direction.DRAFT), ("I received it", Direction.RECEIVED))


class CheckScreen(Screen[None]):
    """Checks words as they are typed; none of them are kept."""

    BINDINGS = [
        Binding("escape", "leave", "Home"),
        Binding("f4", "done", "Done"),
        Binding("f5", "everybody", "To everybody"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (100, "-wide")]
    DEFAULT_CSS = """
    CheckScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    CheckScreen #who { height: 1; margin: 0 1; }
    CheckScreen #who Static { width: auto; padding-right: 1; }
    CheckScreen #who Select { width: 32; margin-right: 1; }
    CheckScreen #who #direction { width: 22; }
    CheckScreen DraftBox { height: 1fr; }
    CheckScreen DraftEditor { height: 7; }
    CheckScreen.-wide DraftBox { layout: horizontal; }
    CheckScreen.-wide DraftEditor { height: 1fr; width: 1fr; }
    CheckScreen.-wide FlagList { height: 1fr; width: 1fr; }
    CheckScreen #ways { height: 1; }
    CheckScreen #ways Button { margin-left: 1; }
    CheckScreen.-received .for-drafts { display: none; }
    CheckScreen.-narrow #who { layout: grid; grid-size: 2 2; grid-columns: auto 1fr; height: 2; }
    CheckScreen.-narrow #who #direction { column-span: 2; }
    CheckScreen.-narrow #who #audience { width: 1fr; }
    CheckScreen.-narrow DraftEditor { height: 5; }
    """

    def __init__(self, checker: Checker) -> None:
        super().__init__()
        self._checker = checker
        self.box = DraftBox(checker)
        self._before = Audience.GROUP

    def compose(self) -> ComposeResult:
        """Direction and audience, the draft, what was found."""
        yield Static("Check a draft. Nothing you type here is kept.", markup=False, id="title")
        with Horizontal(id="who"):
            yield Select(DIRECTIONS, value=Direction.DRAFT, allow_blank=False, compact=True, id="direction")
            yield Static("Who reads it?", markup=False, classes="for-drafts")
            yield Select(
                AUDIENCES,
                value=Audience.GROUP,
                allow_blank=False,
                compact=True,
                id="audience",
                classes="for-drafts",
            )
        yield self.box
        with Horizontal(id="ways"):
            yield Button("\u2190 Home", id="home", compact=True)
            yield Button(TO_EVERYBODY, id="everybody", compact=True, classes="for-drafts")
            yield Button("Undo", id="undo", compact=True)
            yield Button("We are done", id="done", variant="primary", compact=True, classes="for-drafts")
        yield ReadyLine(self._checker)
        yield KeyLine()

    def on_mount(self) -> None:
        """Put the cursor in the draft."""
        self.box.editor.focus()

    def on_select_changed(self, event: Select.Changed) -> None:
        """Check again for the new audience or direction."""
        if isinstance(event.value, Audience):
            self.box.audience = event.value
            everybody = event.value is Audience.PUBLIC
            self.query_one("#everybody", Button).label = BACK if everybody else TO_EVERYBODY
        elif isinstance(event.value, Direction):
            self.box.direction = event.value
            self.set_class(event.value is Direction.RECEIVED, "-received")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go home, change who reads it, undo, or be done."""
        if event.button.id == "home":
            self.post_message(GoHome())
        elif event.button.id == "everybody":
            self.action_everybody()
        elif event.button.id == "undo":
            self.box.editor.undo()
            self.box.editor.focus()
        elif event.button.id == "done":
            self.action_done()

    def action_everybody(self) -> None:
        """Switch the audience to everybody, or back to the one before."""
        audience = self.query_one("#audience", Select)
        if self.box.audience is Audience.PUBLIC:
            audience.value = self._before
        else:
            self._before, audience.value = self.box.audience, Audience.PUBLIC

    @work(exclusive=True, group="done")
    async def action_done(self) -> None:
        """Pause before the message is sent."""
        message = self.box.message()
        report = await self._checker.ask(lambda check: check(message)) if message.text.strip() else None
        if report is not None:
            await self.app.push_screen(DoneScreen(report))

    def action_leave(self) -> None:
        """Leave the editor first; go home from anywhere else."""
        if isinstance(self.focused, TextArea):
            self.query_one("#home", Button).focus()
        else:
            self.post_message(GoHome())
