"""A draft to rewrite, until Coach sees nothing in it and the child and the grown-up both say yes."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message as Notice
from textual.widgets import Button, Static

from coach.course import judge_rewrite
from coach.locale import N_, _
from coach.models import AnswerJudgement, Audience, RewriteTask
from coach.tui.checking import Checker
from coach.tui.lesson_checker import LessonChecker
from coach.tui.messages import Deed, DeedDone, StepAnswered
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.practice_box import OFF, ON, PracticeBox
from coach.tui.widgets.step_memory import StepMemory

WAIT = N_("Coach is not ready yet. Wait a moment, then try again.")
GOES_TO: Mapping[Audience, str] = {
    Audience.PUBLIC: N_("Everybody can read this."),
    Audience.GROUP: N_("This goes to a group."),
    Audience.FRIEND: N_("This goes to a friend."),
    Audience.STRANGER: N_("This goes to somebody you only know online."),
}
"""Who will read it, as a sentence."""
YESES: Mapping[str, str] = {
    "child": N_("The child: I'd send this (F9)"),
    "grown-up": N_("The grown-up: I'd be glad to get it (F9 again)"),
}
"""What each of the two can say to an answer."""
TO_STRANGER = {**YESES, "grown-up": N_("The grown-up: that's fine with me (F9 again)")}
"""The same where a stranger reads it: whether a no is nice to get does not matter."""
BOTH = N_("You both said yes.")
HINT, SOLUTION = "hint", "solution"
AGAIN, ANOTHER = N_("Start again"), N_("Another draft")


class RewriteBox(Vertical):
    """The draft with live flags, a verdict on request, help in two steps, and the family's own decision."""

    BINDINGS = [Binding("f9", "say_next_yes", N_("the next yes: first the child's, then the grown-up's"), show=False)]
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
    RewriteBox .said.yours { display: block; border-left: outer $primary; }
    RewriteBox .said.again { display: block; border-left: outer $warning; }
    RewriteBox .yeses { height: auto; display: none; }
    RewriteBox .yeses.asked { display: block; }
    """

    class Judged(Notice):
        """Posted with the verdict on the family's words."""

        def __init__(self, judgement: AnswerJudgement) -> None:
            super().__init__()
            self.judgement = judgement

    class Agreed(Notice):
        """Posted when the child and the grown-up both said yes to the same words."""

    def __init__(self, rewrite: RewriteTask, checker: Checker, text: str | None = None) -> None:
        super().__init__()
        self._rewrite = rewrite
        self._checker = checker
        self._start = 0
        """Which of the drafts to begin with was shown last."""
        self._said = Static("", markup=False, classes="said")
        self._words = TO_STRANGER if rewrite.audience is Audience.STRANGER else YESES
        """What each of the two can say here."""
        self._yeses = Vertical(
            *(Button(f"{OFF} {_(words)}", id=who, compact=True) for who, words in self._words.items())
        )
        self._yeses.set_classes("yeses")
        self._decided_on = ""
        """The words that the two decide on; empty while Coach does not leave it to them."""
        self._left_to_them = ""
        """What Coach said of them."""
        self._said_of = ""
        """The words of which Coach said what is there to read."""
        self._help_there = ""
        """The kind of help that is there to read, if it is help."""
        self._agreed: frozenset[str] = frozenset()
        start = rewrite.start if text is None else text
        self.draft = DraftBox(
            LessonChecker(checker, rewrite),
            start,
            rewrite.audience,
            [self._buttons(), self._said, self._yeses],
            takes_lines=False,
        )
        self.draft.flag_list.can_focus = False
        self.draft.flag_list.display = rewrite.is_judged
        self.draft.flag_list.above = 0  # little room is left below a step's passages

    def compose(self) -> ComposeResult:
        """The task, the draft, the buttons, what Coach says, and the reasons."""
        yield Static(shown(self._asked()), markup=False, classes="task")
        yield self.draft

    def on_mount(self) -> None:
        """Put the cursor where the family goes on writing."""
        self.draft.editor.go_where_writing_begins()

    @property
    def memory(self) -> StepMemory:
        """What is written."""
        return StepMemory(draft=self.draft.editor.written)

    def _buttons(self) -> Horizontal:
        return Horizontal(
            Button(_("How is it?"), id="judge", variant="primary", compact=True),
            Button(_("A hint"), id="hint", compact=True),
            Button(_(ANOTHER) if self._rewrite.others else _(AGAIN), id="again", compact=True),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Judge, help, take somebody's yes, or start again."""
        event.stop()
        if event.button.id == "judge":
            self.judge()
        elif event.button.id == "hint":
            self._help(event.button)
        elif len(self._agreed) == len(YESES) and event.button.id in YESES:
            self._ask_for_missing()
        elif event.button.id in YESES:
            self.say_yes(str(event.button.id))
        else:
            self._start = (self._start + 1) % len(self._rewrite.starts)
            self.draft.editor.load_text(self._rewrite.starts[self._start])
            self.draft.editor.go_where_writing_begins()
            self._said.set_classes("said")
            self._ask_anew("")
            self.draft.editor.focus()

    def on_draft_box_checked(self) -> None:
        """Take back what was said of other words; a hint becomes one for the words as they are, the solution stays."""
        is_same = self.draft.editor.written == self._said_of
        if self._decided_on and not is_same:
            self._ask_anew("")
        if self._help_there == HINT and (hint := self._hint()):
            self._say(hint, "again", HINT)
        elif not is_same and self._help_there != SOLUTION:
            self._said.set_classes("said")

    def action_say_next_yes(self) -> None:
        """Take the yes of whoever has not said it, the child first."""
        for who in [one for one in YESES if one not in self._agreed][:1]:
            self.say_yes(who)

    def say_yes(self, who: str) -> None:
        """Take the yes of one of the two, which other words alone take back; the tick needs both."""
        if not self._decided_on or self.draft.editor.written != self._decided_on:
            return
        self._agreed |= {who}
        self._show_yeses()
        if len(self._agreed) == len(YESES):
            self._say(f"\u2713 {_(BOTH)}", "passed")
            self.post_message(self.Agreed())
            self.post_message(DeedDone(Deed.REWRITE))
            self.post_message(PracticeBox.Ended())
        else:
            self._say(self._left_to_them, "yours")

    def _ask_anew(self, words: str) -> None:
        """Ask the two about these words; with none, ask nothing."""
        self._decided_on, self._agreed = words, frozenset()
        self._yeses.set_class(bool(words), "asked")
        self._show_yeses()

    def _show_yeses(self) -> None:
        for who, words in self._words.items():
            self._yeses.query_one(f"#{who}", Button).label = shown(f"{ON if who in self._agreed else OFF} {_(words)}")

    def _help(self, button: Button) -> None:
        """Give the hint first, then one way to say it."""
        if str(button.label) == _("A hint"):
            relabel(button, _("Show one way"))
            self._say(self._hint() or _("A hint: {hint}").format(hint=self._rewrite.hint), "again", HINT)
        else:
            self._say(_("One way to say it: {solution}").format(solution=self._rewrite.solution), "again", SOLUTION)

    def _hint(self) -> str:
        """The author's hint for a draft to begin with; for other words, what to look at; empty if there is nothing."""
        if self.draft.editor.written in self._rewrite.starts:
            return _("A hint: {hint}").format(hint=self._rewrite.hint)
        report = self.draft.flag_list.report
        first = next(iter(report.flags if report else ()), None)
        return _('A hint: look at "{phrase}". {why}').format(phrase=first.phrase, why=first.why) if first else ""

    @on(DraftEditor.Sent)
    @work(exclusive=True, group="judge")
    async def judge(self) -> None:
        """Judge the words in the background, so that typing never waits."""
        text = self.draft.editor.written
        if self._decided_on and text == self._decided_on:
            self._ask_for_missing()
            return
        judgement = await self._checker.ask(lambda check: judge_rewrite(self._rewrite, text, check))
        if judgement is None:
            self._say(_(WAIT), "again")
            return
        self._left_to_them = judgement.words
        self._ask_anew(text if judgement.is_yours else "")
        self._say(judgement.words if judgement.is_yours else f"\u21bb {judgement.words}", _style(judgement))
        self.post_message(StepAnswered())
        self.post_message(self.Judged(judgement))

    def _ask_for_missing(self) -> None:
        """Leave every yes as it is, and go to the one that is missing, or on."""
        missing = [who for who in YESES if who not in self._agreed]
        if missing:
            self._yeses.query_one(f"#{missing[0]}").focus()
        else:
            self.post_message(PracticeBox.Ended())

    def _asked(self) -> str:
        """The task in words."""
        words = (word.replace(" or ", _("\u201d or \u201c")) for word in self._rewrite.keep)
        keep = _(" and ").join(_("\u201c{word}\u201d").format(word=word) for word in words)
        kept = _(" Keep {keep} in it.").format(keep=keep) if keep else ""
        return f"{_(GOES_TO[self._rewrite.audience])}{kept} {_('Change the words, then press Enter.')}"

    def _say(self, words: str, how: str, help_there: str = "") -> None:
        self._said_of, self._help_there = self.draft.editor.written, help_there
        self._said.set_classes(f"said {how}")
        self._said.update(shown(words))
        last = self._yeses if self._decided_on else self._said
        self.call_after_refresh(last.scroll_visible, animate=False)


def _style(judgement: AnswerJudgement) -> str:
    return "yours" if judgement.is_yours else "again"
