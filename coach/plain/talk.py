"""A chat that branches, line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from coach.course import judge_reply
from coach.helplines import OUTSIDE, help_with, talk_near
from coach.locale import N_, _
from coach.models import YOU, Audience, Chat, Message, Partner, Place, Reply
from coach.plain.console import Console
from coach.plain.practices import AGAIN, both_say_yes, say_numbered

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

WHO: Mapping[Partner, str] = {
    Partner.STRANGER: N_("{name} is somebody you only know online."),
    Partner.FRIEND: N_("{name} is a friend."),
    Partner.BULLY: N_("{name} is somebody who is mean right now."),
    Partner.FAMILY: N_("{name} is somebody at home."),
    Partner.GROUP: N_("{name} is a group."),
    Partner.AI: N_("{name} is a chatbot. That is a program, and nobody is there."),
    Partner.HURTING: N_("{name} is a friend who is not all right."),
}
OWN = N_("Write your own answer")
WRITE = N_("Type your answer. Enter goes back to the others.")


class _Talk:
    """One chat while it is played."""

    def __init__(self, console: Console, chat: Chat, load: Callable[[], CheckWithCounsel], country: str) -> None:
        self._console = console
        self._chat = chat
        self._load = load
        self._country = country
        self._way: list[Place] = []
        self._seen: set[str] = set()

    def play(self) -> None:
        """Play from the start; at an ending, go back, start again or go on."""
        place = self._chat.start
        while True:
            self._bubbles(place)
            following = self._end(place) if place.is_end else self._answered(place)
            if following is None:
                return
            place = following

    def _bubbles(self, place: Place) -> None:
        for bubble in place.bubbles:
            if bubble.when:
                self._console.say(f"{bubble.when}:", "  ")
            speaker = _(YOU) if bubble.speaker == YOU else bubble.speaker
            self._console.say(f"{speaker}: {bubble.text}")

    def _end(self, place: Place) -> Place | None:
        say = self._console.say
        self._seen.add(place.name)
        say(place.teaches)
        if self._chat.partner is Partner.HURTING:
            say(_(OUTSIDE))
            for line in talk_near(self._country):
                say(str(line), "  ")
        say(
            _("You saw {seen} of {ends} ways this can end.").format(
                seen=len(self._seen), ends=sum(one.is_end for one in self._chat.places)
            )
        )
        say_numbered(self._console, [_("Go back one answer"), _("Start again")])
        done = self._console.choose(_("Type a number. Enter goes on."), 2)
        if done is None:
            return None
        if done == 0 and self._way:
            return self._way.pop()
        self._way.clear()
        return self._chat.start

    def _answered(self, place: Place) -> Place | None:
        """Let the family answer, and return where that leads; None if it goes on."""
        reply = self._reply(place)
        if reply is None:
            return None
        self._console.say(f"{_(YOU)}: {reply.text}")
        self._way.append(place)
        return self._chat.place(reply.goes_to)

    def _reply(self, place: Place) -> Reply | None:
        texts = [reply.text for reply in place.replies] + ([_(OWN)] if place.own else [])
        while True:
            say_numbered(self._console, texts)
            chosen = self._console.choose(_("What do you answer? Type a number. Enter goes on."), len(texts))
            if chosen is None:
                return None
            if chosen < len(place.replies):
                return place.replies[chosen]
            if own := self._own(place):
                return own

    @property
    def _reader(self) -> Audience:
        """Who reads an answer."""
        return Audience.STRANGER if self._chat.partner is Partner.STRANGER else Audience.FRIEND

    def _own(self, place: Place) -> Reply | None:
        """Ask for an answer in own words until both would send it; None if they go back to the others."""
        while line := self._console.ask(_(WRITE)):
            judged = judge_reply(self._chat, place, line, self._load())
            self._console.say(judged.words if judged.is_yours else f"{_(AGAIN)} {judged.words}")
            if judged.is_yours and both_say_yes(self._console, self._reader) and place.own:
                return Reply(text=line, goes_to=place.own.goes_to, line=place.own.line)
            for helping in help_with(self._load()(Message(text=line)), self._country):
                self._console.say(str(helping), "    ")
        return None


def talk(console: Console, chat: Chat, load: Callable[[], CheckWithCounsel], country: str = "") -> None:
    """Play a chat."""
    console.say(_(WHO[chat.partner]).format(name=chat.name))
    _Talk(console, chat, load, country).play()
