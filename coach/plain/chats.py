"""Look at a chat together, line by line: a talk first, then the chat, then from mark to mark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach.chats.reader import UnclearDatesError
from coach.chats.reading import ChatReading
from coach.chats.together import together
from coach.counsel import CheckWithCounsel, off_in_check, pipeline_of
from coach.errors import InputError
from coach.locale import N_, _
from coach.models import AgeGroup
from coach.models.thread import Between, DateOrder
from coach.plain.chat_walk import PlainWalk
from coach.plain.console import Console
from coach.plain.practices import SPEAKERS
from coach.threads import OpenedChat
from coach.threads.chat_walk import FamilyAnswers, Senders, senders_of, walk_through

if TYPE_CHECKING:
    from coach.models import Passage

END = "."
"""The line behind messages that are pasted."""
AGREE = N_("Press Enter if you both say yes. b goes back.")
WHERE = N_("Type where the file of the chat is, or p to paste messages.")
PASTE = N_("Paste the messages, such as Max: hello. Then type a line with only a full stop.")


class ChatSession:
    """One chat, from the talk to the end; when it is over, everything in it is gone."""

    def __init__(self, console: Console, check: CheckWithCounsel, country: str, age: AgeGroup | None) -> None:
        self._console = console
        self._check = check
        self._country = country
        self._age = age

    def look(self) -> None:
        """Talk, read a chat, and walk through it.

        Raises:
            WentBack: the family does not want to.
        """
        for passage in together().passages:
            self._say_passage(passage)
        self._console.say(_(together().said["kept"]))
        self._console.ask(_(AGREE))
        opened, senders = self._opened()
        answers = FamilyAnswers(self._child(senders), self._between(), self._age, off_in_check(self._check))
        self._console.say(_(together().said["reading"]))
        try:
            walk = walk_through(pipeline_of(self._check), opened, ChatReading(), answers)
        except InputError as error:
            self._console.say(str(error))
            return
        PlainWalk(self._console, self._check, self._country, walk).go()

    def _say_passage(self, passage: Passage) -> None:
        self._console.say(_(SPEAKERS[passage.reader]))
        self._console.say(_(passage.text), "  ")

    def _opened(self) -> tuple[OpenedChat, Senders]:
        """Ask for a chat until one can be read."""
        while True:
            where = self._console.ask(_(WHERE))
            if not where:
                continue
            chat = self._pasted() if where.lower() == "p" else Path(where).expanduser()
            try:
                return self._read(chat, None)
            except UnclearDatesError as error:
                self._console.say(str(error).partition("\n")[0])
                return self._read(chat, self._dates())
            except InputError as error:
                self._console.say(str(error))

    def _read(self, chat: Path | str, dates: DateOrder | None) -> tuple[OpenedChat, Senders]:
        opened = OpenedChat.at(chat, dates) if isinstance(chat, Path) else OpenedChat.pasted(chat, dates)
        return opened, senders_of(opened, ChatReading())

    def _pasted(self) -> str:
        self._console.say(_(PASTE))
        return self._console.lines_until(END)

    def _dates(self) -> DateOrder:
        orders = together().dates
        return list(orders)[self._asked(_(together().said["dates"]), [_(words) for words in orders.values()]) or 0]

    def _child(self, senders: Senders) -> str:
        """Ask who the child is; empty if they are not sure."""
        names = sorted(senders.names, key=lambda name: name != senders.mine)
        chosen = self._asked(_(together().said["who"]), [*names, _(together().said["not-sure"])])
        return "" if chosen is None or chosen == len(names) else names[chosen]

    def _between(self) -> Between:
        known = together().between
        chosen = self._asked(_(together().said["between"]), [_(words) for words in known.values()])
        return Between.UNSURE if chosen is None else list(known)[chosen]

    def _asked(self, question: str, answers: Sequence[str]) -> int | None:
        self._console.say(question)
        for number, answer in enumerate(answers, 1):
            self._console.say(f"{number}. {answer}", "  ")
        return self._console.choose(_("Type a number."), len(answers))
