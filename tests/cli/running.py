"""Runs `coach` with its streams: here, which is fast, or as the console script, which is what a family starts."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from coach.cli import run
from coach.family.family_file import FOLDER_VARIABLE
from tests.shipped import share_loaded

COACH = Path(sys.executable).parent / "coach"
Ended = tuple[int, str, str]
"""Exit status, standard output, standard error."""


def coach_process(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ended:
    """Run the console script in an environment that holds little more than `environment`."""
    here = {name: os.environ[name] for name in ("HOME", FOLDER_VARIABLE)}
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "80", **here, **environment}
    done = subprocess.run([COACH, *arguments], input=stdin, capture_output=True, check=False, timeout=300, env=env)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def coach(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ended:
    """Run the command in this process, with rules that are loaded once a run; its streams are real files."""
    with (
        TemporaryFile() as given,
        TemporaryFile() as out,
        TemporaryFile() as err,
        pytest.MonkeyPatch.context() as patch,
    ):
        share_loaded(patch)
        given.write(stdin)
        given.seek(0)
        streams = [io.TextIOWrapper(file, encoding="utf-8", write_through=True) for file in (given, out, err)]
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        for name, value in {"COLUMNS": "80", **environment}.items():
            patch.setenv(name, value)
        status = _status(list(map(str, arguments)))
        return status, _written(streams[1]), _written(streams[2])


def _status(arguments: list[str]) -> int:
    try:
        return run(arguments)
    except SystemExit as ended:  # argparse leaves so
        return int(ended.code or 0)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
