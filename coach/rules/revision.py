"""Rules as they stood at a git revision, read without touching the working tree."""

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

_MISSING = "a part of its git history is missing\n    fix: fetch all of it first"


def read_revision(revision: str, folder: Path | None = None) -> Catalog:
    """Read the rules of `folder` (Coach's own where none is given) as they stood at `revision`.

    Raises:
        InputError: there is no git, no such revision, or its rules cannot be read.
    """
    place = folder or rules_path()
    files = _files(place, revision)
    if not files:
        raise InputError(
            f"{place} has no git revision or saved score {revision!r}\n    fix: name a commit, a branch, or a file "
            "that `coach rules score --save FILE` wrote"
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
            told = f"the rules of {revision} cannot be read: {where}: {first.problem}"
            raise InputError(f"{told}\n    fix: compare with a later revision") from error


def _files(place: Path, revision: str) -> dict[PurePosixPath, bytes]:
    """The TOML files of a folder at a revision; nothing where there is none.

    Only commands that apply no filter are asked: a folder from elsewhere may bring settings of git that name programs.
    """
    commit = _git(place, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    listed = _git(place, "ls-tree", "-r", "-z", "--long", commit.decode().strip()) if commit else b""
    found: dict[PurePosixPath, bytes] = {}
    """Each with the name of its object."""
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
                told = f"the rules of {revision} have over {2 * MAX_FILES:,} files or over {MAX_BYTES:,} bytes"
                raise InputError(f"{told}\n    fix: make two folders")
            found[path] = name.encode()
    return dict(zip(found, _contents(place, list(found.values())), strict=True))


def _contents(place: Path, names: Sequence[bytes]) -> Iterator[bytes]:
    """What stands in each of these objects: git writes a line with its size, its bytes, and a line end.

    Raises:
        InputError: one is missing.
    """
    answer, at = _git(place, "cat-file", "--batch", given=b"\n".join(names) + b"\n") if names else b"", 0
    for _ in names:
        head = answer.find(b"\n", at) + 1
        told = answer[at:head].split()
        if len(told) != 3 or told[1] != b"blob":
            raise InputError(f"{place}: {_MISSING}")
        size = int(told[2])
        yield answer[head : head + size]
        at = head + size + 1


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers; nothing where it fails. It fetches nothing, whatever the folder's settings say."""
    program = shutil.which("git")
    if program is None:
        raise InputError("there is no git here\n    fix: compare with a file that --save wrote")
    environment = {**os.environ, "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    command = [program, "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)  # noqa: S603
    return b"" if done.returncode else done.stdout


def _write(files: Mapping[PurePosixPath, bytes], folder: Path) -> None:
    for name, content in files.items():
        make_folder((folder / name).parent)
        write_new(folder / name, content)
