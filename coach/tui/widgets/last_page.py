"""What a family sees at the end of a lesson."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.course import position_of
from coach.locale import N_, _
from coach.models import Lesson, Step
from coach.tui.family_app import service_in
from coach.tui.messages import Deed, OpenCertificate, OpenLesson
from coach.tui.safe_text import shown
from coach.tui.widgets.companion import Companion, CompanionLine, CompanyButton

DONE = N_("\u2713 You did it, together!")
NEW = N_("Tell each other one thing that was new. Then stretch.")
LAST = N_("That was the last lesson for now. At home you can check a draft of your own.")
ENOUGH = N_("That is enough for today. Or, if you both want more:")

CASE = N_("A new case comes on Monday. If you both want more before that, home has another one.")
"""Said at the end of a case."""
ENDED = N_("\u2713 You came to the end.")
NOT_PROMISED = N_("You did not promise, and you need not. If you want to after all, it is here:")
LOOKED = N_("You have looked through it.")
OPEN = N_("Some questions are still open. Answer them together and it is done, today or another day:")


CERTIFICATE = N_("You have done the whole course. There is a certificate for you.")


def certificate() -> Iterator[Widget]:
    """Offer the certificate at the end of the course."""
    yield Static(_(CERTIFICATE), markup=False)
    yield Button(_("Our certificate"), id="certificate", compact=True)


class LastPage(VerticalScroll):
    """Well done, what it was for, and what comes next; or which questions are still open."""

    DEFAULT_CSS = """
    LastPage { padding: 1 2; }
    LastPage Static { height: auto; margin-bottom: 1; }
    LastPage .company { height: auto; }
    LastPage .open { margin-left: 2; }
    LastPage .done { text-style: bold; color: $text-success; }
    """

    class StepAskedFor(Message):
        """Posted to go back to a step."""

        def __init__(self, slug: str) -> None:
            super().__init__()
            self.slug = slug

    def __init__(
        self, lesson: Lesson, following: Lesson | None, still_open: Sequence[Step] = (), left: Step | None = None
    ) -> None:
        """Make the page of a lesson with questions `still_open`, and the promise of a step `left` unmade."""
        super().__init__(can_focus=False)
        self._left = left
        self._lesson = lesson
        self._following = following
        self._open = still_open

    def compose(self) -> ComposeResult:
        """Words, and a button for the next lesson or for each open question."""
        yield from self._still_open() if self._open else self._done()

    def _done(self) -> Iterator[Widget]:
        yield Horizontal(Companion(Deed.LESSON), CompanionLine(Deed.LESSON), classes="company")
        yield Static(_(ENDED if self._left else DONE), markup=False, classes="done")
        yield Static(shown(self._lesson.goal), markup=False)
        yield Static(_(NEW), markup=False)
        service = service_in(self.app)
        if service and not self._lesson.comes_back and service.played.ends_course(self._lesson.name):
            yield from certificate()
        if service and not service.played.has_finished_besides(self._lesson.name):
            yield CompanyButton()
        if self._following:
            yield Static(_(ENOUGH), markup=False)
            yield Button(
                shown(_("Keep going: {title}").format(title=self._following.title)), id="following", compact=True
            )
        else:
            yield Static(_(CASE) if self._lesson.comes_back else _(LAST), markup=False)
        yield from self._way_to_promise()

    def _way_to_promise(self) -> Iterator[Widget]:
        """Lead back to the promise that was not made, if there is one."""
        if self._left:
            yield Static(_(NOT_PROMISED), markup=False)
            yield self._way_to(self._left)

    def _still_open(self) -> Iterator[Widget]:
        yield Static(_(LOOKED), markup=False, classes="done")
        yield Static(_(OPEN), markup=False)
        yield from map(self._way_to, self._open)
        yield from self._way_to_promise()

    def _way_to(self, step: Step) -> Button:
        """A button that goes back to a step."""
        number = position_of(self._lesson, step.slug)
        words = _("\u25b8 Step {number}: {heading}").format(number=number, heading=step.heading)
        return Button(shown(words), name=step.slug, classes="open", compact=True)

    @property
    def first_open(self) -> Button:
        """The button of the first open question, if there is one on this page."""
        return self.query(".open").first(Button)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask for the next lesson, the certificate or an open step."""
        event.stop()
        if event.button.name:
            self.post_message(self.StepAskedFor(event.button.name))
        elif event.button.id == "companion":
            self.post_message(Companion.Pressed())
        elif event.button.id == "certificate":
            self.post_message(OpenCertificate())
        elif self._following:
            self.post_message(OpenLesson(self._following.name))
