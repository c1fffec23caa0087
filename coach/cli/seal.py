"""Seal the process before it reads anything private, so that what is typed never leaves its memory.

Environment variables can make Textual log keys and screenshots, and the system may write the memory of a crashed
process to disk. Only the command does this; importing Coach as a library changes nothing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import ModuleType

KEPT = frozenset(
    {
        "TEXTUAL_DRIVER",  # the app in a browser
        "TEXTUAL_FPS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_ANIMATIONS",  # an accessibility setting: people who need less motion turn it off
        "TEXTUAL_DISABLE_KITTY_KEY",  # some terminals send wrong keys without it
    }
)
"""Textual variables that change drawing and keys but write nothing."""
_SIZES = ("COLUMNS", "LINES")
_PR_SET_DUMPABLE = 4
_SPACYS_COMMAND = "spacy.cli.info"
"""Imported by `spacy` itself, which only offers it to others."""


def seal() -> None:
    """Remove variables that would log what is typed, protect this process's memory, and leave out what downloads."""
    drop_variables()
    shut_memory()
    leave_out_spacys_commands()


def drop_variables() -> None:
    """Remove Textual's variables except those in `KEPT`, and a size that overrides the terminal's."""
    for name in [name for name in os.environ if name == "TEXTUAL" or name.startswith("TEXTUAL_")]:
        if name not in KEPT:
            del os.environ[name]
    if sys.stdout is not None and sys.stdout.isatty():
        for name in _SIZES:
            os.environ.pop(name, None)


def shut_memory() -> None:
    """Disable core dumps and, on Linux, stop other processes of this user reading the memory; never fails."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def leave_out_spacys_commands() -> None:
    """Put an empty module in the place of the one for which spaCy imports its own command line.

    That brings `requests` and `httpx` with it, to download models, and takes a third of the time of importing spaCy.
    """
    if "spacy" not in sys.modules:
        stand_in = ModuleType(_SPACYS_COMMAND)
        stand_in.__dict__["info"] = None
        sys.modules.setdefault(_SPACYS_COMMAND, stand_in)
