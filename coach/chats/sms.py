"""Text messages, as the Android app *SMS Backup & Restore* writes them (XML).

`smses` holds `sms` and `mms` elements; apps write all of one kind before the other, so that the whole is put in order
by `date`, which counts milliseconds. `type` (of an mms, `msg_box`) is 1 for received, 2 for sent, 3 for a draft, 4 to 6
for what waits or failed. A missing value is `null`. The words of an mms are its `text/plain` parts; who wrote one to a
group is the `addr` of type 137. Emoji may be written as two references to surrogates (`&#55357;&#56832;`), which XML
forbids and real backups have.

There is no page of the publisher's in reach: the form is from public schemas and samples of such backups; looked at on
2026-11-29.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import IO, TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from coach.chats.chunks import chunks_of, cut_after
from coach.chats.fields import instant_of, joined, name_of, text_of
from coach.chats.oldest_first import OldestFirst
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.errors import InputError
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ME = "Me"
_RECEIVED, _DRAFT = "1", "3"
_BOXES = frozenset("123456")
_SEVERAL = "~"
"""What is between the numbers of a group."""
_WRITER = "137"
_AGAIN = "fix: check where this file is from; make the backup again"
_MOST_PARTS = 20_000
"""The most beginnings and ends of elements in one message."""
_NOBODY = frozenset({"null", "(Unknown)", "insert-address-token"})
"""What is written where there is no value."""
_KINDS = {"image/gif": "gif", "text/x-vcard": "contact", "text/vcard": "contact"}
_REFERENCE = re.compile(
    rb"&#(5[56]\d{3}|x[dD][89abAB][\da-fA-F]{2});&#(5[67]\d{3}|x[dD][c-fC-F][\da-fA-F]{2});|&#(x[\da-fA-F]{1,8}|\d{1,8});"
)
_CONTROLS = bytes.maketrans(bytes({*range(0x20)} - {0x09, 0x0A, 0x0D}), b" " * 29)


class SmsBackup:
    """Reads one backup, with any number of conversations."""

    name = "SMS Backup & Restore XML"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the file begins with messages."""
        return b"<smses" in start

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # times are instants
        """Yield every message, the oldest first."""
        backup, number = _Backup(), 0
        try:
            for number, element in enumerate(_elements(file), 1):
                backup.add(number, element)
        except _EndsEarlyError:
            if not number:
                raise
            backup.held.add(Unread(number + 1, "the XML is damaged or ends too early", is_end=True))
        return backup.records()


class _EndsEarlyError(InputError):
    """The XML cannot be read to its end."""


@dataclass(slots=True)
class _Backup:
    """What was read so far; who is who is known at the end."""

    held: OldestFirst = field(default_factory=OldestFirst)
    names: dict[str, str] = field(default_factory=dict)
    """The name of a number, from conversations with that one person."""

    def add(self, number: int, element: Element) -> None:
        """Keep what an element is."""
        time = instant_of(_value(element, "date"), 1_000)
        self.held.add(self._record(number, element, time), time)

    def _record(self, number: int, element: Element, time: datetime | None) -> Read:
        box = _value(element, "msg_box" if element.tag == "mms" else "type")
        if element.tag not in {"sms", "mms"}:
            return Unread(number, "it is not a message")
        if time is None:
            return Unread(number, "its date cannot be read")
        if box not in _BOXES:
            return Unread(number, "it does not say if it was sent or received")
        if box == _DRAFT:
            return SystemLine(number)
        address, contact = name_of(_value(element, "address")), name_of(_value(element, "contact_name"))
        sender = contact or address
        if _SEVERAL in address:
            sender = _writer(element) or address
        elif contact:
            self.names[address] = contact
        text, media = _parts(element) if element.tag == "mms" else (text_of(element.get("body")), "")
        is_mine = box != _RECEIVED
        media = media if text or media else "media"
        second, chat = time.replace(microsecond=0), contact or address
        return Turn(ME if is_mine else sender, text, second, media=media, chat=chat, is_mine=is_mine)

    def records(self) -> Iterator[Read]:
        """Yield everything, the oldest first."""
        for each in self.held:
            if isinstance(each, Turn) and each.sender in self.names:
                yield replace(each, sender=self.names[each.sender])
            else:
                yield each


def _value(element: Element, name: str) -> str:
    value = element.get(name, "")
    return "" if value in _NOBODY else value


def _writer(element: Element) -> str:
    """Return the number that wrote to a group."""
    return next((name_of(_value(each, "address")) for each in element.iter("addr") if each.get("type") == _WRITER), "")


def _parts(element: Element) -> tuple[str, str]:
    """Return the words of an mms and its media."""
    words, media = [text_of(_value(element, "sub"))], list[str]()
    for part in element.iter("part"):
        kind = _value(part, "ct").lower()
        if kind == "text/plain":
            words.append(text_of(_value(part, "text")))
        elif kind != "application/smil":
            media.append(next(filter(None, (name_of(_value(part, key)) for key in ("cl", "name", "fn"))), _kind(kind)))
    return "\n".join(filter(None, words)), joined(media)


def _kind(content: str) -> str:
    """Return the kind of media for a content type."""
    if content in _KINDS:
        return _KINDS[content]
    kind = content.partition("/")[0]
    return kind if kind in {"image", "video", "audio"} else "document"


def _elements(file: ChatFile) -> Iterator[Element]:
    """Yield what is directly inside the root, and forget it then.

    Raises:
        InputError: it is not XML, ends too early, or declares entities.
    """
    root, depth, parts = None, 0, 0
    try:
        with file.open() as opened:
            for event, element in iterparse(_Corrected(opened), ("start", "end"), forbid_dtd=True):
                depth, parts = depth + (1 if event == "start" else -1), parts + 1
                root = element if root is None else root
                if parts > _MOST_PARTS:
                    raise InputError(f"{file}: a message in it has more parts than any message has\n    {_AGAIN}")
                if event == "end" and depth == 1:
                    yield element
                    root.clear()
                    parts = 0
    except DefusedXmlException as error:
        raise InputError(
            f"{file}: this XML declares entities or names another file, which no backup does\n    {_AGAIN}"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise _EndsEarlyError(
            f"{file}: the XML is damaged or ends too early: {error}\n"
            "    fix: make the backup again, or copy the file again from where it was complete"
        ) from error


class _Corrected:
    """Reads XML in which references and bytes that XML forbids are replaced."""

    def __init__(self, file: IO[bytes]) -> None:
        self._pieces = map(_corrected, cut_after(chunks_of(file), b"\"'/+> "))

    def read(self, _size: int) -> bytes:
        """Return the next piece; it is larger than what was asked for, which the parser allows."""
        return next(self._pieces, b"")


def _corrected(piece: bytes) -> bytes:
    if b"\0" in piece:  # UTF-16, which the parser reads by itself
        return piece
    return _REFERENCE.sub(_reference, piece.translate(_CONTROLS))


def _reference(found: re.Match[bytes]) -> bytes:
    high, low, single = found.groups()
    if single is not None:
        return found[0] if _is_allowed(_code(single)) else b"&#xFFFD;"
    first, second = _code(high), _code(low)
    if 0xD800 <= first < 0xDC00 <= second < 0xE000:
        return b"&#%d;" % (0x10000 + (first - 0xD800) * 0x400 + second - 0xDC00)
    return b"".join(b"&#%d;" % each if _is_allowed(each) else b"&#xFFFD;" for each in (first, second))


def _code(digits: bytes) -> int:
    return int(digits[1:], 16) if digits.startswith(b"x") else int(digits)


def _is_allowed(code: int) -> bool:
    """Return whether XML may refer to a character."""
    return code in {0x9, 0xA, 0xD} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000


READERS: tuple[ChatReader, ...] = (SmsBackup(),)
