"""How a conversation is written: for people, as JSON, or as a page."""

from __future__ import annotations

import sys
from typing import IO, Protocol

from coach.cli.terminal import counted
from coach.threads import Conversation
from coach.threads.opened import OpenedChat


class ChatWriter(Protocol):
    """Writes one value of `--format`."""

    def write(self, conversation: Conversation, out: IO[str]) -> None:
        """Read the conversation and write what was found."""


_LISTED = 20
"""How many unread lines are named in one sentence."""


def said_of_reading(opened: OpenedChat, people: int) -> str:
    """Say how much was read: `412 messages read from 5 people, 3 lines not readable: 17, 88, 201`."""
    read = f"{counted(opened.counts['turns'], 'message')} read from {'1 person' if people == 1 else f'{people} people'}"
    if not opened.counts["unread"]:
        return read
    lines = [f"{one.line}" for one in opened.unread[:_LISTED]]
    more = opened.counts["unread"] - len(lines)
    listed = ", ".join([*lines, f"and {more:,} more"] if more else lines)
    return f"{read}, {counted(opened.counts['unread'], 'line')} not readable: {listed}"


def writer_for(name: str, opened: OpenedChat, country: str) -> ChatWriter:
    """Return the writer of a format."""
    if name == "json":
        from coach.cli.chat.json_chat import JsonChat

        return JsonChat(opened)
    if name == "html":
        from coach.cli.chat.page import ChatPage

        return ChatPage(opened, country)
    from coach.cli.chat.text import ChatText

    return ChatText(opened, country, sys.stdout)
