"""Watches a process from its first line on: what it writes is noted, and every way out of the computer is shut."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Final

_WAYS_OUT: Final = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"),
    *("socket.gethostby", "socket.getnameinfo", "http.client.", "urllib.", "ftplib.", "smtplib.", "imaplib."),
    *("poplib.", "nntplib.", "telnetlib.", "webbrowser."),
)
_PROCESSES: Final = (
    *("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "pty.spawn"),
)
_CHANGES: Final = (
    *("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"),
    *("shutil.", "sqlite3.connect", "tempfile."),
)
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

refused: list[str] = []
"""Ways out of the computer that were tried, and other programs that were called."""
written: set[str] = set()
"""Files and folders that were opened for writing, made, renamed or removed."""


def begin() -> None:
    """Watch from now on; there is no end to it."""
    sys.addaudithook(_see)


def _see(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        path, mode, flags = arguments
        if _is_write(mode, flags):
            _note(path)
    elif event.startswith(_CHANGES):
        for argument in arguments:
            _note(argument)
    elif event.startswith((*_WAYS_OUT, *_PROCESSES)) or (event == "socket.__new__" and _is_abroad(arguments)):
        refused.append(f"{event} in {sys._getframe(1).f_globals.get('__name__')}")
        raise PermissionError(event)


def _is_write(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return bool(set(mode) & set("wax+"))
    return isinstance(flags, int) and bool(flags & _WRITES)


def _is_abroad(arguments: tuple[object, ...]) -> bool:
    """Whether a socket may leave the computer; pairs inside one process may not."""
    return arguments[1] != getattr(socket, "AF_UNIX", None)


def _note(path: object) -> None:
    if isinstance(path, (str, bytes, os.PathLike)) and os.fsdecode(path) != os.devnull:
        written.add(str(Path(os.fsdecode(path)).absolute()))
