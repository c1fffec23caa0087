"""`python -m coach`."""

from __future__ import annotations

import signal
import sys


def main() -> None:
    """Run the command line and leave with its exit status; until it is imported, Ctrl+C ends the process silently."""
    is_pythons = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_pythons:  # otherwise whoever started Coach has it ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from coach.cli import run
    from coach.cli.interrupts import CTRL_C
    from coach.cli.lifecycle import keep_quiet, leave
    from coach.cli.seal import seal

    seal()
    keep_quiet()
    if is_pythons:
        signal.signal(signal.SIGINT, CTRL_C)
    leave(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
