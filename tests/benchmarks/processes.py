"""Cold start and peak memory, each in a fresh Python."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.family import FamilyFile
from coach.models import Family

BARE = "import spacy"
STARTS = {
    "import spacy": ("-c", BARE),
    "spacy.blank ready": ("-c", f'{BARE}; spacy.blank("en")'),
    "coach --help": ("-m", "coach", "--help"),
    'coach check "hi"': ("-m", "coach", "check", "hi"),
    "rules ready": ("-c", "import coach; coach.load(second_reader=False)"),
    "engine ready": ("-c", "import coach; coach.load()"),
}
"""What is started; everything is told beside the first."""
READY = {
    "spacy.blank ready": f'{BARE}; spacy.blank("en")',
    "rules ready": "import coach; coach.load(second_reader=False)",
    "engine ready": "import coach; coach.load()",
}
"""Whose memory is measured; everything is told beside the first."""
_PEAK = "; import re; print(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1])"
"""What a process held at most since it became this Python; `ru_maxrss` also counts what its parent held."""


def cold_starts(rounds: int) -> Iterator[tuple[str, float]]:
    """Name and seconds of each start, of the clock on the wall; the fastest of a few."""
    with _strange_family():
        for name, arguments in STARTS.items():
            yield name, fastest_start(arguments, rounds)


def first_paint(rounds: int) -> tuple[float, float]:
    """Seconds until the app's first screen was painted, and until a bare Textual app's was."""
    from tests.speed_app import BARE as BARE_APP  # noqa: PLC0415 - it imports Textual
    from tests.speed_app import OURS  # noqa: PLC0415

    with _strange_family():
        ours = OURS.format(when="begin")
        return fastest_start(("-c", ours), rounds), fastest_start(("-c", BARE_APP), rounds)


def peaks() -> Iterator[tuple[str, float]]:
    """Name and megabytes of each at its largest; nothing where the system does not tell."""
    if sys.platform == "linux":
        for name, code in READY.items():
            told = subprocess.run([sys.executable, "-c", code + _PEAK], check=True, capture_output=True, text=True)
            yield name, int(told.stdout) / 1e3


def fastest_start(arguments: tuple[str, ...], rounds: int) -> float:
    """Seconds of the fastest of a few runs of Python with these arguments."""
    return min(_seconds(arguments) for _ in range(rounds))


def _seconds(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


@contextmanager
def _strange_family() -> Iterator[None]:
    """A family's file of nobody, which was asked everything once."""
    before = os.environ.get("COACH_FAMILY")
    with tempfile.TemporaryDirectory() as folder:
        FamilyFile(Path(folder) / "family.json").save(Family(was_asked=True))
        os.environ["COACH_FAMILY"] = folder
        try:
            yield
        finally:
            del os.environ["COACH_FAMILY"]
            if before is not None:
                os.environ["COACH_FAMILY"] = before
