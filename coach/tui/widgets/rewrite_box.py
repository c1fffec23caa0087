"""A draft to be rewritten until nothing in it is marked."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.content import Content
from textual.widgets import Button, Static

from coach.course import judge_rewrite
from coach.models import Rewrite, Verdict
from coach.tui.checker import Checker
from coach.tui.shown import clean
from coach.tui.signs import FITS, GOES_TO, NOT_YET
from coach.tui.widgets.checked_draft import CheckedDraft
from coach.tui.widgets.draft_editor import DraftEditor

WAIT = "Coach is not ready to look yet. Try again in a moment."
SHOW_SOLUTION = "Show one way"


class RewriteBox(VerticalGroup):
    """The draft, live flags, a verdict when asked for, a hint, and after the hint one way to say it."""

    DEFAULT_CSS = """
    RewriteBox {
        & > .task { padding: 0 1; }
        & .buttons { height: 1; margin-bottom: 1; }
        & .buttons Button { min-width: 8; margin-left: 1; }
        & .said { display: none; height: auto; margin: 0 1 1 1; padding: 0 1; border-left: outer $warning; }
        & .said.-shown { display: block; }
        & .verdict.-fits { border-left: outer $success; }
        & .hint { border-left: outer $accent; }
    }
    """

    def __init__(self, rewrite: Rewrite, checker: Checker) -> None:
        self._rewrite = rewrite
        self._checker = checker
        self._hinted = False
        self.editor = DraftEditor(rewrite.start, takes_lines=False)
        super().__init__()

    def compose(self) -> ComposeResult:
        """The task, the editor, the buttons, and what Coach says."""
        yield Static(Content(clean(self._task())), classes="task")
        buttons = Horizontal(
            Button("How is it?", classes="judge", variant="primary", compact=True),
            Button("Hint", classes="help", compact=True),
            Button("Start again", classes="again", compact=True),
            classes="buttons",
        )
        said = Static(classes="said verdict"), Static(classes="said hint")
        draft = CheckedDraft(self._checker, self.editor, buttons, *said)
        draft.set_reactive(CheckedDraft.audience, self._rewrite.audience)
        yield draft

    @on(DraftEditor.Sent)
    @on(Button.Pressed, ".judge")
    @work(exclusive=True, group="judge")
    async def judge(self) -> None:
        """Say how the words are."""
        text = self.editor.text
        verdict = await self._checker.ask(lambda check: judge_rewrite(self._rewrite, text, check))
        verdict = verdict or Verdict(passed=False, words=WAIT)
        said = self.query_one(".verdict", Static)
        said.set_class(verdict.passed, "-fits")
        self._say(said, FITS if verdict.passed else NOT_YET, verdict.words)

    @on(Button.Pressed, ".help")
    def help(self, event: Button.Pressed) -> None:
        """Show the hint; after the hint, one way to say it."""
        said = self.query_one(".hint", Static)
        if self._hinted:
            self._say(said, "One way:", self._rewrite.solution)
        else:
            self._say(said, "Hint:", self._rewrite.hint)
        self._hinted = True
        event.button.label = SHOW_SOLUTION

    @on(Button.Pressed, ".again")
    def start_again(self) -> None:
        """Put the first words back."""
        self.editor.load_text(self._rewrite.start)
        self.query(".verdict").remove_class("-shown")
        self.editor.focus()

    def _say(self, said: Static, sign: str, words: str) -> None:
        said.update(Content.assemble((sign, "bold"), " ", clean(words)))
        said.add_class("-shown")
        said.call_after_refresh(said.scroll_visible)

    def _task(self) -> str:
        keep = " and ".join(f'"{word}"' for word in self._rewrite.keep)
        kept = f" Keep {keep} in it." if keep else ""
        return f"{GOES_TO[self._rewrite.audience]}{kept} Write it anew, then press Enter."
