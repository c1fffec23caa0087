"""A draft to be rewritten until Coach finds nothing in it."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message as Notice
from textual.widgets import Button, Static

from coach.course import judge_rewrite
from coach.models import Rewrite, Verdict
from coach.tui.checking import Checker
from coach.tui.showing import shown
from coach.tui.widgets.draft_box import DraftBox

WAIT = "Coach is not ready yet. Wait a moment, then press again."


class RewriteBox(Vertical):
    """The draft with live flags, a verdict when asked for, and help in two steps."""

    DEFAULT_CSS = """
    RewriteBox { height: auto; }
    RewriteBox DraftEditor { height: 4; }
    RewriteBox DraftBox { height: auto; }
    RewriteBox FlagList { height: auto; min-height: 1; margin-top: 1; }
    RewriteBox Horizontal { height: 1; }
    RewriteBox Button { margin-right: 2; }
    RewriteBox .said { height: auto; max-width: 76; padding: 0 1; display: none; }
    RewriteBox .said.passed { display: block; border-left: thick $success; }
    RewriteBox .said.again { display: block; border-left: thick $warning; }
    """

    class Judged(Notice):
        """Posted when the family asked how their words are."""

        def __init__(self, verdict: Verdict) -> None:
            super().__init__()
            self.verdict = verdict

    def __init__(self, rewrite: Rewrite, checker: Checker, text: str | None = None) -> None:
        super().__init__()
        self._rewrite = rewrite
        self._checker = checker
        self._said = Static("", markup=False, classes="said")
        start = rewrite.start if text is None else text
        self.draft = DraftBox(checker, start, rewrite.audience, [self._buttons(), self._said])
        self.draft.flag_list.can_focus = False

    def compose(self) -> ComposeResult:
        """The draft, the buttons, what Coach says, and the reasons."""
        yield self.draft

    @staticmethod
    def _buttons() -> Horizontal:
        return Horizontal(
            Button("How is it?", id="judge", variant="primary", compact=True),
            Button("A hint", id="hint", compact=True),
            Button("Start again", id="again", compact=True),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Judge, help, or begin again."""
        event.stop()
        if event.button.id == "judge":
            self._judge_when_ready()
        elif event.button.id == "hint":
            self._help(event.button)
        else:
            self.draft.editor.load_text(self._rewrite.start)

    def _help(self, button: Button) -> None:
        """First the hint, then one way to say it."""
        if str(button.label) == "A hint":
            button.label = "Show one way"
            self._say(f"A hint: {self._rewrite.hint}", "again")
        else:
            self._say(f"One way to say it: {self._rewrite.solution}", "again")

    def _judge_when_ready(self) -> None:
        if self._checker.is_ready:
            self._judge(self.draft.editor.written)
        else:
            self._say(WAIT, "again")

    @work(thread=True, exclusive=True, group="judge")
    def _judge(self, text: str) -> None:
        verdict = judge_rewrite(self._rewrite, text, self._checker.check)
        self.app.call_from_thread(self._show, verdict)

    def _show(self, verdict: Verdict) -> None:
        sign = "\u2713 " if verdict.passed else "\u21bb "
        self._say(sign + verdict.words, "passed" if verdict.passed else "again")
        self.post_message(self.Judged(verdict))

    def _say(self, words: str, how: str) -> None:
        self._said.set_classes(f"said {how}")
        self._said.update(shown(words))
        self.call_after_refresh(self._said.scroll_visible)
