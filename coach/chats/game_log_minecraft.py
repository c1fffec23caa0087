"""The log of Minecraft: `latest.log` of a player or a server, plain or with mods.

A line begins with a time and what wrote it: `[16:02:07] [Render thread/INFO]: `, in Forge with a date and a source, in
older versions `2013-05-01 16:02:07 [INFO] `; on many servers `[16:02:07 INFO]: `. Talk is `<name> words`, perhaps after
`[CHAT]` or `[Not Secure]`. A log has no date, except in Forge; old logs have it in their names (`2024-03-15-1.log`).

Described by the heads of lines that public readers quote in their tests; looked at on 2026-11-29. The forms of talk
are in `game_log.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from coach.chats.fields import name_of, text_of, time_of
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.text_lines import FileLine, first_lines, lines_of
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_ME = "Me"
_WORDS = tomllib.loads(Path(__file__).with_name("game_log.toml").read_text(encoding="utf-8"))["minecraft"]
_CLOCK, _SOURCE = r"(?P<clock>\d\d:\d\d:\d\d)", r"\[[^\]]+/(?P<level>[A-Z]+)\](?: \[[^\]]*\])?"
_HEADS = tuple(
    re.compile(rf"{head} (?P<rest>.*)")
    for head in (
        rf"\[{_CLOCK}\] {_SOURCE}:",
        rf"\[{_CLOCK} (?P<level>[A-Z]+)\]:",
        rf"\[(?P<day>\d{{1,2}}[A-Z][a-z]{{2}}\d{{4}}) {_CLOCK}(?:\.\d+)?\] {_SOURCE}:",
        rf"(?P<day>\d{{4}}-\d\d-\d\d) {_CLOCK} (?:\[CLIENT\] )?\[(?P<level>[A-Z]+)\]",
    )
)
_BEGUN = re.compile(r"\[\d{1,2}(?::|[A-Z][a-z]{2}\d)")
"""What the head of a line begins with; a line may end within it."""
_MARKS = re.compile(r"^(?:\[System\] |\[CHAT\] |\[Not Secure\] )*")
_COLOUR = re.compile("§.")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMED_MONTH = re.compile(r"(\d{1,2})([A-Z][a-z]{2})(\d{4})")
_NAMED_DAY = re.compile(r"(\d{4}-\d\d-\d\d)-\d+\.log")
_OWNER = re.compile(r"Setting user: (\S+)")
_LOOKED_AT = 40
"""How many lines at the beginning show what a file is."""
_HALF_A_DAY = timedelta(hours=12)


def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each.replace("{name}", _WORDS["name"]), re.IGNORECASE) for each in _WORDS[kind])


_TALK, _PLUGIN_TALK, _SYSTEM = _patterns("talk"), _patterns("plugin_talk"), _patterns("system")


class MinecraftLog:
    """Reads one log."""

    name = "Minecraft log"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether most of the first lines have the head of a line."""
        lines = [line for line in first_lines(start)[:_LOOKED_AT] if line.strip()]
        return bool(lines) and sum(_head(line) is not None for line in lines) * 2 > len(lines)

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # months are words
        """Yield a record for every line that is not empty."""
        log = _Log(_day_in(file.name))
        for line in lines_of(file):
            if line.problem:
                yield Unread(line.number, line.problem)
            elif line.text.strip():
                yield log.record(line)


def _head(line: str) -> re.Match[str] | None:
    return next(filter(None, (head.fullmatch(line) for head in _HEADS)), None)


def _day_in(name: str) -> date | None:
    """Return the day that the name of an old log has."""
    named = _NAMED_DAY.match(name)
    at = time_of(named[1]) if named else None
    return at.date() if at else None


@dataclass(slots=True)
class _Log:
    """What the lines before say about those that come: the day, and whose log it is."""

    day: date | None
    last: datetime | None = None
    owner: str = ""

    def record(self, line: FileLine) -> Read:
        """Return what a line is."""
        head = _head(line.text)
        if head is None:
            is_cut = line.is_cut and _BEGUN.match(line.text)
            return Unread(line.number, "the line is cut short") if is_cut else SystemLine(line.number)
        written = head.groupdict().get("day") or ""
        clock, day = time_of(f"2000-01-01T{head['clock']}"), _written_day(written) if written else self.day
        if clock is None or (written and day is None):
            return Unread(line.number, "its time does not exist")
        if owner := _OWNER.fullmatch(head["rest"]):
            self.owner = name_of(owner[1])
        return self._said(line.number, head, self._at(day, clock, is_written=bool(written)))

    def _at(self, day: date | None, clock: datetime, *, is_written: bool) -> datetime | None:
        """Return when a line was written, if a day is known; after midnight it is the next one."""
        if day is None:
            return None
        at = datetime.combine(day, clock.time())
        if not is_written and self.last and self.last - at > _HALF_A_DAY:
            self.day = day + timedelta(days=1)
            at += timedelta(days=1)
        self.last = at
        return at

    def _said(self, number: int, head: re.Match[str], at: datetime | None) -> Read:
        rest = _COLOUR.sub("", head["rest"])
        marks = _MARKS.match(rest)
        text = text_of(_MARKS.sub("", rest))
        is_chat, is_own = (bool(marks and mark in marks[0]) for mark in ("[CHAT]", "[System]"))
        said = _first(_TALK + _PLUGIN_TALK if is_chat else _TALK[:2], text) if head["level"] == "INFO" else None
        if said is None:
            is_unknown = is_chat and not is_own and not _first(_SYSTEM, text)
            return Unread(number, "it does not say who wrote it") if is_unknown else SystemLine(number)
        found = said.groupdict()
        sender = _ME if found.get("me") else name_of(found.get("sender"))
        words = text_of(found["text"])
        is_mine = sender in {_ME, self.owner}
        return Turn(sender, words, at, media="" if words else "media", is_mine=is_mine)


def _written_day(written: str) -> date | None:
    """Read `15Mar2024` or `2024-03-15`."""
    if named := _NAMED_MONTH.fullmatch(written):
        month = _MONTHS.index(named[2]) + 1 if named[2] in _MONTHS else 0
        written = f"{named[3]}-{month:02}-{int(named[1]):02}"
    at = time_of(written)
    return at.date() if at else None


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    return next(filter(None, (pattern.fullmatch(text) for pattern in patterns)), None)


READERS: tuple[ChatReader, ...] = (MinecraftLog(),)
