"""Finds the conversations in what a family has: a file, an archive of exports or a folder, by looking into it.

Readers are found too: a module of this package with `READERS` gives some. Two take anything of their shape, a table
with named columns and lines such as `Max: hello`; they are asked last, and not about what lies beside a known chat.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path, PurePosixPath

import coach.chats
from coach.chats.archives import MAX_FILES, files_in, is_zip
from coach.chats.reader import ChatFile, ChatReader
from coach.errors import InputError
from coach.foreign import foreign_bytes, foreign_text
from coach.visible import visible

_GENERAL = ("table", "pasted")
"""The modules whose readers are asked last, in this order."""
_READABLE = frozenset({"", ".txt", ".log", ".md", ".json", ".csv", ".tsv", ".tab", ".xml"})
"""Endings of files that may be a chat, within archives and folders; the others are pictures, recordings and pages."""
_PACKED = frozenset({".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar"})
_OTHER_PACKED = "unpack it and name the folder or the file with the chat"
_FIRST_PART, _PART = "message_1.json", re.compile(r"message_\d+\.json")
"""The files of one conversation of Instagram or Messenger: whoever reads the first one reads them all."""
_BACKUPS = frozenset({".crypt12", ".crypt14", ".crypt15"})
_EXPORT = (
    "export the chat in the app (not as a picture or a web page), or copy it and save it as lines such as Max: hello"
)


@dataclass(frozen=True, slots=True)
class FoundChat:
    """A file with a conversation, or several, and who can read it."""

    file: ChatFile
    reader: ChatReader


@dataclass(frozen=True, slots=True)
class FoundChats:
    """What was found in a file, an archive or a folder."""

    chats: tuple[FoundChat, ...]
    """At least one."""
    others: tuple[ChatFile, ...] = ()
    """Files of text beside them that no reader knows: settings of the app, but perhaps also a chat that is damaged."""


@cache
def readers() -> tuple[ChatReader, ...]:
    """Return every reader, those for one format first."""
    names = [found.name for found in pkgutil.iter_modules(coach.chats.__path__)]
    ordered = sorted(names, key=lambda name: _GENERAL.index(name) if name in _GENERAL else -1)
    modules = (import_module(f"{coach.chats.__name__}.{name}") for name in ordered)
    return tuple(reader for module in modules for reader in getattr(module, "READERS", ()))


@cache
def _general() -> tuple[ChatReader, ...]:
    """Return the readers that take anything of their shape."""
    return tuple(each for each in readers() if type(each).__module__.rpartition(".")[2] in _GENERAL)


def find_chats(path: Path) -> FoundChats:
    """Find the conversations of a file, an archive or a folder.

    Raises:
        InputError: there is none, or it cannot be opened.
    """
    if path.is_dir():
        return _found_among(path, list(_files_of(path)))
    file = ChatFile(path)
    start = file.start()
    if is_zip(start) and not _is_document(start):
        return _found_among(path, _members_of(path))
    return FoundChats((_found(file, start),))


def known_chats(path: Path) -> tuple[FoundChat, ...]:
    """Find conversations as `find_chats` does, but only in forms that an app writes; none if there are none.

    Raises:
        InputError: the file cannot be opened.
    """
    file = ChatFile(path)
    start = file.start()
    if is_zip(start):
        return () if _is_document(start) else _known_members(path)
    special = tuple(each for each in readers() if each not in _general())
    reader = _claimant(file, start, special)
    return (FoundChat(file, reader),) if reader else ()


def _known_members(path: Path) -> tuple[FoundChat, ...]:
    found = _found_among(path, _members_of(path)).chats
    return tuple(one for one in found if one.reader not in _general())


def find_pasted(text: str) -> FoundChats:
    """Find the conversation in words that were pasted; they are kept in memory alone.

    Raises:
        InputError: they are not a conversation.
    """
    return _found_in("pasted text", text.encode("utf-8", "replace"))


def find_piped(read: bytes) -> FoundChats:
    """Find the conversation in what was read from standard input; it is kept in memory alone.

    Raises:
        InputError: it is not a conversation.
    """
    if not read.strip():
        raise InputError("standard input is empty\n    fix: pipe in a chat, or give the file of an exported one")
    return _found_in("standard input", read)


def _found_in(name: str, read: bytes) -> FoundChats:
    file = ChatFile(Path(name), pasted=read)
    return FoundChats((_found(file, file.start()),))


def _found(file: ChatFile, start: bytes) -> FoundChat:
    reader = _claimant(file, start, readers())
    if reader is None:
        raise InputError(_unknown(file, start))
    return FoundChat(file, reader)


def _claimant(file: ChatFile, start: bytes, asked: tuple[ChatReader, ...]) -> ChatReader | None:
    return next((reader for reader in asked if reader.claims(file, start)), None)


def _found_among(path: Path, files: list[ChatFile]) -> FoundChats:
    """Look into the files of an archive or a folder."""
    together = {file for file in files if file.name == _FIRST_PART}
    candidates = [file for file in files if _ending(file.name) in _READABLE and not _is_later_part(file, together)]
    special = tuple(each for each in readers() if each not in _general())
    for asked in (special, _general()):
        found = {file: _claimant(file, file.start(), asked) for file in candidates}
        chats = tuple(FoundChat(file, reader) for file, reader in found.items() if reader)
        if chats:
            return FoundChats(chats, tuple(file for file, reader in found.items() if not reader))
    nested = next((file.name for file in files if _ending(file.name) in _PACKED), "")
    if nested:
        raise InputError(f"{_shown(path)}: {_shown(nested)} in it is an archive itself\n    fix: {_OTHER_PACKED}")
    raise InputError(f"{_shown(path)}: {len(files):,} files, but no chat that Coach knows\n    fix: {_known()}")


def _is_later_part(file: ChatFile, firsts: set[ChatFile]) -> bool:
    """Return whether a file is read together with one of `firsts`, in the same folder."""
    if file.name == _FIRST_PART or not _PART.fullmatch(file.name):
        return False
    if file.member:
        return ChatFile(file.path, file.member.removesuffix(file.name) + _FIRST_PART) in firsts
    return ChatFile(file.path.with_name(_FIRST_PART)) in firsts


def _members_of(path: Path) -> list[ChatFile]:
    return [ChatFile(path, member) for member in files_in(path)]


def _files_of(folder: Path) -> Iterator[ChatFile]:
    for number, path in enumerate(sorted(folder.rglob("*"))):
        if number == MAX_FILES:
            raise InputError(
                f"{_shown(folder)}: more than {MAX_FILES:,} files in it\n    fix: name the file with the chat"
            )
        if path.is_file() and not path.name.startswith("."):
            yield ChatFile(path)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _unknown(file: ChatFile, start: bytes) -> str:
    """Say why a file cannot be read, and which forms can."""
    if not start.strip():
        return f"{file}: the file is empty\n    fix: export the chat again"
    if _ending(file.name) in _BACKUPS:
        return (
            f"{file}: this is an encrypted backup of WhatsApp\n    fix: use Export chat in the menu of the chat instead"
        )
    if _ending(file.name) in _PACKED:
        return f"{file}: this archive cannot be read\n    fix: {_OTHER_PACKED}"
    foreign = foreign_bytes(start, has_zeros=True) or foreign_text(start.decode("utf-8", "replace"), is_whole=False)
    what = f"this is {foreign.what}, and not a chat that Coach knows" if foreign else "not a chat that Coach knows"
    return f"{file}: {what}\n    fix: {_known()}"


def _known() -> str:
    return f"{_EXPORT}; known forms are {', '.join(each.name for each in readers())}"


def _is_document(start: bytes) -> bool:
    """Return whether a zip archive is a spreadsheet or a document."""
    foreign = foreign_bytes(start[:4096])
    return foreign is not None and foreign.what.startswith(("a spreadsheet", "a document", "a presentation"))


def _shown(name: Path | str) -> str:
    return visible(str(name))
