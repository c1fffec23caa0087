"""Find the files that `coach check --file` names, and the files their results go to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.cli.check.inputs.folders import Skip, readable
from coach.errors import InputError
from coach.own_file import real_path

INPUT_FORMATS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".txt": "text", ".parquet": "parquet"
}  # fmt: skip
"""Suffixes of exports, with their input format."""
OUTPUT_SUFFIXES = {"text": "txt"} | {name: name for name in ("json", "jsonl", "html", "sarif", "csv", "parquet")}
"""Suffixes of result files, by `--format`."""
_RESULT = ".coach."


@dataclass(frozen=True, slots=True)
class Export:
    """One file to check."""

    path: Path
    input_format: str
    """`text`, `lines`, `jsonl`, `csv` or `parquet`."""
    below: Path
    """Its path relative to the folder given with `--file`, or its name."""

    @property
    def folder(self) -> Path:
        """The folder given with `--file`, or the one that contains the file."""
        return self.path.parents[len(self.below.parts) - 1]

    def result(self, out: Path | None, input_format: str) -> Path:
        """Return the file for its results: next to it, or at the same relative path under `out`."""
        name = f"{self.path.name}{_RESULT}{OUTPUT_SUFFIXES[input_format]}"
        return out / self.below.with_name(name) if out else self.path.with_name(name)


def is_many(named: Sequence[Path]) -> bool:
    """Whether each export gets its own result file: several paths are named, or a folder."""
    return len(named) > 1 or any(path.is_dir() for path in named)


def find_exports(named: Iterable[Path], input_format: str | None, skip: Skip) -> list[Export]:
    """Return the named files, and the exports in the named folders.

    Args:
        named: files and folders.
        input_format: `--input`, for all files.
        skip: called with each file or folder that may hold messages and is not read.

    Raises:
        InputError: a file is missing or named twice, or a folder contains no exports.
    """
    found = [export for path in named for export in _exports_of(path, input_format, skip)]
    seen: dict[Path, Export] = {}
    for export in found:
        other = seen.setdefault(real_path(export.path), export)
        if other is not export:
            raise InputError(f"{export.path} is listed twice\n    fix: name it once")
    return found


def _exports_of(path: Path, input_format: str | None, skip: Skip) -> Iterator[Export]:
    if not path.exists():
        raise InputError(f"{path}: no such file\n    fix: name a file or folder that you may read")
    if not path.is_dir():
        yield Export(path, input_format or INPUT_FORMATS.get(path.suffix.lower(), "text"), Path(path.name))
        return
    inside = list(readable(path, _has_export_name, skip))
    if not inside:
        raise InputError(f"{path} contains no exports\n    fix: name a folder with {', '.join(INPUT_FORMATS)} files")
    for file in inside:
        yield Export(file, input_format or INPUT_FORMATS[file.suffix.lower()], file.relative_to(path))


def is_result(file: Path) -> bool:
    """Whether a file has the name of one of Coach's own results: that of an export, and what `Export.result` adds."""
    export, _, suffix = file.name.rpartition(_RESULT)
    return suffix in OUTPUT_SUFFIXES.values() and Path(export).suffix.lower() in INPUT_FORMATS


def is_other(file: Path) -> bool:
    """Whether a file is skipped although it is not a link or one of Coach's own results."""
    is_left = not _has_export_name(file) and not is_result(file)
    return is_left and not file.is_symlink() and file.is_file()


def _has_export_name(file: Path) -> bool:
    return file.suffix.lower() in INPUT_FORMATS and not is_result(file)
