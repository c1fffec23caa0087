"""Which files `coach check --file` names, and where their results go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.errors import InputError

INPUT_FORMATS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".txt": "text", ".parquet": "parquet"
}  # fmt: skip
"""Which endings of files are exports, and what is in them."""
OUTPUT_SUFFIXES = {"text": "txt"} | {name: name for name in ("json", "jsonl", "html", "sarif", "csv", "parquet")}
"""How a file of results ends, by `--format`."""
_RESULT = ".coach."


@dataclass(frozen=True, slots=True)
class Export:
    """One file to check."""

    path: Path
    input_format: str
    """`text`, `lines`, `jsonl`, `csv` or `parquet`."""
    below: Path
    """Its place in the folder that was named, or its name."""

    @property
    def folder(self) -> Path:
        """The folder that was named, or the one that it lies in."""
        return self.path.parents[len(self.below.parts) - 1]

    def result(self, out: Path | None, input_format: str) -> Path:
        """Where its results go: beside it, or to the same place below `out`."""
        name = f"{self.path.name}{_RESULT}{OUTPUT_SUFFIXES[input_format]}"
        return out / self.below.with_name(name) if out else self.path.with_name(name)


def is_many(named: Sequence[Path]) -> bool:
    """Whether results go to a file for each export: more than one is named, or a folder."""
    return len(named) > 1 or any(path.is_dir() for path in named)


def find_exports(named: Iterable[Path], input_format: str | None, tell: Callable[[Path], None]) -> list[Export]:
    """The files that are named, and the exports in the folders that are.

    Args:
        named: files and folders.
        input_format: the form of all of them, if it is given.
        tell: called with each link that leads out of its folder: it is not read.

    Raises:
        InputError: a file is missing or named twice, or a folder holds no export.
    """
    found = [export for path in named for export in _exports_of(path, input_format, tell)]
    seen: dict[Path, Export] = {}
    for export in found:
        other = seen.setdefault(export.path.resolve(), export)
        if other is not export:
            raise InputError(f"{export.path} is named twice\n    fix: name it once")
    return found


def _exports_of(path: Path, input_format: str | None, tell: Callable[[Path], None]) -> Iterator[Export]:
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
        tell(link)
    if not inside:
        raise InputError(
            f"{path}: no export stands there\n    fix: name a folder with {', '.join(INPUT_FORMATS)} files"
        )
    for file in inside:
        yield Export(file, input_format or INPUT_FORMATS[file.suffix.lower()], file.relative_to(path))


def _leads_out(file: Path, folder: Path) -> bool:
    """Whether a file or folder that could hold exports is a link to somewhere else."""
    if not file.is_symlink() or _is_hidden(file, folder):
        return False
    return (file.is_dir() or _is_named_so(file)) and not file.resolve().is_relative_to(folder.resolve())


def _is_export(file: Path, folder: Path) -> bool:
    """Whether a file is an export: results of Coach and what is hidden are none."""
    return _is_named_so(file) and not _is_hidden(file, folder) and file.is_file()


def is_left_out(file: Path, folder: Path) -> bool:
    """Whether a file of a folder is not read, though it is neither a result of Coach nor hidden, nor a link."""
    is_other = _RESULT not in file.name and not _is_named_so(file)
    return is_other and not _is_hidden(file, folder) and not file.is_symlink() and file.is_file()


def _is_named_so(file: Path) -> bool:
    return file.suffix.lower() in INPUT_FORMATS and _RESULT not in file.name


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
