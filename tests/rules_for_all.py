"""The shipped rules, compiled once for a whole run: by a process beside the workers, while these collect their tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import mkdtemp

import pytest

from coach import rules_cache
from coach.engine import compile_rules
from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.serialize import parse_compiled
from coach.models import Catalog

VARIABLE = "COACH_TESTS_RULES"
"""Names the file for the workers of a run."""
PATIENCE = 120
"""Seconds that a worker waits for the file before it compiles the rules itself."""
COMPILE = """
import sys
from pathlib import Path
from coach.rules_cache import rules_at_hand
rules_at_hand(Path(sys.argv[1]))
"""


def start_compiling(config: pytest.Config) -> None:
    """Let a process compile the rules for all workers of this run; without workers there is nothing to share."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        return
    folder = Path(mkdtemp())
    file = folder / "rules.jsonl"
    process = subprocess.Popen([sys.executable, "-c", COMPILE, file])
    os.environ[VARIABLE] = str(file)

    def clear() -> None:
        process.kill()
        process.wait()
        shutil.rmtree(folder)

    config.add_cleanup(clear)


def made_for_all() -> Path | None:
    """Return the file of this run once it is there; None where nobody makes one, or it takes too long."""
    if VARIABLE not in os.environ:
        return None
    file, end = Path(os.environ[VARIABLE]), time.monotonic() + PATIENCE
    while not file.exists() and time.monotonic() < end:
        time.sleep(0.1)
    return file if file.exists() else None


def keep_ready() -> None:
    """Put the file of this run where Coach looks for rules kept ready, so that no process compiles them again."""
    if made := made_for_all():
        rules_cache.kept_path().parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(made, rules_cache.kept_path())


def compiled_for_all(catalog: Catalog) -> Compiled:
    """Return these rules compiled: read from the file of this run, if there is one."""
    made = made_for_all()
    return parse_compiled(made.read_bytes().partition(b"\n")[2]) if made else compile_rules(catalog)
