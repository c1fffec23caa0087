"""Reads rules from a git revision without touching the working tree."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from coach.errors import AuthorError, InputError
from coach.models import Catalog
from coach.rules.catalog import read_catalog
from coach.rules.places import MAX_BYTES, MAX_FILES, rules_path
from coach.writing import make_folder, passing_folder, write_new

_MISSING = "part of the git history is missing\n    fix: fetch the full history first"


def read_revision(revision: str, folder: Path | None = None) -> Catalog:
    """Read the rules of `folder` (by default Coach's own) at `revision`.

    Raises:
        InputError: git is not installed, or the revision is unknown or its rules cannot be read.
    """
    place = folder or rules_path()
    files = _files(place, revision)
    if not files:
        raise InputError(
            f"{place} has no git revision or saved score {revision!r}\n    fix: use a commit, a branch, or a file that "
            "`coach rules score --save FILE` wrote"
        )
    with passing_folder("coach-rules-") as made:
        _write(files, made)
        try:
            return read_catalog(made, beside=rules_path() if folder else None)
        except AuthorError as error:
            first = error.faults[0]
            where = (
                f"{first.path.relative_to(made)}:{max(first.line, 1)}"
                if first.path.is_relative_to(made)
                else first.path
            )
            problem = f"cannot read the rules of {revision}: {where}: {first.problem}"
            raise InputError(f"{problem}\n    fix: compare with a later revision") from error


def _files(place: Path, revision: str) -> dict[PurePosixPath, bytes]:
    """Read the TOML files of a folder at a revision; empty if there are none.

    Only git commands that run no filters are used, as an untrusted folder's git settings could name programs.
    """
    commit = _git(place, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    listed = _git(place, "ls-tree", "-r", "-z", "--long", commit.decode().strip()) if commit else b""
    found: dict[PurePosixPath, bytes] = {}
    """Object names by path."""
    left = MAX_BYTES
    for entry in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, written = entry.partition("\t")
        mode, _, name, size = about.split()
        path = PurePosixPath(written)
        if mode.startswith("100") and path.suffix == ".toml" and ".." not in path.parts:
            if not size.isdigit():
                raise InputError(f"{place}: {_MISSING}")
            left -= int(size)
            if left < 0 or len(found) >= 2 * MAX_FILES:
                limits = f"at most {2 * MAX_FILES:,} files and {MAX_BYTES:,} bytes allowed"
                raise InputError(f"too many rules at {revision}: {limits}\n    fix: split them into two folders")
            found[path] = name.encode()
    return dict(zip(found, _contents(place, list(found.values())), strict=True))


def _contents(place: Path, names: Sequence[bytes]) -> Iterator[bytes]:
    """Read git objects from the batch format: a line with the size, the bytes, and a line feed.

    Raises:
        InputError: an object is missing.
    """
    answer, at = _git(place, "cat-file", "--batch", given=b"\n".join(names) + b"\n") if names else b"", 0
    for _ in names:
        head = answer.find(b"\n", at) + 1
        fields = answer[at:head].split()
        if len(fields) != 3 or fields[1] != b"blob":
            raise InputError(f"{place}: {_MISSING}")
        size = int(fields[2])
        yield answer[head : head + size]
        at = head + size + 1


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run git and return its output, or nothing if it fails; the folder's settings cannot make it fetch anything."""
    program = shutil.which("git")
    if program is None:
        raise InputError("git is not installed\n    fix: install git, or compare with a file that --save wrote")
    environment = {**os.environ, "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    command = [program, "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)  # noqa: S603
    return b"" if done.returncode else done.stdout


def _write(files: Mapping[PurePosixPath, bytes], folder: Path) -> None:
    for name, content in files.items():
        make_folder((folder / name).parent)
        write_new(folder / name, content)
