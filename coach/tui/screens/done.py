"""A pause before a draft is sent: what is still flagged, and one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from coach.locale import N_, _
from coach.models import Concern, Flag, Pause, Report, is_grave
from coach.tui.family_app import off_in
from coach.tui.messages import Destination, GoHome, OpenDestination
from coach.tui.safe_text import on_one_line, safe, shown
from coach.tui.screens.dialog import ButtonsScreen
from coach.tui.widgets.flag_entries import QUIET_SIGN, sign_of
from coach.tui.widgets.lines import LineBox
from coach.tui.widgets.more_line import more_on_border
from coach.tui.widgets.pause_box import PauseBox
from coach.tui.widgets.practice_box import PracticeBox

CLEAR = N_("Coach found nothing to look at again.")
LEFT = N_("Still there:")
QUESTIONS = {
    Concern.CARE: N_(
        "One question: who should hear it first? You can also say it in your own words, or just show this."
    ),
    Concern.GOING_ALONG: N_("One question: what would you say if a friend was about to send this?"),
    Concern.OVERSHARING: N_("One question: who else might see this one day, and would that be okay?"),
    Concern.UNKIND: N_("One question: how would it feel to get this?"),
}
"""What to ask, by the concern of what is still there; where several weigh the same, the first here."""
HELP = N_("People who help")
PAUSE = N_("Count to five together, then choose.")
WHY = N_("Why do you mean it? A few words will do.")
ACCEPTED = N_("You decide. The words can still hurt, and you can come back to them. Read them out loud once more.")
CARES = N_("Thank you for writing it. Tell the grown-up beside you: that is a good start.")
TITLE, CARES_TITLE = N_("Before you send it"), N_("Who could hear this?")
QUIET = N_("Take a moment. F2 lists people to talk to, outside your home too.")
COPY = N_("Copy the words")
COPIED = N_("Copied. Coach does not keep it.")
NEXT = N_("Next message")
MOST = 5
"""Most phrases listed."""


class DoneScreen(ButtonsScreen[bool]):
    """Lists what is still flagged; the family looks again, or means it and says why, and goes on from here.

    The result is whether they go on to another message.
    """

    AUTO_FOCUS = "#again"
    BINDINGS = [Binding("escape", "close", N_("Look again"), show=False)]
    DEFAULT_CSS = """
    DoneScreen { align: center middle; }
    DoneScreen > Vertical { width: 66; max-width: 100%; height: auto; max-height: 100%; padding: 0 1; }
    DoneScreen > Vertical { border: round $primary; background: $surface; }
    DoneScreen VerticalScroll { height: auto; max-height: 10; }
    DoneScreen.-cares VerticalScroll { max-height: 13; }
    DoneScreen.-short VerticalScroll { max-height: 5; }
    DoneScreen.-short #on { margin-top: 0; }
    DoneScreen VerticalScroll:focus { background-tint: $foreground 10%; }
    DoneScreen Static { height: auto; margin-bottom: 1; }
    DoneScreen Horizontal { height: 1; }
    DoneScreen #on { margin-top: 1; }
    DoneScreen Horizontal Button { margin-right: 2; }
    DoneScreen Input { margin-bottom: 1; }
    DoneScreen PauseBox { margin-bottom: 1; }
    DoneScreen #why { display: none; height: auto; }
    """

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._cares = any(flag.concern is Concern.CARE for flag in report.flags)
        """Whether someone may be hurting: then a grown-up comes first."""
        self._is_quiet = any(flag.is_quiet for flag in report.flags)
        self.set_class(self._cares, "-cares")

    def compose(self) -> ComposeResult:
        """What is still flagged, the question, the buttons."""
        with Vertical() as box:
            box.border_title = _(CARES_TITLE if self._cares and not self._is_quiet else TITLE)
            with VerticalScroll():
                yield from (Static(line, markup=False) for line in self._lines())
            if not self._cares:
                yield PauseBox(Pause(line=1), _(PAUSE), is_row=True)
                with Vertical(id="why"):
                    yield Static(_(WHY), markup=False)
                    yield LineBox()
            yield Static("", markup=False, id="said")
            with Horizontal():
                yield from self._ways()
            with Horizontal(id="on"):
                if self._cares:
                    yield Button(_(COPY), id="copy", compact=True)
                yield Button(_(NEXT), id="next", compact=True)
                yield Button(_("\u2190 Home"), id="home", compact=True)

    def _ways(self) -> Iterator[Button]:
        """Ways back to the words, or to people who help; nobody who hurts or threatens is asked if they mean it."""
        if self._cares:
            yield Button(_(HELP), id="help", variant="default" if self._is_quiet else "primary", compact=True)
        yield Button(_("Look again"), id="again", variant="default" if self._cares else "primary", compact=True)
        if self._report.flags and not self._cares and not any(map(is_grave, self._report.flags)):
            yield Button(_("We mean it"), id="mean", compact=True)
        if not self._cares:
            yield Button(_(COPY), id="copy", compact=True)

    def on_mount(self) -> None:
        """Offer to copy only what is clear or meant, or what somebody who hurts may want to show."""
        if self._cares and not self._is_quiet:
            self.query_one("#help").focus()
        self.query_one("#copy").display = self._cares or not self._report.flags
        self.query_one("#said").display = False
        more_on_border(self.query_one(Vertical), self.query_one(VerticalScroll))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Look again, ask why, copy, show people who help, or go on."""
        event.stop()
        if event.button.id == "mean":
            self._ask_why()
        elif event.button.id == "copy":
            self.app.copy_to_clipboard(safe(self._report.message.text))
            self._say(_(COPIED))
            self.query_one("#next").focus()
        elif event.button.id == "help":
            self.post_message(OpenDestination(Destination.CARE))
        elif event.button.id == "home":
            self.post_message(GoHome())
        else:
            self.dismiss(event.button.id == "next")

    def on_practice_box_ended(self, event: PracticeBox.Ended) -> None:
        """Let an Enter after the pause look again rather than count again."""
        event.stop()
        self.query_one("#again").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accept any reason."""
        event.stop()
        if event.value.strip():
            self.query_one("#why").display = False
            self.query_one("#copy").display = True
            self.query_one("#copy").focus()
            self._say(_(ACCEPTED))

    def action_close(self) -> None:
        """Look again."""
        self.dismiss(result=False)

    def _ask_why(self) -> None:
        """Ask for a reason; what they counted to before has had its time."""
        self.query_one("#mean").display = self.query_one(PauseBox).display = False
        self.query_one("#why").display = True
        self.query_one(Input).focus()

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.display = True
        said.update(words)

    def _lines(self) -> Iterator[Content]:
        flags = sorted(self._report.flags, key=lambda flag: flag.concern is not Concern.CARE)
        if self._is_quiet:
            yield Content(_(QUIET))
            return
        if self._cares:
            yield from _said_with_care(flags)
        elif not flags:
            yield Content(self._report.said_of_language or _(CLEAR))
            if off := off_in(self.app):
                yield shown(off)
        else:
            yield Content("\n").join([Content(_(LEFT)), *_listed(flags)])
        yield Content(question_for(self._report))


def _said_with_care(flags: Sequence[Flag]) -> Iterator[Content]:
    """Yield thanks, what was written, and whom to tell; nothing of it is left over like a mistake."""
    yield Content(_(CARES))
    yield Content("\n").join(_listed(flags))
    if steps := next((flag.steps for flag in flags if flag.steps), ()):
        yield Content("\n").join(shown(f"\u2022 {step}") for step in steps)


def _listed(flags: Sequence[Flag]) -> Iterator[Content]:
    """Yield the first phrases, and how many more there are."""
    yield from map(_named, flags[:MOST])
    if len(flags) > MOST:
        yield Content(_("and {number} more").format(number=len(flags) - MOST))


def question_for(report: Report) -> str:
    """Return the question for the gravest of what is still there; whoever may be hurting comes first."""
    ranks = {flag.concern: flag.weight.rank for flag in sorted(report.flags, key=lambda flag: flag.weight.rank)}
    if Concern.CARE in ranks:
        return _(QUESTIONS[Concern.CARE])
    return _(QUESTIONS[max(QUESTIONS, key=lambda concern: ranks.get(concern, -1)) if ranks else Concern.UNKIND])


def _named(flag: Flag) -> Content:
    """The weight and the phrase; neither for a quiet flag."""
    if flag.is_quiet:
        return Content(QUIET_SIGN)
    phrase = _("\u201c{word}\u201d").format(word=on_one_line(safe(flag.phrase), 40))
    return shown(f"{sign_of(flag)}  {phrase}")
