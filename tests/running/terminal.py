"""Coach in a terminal of its own: a real process under a pseudo-terminal, whose every byte is kept."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 300.0
"""Seconds to wait for what must come: beside two busy programs and at low priority, Coach starts within a minute or two."""
ESCAPES = re.compile(rb"\x1b(?:\[[0-9;:?<>=$]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[^\[\]])")
# Who runs tests in the background, or with nohup, ignores these two signals, and so would all that they start.
_LAUNCH = """
import fcntl, signal, sys, termios
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
{before}
from coach.__main__ import main
main()
"""


class Terminal:
    """A terminal in which `coach` was started; what it wrote is in `written`."""

    def __init__(
        self,
        *arguments: str,
        before: str = "",
        rows: int = 24,
        columns: int = 80,
        errors: Path | None = None,
        variables: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Start Coach.

        Args:
            arguments: of the command line.
            before: a program that runs in the process before Coach does.
            rows: lines of the terminal.
            columns: characters of a line.
            errors: where standard error goes, if not to the terminal.
            variables: of the environment, beside the ones of this test.
            folder: where Coach is started; where the tests run without.
        """
        self.written = b""
        self._ours, self._its = pty.openpty()
        self._size(rows, columns)
        self.modes_before = self.modes_now()
        program = [sys.executable, "-c", _LAUNCH.format(before=before), *arguments]
        env = {**os.environ, "TERM": "xterm-256color", **(variables or {})}
        its_errors = os.open(errors, os.O_WRONLY | os.O_CREAT) if errors else self._its
        self.process = subprocess.Popen(
            program,
            stdin=self._its,
            stdout=self._its,
            stderr=its_errors,
            env=env,
            cwd=folder,
            start_new_session=True,
        )
        if errors:
            os.close(its_errors)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    def close(self) -> None:
        """Close the window."""
        for handle in (self._ours, self._its):
            if handle >= 0:
                os.close(handle)
        self._ours = self._its = -1

    @property
    def text(self) -> str:
        """What was written, without what steers the terminal."""
        return ESCAPES.sub(b"", self.written).decode("utf-8", "replace")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode())

    def resize(self, rows: int, columns: int) -> None:
        """Change the window's size."""
        self._size(rows, columns)
        self.process.send_signal(signal.SIGWINCH)

    def _size(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def until(self, words: str | bytes, since: int = 0) -> None:
        """Wait until this was written: text, or bytes as they are; `since` counts bytes.

        Raises:
            AssertionError: it never came.
        """
        latest = time.monotonic() + PATIENCE
        while time.monotonic() < latest:
            self.read()
            fresh = self.written[since:]
            if words in fresh if isinstance(words, bytes) else words.encode() in ESCAPES.sub(b"", fresh):
                return
        raise AssertionError(f"{words!r} never came after {self.text[-2_000:]}")

    def read(self, seconds: float = 0.05) -> None:
        """Take in what is written within some seconds."""
        latest = time.monotonic() + seconds
        while (left := latest - time.monotonic()) > 0:
            if select.select([self._ours], [], [], left)[0]:
                self.written += os.read(self._ours, 65_536)

    def end(self) -> int:
        """Wait for the end; gives the exit status."""
        latest = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < latest:
            self.read()
        self.read()
        return self.process.wait(1)

    def is_as_before(self) -> bool:
        """Whether the terminal is as it was before: its own screen, cursor, mouse and modes."""
        pairs = ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?1003h", b"\x1b[?1003l"))
        is_back = all(self.written.rfind(back) > self.written.rfind(away) for away, back in pairs)
        return is_back and self.modes_now() == self.modes_before

    def modes_now(self) -> list[object]:
        """The modes of the terminal: whether it shows what is typed, and so on."""
        return list(termios.tcgetattr(self._its))

    def after_it_left(self) -> bytes:
        """What was written after the app gave the screen back."""
        return self.written.rpartition(b"\x1b[?1049l")[2]
