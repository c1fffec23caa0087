"""Lines that people copy out of the window of a chat: `Max: hello`, with a time or a date before, or after the name.

There is no description; the shapes are those that windows give when messages are marked and copied: WhatsApp Web
`[17:04, 19/03/2024] Max: hello`, Discord `Max — 15/03/2024 16:02` with the words below, Telegram `Max, [15.03.2024
16:02]`, Slack `Max  4:02 PM`; and what people type themselves. Looked at on 2026-11-29. A time without a date says
nothing about when it was, so such turns have no time.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from coach.chats.dates import CLOCK, DATE, DateEvidence, clock, moment
from coach.chats.fields import name_of, text_of
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.text_lines import FileLine, first_lines, lines_of
from coach.chats.text_records import TextRecord, records_of, without_ending
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_WORDS = tomllib.loads(Path(__file__).with_name("pasted.toml").read_text(encoding="utf-8"))
_EDITED = tuple(words.lower() for words in _WORDS["edited"])
_APP = tuple(f" {words}" for words in _WORDS["app"])
_HEADINGS = frozenset(_WORDS["headings"])
_DAYS = "|".join(_WORDS["days"])
_NAME = r"(?P<name>(?!\d{1,2}[:.]\d\d)[^\s\[\]<>:;\"!?#*•|/\\–—-][^:;\[\]<>\"!?|\t\n–—]{0,39}?)"
_SAID = r"\s?:(?:\s+(?P<text>.*)|\s*$)"
_STAMP = rf"(?:(?P<clock>{CLOCK})(?:,?\s(?P<date>{DATE}))?|(?P<date_first>{DATE}),?\s(?P<clock_last>{CLOCK}))"
_ON = rf"(?:(?:(?P<date>{DATE})|{_DAYS}),?\s(?:at\s)?)?(?P<clock>{CLOCK})"
_NAMED = re.compile(_NAME + _SAID, re.DOTALL)
_FORMS = (
    re.compile(rf"\[{_STAMP}\]\s?{_NAME}{_SAID}", re.DOTALL),
    re.compile(rf"{_STAMP}\s(?:-\s)?{_NAME}{_SAID}", re.DOTALL),
    re.compile(rf"{_NAME}\s[—–]\s{_ON}\s*", re.IGNORECASE),
    re.compile(rf"{_NAME},\s\[{_STAMP}\]\s*"),
    re.compile(rf"{_NAME}(?:\s{{2,8}}|\t){_ON}\s*", re.IGNORECASE),
    _NAMED,
)
"""The first line of a message, in each form; the most general last."""
_CUT = re.compile(r"\[[\d:.,/\sapmAPM-]*")
_ONE_IN = 4
"""One in so many lines must begin a message."""
_ENOUGH, _MOST = 2, 0.6


class PastedLines:
    """Reads lines that were copied from the window of a chat."""

    name = "lines such as Max: hello"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether enough of the first lines begin a message."""
        return _form_of(first_lines(start)) is not None

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:
        """Yield every message; the text is read twice."""
        form = _form_of(first_lines(file.start())) or _NAMED
        survey = _Survey(form)
        for line in lines_of(file):
            survey.add(line.text)
        return survey.records(lines_of(file), survey.dates.order(file, dates))


def _form_of(lines: list[str]) -> re.Pattern[str] | None:
    """Return the form that most lines have; None if too few have one."""
    written = [line for line in lines if line.strip()]
    heads = {form: [found for line in written if (found := _begins(form, line))] for form in _FORMS}
    best = max(_FORMS, key=lambda form: len(heads[form]))
    count = len(heads[best])
    is_chat = _are_names(heads[best], len(written)) if best is _NAMED else count > 0
    return best if is_chat and count * _ONE_IN >= len(written) else None


def _are_names(heads: list[re.Match[str]], lines: int) -> bool:
    """Return whether the words before colons are names: half of them come again, or most lines have one."""
    names = Counter(found["name"] for found in heads)
    again = sum(count for count in names.values() if count > 1)
    return len(heads) >= _ENOUGH and (again * 2 >= len(heads) or len(heads) >= _MOST * lines)


def _begins(form: re.Pattern[str], line: str) -> re.Match[str] | None:
    """Find whether a line begins a message."""
    found = form.fullmatch(line)
    return found if found and _is_beginning(form, found) else None


def _is_beginning(form: re.Pattern[str], found: re.Match[str]) -> bool:
    """Return whether a line of a form begins a message; without a time, its name must be one and words must follow."""
    return form is not _NAMED or bool(found["text"] and not _is_no_name(found))


def _is_no_name(found: re.Match[str]) -> bool:
    """Return whether the words before a colon are a heading, or the beginning of an address."""
    return found["name"].strip().casefold() in _HEADINGS or found["text"].startswith("//")


@dataclass
class _Survey:
    """What is known of a text once all of it was seen."""

    form: re.Pattern[str]
    dates: DateEvidence = field(default_factory=DateEvidence)
    names: Counter[str] = field(default_factory=Counter)
    silent: set[str] = field(default_factory=set)
    """Words before a colon, in lines with nothing behind it."""
    others: int = 0
    """How many lines do not look like the beginning of a message."""

    def add(self, line: str) -> None:
        """Look at a line."""
        found = self.form.fullmatch(line)
        if found is None:
            self.others += bool(line.strip())
        elif _is_beginning(self.form, found):
            self.names[found["name"].strip()] += self.form is _NAMED
            self.dates.add(_date_of(found))
        elif not found["text"]:
            self.silent.add(found["name"].strip())

    def records(self, lines: Iterator[FileLine], order: DateOrder) -> Iterator[Read]:
        """Yield every message, and every line that belongs to none."""
        by_app = list[SystemLine]()
        for record in records_of(self._but_of_app(lines, by_app), self._head_of, self._why_cut):
            yield _turn(record, order) if isinstance(record, TextRecord) else record
            yield from by_app
            by_app.clear()
        yield from by_app

    def _but_of_app(self, lines: Iterator[FileLine], by_app: list[SystemLine]) -> Iterator[FileLine]:
        """Yield the lines that people wrote, and note those of the app: `Mia left`, where Mia writes in this chat."""
        for line in lines:
            text = line.text.strip().rstrip(".")
            ending = next((words for words in _APP if text.endswith(words)), "")
            if ending and text.removesuffix(ending) in self.names:
                by_app.append(SystemLine(line.number))
            else:
                yield line

    def _head_of(self, line: str) -> re.Match[str] | None:
        found = self.form.fullmatch(line)
        return found if found and (self.form is not _NAMED or self._is_name(found["name"].strip())) else None

    def _is_name(self, name: str) -> bool:
        """Return whether the words before a colon are a name: it comes again, or it is written as one."""
        count = self.names[name]
        is_written_as_one = not name[0].islower() or self._are_all_small
        is_silent = name in self.silent and name.isalnum() and not self.others
        return count > 1 or (is_written_as_one and (count == 1 or is_silent))

    @cached_property
    def _are_all_small(self) -> bool:
        """Whether names are written small here: each comes once, or every line has one and none has a capital."""
        if self.names.total() <= len(self.names):
            return True
        return not self.others and all(name[0].islower() and name.isalnum() for name in self.names)

    def _why_cut(self, line: FileLine) -> str:
        is_cut = self.form is _FORMS[0] and _CUT.fullmatch(line.text)
        return "it ends within its time" if is_cut else ""


def _turn(record: TextRecord, order: DateOrder) -> Read:
    date, at = _date_of(record.head), _clock_of(record.head)
    time: datetime | None = moment(date, at, order) if date else None
    if (date and time is None) or (at and clock(at) is None):
        return Unread(record.line, f"there is no such date or time: {f'{date} {at}'.strip()}")
    raw = "\n".join((record.head.groupdict().get("text") or "", *record.more))
    text, is_edited = without_ending(raw, _EDITED)
    return Turn(name_of(record.head["name"]), text_of(text), time, is_edited)


def _date_of(head: re.Match[str]) -> str:
    groups = head.groupdict()
    return groups.get("date") or groups.get("date_first") or ""


def _clock_of(head: re.Match[str]) -> str:
    groups = head.groupdict()
    return groups.get("clock") or groups.get("clock_last") or ""


READERS: tuple[ChatReader, ...] = (PastedLines(),)
