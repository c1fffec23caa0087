"""`python -m coach`."""

from __future__ import annotations

import sys

from coach.cli import run
from coach.cli.lifecycle import keep_quiet, leave
from coach.cli.seal import seal


def main() -> None:
    """Run the command line and leave with its exit status."""
    seal()
    keep_quiet()
    leave(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
