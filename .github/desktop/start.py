"""Start Coach from the folder that a family unpacked; PyInstaller puts this file into the program."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys

IS_WINDOWS = sys.platform == "win32"
TERMINALS = (
    ("xdg-terminal-exec",),
    ("kgx", "--"),
    ("gnome-terminal", "--"),
    ("konsole", "-e"),
    ("xfce4-terminal", "-x"),
    ("xterm", "-e"),
    ("x-terminal-emulator", "-e"),  # last: some of them split a path that has spaces
)
"""Programs that open a window for Coach on Linux, each with what comes before the command; the first found is taken."""


def start() -> None:
    """Run Coach; in a window of its own if a double click on Linux opened none."""
    multiprocessing.freeze_support()  # workers of `coach check --workers`: does not return in them
    _restore_libraries()
    by_double_click = len(sys.argv) == 1
    if sys.argv[1:3] == ["-m", "coach"]:  # `coach serve` starts `sys.executable -m coach`
        del sys.argv[1:3]
    if by_double_click and not _has_terminal():
        _open_terminal()
    from coach.__main__ import main  # noqa: PLC0415  # a worker needs less of it

    try:
        main()
    except SystemExit as end:
        if end.code and by_double_click and IS_WINDOWS:  # Windows closes the window at once, with what it says
            input("Press Enter to close this window.")
        raise


def _restore_libraries() -> None:
    """Give programs that Coach starts, a browser for example, the system's libraries; PyInstaller sets its own."""
    own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if own is not None:
        os.environ["LD_LIBRARY_PATH"] = own
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def _has_terminal() -> bool:
    return any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _open_terminal() -> None:
    """Become a terminal that runs Coach; return where there is no desktop or no terminal."""
    if sys.platform != "linux" or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    for name, *before in TERMINALS:
        if found := shutil.which(name):
            os.execv(found, [name, *before, sys.executable])  # noqa: S606  # a fixed list of programs, without a shell


if __name__ == "__main__":
    start()
