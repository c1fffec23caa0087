"""Where to report and block in the app of their choice, and who takes a picture down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.containers import ItemGrid
from textual.content import Content
from textual.widgets import Button, Static

from coach.helplines import takedown_near
from coach.locale import N_, _
from coach.models import Reporting
from coach.tui.family_app import country_in
from coach.tui.safe_text import shown
from coach.tui.widgets.practice_box import PracticeBox
from coach.tui.widgets.step_memory import StepMemory

CHOOSE = N_("Which app do you use most? Choose it, and open it beside this.")
CHOSEN, OTHER = "\u25cf", "\u25cb"
KEEP = N_("First keep the words and the name. Then report, and only then block.")
KEEP_NO_PICTURE = N_(
    "First keep the words and the name, and never a private picture. Then report, and only then block."
)
TAKEN_DOWN = N_("Who takes a private picture down, and where a threat is reported:")
KEYS = 8
"""The first apps can be chosen by one key."""


class ReportBox(PracticeBox):
    """The apps; where to report and block in the one chosen; who takes a picture down."""

    DEFAULT_CSS = """
    ReportBox .ask, ReportBox .keep { height: auto; max-width: 76; padding: 0 1; }
    ReportBox .keep { margin-top: 1; }
    ReportBox ItemGrid { height: auto; max-width: 76; grid-gutter: 0 1; }
    ReportBox .ways { height: auto; max-width: 76; padding: 0 1; margin-top: 1; display: none; }
    ReportBox .ways.told { display: block; border-left: outer $primary; }
    ReportBox .down { height: auto; max-width: 76; padding: 0 1; margin-top: 1; border-left: outer $success; }
    """

    def __init__(self, report: Reporting, chosen: frozenset[int] = frozenset()) -> None:
        """Show apps; `chosen` has the number of the one chosen here before, from 0, if there is one."""
        super().__init__()
        self._report = report
        self._at = next(iter(chosen), None)

    def compose(self) -> ComposeResult:
        """A button per app, what comes first, the ways, and the services."""
        yield Static(_(CHOOSE), markup=False, classes="ask")
        with ItemGrid(min_column_width=20):
            for number in range(len(self._report.apps)):
                yield Button(self._label(number), id=f"app-{number}", compact=True)
        yield Static(_(KEEP_NO_PICTURE) if self._report.has_pictures else _(KEEP), markup=False, classes="keep")
        yield Static("", markup=False, classes="ways")
        if self._report.has_pictures:
            words = [_(TAKEN_DOWN), *self._services()]
            yield Static(shown("\n".join(words)), markup=False, classes="down")

    def on_mount(self) -> None:
        """Show the ways of the app that was chosen before."""
        if self._at is not None:
            self._show_ways(self._at)

    @property
    def memory(self) -> StepMemory:
        """Which app is chosen."""
        return StepMemory(ticks=frozenset() if self._at is None else frozenset({self._at}))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose an app."""
        event.stop()
        self.choose(int(str(event.button.id).removeprefix("app-")))

    def choose(self, number: int) -> None:
        """Show where to report and block in the app at `number`."""
        if number >= len(self._report.apps):
            return
        self._at = number
        for at in range(len(self._report.apps)):
            self.query_one(f"#app-{at}", Button).label = self._label(at)
        self.query_one(f"#app-{number}", Button).focus(scroll_visible=False)
        ways = self._show_ways(number)
        ways.call_after_refresh(ways.scroll_visible, animate=False)

    def _show_ways(self, number: int) -> Static:
        app = self._report.apps[number]
        ways = self.query_one(".ways", Static)
        ways.update(shown(f"{app.name}\n", "bold") + shown("\n".join(app.lines(_today()))))
        ways.add_class("told")
        return ways

    def _services(self) -> Iterator[str]:
        for line in takedown_near(country_in(self.app)):
            yield f"\u260e {_(line.place)}: {line} {line.origin(_today())}"

    def _label(self, number: int) -> Content:
        key = f"{number + 1}" if number < KEYS else " "
        return shown(f"{CHOSEN if number == self._at else OTHER} {key}  {self._report.apps[number].name}")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the family's own day
