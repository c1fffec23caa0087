"""Write results to a file: a new one, unless `--force` allows replacing an existing file."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from coach.errors import FamilyError, InputError
from coach.writing import is_ordinary, is_same, make_folder, new_file, replacing

ELSEWHERE = "choose another path"
_TAKEN = "choose another path, or add --force to replace it"


@dataclass(frozen=True, slots=True)
class Result:
    """The file that results go to."""

    path: Path
    replaces: bool
    """Whether it replaces an existing file."""

    @contextmanager
    def written(self, errors: str = "strict") -> Iterator[IO[str]]:
        """Open the file for UTF-8 text; after Ctrl+C it keeps what was written so far.

        Raises:
            InputError: it cannot be written, or a file with this name has appeared since.
        """
        make_folder(self.path.parent)
        opened = replacing(self.path, when_stopped=True) if self.replaces else new_file(self.path, fix=_TAKEN)
        with opened as file:
            words = io.TextIOWrapper(file, encoding="utf-8", errors=errors)
            try:
                yield words
            finally:
                words.detach()


def result_at(path: Path, inputs: Sequence[Path | int] = (), *, force: bool) -> Result:
    """Plan to write results to `path`.

    Args:
        path: the file to write.
        inputs: everything the command reads, as paths or file descriptors.
        force: whether an existing file may be replaced.

    Raises:
        InputError: this would overwrite the family's file, an input or an existing file, or write through a link.
    """
    if is_same(path, _family_file()):
        raise InputError(f"{path} is the file that keeps your family's words\n    fix: {ELSEWHERE}")
    if is_same(path, inputs):
        raise InputError(f"{path} is also an input file\n    fix: {ELSEWHERE}")
    if not os.path.lexists(path):
        return Result(path, replaces=False)
    if not is_ordinary(path):
        raise InputError(f"{path} is a link, a folder or a device, not a regular file\n    fix: {ELSEWHERE}")
    if not force:
        raise InputError(f"{path} already exists\n    fix: {_TAKEN}")
    return Result(path, replaces=True)


def _family_file() -> list[Path]:
    """Return the path of the family's file, in a list that is empty if COACH_FAMILY names none."""
    from coach.family import family_path

    with suppress(FamilyError):
        return [family_path()]
    return []
