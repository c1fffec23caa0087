"""Zip archives of exports, read in place: nothing is unpacked to disk; bombs and passwords are refused.

A member is never read beyond the sizes that the archive states, so that it is enough to check those.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING

from coach.errors import InputError
from coach.visible import visible

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_FILES = 200_000
"""The most files in an archive; exports with years of pictures have tens of thousands."""
MAX_SIZE = 2_000_000_000
"""The largest unpacked size of one member, in bytes."""
MAX_RATIO = 200
"""How many times larger a member may become; chats become ten times larger, bombs a thousand times."""
_SMALL = 1_000_000
"""Unpacked bytes below which the ratio does not matter."""
_BUFFER = 65_536
_IS_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)


def is_zip(start: bytes) -> bool:
    """Return whether the first bytes of a file are those of a zip archive."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def files_in(path: Path) -> list[str]:
    """List the files of an archive, without folders and what macOS adds.

    Raises:
        InputError: it cannot be read, or holds too many files.
    """
    with _opened(path) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_FILES:
            raise InputError(
                f"{_shown(path)}: {len(infos):,} files in this archive: at most {MAX_FILES:,} are allowed\n"
                "    fix: unpack it and name the file with the chat"
            )
        return [info.filename for info in infos if not info.is_dir() and _is_real(info.filename)]


def _is_real(member: str) -> bool:
    return not member.startswith("__MACOSX/") and not member.rpartition("/")[2].startswith("._")


def open_member(path: Path, member: str) -> IO[bytes]:
    """Open a member of an archive.

    Raises:
        InputError: it is damaged, has a password, or would become too large.
    """
    with _opened(path) as archive:
        try:
            info = archive.getinfo(member)
        except KeyError as error:
            raise InputError(f"{_shown(path)}: no file {_shown(member)} in it\n    fix: check the name") from error
        _refuse_bad(path, info)
        # The archive's file stays open until the member is closed too.
        return BufferedReader(_Member(archive.open(name=info, mode="r"), path, member), _BUFFER)


def _refuse_bad(path: Path, info: zipfile.ZipInfo) -> None:
    name = f"{_shown(path)}: {_shown(info.filename)}"
    if info.flag_bits & _IS_ENCRYPTED:
        raise InputError(f"{name} has a password\n    fix: unpack the archive with the password, then name that file")
    is_bomb = info.file_size > _SMALL and info.file_size > MAX_RATIO * info.compress_size
    if is_bomb or info.file_size > MAX_SIZE:
        raise InputError(
            f"{name} would unpack to {info.file_size:,} bytes: at most {MAX_SIZE:,} are allowed, and "
            f"{MAX_RATIO} times its packed size\n    fix: check where this archive is from; export the chat again"
        )


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive.

    Raises:
        InputError: it cannot be opened, or is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except OSError as error:
        raise InputError(f"{_shown(path)}: {error.strerror}\n    fix: name a file that you can read") from error
    except _BROKEN as error:
        raise InputError(_damaged(_shown(path))) from error


def _damaged(name: str) -> str:
    return f"{name}: this zip archive is damaged or cut short\n    fix: copy it again, or export the chat again"


def _shown(name: Path | str) -> str:
    return visible(str(name))


class _Member(RawIOBase):
    """The bytes of a member; damage that is found while reading becomes an InputError."""

    def __init__(self, packed: IO[bytes], path: Path, member: str) -> None:
        self._packed = packed
        self._name = f"{_shown(path)}: {_shown(member)}"

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer; return how many bytes were read."""
        view = memoryview(buffer)
        try:
            found = self._packed.read(len(view))
        except (*_BROKEN, OSError) as error:
            raise InputError(_damaged(self._name)) from error
        view[: len(found)] = found
        return len(found)

    def close(self) -> None:
        """Close the member, and with it the archive."""
        self._packed.close()
        super().close()
