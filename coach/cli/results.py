"""A file of results that a command writes where the call says: new, unless `--force` replaces what is there."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from coach.errors import InputError
from coach.writing import is_ordinary, is_same, make_folder, new_file, replacing

ELSEWHERE = "name another place"
_TAKEN = "name another place, or add --force to replace it"


@dataclass(frozen=True, slots=True)
class Result:
    """Where results go."""

    path: Path
    replaces: bool
    """Whether a file that is there gives way to it."""

    @contextmanager
    def written(self, errors: str = "strict") -> Iterator[IO[str]]:
        """The file, as UTF-8; what was written until Ctrl+C stays.

        Raises:
            InputError: it cannot be written, or something has got its name since it was planned.
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
        path: where they go.
        inputs: all that the command reads, by path or handle.
        force: whether a file that is there may be replaced.

    Raises:
        InputError: they would go over what is read or what is there, or through a link.
    """
    if is_same(path, inputs):
        raise InputError(f"{path} is what is read\n    fix: {ELSEWHERE}")
    if not os.path.lexists(path):
        return Result(path, replaces=False)
    if not is_ordinary(path):
        raise InputError(f"{path} is a link, a folder or a device, not a file\n    fix: {ELSEWHERE}")
    if not force:
        raise InputError(f"{path} is there already\n    fix: {_TAKEN}")
    return Result(path, replaces=True)
