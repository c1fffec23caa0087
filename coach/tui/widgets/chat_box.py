"""A chat that branches: read, choose an answer, see where it leads, go back and try another."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.helplines import talk_near
from coach.locale import N_, _
from coach.models import YOU, Bubble, Chat, Partner, Place, Reply
from coach.tui.checking import Checker
from coach.tui.family_app import country_in, family_in
from coach.tui.messages import StepAnswered
from coach.tui.safe_text import shown
from coach.tui.widgets.flag_entries import help_words
from coach.tui.widgets.own_reply_box import OwnReplyBox
from coach.tui.widgets.practice_box import PracticeBox
from coach.tui.widgets.step_memory import StepMemory

WHO: Mapping[Partner, str] = {
    Partner.STRANGER: N_("? {name}: somebody you only know online"),
    Partner.FRIEND: N_("\u2665 {name}: a friend"),
    Partner.BULLY: N_("! {name}: somebody who is mean right now"),
    Partner.FAMILY: N_("\u2302 {name}: somebody at home"),
    Partner.GROUP: N_("\u2630 {name}: a group"),
    Partner.AI: N_("\u2699 {name}: a chatbot. That is a program, and nobody is there"),
    Partner.HURTING: N_("\u2661 {name}: a friend who is not all right"),
}
"""Who is writing, as a sign and words."""
OTHERS = N_("\u21b6 Back to the answers")
BACK = N_("\u21b6 Go back one answer")
AGAIN = N_("\u21ba Start again")
OWN = N_("{number}  \u270e Write your own answer")
WRITES = N_("{name} is writing \u2026")
PAUSE = 0.8
"""Seconds that the other person takes to write."""


class BubbleView(Static):
    """One message: theirs on the left, the child's on the right."""

    DEFAULT_CSS = """
    BubbleView { width: auto; height: auto; max-width: 60; padding: 0 1; background: $surface; }
    BubbleView.them { border-left: outer $warning; margin: 0 8 1 0; }
    BubbleView.you { border-left: outer $success; margin: 0 0 1 16; }
    """

    def __init__(self, speaker: str, text: str) -> None:
        words = shown(f"{_(speaker) if speaker == YOU else speaker}: ", "bold") + shown(text)
        super().__init__(words, markup=False, classes="you" if speaker == YOU else "them")


class ChatBox(PracticeBox):
    """The chat so far, then the answers to choose from or what this ending teaches."""

    DEFAULT_CSS = """
    ChatBox .who { height: auto; padding: 0 1; margin-bottom: 1; color: $text-muted; }
    ChatBox .talk { height: auto; }
    ChatBox .day { height: auto; padding: 0 1; color: $text-muted; }
    ChatBox .replies { height: auto; }
    ChatBox #back { margin-top: 1; }
    ChatBox .teaches { height: auto; max-width: 76; padding: 0 1; margin-bottom: 1; border-left: outer $primary; }
    """

    def __init__(self, chat: Chat, checker: Checker, memory: StepMemory = StepMemory()) -> None:  # noqa: B008 - frozen
        """Begin a chat, or go on where it was left."""
        super().__init__()
        self._chat = chat
        self._checker = checker
        self._way = list(memory.way)
        """The places passed, each with the reply chosen there."""
        self._writes = False
        """Whether the other person is writing."""
        self._seen: set[str] = set()
        """Names of the endings reached."""
        self._draft = memory.draft or ""
        """An answer in own words that was left."""

    @property
    def place(self) -> Place:
        """Where the chat is now."""
        return self._chat.place(self._way[-1][1].goes_to) if self._way else self._chat.start

    def compose(self) -> ComposeResult:
        """Who is writing, the chat, the answers."""
        yield Static(shown(_(WHO[self._chat.partner]).format(name=self._chat.name)), markup=False, classes="who")
        with Vertical(classes="talk"):
            yield from self._talk()
        with Vertical(classes="replies"):
            yield from self._choices()

    def on_mount(self) -> None:
        """Go on with an answer that was left."""
        if self._draft:
            self.call_later(self._write)

    @property
    def memory(self) -> StepMemory:
        """What was answered, and what is written."""
        return StepMemory(draft=self._written() or None, way=tuple(self._way))

    def _written(self) -> str:
        """Return the answer that is being written, or was left."""
        return next((box.editor.written for box in self.query(OwnReplyBox)), self._draft)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer, go back, or start again."""
        event.stop()
        if event.button.id == "others":
            self._draft = self._written()
            self.call_later(self._draw)
        elif event.button.id == "back":
            self._way.pop()
            self.call_later(self._draw)
        elif event.button.id == "again":
            self._way.clear()
            self.call_later(self._draw)
        elif event.button.id == "own":
            self.call_later(self._write)
        else:
            self.choose(int(str(event.button.id).removeprefix("reply-")))

    def choose(self, number: int) -> None:
        """Give the answer at `number`, or write one: the number after the last."""
        place = self.place
        if self._writes:
            return
        if number == len(place.replies) and place.own:
            self.call_later(self._write)
        elif number < len(place.replies):
            self._way.append((place, place.replies[number]))
            self._wait()

    def begin_own_words(self, letter: str) -> bool:
        """Make room for an answer that begins with `letter`."""
        if self._writes or not self.place.own or self.query(OwnReplyBox):
            return False
        self._draft += letter
        self.call_later(self._write)
        return True

    def on_own_reply_box_sent(self, event: OwnReplyBox.Sent) -> None:
        """Go on with an answer in own words."""
        event.stop()
        place = self.place
        if place.own:
            self._draft = ""
            self._way.append((place, Reply(text=event.text, goes_to=place.own.goes_to, line=place.own.line)))
            self._wait()

    async def _write(self) -> None:
        """Make room for an answer in own words, in the place of the others, unless there is room."""
        if self.query(OwnReplyBox):
            return
        replies = self.query_one(".replies")
        async with self.batch():
            await replies.remove_children()
            await replies.mount(
                OwnReplyBox(self._chat, self.place, self._checker, self._draft),
                Button(_(OTHERS), id="others", compact=True),
            )

    @work(exclusive=True, group="write")
    async def _wait(self) -> None:
        """Show the other person writing for a moment, if the family likes that."""
        family = family_in(self.app)
        if family.comfort.moves and self.place.bubbles:
            self._writes = True
            await self._draw()
            await asyncio.sleep(PAUSE)
            self._writes = False
        await self._draw()

    async def _draw(self) -> None:
        async with self.batch():
            for name, parts in ((".talk", self._talk()), (".replies", self._choices())):
                box = self.query_one(name)
                await box.remove_children()
                await box.mount_all(parts)
        if self.place.is_end and not self._writes:
            self.post_message(self.Ended())  # the first button there would take the last answer back
        for button in self.query(Button)[:1]:
            button.focus(scroll_visible=False)
        self.call_after_refresh(self._show_newest)

    def _show_newest(self) -> None:
        """Scroll until the newest message and the answers are both visible, if they fit."""
        for button in self.query(Button):
            button.scroll_visible(animate=False)
        bubbles = list(self.query(BubbleView))
        newest = [*self.query(".teaches"), *bubbles][:1] if self.place.is_end else bubbles
        for bubble in newest[-len(self.place.bubbles) - 1 :][:1]:
            bubble.scroll_visible(animate=False)

    def _talk(self) -> Iterator[Widget]:
        for place, reply in self._way:
            yield from _bubbles(place.bubbles)
            yield BubbleView(YOU, reply.text)
        if self._writes:
            name = self.place.bubbles[0].speaker if self._chat.partner is Partner.GROUP else self._chat.name
            yield Static(shown(_(WRITES).format(name=name)), markup=False, classes="who")
        else:
            yield from _bubbles(self.place.bubbles)

    def _choices(self) -> Iterator[Widget]:
        place = self.place
        if self._writes:
            return
        if place.is_end:
            self._seen.add(place.name)
            self.post_message(StepAnswered())
            ends = sum(one.is_end for one in self._chat.places)
            yield Static(shown(f"\u25c6 {place.teaches}"), markup=False, classes="teaches")
            if self._chat.partner is Partner.HURTING:
                country = country_in(self.app)
                yield Static(shown("\n".join(help_words(talk_near(country), country))), markup=False, classes="teaches")
            yield Static(
                _("You saw {count} of {ends} ways this can end.").format(count=len(self._seen), ends=ends), markup=False
            )
        for number, reply in enumerate(place.replies):
            yield Button(shown(f"{number + 1}  {reply.text}"), id=f"reply-{number}", compact=True)
        if place.own:
            yield Button(_(OWN).format(number=len(place.replies) + 1), id="own", compact=True)
        if self._way:
            yield Button(_(BACK), id="back", compact=True)
            yield Button(_(AGAIN), id="again", compact=True)


def _bubbles(bubbles: Iterable[Bubble]) -> Iterator[Widget]:
    """Each message, below its day if a new one begins."""
    for one in bubbles:
        if one.when:
            yield Static(shown(f"\u2014 {one.when} \u2014"), markup=False, classes="day")
        yield BubbleView(one.speaker, one.text)
