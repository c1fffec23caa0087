"""The certificate at the end of the course: two names, and a page to print."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from coach.course import today
from coach.family import save_certificate
from coach.locale import N_, _
from coach.models.certificate import MAX_NAME, Certificate
from coach.tui.messages import Deed, GoHome
from coach.tui.safe_text import safe
from coach.tui.screens.page_saving import PageSavingScreen
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.companion import Companion, CompanionLine
from coach.tui.widgets.lines import KeyLine, LineBox

WELCOME = N_(
    "You have done all {lessons} lessons of the course. Whose names should be on it? They are for the page only: Coach "
    "does not keep them."
)
NAME = "our-certificate.pdf"


class CertificateScreen(RoomyScreen, PageSavingScreen):
    """Two names, a place for the file, and a button."""

    BINDINGS = [Binding("escape", "leave", N_("Home"))]
    DEFAULT_CSS = """
    CertificateScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    CertificateScreen .company { height: auto; margin: 1 2 0 2; }
    CertificateScreen .words { padding: 1 2; height: auto; max-width: 78; }
    CertificateScreen .line { height: 1; margin: 0 2 1 2; max-width: 74; }
    CertificateScreen .line Static { width: 14; }
    CertificateScreen .line Input { width: 1fr; margin-right: 1; }
    CertificateScreen #said { height: 1fr; padding: 0 2; }
    CertificateScreen #ways { height: 1; }
    CertificateScreen #ways Button { margin: 0 2; }
    """

    def __init__(self, nickname: str, lessons: int) -> None:
        """Suggest the nickname of the child; the course has that many lessons."""
        super().__init__()
        self._nickname = nickname
        self._lessons = lessons

    def compose(self) -> ComposeResult:
        """The names, the file, the way home."""
        yield Static(_("Our certificate"), markup=False, id="title")
        yield Horizontal(Companion(Deed.NIGHT), CompanionLine(Deed.LESSON), classes="company")
        yield Static(_(WELCOME).format(lessons=self._lessons), markup=False, classes="words")
        for label, name, value in (
            (_("The child"), "child", self._nickname),
            (_("The grown-up"), "grown-up", ""),
            (_("Save it as"), "path", f"~/{NAME}"),
        ):
            with Horizontal(classes="line"):
                yield Static(label, markup=False)
                length = 0 if name == "path" else MAX_NAME
                yield LineBox(value, id=name, max_length=length, compact=True)
        yield Static("", markup=False, id="said")
        with Horizontal(id="ways"):
            yield Button(_("\u2190 Home"), id="home", compact=True)
            yield Button(_("Save the page"), id="save", variant="primary", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first name."""
        self.query_one("#child").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next line."""
        event.stop()
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save the page, or go home."""
        if event.button.id == "save":
            self._save()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def _save(self) -> None:
        """Save the page."""
        child, grown_up, path = (self.query_one(name, Input).value for name in ("#child", "#grown-up", "#path"))
        certificate = Certificate(child=safe(child), grown_up=safe(grown_up), lessons=self._lessons, day=today())
        self.save_page(partial(save_certificate, certificate), Path(path).expanduser())
