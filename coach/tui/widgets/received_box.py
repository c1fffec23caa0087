"""A message that came, or a short thread: mark what worries you, apart or together, then compare with Coach."""

from __future__ import annotations

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from coach.course import NO_RULES, Compared, compare, pieces_of
from coach.locale import N_, _
from coach.models import Received, ReceivedLine
from coach.tui.checking import Checker
from coach.tui.family_app import age_in
from coach.tui.messages import StepAnswered
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.widgets.decide_box import CHILD, GROWN_UP
from coach.tui.widgets.practice_box import OFF, ON, TICKS, PracticeBox
from coach.tui.widgets.rewrite_box import WAIT
from coach.tui.widgets.step_memory import StepMemory

BOTH, COACH, SILENT = "\u2713", "!", "?"
APART = (
    N_("\u25cf {child} marks what feels wrong. \u25a0 Grown-up, look away!"),
    N_("Now \u25a0 the grown-up marks. \u25cf {child}, look away!"),
)
TOGETHER = (N_("Mark together what feels wrong. It can be one line, several or none."),)
HAND_OVER, COMPARE, COMPARE_ALONE = N_("Ready: hand over"), N_("Compare with Coach"), N_("Compare")
LEGENDS = (N_("\u2713 you two   ! Coach"), N_("\u25cf child   \u25a0 grown-up   ! Coach"))
LEGEND_OF_SILENT = N_("   ? no mark, but think")
"""Added where a line has a reason to stop though Coach marks nothing in it."""
NOTHING = N_("Coach marks nothing here. That happens: Coach reads words, and you know the people.")
MARKED = "bold underline $text-warning"


class ReceivedBox(PracticeBox):
    """A button per line, then each line with who marked it and why."""

    DEFAULT_CSS = """
    ReceivedBox .turn { height: auto; padding: 0 1; margin-bottom: 1; }
    ReceivedBox .compared { height: auto; max-width: 76; padding: 0 1; display: none; }
    ReceivedBox .compared.told { display: block; border-left: outer $primary; }
    ReceivedBox .compared Horizontal, ReceivedBox .compared Static { height: auto; width: 1fr; }
    ReceivedBox .compared .signs { width: 4; }
    ReceivedBox #go, ReceivedBox #again { width: auto; margin-top: 1; }
    """

    def __init__(
        self,
        received: Received,
        checker: Checker,
        child: str = "",
        before: StepMemory = StepMemory(),  # noqa: B008 - frozen
    ) -> None:
        """Show a thread; `child` is the nickname, if any, `before` what was marked here before."""
        super().__init__()
        self._received = received
        self._checker = checker
        self._child = child or _("The child")
        self._turns = APART if received.is_apart else TOGETHER
        self._marked = list(before.apart) or [frozenset[int]()]
        """The lines that each of the two marked; the last one is being marked now."""
        self._is_compared = before.are_shown
        """Whether they saw what Coach marks."""

    def compose(self) -> ComposeResult:
        """Whose turn it is, the thread, and what Coach marks."""
        yield Static("", markup=False, classes="turn")
        for number in range(len(self._received.lines)):
            yield Button(self._label(number), id=f"line-{number}", classes="line", compact=True)
        yield Static("", markup=False, classes="how")
        yield Button(_(COMPARE), id="go", variant="primary", compact=True)
        yield Vertical(classes="compared")
        yield Button(_("Mark again"), id="again", compact=True)

    def on_mount(self) -> None:
        """Begin with the first of the two, or where they were."""
        was_compared = self._is_compared
        self._show()
        if was_compared:
            self._compare()

    @property
    def memory(self) -> StepMemory:
        """What each of the two marked."""
        return StepMemory(apart=tuple(self._marked), are_shown=self._is_compared)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Mark, hand over, compare or start again."""
        event.stop()
        if event.button.id == "go" and len(self._marked) < len(self._turns):
            self._marked.append(frozenset())
            self._show()
        elif event.button.id == "go":
            self.post_message(StepAnswered())
            self._compare()
        elif event.button.id == "again":
            self._marked = [frozenset()]
            self._show()
        else:
            self.choose(int(str(event.button.id).removeprefix("line-")))

    def on_key(self, event: events.Key) -> None:
        """Space marks, and Enter goes on once something is marked."""
        lines = list(self.query(".line"))
        if self.screen.focused not in lines:
            return
        if event.key == "space":
            event.stop()
            self.choose(lines.index(self.screen.focused))
        elif event.key == "enter" and self._marked[-1]:
            event.stop()
            self.query_one("#go", Button).press()

    def choose(self, number: int) -> None:
        """Mark the line at `number`, or take the mark back."""
        if number < len(self._received.lines) and self.query_one("#go").display:
            self._marked[-1] ^= {number}
            button = self.query_one(f"#line-{number}", Button)
            button.label = self._label(number)
            button.focus()

    def shows_first(self) -> bool:
        """Hand over or compare, if whoever marks now has marked anything."""
        is_open = not self._is_compared and bool(self._marked[-1])
        if is_open:
            self.query_one("#go", Button).press()
        return is_open

    def _show(self) -> None:
        """Show the thread with the marks of whoever marks now."""
        turn = self._turns[len(self._marked) - 1].format(child=self._child)
        self.query_one(".turn", Static).update(shown(turn))
        go = self.query_one("#go", Button)
        compare = _(COMPARE) if self._received.is_judged else _(COMPARE_ALONE)
        relabel(go, compare if len(self._marked) == len(self._turns) else _(HAND_OVER))
        self.query_one(".how", Static).update(_(TICKS).format(button=go.label))
        self._reveal(compared=False)
        for number in range(len(self._received.lines)):
            self.query_one(f"#line-{number}", Button).label = self._label(number)
        self.query_one("#line-0").focus(scroll_visible=False)

    def _reveal(self, *, compared: bool) -> None:
        self._is_compared = compared
        for widget in self.query(".line, .how, #go"):
            widget.display = not compared
        self.query_one("#again").display = compared
        self.query_one(".compared").set_class(compared, "told")

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        """Check in the background, then show all marks."""
        age = age_in(self.app)
        found = await self._checker.ask(lambda check: compare(self._received, check, age))
        if found is None:
            self.query_one(".turn", Static).update(shown(_(WAIT)))
            return
        legend = _(LEGENDS[self._received.is_apart])
        if self._received.is_judged and any(one.is_silent for one in found):
            legend += _(LEGEND_OF_SILENT)
        self.query_one(".turn", Static).update(shown(legend))
        rows = [self._row(number, one) for number, one in enumerate(found)]
        words = _(NOTHING) if self._received.is_judged else _(NO_RULES)
        nothing = [] if any(one.flags for one in found) else [Static(words, markup=False)]
        box = self.query_one(".compared", Vertical)
        async with self.batch():
            await box.remove_children()
            await box.mount(*rows, *nothing)
        self._reveal(compared=True)
        self.post_message(self.Ended())

    def _row(self, number: int, compared: Compared) -> Horizontal:
        """Who marked a line, and what Coach marks in it."""
        names = (CHILD, GROWN_UP) if self._received.is_apart else (BOTH,)
        signs = [name if number in marked else " " for name, marked in zip(names, self._marked, strict=True)]
        is_silent = self._received.is_judged and compared.is_silent
        signs.append(COACH if compared.flags else SILENT if is_silent else " ")
        return Horizontal(
            Static(shown("".join(signs)), markup=False, classes="signs"), Static(entry_of(compared), markup=False)
        )

    def _label(self, number: int) -> Content:
        line: ReceivedLine = self._received.lines[number]
        sign = ON if number in self._marked[-1] else OFF
        return shown(f"{sign} {number + 1}  ") + speaker_of(line) + shown(line.text)


def entry_of(compared: Compared) -> Content:
    """One line with Coach's marks, and why somebody may stop here."""
    entry = speaker_of(compared.said)
    for words, is_marked in pieces_of(compared.said.text, compared.flags):
        entry += shown(words, MARKED) if is_marked else shown(words)
    for reason in compared.reasons:
        entry += shown(f"\n{reason}", "$text-muted")
    return entry


def speaker_of(line: ReceivedLine) -> Content:
    """When a line came, if the thread says it, and who wrote it."""
    when = shown(f"{line.when}, ", "$text-muted") if line.when else shown("")
    return when + shown(f"{_(line.speaker) if line.is_mine else line.speaker}: ", "bold")
