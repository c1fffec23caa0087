"""How a conversation is written: for people, as JSON, or as a page."""

from __future__ import annotations

import sys
from typing import IO, Protocol

from coach.threads import Conversation
from coach.threads.opened import OpenedChat


class ChatWriter(Protocol):
    """Writes one value of `--format`."""

    def write(self, conversation: Conversation, out: IO[str]) -> None:
        """Read the conversation and write what was found."""


def writer_for(name: str, opened: OpenedChat, country: str, off: str = "") -> ChatWriter:
    """Return the writer of a format; `off` says what the family switched off."""
    if name == "json":
        from coach.cli.chat.json_chat import JsonChat

        return JsonChat(opened)
    if name == "html":
        from coach.cli.chat.page import ChatPage

        return ChatPage(opened, country, off)
    from coach.cli.chat.text import ChatText

    return ChatText(opened, country, sys.stdout, off)
