"""End Coach on exit, signal or crash: restore the terminal, and never print what was typed.

Python and Textual tracebacks can include values, and so what a child typed. Crashes are reported here by exception
type and code location only.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from coach.errors import sorry

if TYPE_CHECKING:
    from coach.tui.discreet import DiscreetApp

CRASHED = 3
"""Exit status after a crash of Coach itself."""
BY_SIGNAL = 128
"""Exit status after a signal: this plus the number of the signal."""
CLOSED = 129
"""Exit status after the terminal was closed."""
TERMINAL_CHECK_INTERVAL = 1.0
"""Seconds between two checks that the terminal is still open."""


_IS_OWN = threading.Event()
"""Set in a process that runs Coach and nothing else."""


def keep_quiet() -> None:
    """Hide values from crash reports in every thread, and exit cleanly on SIGTERM."""
    _IS_OWN.set()
    sys.excepthook = lambda _, error, __: print_crash(error)
    sys.unraisablehook = lambda crash: print_crash(crash.exc_value)
    threading.excepthook = lambda crash: print_crash(crash.exc_value)
    signal.signal(signal.SIGTERM, _stop)


def set_apart() -> None:
    """Take what is loaded from the garbage collector, in a process of Coach's own: it stays until the process ends.

    Scanning it takes a quarter of the time for a few hundred messages.
    """
    if _IS_OWN.is_set():
        gc.freeze()


def print_crash(error: BaseException | None) -> None:
    """Report a crash of Coach on standard error: what kind and where."""
    if error is not None and sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(sorry(error), file=sys.stderr, flush=True)


def leave(status: int) -> NoReturn:
    """Exit without waiting for a thread that is still loading spaCy."""
    others = (thread for thread in threading.enumerate() if thread is not threading.main_thread())
    if any(not thread.daemon for thread in others):
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError, ValueError):
                stream.flush()
        os._exit(status)
    sys.exit(status)


def run_to_the_end(app: DiscreetApp) -> int:
    """Run the app until the family quits, a signal arrives or it crashes; return the exit status."""
    faults: list[BaseException] = []
    if sys.stdin is not None and sys.stdin.isatty():
        threading.Thread(target=_watch_terminal, args=[sys.stdin.fileno()], daemon=True).start()
    asyncio.run(_run(app, faults), debug=False)  # debug mode prints the arguments of callbacks
    for fault in faults:
        print_crash(fault)
    went_wrong = app.return_code == 1 or faults
    return CRASHED if went_wrong else app.return_code or 0


async def _run(app: DiscreetApp, faults: list[BaseException]) -> None:
    loop = asyncio.get_running_loop()

    def note(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if isinstance(fault := context.get("exception"), Exception):
            faults.append(fault)

    loop.set_exception_handler(note)
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, partial(app.exit, return_code=BY_SIGNAL + number))

    async def take_turns(_: object) -> None:
        # On SIGTSTP and SIGCONT, Textual pauses and resumes drawing. If the signal interrupts drawing, it deadlocks;
        # handled by the event loop, the signal never interrupts anything.
        for number in (signal.SIGTSTP, signal.SIGCONT):
            if callable(act := signal.getsignal(number)):
                loop.add_signal_handler(number, act, number, None)

    await app.run_async(auto_pilot=take_turns if hasattr(signal, "SIGTSTP") else None)


def _watch_terminal(handle: int) -> None:
    """Exit at once if the terminal was closed without a SIGHUP; there is nothing left to restore."""
    while os.isatty(handle):
        time.sleep(TERMINAL_CHECK_INTERVAL)
    # The terminal can close a moment before its SIGHUP arrives; treat both alike.
    if hasattr(signal, "SIGHUP"):
        os.kill(os.getpid(), signal.SIGHUP)
    os._exit(CLOSED)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(BY_SIGNAL + number)
