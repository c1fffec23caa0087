"""The shipped rules, read and compiled once for a whole run: by a process beside the workers, while these collect."""

from __future__ import annotations

import os
import pickle
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
READ_AND_COMPILE = """
import pickle, sys
from pathlib import Path
from coach.rules import read_catalog
from coach.writing import write_whole
compiled, read = map(Path, sys.argv[1:])
try:
    catalog = read_catalog()
except Exception:
    write_whole(read, b"")
    raise
write_whole(read, pickle.dumps(catalog))
from coach import rules_cache
rules_cache.read_catalog = lambda: catalog
rules_cache.rules_at_hand(compiled)
"""
"""The catalog is there first: tables of tests are made from it."""


def start_compiling(config: pytest.Config) -> None:
    """Let a process compile the rules for all workers of this run; without workers there is nothing to share."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        return
    folder = Path(mkdtemp())
    file = folder / "rules.jsonl"
    process = subprocess.Popen([sys.executable, "-c", READ_AND_COMPILE, file, _catalog_beside(file)])
    os.environ[VARIABLE] = str(file)

    def clear() -> None:
        process.kill()
        process.wait()
        shutil.rmtree(folder)

    config.add_cleanup(clear)


def _catalog_beside(compiled: Path) -> Path:
    return compiled.with_name("catalog.pickle")


def made_for_all() -> Path | None:
    """Return the file of compiled rules once it is there; None where nobody makes one, or it takes too long."""
    return _awaited(Path(os.environ[VARIABLE])) if VARIABLE in os.environ else None


def read_for_all() -> Catalog | None:
    """Return the catalog that was read for this run; None where nobody reads one, it takes too long, or has faults."""
    file = _awaited(_catalog_beside(Path(os.environ[VARIABLE]))) if VARIABLE in os.environ else None
    content = file.read_bytes() if file else b""
    return pickle.loads(content) if content else None  # noqa: S301


def _awaited(file: Path) -> Path | None:
    end = time.monotonic() + PATIENCE
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
