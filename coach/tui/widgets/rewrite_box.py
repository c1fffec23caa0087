"""A draft to rewrite until Coach finds nothing in it."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message as Notice
from textual.widgets import Button, Static

from coach.course import judge_rewrite
from coach.models import Audience, Judgement, RewriteTask
from coach.tui.checking import Checker
from coach.tui.safe_text import shown
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.draft_editor import DraftEditor

WAIT = "Coach is not ready yet. Wait a moment, then try again."
GOES_TO: Mapping[Audience, str] = {
    Audience.PUBLIC: "Everybody can read this.",
    Audience.GROUP: "This goes to a group.",
    Audience.FRIEND: "This goes to a friend.",
    Audience.STRANGER: "This goes to somebody you only know online.",
}
"""Who will read it, as a sentence."""


class RewriteBox(Vertical):
    """The draft with live flags, a verdict on request, and help in two steps."""

    DEFAULT_CSS = """
    RewriteBox { height: auto; }
    RewriteBox DraftEditor { height: 4; }
    RewriteBox DraftBox { height: auto; }
    RewriteBox FlagList { height: auto; min-height: 1; }
    RewriteBox .task { max-width: 76; padding: 0 1; }
    RewriteBox Horizontal { height: 1; }
    RewriteBox Button { min-width: 10; margin-right: 2; }
    RewriteBox .said { height: auto; max-width: 76; padding: 0 1; display: none; }
    RewriteBox .said.passed { display: block; border-left: outer $success; }
    RewriteBox .said.again { display: block; border-left: outer $warning; }
    """

    class Judged(Notice):
        """Posted with the verdict on the family's words."""

        def __init__(self, verdict: Judgement) -> None:
            super().__init__()
            self.verdict = verdict

    def __init__(self, rewrite: RewriteTask, checker: Checker, text: str | None = None) -> None:
        super().__init__()
        self._rewrite = rewrite
        self._checker = checker
        self._said = Static("", markup=False, classes="said")
        start = rewrite.start if text is None else text
        self.draft = DraftBox(checker, start, rewrite.audience, [self._buttons(), self._said], takes_lines=False)
        self.draft.flag_list.can_focus = False
        self.draft.flag_list.above = 0  # little room is left below a step's passages

    def compose(self) -> ComposeResult:
        """The task, the draft, the buttons, what Coach says, and the reasons."""
        yield Static(shown(self._asked()), markup=False, classes="task")
        yield self.draft

    @staticmethod
    def _buttons() -> Horizontal:
        return Horizontal(
            Button("How is it?", id="judge", variant="primary", compact=True),
            Button("A hint", id="hint", compact=True),
            Button("Start again", id="again", compact=True),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Judge, help, or start again."""
        event.stop()
        if event.button.id == "judge":
            self.judge()
        elif event.button.id == "hint":
            self._help(event.button)
        else:
            self.draft.editor.load_text(self._rewrite.start)
            self._said.set_classes("said")
            self.draft.editor.focus()

    def _help(self, button: Button) -> None:
        """Give the hint first, then one way to say it."""
        if str(button.label) == "A hint":
            button.label = "Show one way"
            self._say(f"A hint: {self._rewrite.hint}", "again")
        else:
            self._say(f"One way to say it: {self._rewrite.solution}", "again")

    @on(DraftEditor.Sent)
    @work(exclusive=True, group="judge")
    async def judge(self) -> None:
        """Judge the words in the background, so that typing never waits."""
        text = self.draft.editor.written
        verdict = await self._checker.ask(lambda check: judge_rewrite(self._rewrite, text, check))
        if verdict is None:
            self._say(WAIT, "again")
            return
        sign = "\u2713 " if verdict.passed else "\u21bb "
        self._say(sign + verdict.words, "passed" if verdict.passed else "again")
        self.post_message(self.Judged(verdict))

    def _asked(self) -> str:
        """The task in words."""
        keep = " and ".join(f"\u201c{word}\u201d" for word in self._rewrite.keep)
        kept = f" Keep {keep} in it." if keep else ""
        return f"{GOES_TO[self._rewrite.audience]}{kept} Change the words, then press Enter."

    def _say(self, words: str, how: str) -> None:
        self._said.set_classes(f"said {how}")
        self._said.update(shown(words))
        self.call_after_refresh(self._said.scroll_visible, animate=False)
