"""The process of a command, sealed before anything of a family is in it: what is typed stays in its memory.

Textual writes logs, keys and pictures of the screen where variables of the environment say so, and a system may write
the memory of a process that fails to the disk. Only the command is sealed: whoever imports Coach is left alone.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

KEPT = frozenset(
    {
        "TEXTUAL_DRIVER",  # the app in a browser
        "TEXTUAL_FPS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_ANIMATIONS",  # whoever bears no movement turns it off
        "TEXTUAL_DISABLE_KITTY_KEY",  # some terminals send wrong keys otherwise
    }
)
"""Variables of Textual that change what is drawn and how keys come, and write nothing."""
_SIZES = ("COLUMNS", "LINES")
_PR_SET_DUMPABLE = 4


def seal() -> None:
    """Drop what makes others write down what is typed, and let no memory of this process be dumped or read."""
    drop_variables()
    shut_memory()


def drop_variables() -> None:
    """Drop Textual's variables but those in `KEPT`, and a size that is not the terminal's."""
    for name in [name for name in os.environ if name == "TEXTUAL" or name.startswith("TEXTUAL_")]:
        if name not in KEPT:
            del os.environ[name]
    if sys.stdout is not None and sys.stdout.isatty():
        for name in _SIZES:
            os.environ.pop(name, None)


def shut_memory() -> None:
    """Allow no core dump and, on Linux, no other process of this user to read the memory; never fails."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
