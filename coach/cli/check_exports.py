"""Which files `coach check --file` names, and where their results go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.errors import InputError

FORMS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet"}
"""Which endings of files are exports, and what is in them."""
ENDINGS = {"text": "txt", "json": "json", "jsonl": "jsonl", "html": "html", "sarif": "sarif"}
"""How a file of results ends, by `--format`."""
_RESULT = ".coach."


@dataclass(frozen=True, slots=True)
class Export:
    """One file to check."""

    path: Path
    form: str
    """`text`, `lines`, `jsonl`, `csv` or `parquet`."""
    below: Path
    """Its place in the folder that was named, or its name."""

    def result(self, out: Path | None, form: str) -> Path:
        """Where its results go: beside it, or to the same place below `out`."""
        name = f"{self.path.name}{_RESULT}{ENDINGS[form]}"
        return out / self.below.with_name(name) if out else self.path.with_name(name)


def is_many(named: Sequence[Path]) -> bool:
    """Whether results go to a file for each export: more than one is named, or a folder."""
    return len(named) > 1 or any(path.is_dir() for path in named)


def find_exports(named: Iterable[Path], form: str | None) -> list[Export]:
    """The files that are named, and the exports in the folders that are; `form` counts for all, if it is given.

    Raises:
        InputError: a file is missing, a folder holds no export, or two results would go to one file.
    """
    found = [export for path in named for export in _exports_of(path, form)]
    seen: dict[Path, Export] = {}
    for export in found:
        other = seen.setdefault(export.path.resolve(), export)
        if other is not export:
            raise InputError(f"{export.path} is named twice\n    mend: name it once")
    return found


def _exports_of(path: Path, form: str | None) -> Iterator[Export]:
    if not path.exists():
        raise InputError(f"{path}: no such file\n    mend: name a file or folder that you may read")
    if not path.is_dir():
        yield Export(path, form or FORMS.get(path.suffix.lower(), "text"), Path(path.name))
        return
    inside = [file for file in sorted(path.rglob("*")) if _is_export(file, path)]
    if not inside:
        raise InputError(f"{path}: no export stands there\n    mend: name a folder with {', '.join(FORMS)} files")
    for file in inside:
        yield Export(file, form or FORMS[file.suffix.lower()], file.relative_to(path))


def _is_export(file: Path, folder: Path) -> bool:
    """Whether a file is an export: results of Coach and what is hidden are none."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in FORMS and _RESULT not in file.name and not hidden and file.is_file()
