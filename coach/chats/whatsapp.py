"""WhatsApp, the text of *Export chat*: from Android, and from iPhones (`_chat.txt`).

Nobody publishes the form. It is described by those who read it: issues of Pustur/whatsapp-chat-parser (#248, #224),
joweich/chat-miner (#42), ChatLab/ChatLab (#131), Duelion/whatsapp-wrapped (#12) and rodrigogs/whats-reader (#78), and
their lists of words; looked at on 2026-11-29. A message is `14/06/2024, 19:47 - Ada: words` or, from an iPhone,
`[14/06/2024, 19:47:05] Ada: words`, and goes on until the next line of that form. Dates are written as the phone has
them. Android's own lines have no sender; an iPhone's have one, and U+200E before the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from coach.chats.dates import CLOCK, DATE, DateEvidence, moment
from coach.chats.fields import name_of
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.text_lines import FileLine, first_lines, lines_of
from coach.chats.text_records import TextRecord, records_of
from coach.chats.whatsapp_senders import LONGEST_NAME, ColonNames, said_by
from coach.chats.whatsapp_words import MARK, OwnWords, said_on_android, said_on_iphone
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_BETWEEN = r"\.?,?\s(?:[^\W\d]{1,4}\s)?"
"""Between date and time: a comma, a blank, or a word as in `26/04/2018 à 18:15`."""
_ANDROID = re.compile(rf"({MARK}?)({DATE}){_BETWEEN}({CLOCK}) - (.*)", re.DOTALL)
_IPHONE = re.compile(rf"({MARK}?)\[({DATE}){_BETWEEN}({CLOCK})\] ?(.*)", re.DOTALL)
_CUT_ANDROID = re.compile(
    rf"{MARK}?\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}(?:\.?,?\s?[\d:.\s apmAPM\u202f\u00a0-]{{0,14}})?"
)
_CUT_IPHONE = re.compile(rf"{MARK}?\[\d[^\]\n]{{0,30}}")
_BEFORE = 20
"""How many lines may come before the first message, where the beginning is cut off."""
_name_of = lru_cache(maxsize=4096)(name_of)


class WhatsAppText:
    """Reads a chat."""

    name = "WhatsApp text"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether a message is among the first lines; on iPhones every line has a sender."""
        lines = first_lines(start)
        for number, line in enumerate(lines):
            found = _ANDROID.match(line) or _IPHONE.match(line)
            if found:
                return number <= _BEFORE and (found.re is _ANDROID or said_by(found[4]) is not None)
        return False

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:
        """Yield every message; the file is read twice."""
        survey = _surveyed(file)
        return _Records(survey, survey.dates.order(file, dates)).of(lines_of(file))


@dataclass
class _Survey:
    """What is known of a file once all of it was seen."""

    heads: re.Pattern[str] | None = None
    """The form of its messages: Android's or an iPhone's."""
    dates: DateEvidence = field(default_factory=DateEvidence)
    has_marks: bool = False
    """Whether it still has the invisible marks of an iPhone."""
    names: tuple[str, ...] = ()
    """Names with a colon."""


def _surveyed(file: ChatFile) -> _Survey:
    survey, names = _Survey(), ColonNames()
    for line in lines_of(file):
        found = survey.heads.match(line.text) if survey.heads else _ANDROID.match(line.text) or _IPHONE.match(line.text)
        if not found:
            continue
        survey.heads = found.re
        survey.dates.add(found[2])
        survey.has_marks = survey.has_marks or MARK in line.text
        names.add(found[4])
    survey.names = names.found()
    return survey


def _without_name(line: int, rest: str) -> Read:
    """Return a line of the app, or an unread one if it looks like a message with a broken name."""
    name, colon, _ = rest.partition(":")
    if colon and not name.strip():
        return Unread(line, "there is no name before the words")
    if colon and len(name) > LONGEST_NAME:
        return Unread(line, f"the name before the words has more than {LONGEST_NAME} characters")
    return SystemLine(line)


class _Records:
    """Reads the messages of a chat."""

    def __init__(self, survey: _Survey, order: DateOrder) -> None:
        self._survey = survey
        self._order = order
        self._heads = survey.heads or _ANDROID
        self._cut = _CUT_IPHONE if survey.heads is _IPHONE else _CUT_ANDROID

    def of(self, lines: Iterator[FileLine]) -> Iterator[Read]:
        """Yield a record for each message, and for each line that belongs to none."""
        for record in records_of(lines, self._heads.match, self._why_cut):
            yield self._read(record) if isinstance(record, TextRecord) else record

    def _why_cut(self, line: FileLine) -> str:
        return "the file ends within its date" if line.is_cut and self._cut.fullmatch(line.text) else ""

    def _read(self, record: TextRecord) -> Read:
        mark, date, clock, rest = record.head.groups()
        time = moment(date, clock, self._order)
        if time is None:
            return Unread(record.line, f"there is no such date or time: {date} {clock}")
        by = said_by(rest, self._survey.names)
        if not by:
            return _without_name(record.line, rest)
        sender = _name_of(by.sender)
        if not sender:
            return Unread(record.line, "the name before the words has no letters")
        said = self._said("\n".join((by.words, *record.more)), is_file=bool(mark))
        if said is None:
            return SystemLine(record.line)
        return Turn(sender, said.text, time, said.is_edited, said.is_deleted, said.media)

    def _said(self, raw: str, *, is_file: bool) -> OwnWords | None:
        if self._heads is _ANDROID:
            return said_on_android(raw)
        return said_on_iphone(raw, is_file=is_file, has_marks=self._survey.has_marks)


READERS: tuple[ChatReader, ...] = (WhatsAppText(),)
