"""Rules as they stood at a git revision, read without touching the working tree."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from coach.errors import AuthorError, InputError
from coach.models import Catalog
from coach.rules.catalog import read_catalog
from coach.rules.places import rules_path


def read_revision(revision: str, folder: Path | None = None) -> Catalog:
    """Read the rules of `folder` (Coach's own where none is given) as they stood at `revision`.

    Raises:
        InputError: there is no git, no such revision, or its rules cannot be read.
    """
    place = folder or rules_path()
    commit = _git(place, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    archive = _git(place, "archive", "--format=tar", commit.decode().strip()) if commit else b""
    if not archive:
        raise InputError(
            f"{place} has no git revision or saved score {revision!r}\n    mend: name a commit, a branch, or a file "
            "that `coach rules score --save FILE` wrote"
        )
    with TemporaryDirectory(prefix="coach-rules-") as made:
        _unpack(archive, Path(made))
        try:
            return read_catalog(Path(made), beside=rules_path() if folder else None)
        except AuthorError as error:
            first = error.faults[0]
            where = (
                f"{first.path.relative_to(made)}:{max(first.line, 1)}"
                if first.path.is_relative_to(made)
                else first.path
            )
            told = f"the rules of {revision} cannot be read: {where}: {first.problem}"
            raise InputError(f"{told}\n    mend: compare with a later revision") from error


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers; nothing where it fails."""
    program = shutil.which("git")
    if program is None:
        raise InputError("there is no git here\n    mend: compare with a file that --save wrote")
    done = subprocess.run([program, "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603
    return b"" if done.returncode else done.stdout


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the TOML files of a tar archive below `folder`; nothing else of it, and nothing anywhere else."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            name = PurePosixPath(member.name)
            if member.isfile() and name.suffix == ".toml" and not name.is_absolute() and ".." not in name.parts:
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                content = files.extractfile(member)
                path.write_bytes(content.read() if content else b"")
