"""The first minute: one draft that is marked and made better, before Coach asks for anything."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Button, Static, TextArea

from coach.course.wording import words_of
from coach.locale import N_, _
from coach.models import Concern, Counsel, Report
from coach.tui.checking import Checker, Readiness
from coach.tui.first_minute import FirstMinute
from coach.tui.messages import Destination, OpenDestination
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.lines import KeyLine, ReadyLine

TITLE = N_("Coach: kind and careful messages, together")
HELLO = N_("Welcome, you two!")
STORY = N_("After a lost game, somebody is about to send this. Read it out loud. How would it feel to get it?")
MARKED = N_("Coach marked some words, and says why. Make it better together: change the words.")
MARKED_AND_BETTER = N_(
    "Coach marked some words, and says why. Make it better together: change the words, "
    "or press Tab and then Enter to take Coach's."
)
CARES = N_("Read together what Coach says below. Nothing of this is sent.")
"""Where somebody may be hurting: then there is nothing to make better."""
DRAFT = "u never pass. ur so bad at this game"
"""What there is to make better; a test proves that Coach marks it, and knows better words."""
BETTER = N_(
    "\u2713 That is all Coach does: it asks, and you decide. "
    "Would you be glad to get this? Try one of your own, or go on."
)
CALM = N_("Coach sees nothing to look at again here. Read it out loud: would you like to get it?")
OWN = N_("Write one of your own. Coach looks while you type; nothing is kept or sent.")
SHORT = 4
"""The fewest letters of a word that says what a draft is about."""
EMPTY = frozenset({"this", "that", "with", "have", "your", "youre", "never", "always", "just", "like", "what"})
"""Words that say nothing of it."""
ON, CLEAR = N_("Who is here? \u2192"), N_("Write our own")


WAITS = N_("Coach is getting ready\u2026 Read it out loud in the meantime.")
WAITS_FOR_OWN = N_("Coach is getting ready\u2026 Write in the meantime: it looks as soon as it can.")
"""Where the sample is gone, so that there is nothing to read yet."""


class WaitLine(Static):
    """Says that marks are still to come; it goes once they can."""

    DEFAULT_CSS = """
    WaitLine { height: auto; margin: 0 2; color: $text-muted; }
    """

    def follow(self, readiness: Readiness) -> None:
        """Go where no marks will come; the last line says why."""
        if readiness is Readiness.FAILED:
            self.display = False


class WelcomeScreen(RoomyScreen, Screen[None]):
    """A draft to make better, then the way to who is here."""

    BINDINGS = [
        Binding("escape", "leave", N_("Leave box"), show=False),
        Binding("f4", "go_on", N_("Go on")),
    ]
    DEFAULT_CSS = """
    WelcomeScreen .heading { margin: 1 1 0 1; height: 1; }
    WelcomeScreen #story { height: auto; margin: 0 1 1 1; max-width: 90; }
    WelcomeScreen DraftBox { height: 1fr; }
    WelcomeScreen DraftEditor { height: 5; margin: 0 1; }
    WelcomeScreen FlagList { margin: 0 1; padding: 0; }
    WelcomeScreen #ways { height: 1; margin: 0 1; }
    WelcomeScreen #ways Button { margin-right: 2; }
    WelcomeScreen.-narrow .heading { display: none; }
    WelcomeScreen.-narrow #story { margin: 0 1; }
    WelcomeScreen.-narrow DraftEditor { height: 4; }
    """

    def __init__(self, checker: Checker, kept: FirstMinute | None = None) -> None:
        """Begin with the draft, or with what was left in it."""
        super().__init__()
        self._checker = checker
        self._kept = kept or FirstMinute()
        words = DRAFT if self._kept.draft is None else self._kept.draft
        self._wait = WaitLine(_(WAITS), markup=False)
        self.box = DraftBox(checker, words, between=[self._wait])
        self.box.editor.is_sample = self._kept.draft in {None, DRAFT}
        self._marked = ""
        """What was written when Coach marked something in this draft last."""

    def compose(self) -> ComposeResult:
        """A story, the draft, and what Coach says about it."""
        yield Static(_(TITLE), markup=False, id="title")
        yield Static(_(HELLO), markup=False, classes="heading")
        yield Static(_(STORY), markup=False, id="story")
        yield self.box
        with Horizontal(id="ways"):
            yield Button(_(ON), id="on", variant="primary", compact=True)
            yield Button(_(CLEAR), id="clear", compact=True)
        yield ReadyLine(self._checker, self.box.flag_list)
        yield KeyLine()

    def on_mount(self) -> None:
        """Put the cursor behind the draft; what is below it comes with the first check."""
        self.box.editor.focus()
        self.box.editor.move_cursor(self.box.editor.document.end)
        self.box.flag_list.display = False
        self._wait.follow(self._checker.readiness)

    def on_draft_box_checked(self, event: DraftBox.Checked) -> None:
        """Say what to do with what was marked, and praise the two once it is better."""
        event.stop()
        self._kept.draft = event.report.message.text
        if self._wait.display:
            self._wait.display = False
            self.box.editor.focus()  # whoever pressed Tab too early is where what Coach says begins
        self.box.flag_list.display = True
        if event.report.flags:
            self._marked = event.report.message.text
            self._say(_(marked_words(event.report, event.counsel)))
        elif event.report.message.text.strip() not in {"", DRAFT}:
            is_better = keeps_words_of(self._marked, event.report.message.text)
            self._say(_(BETTER) if is_better else event.report.said_of_language or _(CALM))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go on, or empty the box for a draft of their own."""
        if event.button.id == "on":
            self.action_go_on()
        else:
            self._begin_own()
            self.box.editor.load_text("")
            self.box.editor.focus()

    def on_draft_editor_replaced(self, event: DraftEditor.Replaced) -> None:
        """Ask for a draft of their own once the first letter took the place of the sample."""
        event.stop()
        self._begin_own()

    def on_draft_editor_sent(self, event: DraftEditor.Sent) -> None:
        """Take the sample as it is: go to the better words, or on."""
        event.stop()
        if not self.box.flag_list.focus_rewrite():
            self.query_one("#on", Button).focus()

    def _begin_own(self) -> None:
        self._marked = ""
        self._wait.update(_(WAITS_FOR_OWN))
        self._say(_(OWN))

    def action_leave(self) -> None:
        """Go from the editor to the way on, and back into it from anywhere else: only the way on leads on."""
        if isinstance(self.focused, TextArea):
            self.query_one("#on", Button).focus()
        else:
            self.box.editor.focus()

    def action_go_on(self) -> None:
        """Ask who is here."""
        self.post_message(OpenDestination(Destination.WHO))

    def _say(self, words: str) -> None:
        self.query_one("#story", Static).update(words)


def marked_words(report: Report, counsel: Counsel) -> str:
    """Return the message that says what to do with a marked draft; Coach's words only where there are some."""
    if any(flag.concern is Concern.CARE for flag in report.flags):
        return CARES
    return MARKED_AND_BETTER if counsel.rewrites or counsel.starter else MARKED


def keeps_words_of(before: str, after: str) -> bool:
    """Return whether a draft still says something of what it said before: only then it can be better."""
    kept = {word for word in words_of(before.casefold()) if len(word) >= SHORT} - EMPTY
    return not kept.isdisjoint(words_of(after.casefold()))
