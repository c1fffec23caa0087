"""Look at a chat together: a talk first, then the chat, then from mark to mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Static, TextArea

from coach.chats.reader import UnclearDatesError
from coach.chats.together import together
from coach.errors import InputError
from coach.locale import N_, _
from coach.models.thread import Between, DateOrder
from coach.tui.chat_source import ChatSource
from coach.tui.checking import Checker
from coach.tui.family_app import age_in, family_in
from coach.tui.messages import GoHome
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.chat_steps import SKIPS, AskStep, ChatStep, FileStep, PasteStep, ReadingStep, TalkStep
from coach.tui.widgets.lines import KeyLine, ReadyLine

if TYPE_CHECKING:
    from coach.threads.chat_walk import ChatWalk, Senders
TITLE = N_("Look at a chat together. Coach keeps nothing.")
UNREAD = N_("The messages that you pasted are not read yet. If you leave, they are gone.")
READ = N_("Coach doesn't keep the messages that you pasted. If you leave, they are gone from here.")
EVERY = 0.3
"""Seconds between two looks at how far the reading is."""
BETWEEN = (Between.UNSURE, *(each for each in Between if each is not Between.UNSURE))
"""How a family can know the others; Enter alone takes the most careful one."""
Maker = Callable[[], ChatStep]


class ChatScreen(RoomyScreen, Screen[None]):
    """One step after another; when it closes, everything in it is gone."""

    BINDINGS = [
        Binding("escape", "leave", N_("Home")),
        Binding("f3", "back", N_("Back")),
        Binding("f4", "next", N_("Next")),
        Binding("a", "answer", N_("Answer")),
        *(Binding("e", f"skip('{goal}')", words) for goal, words in SKIPS.items()),
        Binding("pageup", "scroll(-1)", N_("scroll up"), show=False),
        Binding("pagedown", "scroll(1)", N_("scroll down"), show=False),
    ]
    DEFAULT_CSS = """
    ChatScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    ChatScreen #step { height: 1fr; }
    """

    def __init__(self, checker: Checker) -> None:
        super().__init__()
        self._checker = checker
        self._way: list[Maker] = []
        """How to make each step passed, and the one shown."""
        self._text, self._folder = "", _first_folder()
        self._walked_text = ""
        """What was pasted and walked through."""
        self._source: ChatSource | None = None
        self._senders: Senders | None = None
        self._me = ""
        self._between = Between.UNSURE

    def compose(self) -> ComposeResult:
        """Title and step."""
        yield Static(_(TITLE), markup=False, id="title")
        yield Container(id="step")
        yield ReadyLine(self._checker)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the talk."""
        self._show(self._talk)
        self.set_interval(EVERY, self._show_reading)

    def on_unmount(self) -> None:
        """Let go of the chat."""
        self._forget()
        self._way.clear()
        self._text = self._walked_text = ""

    def question_before(self, *, quits: bool) -> str:
        """What to ask before messages that were pasted go away, read or not."""
        del quits
        text = self._pasted
        return _(READ if text == self._walked_text else UNREAD) if text.strip() else ""

    @property
    def _pasted(self) -> str:
        """The messages in the box, or those left there when another step came."""
        step = self.step
        return step.editor.written if isinstance(step, PasteStep) else self._text

    @property
    def step(self) -> ChatStep | None:
        """The step that is shown."""
        return next(iter(self.query(ChatStep)), None)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go on, back, home, to a file, or practise an answer."""
        acts: dict[str, Callable[[], object]] = {
            "home": lambda: self.post_message(GoHome()),
            "file": lambda: self._show(self._file),
            "back": self.action_back,
            "answer": self.action_answer,
            "skip": self.action_skip,
        }
        acts.get(str(event.button.id), self.action_next)()

    def action_next(self) -> None:
        """Go on in the step that is shown."""
        if self.step:
            self.step.go_on()

    def action_skip(self, goal: str = "") -> None:
        """Go on in a long walk, past marks, to the goal that the key or the button names."""
        del goal
        if self.step:
            self.step.skip()

    def action_back(self) -> None:
        """Go back within the walk, or to the step before; home from the first one."""
        step = self.step
        if step is None or step.go_back():
            return
        self._forget()
        if not isinstance(step, ReadingStep):
            self._way.pop()
        if self._way:
            self._show(self._way.pop())
        else:
            self.post_message(GoHome())

    def action_leave(self) -> None:
        """Leave an editor first; go home from anywhere else."""
        if isinstance(self.focused, TextArea):
            self.query_one("#read", Button).focus()
        else:
            self.post_message(GoHome())

    def action_answer(self) -> None:
        """Practise an answer to the turn that is shown."""
        from coach.tui.screens.chat_answer import ChatAnswerScreen

        if mark := self.step and self.step.answered:
            self.app.push_screen(ChatAnswerScreen(self._checker, mark, self._between))

    def action_scroll(self, pages: int) -> None:
        """Scroll what is shown by so many pages."""
        for view in self.query("#step VerticalScroll").results(VerticalScroll):
            view.scroll_relative(y=pages * max(view.size.height - 1, 1), animate=False)
            return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to answer only where there is something to answer, and to go past marks only in a long walk."""
        if action not in {"answer", "skip"}:  # asked for each key after each change: most need no look for the step
            return True
        step = self.step
        return bool(step and (step.answered if action == "answer" else step.skips_to in parameters))

    def _talk(self) -> ChatStep:
        return TalkStep(lambda: self._show(self._paste))

    def _paste(self) -> ChatStep:
        return PasteStep(self._text, self._take)

    def _file(self) -> ChatStep:
        return FileStep(self._folder, self._take)

    def _ask_dates(self, error: UnclearDatesError) -> ChatStep:
        orders = together().dates
        detail = str(error).partition("\n")[0]
        return AskStep(
            _(together().said["dates"]),
            [_(words) for words in orders.values()],
            lambda at: self._read_senders(list(orders)[at]),
            detail,
        )

    def _ask_who(self) -> ChatStep:
        # Whoever only presses Enter or F4 is not sure, unless one sender has the child's nickname: with the wrong
        # child, what matters most would go unmarked.
        names, family = self._names(), family_in(self.app)
        answers, first = [_(together().said["not-sure"]), *names], _sender_called(family.playing, names)
        return AskStep(_(together().said["who"]), answers, self._take_child, first=first)

    def _ask_between(self) -> ChatStep:
        words = [_(together().between[each]) for each in BETWEEN]
        return AskStep(_(together().said["between"]), words, self._take_between)

    def _names(self) -> list[str]:
        """Return the senders, whom the file names as its owner first."""
        senders = self._senders
        return sorted(senders.names, key=lambda name: name != senders.mine) if senders else []

    def _take(self, chat: str | Path) -> None:
        """Read who writes in a chat."""
        if isinstance(chat, Path):
            self._folder = chat.parent
        else:
            self._text = chat
        self._source = ChatSource(self._checker, chat)
        self._read_senders(None)

    def _take_child(self, number: int) -> None:
        self._me = self._names()[number - 1] if number else ""
        self._show(self._ask_between)

    def _take_between(self, number: int) -> None:
        self._between = BETWEEN[number]
        self._read_turns()

    @work(exclusive=True, group="chat")
    async def _read_senders(self, dates: DateOrder | None) -> None:
        if self._source is None:
            return
        await self._mount(ReadingStep())
        found = await self._source.senders(dates)
        if isinstance(found, UnclearDatesError):
            await self._mount(self._on_way(partial(self._ask_dates, found)))
        elif isinstance(found, InputError) or found is None:
            await self._say(found)
        else:
            self._senders = found
            await self._mount(self._on_way(self._ask_who))

    @work(exclusive=True, group="chat")
    async def _read_turns(self) -> None:
        if self._source is None:
            return
        await self._mount(ReadingStep())
        found = await self._source.walk(self._me, self._between, age_in(self.app))
        if isinstance(found, InputError) or found is None:
            await self._say(found)
        else:
            await self._mount(self._on_way(partial(self._walk, found)))

    def _walk(self, walk: ChatWalk) -> ChatStep:
        from coach.tui.widgets.walk_step import WalkStep

        self._walked_text = self._text
        return WalkStep(walk, lambda: self.post_message(GoHome()))

    async def _say(self, error: InputError | None) -> None:
        """Show the step before again, with what is wrong; nothing if the reading was stopped."""
        step = self._way[-1]()
        await self._mount(step)
        if error or not self._checker.is_ready:
            step.say(str(error or self._checker.readiness.value))

    @work(exclusive=True, group="step")
    async def _show(self, make: Maker) -> None:
        await self._mount(self._on_way(make))

    def _on_way(self, make: Maker) -> ChatStep:
        self._way.append(make)
        return make()

    async def _mount(self, step: ChatStep) -> None:
        self._text = self._pasted
        box = self.query_one("#step", Container)
        async with self.batch():
            await box.remove_children()
            await box.mount(step)
        step.start()
        self.refresh_bindings()

    def _show_reading(self) -> None:
        for step in self.query(ReadingStep):
            if self._source:
                step.show(self._source.turns, self._senders.turns if self._senders else 0)

    def _forget(self) -> None:
        """Stop whatever reads the chat."""
        if self._source:
            self._source.stop()


def _sender_called(nickname: str, names: Sequence[str]) -> int:
    """Return the number, from 1, of the only sender with this nickname in any case; 0 if none or several have it."""
    same = [at for at, name in enumerate(names, 1) if nickname and name.strip().casefold() == nickname.casefold()]
    return same[0] if len(same) == 1 else 0


def _first_folder() -> Path:
    """Return where exports usually land."""
    home = Path.home()
    downloads = home / "Downloads"
    return downloads if downloads.is_dir() else home
