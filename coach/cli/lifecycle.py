"""How Coach ends: by itself, by a signal, or by a fault. The terminal is as it was before, and nothing typed is told.

Python and Textual print the values that stood in a fault's way; among them is what a child typed. Here every fault is
told by its kind and its places alone.
"""

from __future__ import annotations

import asyncio
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
"""Exit status: Coach itself went wrong."""
BY_SIGNAL = 128
"""Exit status: so much and the number of the signal that ended it."""
CLOSED = 129
"""Exit status: the terminal was closed."""
LOOKS_EVERY = 1.0
"""Seconds between looks whether the terminal is still there."""


def keep_quiet() -> None:
    """From now on no fault is told with values, whichever thread it comes from, and SIGTERM ends in good order."""
    sys.excepthook = lambda _, error, __: tell(error)
    sys.unraisablehook = lambda fault: tell(fault.exc_value)
    threading.excepthook = lambda fault: tell(fault.exc_value)
    signal.signal(signal.SIGTERM, _stop)


def tell(error: BaseException | None) -> None:
    """Say on standard error that Coach itself went wrong, and where."""
    if error is not None and sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(sorry(error), file=sys.stderr, flush=True)


def leave(status: int) -> NoReturn:
    """End the process, without waiting for a thread that is still loading spaCy."""
    others = (thread for thread in threading.enumerate() if thread is not threading.main_thread())
    if any(not thread.daemon for thread in others):
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError, ValueError):
                stream.flush()
        os._exit(status)
    sys.exit(status)


def run_to_the_end(app: DiscreetApp) -> int:
    """Run the app until the family leaves, a signal comes or something goes wrong; gives the exit status."""
    faults: list[BaseException] = []
    if sys.stdin is not None and sys.stdin.isatty():
        threading.Thread(target=_watch_terminal, args=[sys.stdin.fileno()], daemon=True).start()
    asyncio.run(_run(app, faults), debug=False)  # debugging prints what callbacks hold
    for fault in faults:
        tell(fault)
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
        # Textual stops and starts its drawing in the middle of whatever was at work, and waits for itself for ever
        # when that was drawing too; between two turns of the loop nothing is at work.
        for number in (signal.SIGTSTP, signal.SIGCONT):
            if callable(act := signal.getsignal(number)):
                loop.add_signal_handler(number, act, number, None)

    await app.run_async(auto_pilot=take_turns if hasattr(signal, "SIGTSTP") else None)


def _watch_terminal(handle: int) -> None:
    """End at once when the terminal was closed and no SIGHUP came: nothing is to be restored, and nobody looks."""
    while os.isatty(handle):
        time.sleep(LOOKS_EVERY)
    # The terminal may be gone a moment before its SIGHUP comes: both are the same end.
    if hasattr(signal, "SIGHUP"):
        os.kill(os.getpid(), signal.SIGHUP)
    os._exit(CLOSED)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(BY_SIGNAL + number)
