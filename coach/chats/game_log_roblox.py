"""Roblox: lines copied from its chat window, and the log of its client.

The older chat window shows `[Name]: words`, after a line about `/help`; what the newer shows, `Name: words`, is read as
any pasted lines. The client's log has the words of messages and not who wrote them:
`2024-03-15T16:02:57.000Z,177.0,0a1c,6,Info [FLog::Output] [ExpChat/mountClientApp (Debug)] - Incoming MessageReceived
Status: Success Text: words`.

The log is described by public tools that read it, the window by what players copy; looked at on 2026-11-29. The forms
are in `game_log.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from coach.chats.fields import name_of, text_of, time_of
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.text_lines import FileLine, first_lines, lines_of
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_WORDS = tomllib.loads(Path(__file__).with_name("game_log.toml").read_text(encoding="utf-8"))["roblox"]
_TALK = re.compile(_WORDS["talk"].replace("{name}", _WORDS["name"]))
_SYSTEM = re.compile("|".join(_WORDS["system"]), re.IGNORECASE)
_LOGGED = re.compile(r"(?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z),[\d.]+,\w+,\d+(?:,\w+)? \[.*")
_BEGUN = re.compile(r"\d{4}-\d?")
_RECEIVED = re.compile(rf"\A.*?{_WORDS['received']}")
_TAG = re.compile(r"</?(?:font|b|i|u|s|br|stroke|mark|sc|uc)\b[^<>]{0,200}>", re.IGNORECASE)
_LOOKED_AT = 40
"""How many lines at the beginning show what a file is."""


class RobloxLog:
    """Reads the log of the client; senders are not known."""

    name = "Roblox log"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether most of the first lines are those of a log."""
        return _are_mostly(_LOGGED, start)

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # dates are ISO 8601
        """Yield a record for every line that is not empty."""
        for line in lines_of(file):
            if line.problem:
                yield Unread(line.number, line.problem)
            elif line.text.strip():
                yield _logged(line)


def _logged(line: FileLine) -> Read:
    head, received = _LOGGED.fullmatch(line.text), _RECEIVED.fullmatch(line.text)
    if head is None:
        is_cut = line.is_cut and _BEGUN.match(line.text)
        return Unread(line.number, "the line is cut short") if is_cut else SystemLine(line.number)
    time = time_of(head["time"])
    if time is None:
        return Unread(line.number, "its date does not exist")
    if received is None or received["status"] != _WORDS["delivered"]:
        return SystemLine(line.number)
    text = text_of(unescape(_TAG.sub("", received["text"])))
    return Turn("", text, time.replace(microsecond=0), media="" if text else "media")


class RobloxChat:
    """Reads lines that were copied from the chat window."""

    name = "Roblox chat"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether most of the first lines are talk or the game's own."""
        return _are_mostly(re.compile(f"{_TALK.pattern}|(?i:{_SYSTEM.pattern})"), start)

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # there are no dates
        """Yield a record for every line that is not empty."""
        for line in lines_of(file):
            text = line.text.strip()
            said = _TALK.fullmatch(text)
            if line.problem:
                yield Unread(line.number, line.problem)
            elif said:
                words = text_of(said["text"])
                yield Turn(name_of(said["sender"]), words, media="" if words else "media")
            elif text:
                yield (
                    SystemLine(line.number) if _SYSTEM.fullmatch(text) else Unread(line.number, "no name is before it")
                )


def _are_mostly(pattern: re.Pattern[str], start: bytes) -> bool:
    lines = [line.strip() for line in first_lines(start)[:_LOOKED_AT] if line.strip()]
    return bool(lines) and sum(bool(pattern.fullmatch(line)) for line in lines) * 2 > len(lines)


READERS: tuple[ChatReader, ...] = (RobloxLog(), RobloxChat())
