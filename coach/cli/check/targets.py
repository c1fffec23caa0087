"""Choose the output files of `coach check` before reading anything."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from coach.cli.check.inputs.exports import Export
from coach.cli.results import ELSEWHERE, Result, result_at
from coach.errors import InputError
from coach.own_file import real_path
from coach.writing import is_same


@dataclass(frozen=True, slots=True)
class Targets:
    """The arguments that decide where answers go."""

    out: Path | None
    """`--out`: one file, or with `many` a folder."""
    output_format: str
    """`--format`."""
    many: bool
    """Whether each export gets its own output file."""
    force: bool
    """Whether existing files may be replaced."""

    def plan(self, exports: Sequence[Export], inputs: Sequence[Path | int]) -> list[Result | None]:
        """Return the output file for each export; None means standard output.

        Args:
            exports: the files to check; empty for TEXT and standard input.
            inputs: everything that is read, as paths or file descriptors.

        Raises:
            InputError: answers would overwrite an input or an existing file, follow a link, or share a file.
        """
        to_output = self.out is None and not self.many
        _check_streams([sys.stdout, sys.stderr] if to_output else [sys.stderr], inputs)
        if not self.many:
            if self.out is None:
                return [None]
            return [result_at(self.out, inputs, force=self.force)]
        targets = [export.result(self.out, self.output_format) for export in exports]
        _refuse_sharing(exports, targets)
        for export, target in zip(exports, targets, strict=True):
            _refuse_links(self.out or export.folder, target)
        return [result_at(target, inputs, force=self.force) for target in targets]


def handle_of(stream: IO[str] | None) -> list[int]:
    """Return the file descriptor of a stream, in a list that is empty if it has none."""
    with suppress(AttributeError, OSError, ValueError):
        return [stream.fileno()]  # type: ignore[union-attr]
    return []


def _check_streams(streams: Iterable[IO[str] | None], inputs: Sequence[Path | int]) -> None:
    """Refuse to write if the shell redirected a stream to an input file."""
    if any(is_same(handle, inputs) for stream in streams for handle in handle_of(stream)):
        raise InputError(f"the answers would overwrite an input file\n    fix: {ELSEWHERE}")


def _refuse_sharing(exports: Sequence[Export], targets: Sequence[Path]) -> None:
    """Refuse to write the answers to two exports to the same file, under any name."""
    seen: dict[object, Export] = {}
    for export, target in zip(exports, targets, strict=True):
        other = seen.setdefault(_identity(target), export)
        if other is not export:
            problem = f"the answers to {other.path} and {export.path} would both be written to {target}"
            raise InputError(f"{problem}\n    fix: check one of them separately, with another --out")


def _refuse_links(folder: Path, target: Path) -> None:
    """Refuse a target that a link leads out of `folder`."""
    if not real_path(target.parent).is_relative_to(real_path(folder)):
        raise InputError(f"{target.parent} is a link that leads out of {folder}\n    fix: {ELSEWHERE}")


def _identity(path: Path) -> object:
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return real_path(path)
