"""The steps before a chat is read: a talk about privacy, where the chat is, and questions about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.chats.together import together
from coach.locale import N_, _
from coach.models.thread import Skip
from coach.tui.family_app import family_in
from coach.tui.safe_text import on_one_line, safe, shown
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.file_browser import FileBrowser
from coach.tui.widgets.lines import LineBox
from coach.tui.widgets.more_line import MoreLine
from coach.tui.widgets.passage_view import PassageView

if TYPE_CHECKING:
    from coach.threads.chat_walk import MarkedTurn

_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Marks of direction, which WhatsApp writes into every line."""
_FIRST = ("DraftEditor", "OptionList", "Button")
"""What gets the focus first: the first of these kinds that a step has."""
NOTHING = N_("Nothing is pasted yet\n    fix: copy some messages in your app, and paste them here")
NO_PATH = N_("No file is chosen yet\n    fix: choose one from the list, or type where it is")
AGREE, NOT_TODAY = N_("We both say yes"), N_("Not today")


SKIPS: Mapping[Skip, str] = {
    Skip.OWN: N_("To what you wrote"),
    Skip.PLAN: N_("To the plan"),
    Skip.END: N_("To the end"),
}
"""What leads there, on the button and in the line of keys."""


class ChatStep(Vertical):
    """One step; whoever shows it says what comes then."""

    DEFAULT_CSS = """
    ChatStep { height: 1fr; }
    ChatStep .words { height: auto; padding: 0 1; margin-bottom: 1; }
    ChatStep .last { margin-bottom: 0; }
    ChatStep .said { height: auto; max-height: 9; padding: 0 1; color: $text-warning; display: none; }
    ChatStep .said Static { height: auto; }
    ChatStep .row { height: 1; margin: 0 1; }
    ChatStep .row Button { margin-right: 1; }
    ChatStep .row Input { width: 1fr; margin-right: 1; }
    ChatStep OptionList { height: auto; max-height: 1fr; margin: 0 1; }
    ChatStep FileBrowser { height: 1fr; }
    ChatStep DraftEditor { height: 1fr; min-height: 3; }
    """

    def go_on(self) -> None:
        """Go on to the next step, if this one is complete."""

    def skip(self) -> None:
        """Leave marks of a long walk out."""

    def go_back(self) -> bool:
        """Go back within this step; False if there is nowhere to go in it."""
        return False

    @property
    def skips_to(self) -> Skip | None:
        """What may be shown from here without what comes before it."""
        return None

    @property
    def answered(self) -> MarkedTurn | None:
        """The mark that could be answered from here."""
        return None

    def say(self, words: str) -> None:
        """Say what is wrong."""
        for box in self.query(".said"):
            box.display = bool(words)
            box.query_one(Static).update(shown(words))

    def start(self) -> None:
        """Put the focus where the family begins."""
        found = (each for kind in _FIRST for each in self.query(kind).results(Widget))
        for widget in found:
            widget.focus()
            return


class TalkStep(ChatStep):
    """A short talk about privacy."""

    def __init__(self, then: Callable[[], object]) -> None:
        """Call `then` once both agree."""
        super().__init__()
        self._then = then

    def compose(self) -> ComposeResult:
        """The passages, what Coach keeps, and the answers."""
        family = family_in(self.app)
        child = family.playing
        with VerticalScroll(can_focus=False) as talk:
            for passage in together().passages:
                yield PassageView(passage.model_copy(update={"text": _(passage.text)}), child)
            yield Static(_(together().said["kept"]), markup=False, classes="words last")
        with Horizontal(classes="row"):
            yield Button(_(AGREE), id="agree", variant="primary", compact=True)
            yield Button(_(NOT_TODAY), id="home", compact=True)
            yield MoreLine(talk)

    def go_on(self) -> None:
        """Show what is below first, if anything is; then both agree."""
        talk = self.query_one(VerticalScroll)
        if talk.scroll_offset.y < talk.max_scroll_y:
            talk.scroll_page_down(animate=False)
        else:
            self._then()


class PasteBox(DraftEditor):
    """An editor for messages that were copied from an app."""

    def edit(self, edit: Edit) -> EditResult:
        """Take in what was pasted, without marks of direction."""
        edit.text = _MARKS.sub("", edit.text)
        return super().edit(edit)


class PasteStep(ChatStep):
    """Takes messages that are pasted."""

    def __init__(self, text: str, then: Callable[[str], object]) -> None:
        """Begin with `text`; call `then` with what is to be read."""
        super().__init__()
        self._then = then
        self.editor = PasteBox(text, has_signs=False)

    def compose(self) -> ComposeResult:
        """The editor, and the way to a file."""
        yield Static(_(together().said["paste"]), markup=False, classes="words")
        yield self.editor
        yield VerticalScroll(Static("", markup=False), classes="said")
        with Horizontal(classes="row"):
            yield Button(_("Read these"), id="read", variant="primary", compact=True)
            yield Button(_("Open a file instead"), id="file", compact=True)

    def on_text_area_changed(self) -> None:
        """Let go of what was wrong with the words before."""
        self.say("")

    def go_on(self) -> None:
        """Read what was pasted."""
        text = self.editor.written
        if text.strip():
            self._then(text)
        else:
            self.say(_(NOTHING))


class FileStep(ChatStep):
    """Takes the file of an export."""

    def __init__(self, folder: Path, then: Callable[[Path], object]) -> None:
        """List a folder; call `then` with the file that is to be read."""
        super().__init__()
        self._then = then
        self._folder = folder

    def compose(self) -> ComposeResult:
        """A line for the path, and a list of what is there."""
        yield Static(_(together().said["open"]), markup=False, classes="words")
        with Horizontal(classes="row"):
            yield LineBox(placeholder=_("where the file is"), id="path", compact=True)
            yield Button(_("Open"), id="read", variant="primary", compact=True)
        yield FileBrowser(self._folder)
        yield VerticalScroll(Static("", markup=False), classes="said")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open it."""
        event.stop()
        self.go_on()

    def on_file_browser_chosen(self, event: FileBrowser.Chosen) -> None:
        """Open it."""
        event.stop()
        self._then(event.path)

    def go_on(self) -> None:
        """Open what was typed."""
        typed = self.query_one("#path", Input).value.strip()
        if typed:
            self._then(Path(typed).expanduser())
        else:
            self.say(_(NO_PATH))


class AskStep(ChatStep):
    """A question with its answers."""

    def __init__(
        self,
        question: str,
        answers: Sequence[str],
        then: Callable[[int], object],
        detail: str = "",
        *,
        first: int = 0,
    ) -> None:
        """Call `then` with the number of the answer, from 0.

        Args:
            question: what is asked.
            answers: what can be answered.
            then: called with the number of the answer.
            detail: more about the question.
            first: the number of the answer to begin at.
        """
        super().__init__()
        self._then = then
        self._question = question
        self._answers = answers
        self._detail = detail
        self._first = first

    def compose(self) -> ComposeResult:
        """The question, and a list of answers."""
        yield Static(shown(self._question, "bold"), markup=False, classes="words")
        if self._detail:
            yield Static(shown(self._detail), markup=False, classes="words")
        yield OptionList(*(Option(shown(on_one_line(safe(each), 70))) for each in self._answers), markup=False)
        yield VerticalScroll(Static("", markup=False), classes="said")

    def on_mount(self) -> None:
        """Highlight the answer to begin at."""
        self.query_one(OptionList).highlighted = self._first

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose it."""
        event.stop()
        self._then(event.option_index)

    def go_on(self) -> None:
        """Choose the answer that is highlighted."""
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._then(highlighted)


class ReadingStep(ChatStep):
    """Says how far the reading is."""

    def compose(self) -> ComposeResult:
        """What Coach does, and the way to stop."""
        yield Static(_(together().said["reading"]), markup=False, classes="words")
        with Horizontal(classes="row"):
            yield Button(_("Stop"), id="back", compact=True)

    def show(self, turns: int, total: int) -> None:
        """Show how many turns were passed, of three times as many as there are."""
        if turns:
            how_far = f"{100 * turns // (3 * total)} %" if total else _("{turns:,} messages so far").format(turns=turns)
            for line in self.query(".words").results(Static):
                line.update(f"{_(together().said['reading'])} {how_far}")
