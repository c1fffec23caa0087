"""Where the answers of `coach check` go, planned before anything is read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from coach.cli.check.inputs.exports import Export
from coach.cli.results import ELSEWHERE, Result, result_at
from coach.errors import InputError
from coach.writing import is_same


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the call wants its answers."""

    out: Path | None
    """What `--out` says: one file, or with `many` a folder."""
    output_format: str
    """What `--format` says."""
    many: bool
    """Whether each export has a file of answers of its own."""
    force: bool
    """Whether files that are there may be replaced."""

    def plan(self, exports: Sequence[Export], inputs: Sequence[Path | int]) -> list[Result | None]:
        """Where the answers to each export go; None is standard output.

        Args:
            exports: the files to check; none where the message is typed or piped.
            inputs: all that is read, by path or handle.

        Raises:
            InputError: answers would go over what is read or what is there, through a link, or twice to one place.
        """
        if not self.many:
            if self.out is None:
                _check_standard_output(inputs)
                return [None]
            return [result_at(self.out, inputs, force=self.force)]
        targets = [export.result(self.out, self.output_format) for export in exports]
        _refuse_sharing(exports, targets)
        for export, target in zip(exports, targets, strict=True):
            _refuse_links(self.out or export.folder, target)
        return [result_at(target, inputs, force=self.force) for target in targets]


def handle_of(stream: IO[str] | None) -> list[int]:
    """The handle of a stream that has one."""
    with suppress(AttributeError, OSError, ValueError):
        return [stream.fileno()]  # type: ignore[union-attr]
    return []


def _check_standard_output(inputs: Sequence[Path | int]) -> None:
    """Refuse a standard output that the shell has opened over what is read."""
    if any(is_same(handle, inputs) for handle in handle_of(sys.stdout)):
        raise InputError(f"the answers would go over what is read\n    fix: {ELSEWHERE}")


def _refuse_sharing(exports: Sequence[Export], targets: Sequence[Path]) -> None:
    """Refuse answers of two files in one place, whatever that is called."""
    seen: dict[object, Export] = {}
    for export, target in zip(exports, targets, strict=True):
        other = seen.setdefault(_identity(target), export)
        if other is not export:
            told = f"the answers to {other.path} and to {export.path} would both go to {target}"
            raise InputError(f"{told}\n    fix: check one of the two by itself, with another --out")


def _refuse_links(folder: Path, target: Path) -> None:
    """Refuse a place that a link takes out of the folder that was named."""
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise InputError(f"{target.parent} is a link that leads out of {folder}\n    fix: {ELSEWHERE}")


def _identity(path: Path) -> object:
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return path.resolve()
