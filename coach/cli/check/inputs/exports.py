"""Find the files that `coach check --file` names, and the files their results go to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.errors import InputError

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


def find_exports(named: Iterable[Path], input_format: str | None, skip_link: Callable[[Path], None]) -> list[Export]:
    """Return the named files, and the exports in the named folders.

    Args:
        named: files and folders.
        input_format: `--input`, for all files.
        skip_link: called with each link that leads out of its folder; it is not read.

    Raises:
        InputError: a file is missing or named twice, or a folder contains no exports.
    """
    found = [export for path in named for export in _exports_of(path, input_format, skip_link)]
    seen: dict[Path, Export] = {}
    for export in found:
        other = seen.setdefault(export.path.resolve(), export)
        if other is not export:
            raise InputError(f"{export.path} is listed twice\n    fix: name it once")
    return found


def _exports_of(path: Path, input_format: str | None, skip_link: Callable[[Path], None]) -> Iterator[Export]:
    if not path.exists():
        raise InputError(f"{path}: no such file\n    fix: name a file or folder that you may read")
    if not path.is_dir():
        yield Export(path, input_format or INPUT_FORMATS.get(path.suffix.lower(), "text"), Path(path.name))
        return
    inside, outside = list[Path](), list[Path]()
    for file in sorted(path.rglob("*")):
        if _leads_out(file, path):
            outside.append(file)
        elif _is_export(file, path):
            inside.append(file)
    for link in outside:
        skip_link(link)
    if not inside:
        raise InputError(f"{path} contains no exports\n    fix: name a folder with {', '.join(INPUT_FORMATS)} files")
    for file in inside:
        yield Export(file, input_format or INPUT_FORMATS[file.suffix.lower()], file.relative_to(path))


def _leads_out(file: Path, folder: Path) -> bool:
    """Whether a file or folder that may be or contain exports is a link out of `folder`."""
    if not file.is_symlink() or _is_hidden(file, folder):
        return False
    return (file.is_dir() or _has_export_name(file)) and not file.resolve().is_relative_to(folder.resolve())


def _is_export(file: Path, folder: Path) -> bool:
    """Whether a file is an export; hidden files and Coach's own results are not."""
    return _has_export_name(file) and not _is_hidden(file, folder) and file.is_file()


def is_left_out(file: Path, folder: Path) -> bool:
    """Whether a file is skipped although it is not hidden, a link or one of Coach's own results."""
    is_other = _RESULT not in file.name and not _has_export_name(file)
    return is_other and not _is_hidden(file, folder) and not file.is_symlink() and file.is_file()


def _has_export_name(file: Path) -> bool:
    return file.suffix.lower() in INPUT_FORMATS and _RESULT not in file.name


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
