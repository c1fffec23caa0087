"""iMessage, as imessage-exporter writes it (`-f txt`): one file a conversation.

The form is described by the program that writes it: ReagentX/imessage-exporter, `exporters/txt.rs` with its tests, and
`docs/features.md`; looked at on 2026-11-29. A message is a line with the date in English (`May 17, 2022  5:29:42 PM`,
perhaps followed by when it was read), a line with the sender, its words, and an empty line; as words may have empty
lines too, a message begins only where a date is alone on its line. A reply is printed twice, indented under the message
that it answers and at its own place; only the second is read. The owner is `Me`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from coach.chats.fields import file_name, joined, name_of, text_of, time_of
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.text_lines import FileLine, first_lines, lines_of
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_ME = "Me"
_WORDS = tomllib.loads(Path(__file__).with_name("imessage.toml").read_text(encoding="utf-8"))
_STAMP = r"[A-Z][a-z]{2} \d{2}, \d{4} [ \d]\d:\d{2}:\d{2} [AP]M"
_HEAD = re.compile(rf"({_STAMP})(?: \(Read by .*\))?")
_ANNOUNCED = re.compile(rf"({_STAMP}) (.+)")
_REPLY = re.compile(rf" {{4}}(?:{_STAMP})(?: \(Read by .*\))?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOON = 12
_INDENT = "    "
_OBJECT = "\ufffc"
"""Where in the words a file was."""
_LONGEST = 100_000
"""The most lines of a message."""


def _pattern(*names: str) -> re.Pattern[str]:
    """Make one pattern of what the data names."""
    found = [_WORDS[name] for name in names]
    lists = [each if isinstance(each, list) else [each] for each in found]
    either = "|".join(f"(?:{each})" for every in lists for each in every)
    return re.compile(rf"\A(?:{either})", re.IGNORECASE)


_ANNOUNCEMENT = _pattern("announcements", "unsent_message")
_UNSENT_MESSAGE, _UNSENT, _DELETED = _pattern("unsent_message"), _pattern("unsent"), _pattern("deleted")
_NOTE, _SYSTEM = _pattern("notes"), _pattern("system")
_REACTIONS, _REACTION = _pattern("reactions"), _pattern("reaction")
_FIRST_WORDS, _EDITED = re.compile(rf"{_STAMP} .*"), _pattern("edited")
_STICKER, _PATH = _pattern("sticker"), _pattern("path", "name", "missing")


class MessagesText:
    """Reads one conversation."""

    name = "imessage-exporter text"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether a date is alone on a line, at the beginning or after an empty line."""
        lines = ["", *first_lines(start)]
        return any(not before.strip() and _is_head(line) for before, line in pairwise(lines))

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # months are words
        """Yield every message and announcement."""
        block: _Block | None = None
        was_empty = True
        for line in lines_of(file):
            if line.problem:
                yield Unread(line.number, line.problem)
            elif was_empty and _is_head(line.text):
                yield from block.records() if block else ()
                block = _Block(line)
            elif block:
                block.add(line)
            elif line.text.strip():
                yield Unread(line.number, "no date is before it")
            was_empty = not line.text.strip()
        yield from block.records() if block else ()


def _is_head(line: str) -> bool:
    announced = _ANNOUNCED.fullmatch(line)
    return bool(_HEAD.fullmatch(line) or (announced and _ANNOUNCEMENT.fullmatch(announced[2])))


@dataclass(slots=True)
class _Block:
    """The lines of a message, the first with its date."""

    head: FileLine
    lines: list[FileLine] = field(default_factory=list)
    length: int = 1

    def add(self, line: FileLine) -> None:
        """Add a line, as long as there are not too many."""
        self.length += 1
        if self.length <= _LONGEST:
            self.lines.append(line)

    def records(self) -> Iterator[Read]:
        """Yield what these lines are."""
        time = _time(self.head.text)
        announced = _ANNOUNCED.fullmatch(self.head.text)
        has_end = bool(self.lines[1:]) or not self.lines or not self.lines[0].is_cut
        if time is None or self.length > _LONGEST:
            yield Unread(self.head.number, "its date does not exist" if time is None else "it is too long")
        elif announced and not _HEAD.fullmatch(self.head.text):
            yield _announcement(self.head.number, announced[2], time)
        elif not self.lines or not self.lines[0].text.strip() or not has_end:
            yield from (
                Unread(each.number, "the message is cut short") for each in (self.head, *self.lines) if each.text
            )
        else:
            yield _message(self.head.number, time, [each.text for each in self.lines])


def _time(head: str) -> datetime | None:
    """Read the date of a line, which is local; None if there is no such time."""
    month, day, year, hour, minute, second, half = re.findall(r"\w+", head)[:7]
    if month not in _MONTHS or not 1 <= int(hour) <= _NOON:
        return None
    hours = int(hour) % _NOON + _NOON * (half == "PM")
    return time_of(f"{year}-{_MONTHS.index(month) + 1:02}-{day}T{hours:02}:{minute}:{second}")


def _announcement(number: int, words: str, time: datetime) -> Read:
    unsent = _UNSENT_MESSAGE.fullmatch(words)
    if unsent is None:
        return SystemLine(number)
    who = name_of(unsent["who"])
    sender = _ME if who == _WORDS["you"] else who
    return Turn(sender, "", time, is_deleted=True, is_mine=sender == _ME)


def _message(number: int, time: datetime, lines: list[str]) -> Read:
    sender, written = name_of(lines[0]), list(_own(lines[1:]))
    written, is_edited = _latest(written)
    words, media, is_unsent, is_deleted = list[str](), list[str](), False, False
    for line in written:
        is_unsent = is_unsent or bool(_UNSENT.fullmatch(line))
        is_deleted = is_deleted or bool(_DELETED.fullmatch(line))
        if sent := _PATH.fullmatch(line) or _STICKER.fullmatch(line):
            media.append(_media(sent))
        elif not _UNSENT.fullmatch(line) and not _DELETED.fullmatch(line):
            words.append(line.removeprefix(_WORDS["transcription"]))
    if not media and any(words) and all(_SYSTEM.fullmatch(line) for line in words if line):
        return SystemLine(number)
    text = text_of("\n".join(words).replace(_OBJECT, ""))
    is_deleted = is_deleted or (is_unsent and not text and not media)
    media = media if text or media or is_deleted else ["media"]
    return Turn(sender, text, time, is_edited, is_deleted, joined(media), is_mine=sender == _ME)


def _media(sent: re.Match[str]) -> str:
    path = sent.groupdict().get("path") or sent[0]
    return "media" if path == _WORDS["missing"] else file_name(path)


def _own(lines: list[str]) -> Iterator[str]:
    """Yield the lines that the sender wrote: no copies of replies, no reactions to it and no notes."""
    is_reply = is_after_reply = is_reaction = False
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if not line.strip():
            is_reply, is_after_reply, is_reaction = False, is_reply or is_after_reply, False
            yield ""
            continue
        is_reply = is_reply or bool(_REPLY.fullmatch(line)) or (is_after_reply and line.startswith(_INDENT))
        is_after_reply = is_after_reply and is_reply
        begins = bool(_REACTIONS.fullmatch(line) and _REACTION.fullmatch(after))
        is_reaction = begins or (is_reaction and bool(_REACTION.fullmatch(line)))
        if not (is_reply or is_reaction or _NOTE.fullmatch(line)):
            yield line.rstrip()


def _latest(lines: list[str]) -> tuple[list[str], bool]:
    """Return the lines with their last version alone, and whether there are several."""
    first = next((at for at, line in enumerate(lines) if _FIRST_WORDS.fullmatch(line)), None)
    if first is None:
        return lines, False
    last = max((at for at, line in enumerate(lines) if at > first and _EDITED.match(line)), default=None)
    if last is None:
        return lines, False
    return [*lines[:first], _EDITED.sub("", lines[last], count=1), *lines[last + 1 :]], True


READERS: tuple[ChatReader, ...] = (MessagesText(),)
