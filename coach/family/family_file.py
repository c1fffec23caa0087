"""The file that stores a family's progress, promises, private words and agreement."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_data_path

from coach.errors import FamilyError
from coach.models import Family
from coach.models.family import FAMILY_VERSION
from coach.own_file import is_wide, narrow, read_own
from coach.writing import lock_at, make_private_folder, set_aside, settle, unfinished, write_whole

FOLDER_VARIABLE = "COACH_FAMILY"
"""The environment variable for another folder."""
_NAME_FOLDER = "    fix: set it to the folder for the family's file, such as /home/ada/coach, or unset it"
MOST_KEPT = 8_000_000
"""The size limit of a family's file, in bytes; no family needs a tenth of it."""
PATIENCE = 5.0
"""How many seconds to wait for another Coach to finish writing."""


def family_path() -> Path:
    """Return the path of the family's file.

    Raises:
        FamilyError: `COACH_FAMILY` is a file, or the home folder of an unknown user.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if not named:
        return user_data_path("coach", appauthor=False) / "family.json"
    try:
        folder = Path(named).expanduser()
    except RuntimeError as error:
        raise FamilyError(f"invalid {FOLDER_VARIABLE}={named}: unknown user\n{_NAME_FOLDER}") from error
    if _is_too_long(folder):
        raise FamilyError(f"invalid {FOLDER_VARIABLE}: too long for a folder name\n{_NAME_FOLDER}")
    if folder.is_file():
        raise FamilyError(f"invalid {FOLDER_VARIABLE}={named}: a file, not a folder\n{_NAME_FOLDER}")
    return folder / "family.json"


def _is_too_long(folder: Path) -> bool:
    """Whether the system cannot have a file of this name."""
    try:
        folder.lstat()
    except OSError as error:
        return error.errno == errno.ENAMETOOLONG
    except ValueError:
        return True
    return False


class FamilyFile:
    """One family's file; a damaged one is set aside, never overwritten."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self.set_aside: Path | None = None
        """The new path of a damaged file, if one was found."""
        self._patience = patience

    def read(self) -> Family:
        """Load the family; an empty one if there is no file or a damaged one was set aside.

        Raises:
            FamilyError: the file cannot be read, or a newer Coach wrote it.
        """
        try:
            return self._parse()
        except ValueError:
            with self._alone():
                return self._parse_or_set_aside()

    def save(self, family: Family) -> None:
        """Replace the saved family with `family`.

        Raises:
            FamilyError: the file cannot be written, or a newer Coach wrote the existing one.
        """
        self.update(lambda _: family)

    def update(self, change: Callable[[Family], Family]) -> Family:
        """Load, change and save the family under a lock between processes; return the saved family.

        Raises:
            FamilyError: the file cannot be read or written, or a newer Coach wrote it.
        """
        with self._alone():
            family = change(self._parse_or_set_aside()).model_copy(update={"version": FAMILY_VERSION})
            with self._in_words("write"):
                write_whole(self.path, family.model_dump_json(indent=2).encode())
        return family

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = lock_at(self._lock_path, self._patience)
        with self._in_words("write"):
            self._make_folder()
            try:
                lock.acquire()
            except TimeoutError as error:
                fix = "close the other Coach and try again"
                raise FamilyError(f"another Coach is writing {self.path}\n    fix: {fix}") from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _in_words(self, act: str) -> Iterator[None]:
        try:
            yield
        except (OSError, NotImplementedError) as error:
            reason = getattr(error, "strerror", None) or error
            fix = f"check your permission to {act} there, or set {FOLDER_VARIABLE} to another folder"
            raise FamilyError(f"cannot {act} {self.path}: {reason}\n    fix: {fix}") from error

    def _make_folder(self) -> None:
        """Create the folder; make an existing one private unless it contains other files."""
        folder = self.path.parent
        make_private_folder(folder)
        if is_wide(folder) and set(folder.iterdir()) <= set(self._traces()):
            narrow(folder)

    @property
    def _lock_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}.lock")

    def _traces(self) -> Iterator[Path]:
        """List every file in the folder that Coach may have created."""
        if os.path.lexists(self.path):
            yield self.path
        aside = re.compile(rf"{re.escape(self.path.stem)}\.broken-[0-9]+{re.escape(self.path.suffix)}")
        yield from sorted(path for path in self.path.parent.iterdir() if aside.fullmatch(path.name))
        yield from sorted(unfinished(self.path))
        if os.path.lexists(self._lock_path):
            yield self._lock_path

    def forget(self) -> tuple[Path, ...]:
        """Delete everything that Coach saved or left behind, and the folder if it is empty then.

        Returns:
            The deleted paths.

        Raises:
            FamilyError: something cannot be deleted, or another Coach is writing.
        """
        folder = self.path.parent
        if not folder.exists():
            return ()
        before = set(self._traces())
        with self._alone(), self._in_words("write"):
            removed = [path for path in self._traces() if path in before]
            for path in removed:
                if path != self._lock_path:
                    path.unlink()
            settle(folder)
        with suppress(OSError):
            self._lock_path.unlink(missing_ok=True)
            folder.rmdir()
            removed.append(folder)
        return tuple(removed)

    def _parse_or_set_aside(self) -> Family:
        try:
            return self._parse()
        except ValueError:
            with self._in_words("write"):
                self.set_aside = set_aside(self.path)
            return Family()

    def _parse(self) -> Family:
        """Read the file.

        Raises:
            FamilyError: the file cannot be read, or a newer Coach wrote it.
            ValueError: the file is damaged.
        """
        with self._in_words("read"):
            try:
                content = read_own(self.path, MOST_KEPT)
            except FileNotFoundError:
                return Family()
        if len(content) > MOST_KEPT:
            raise ValueError("longer than anything Coach writes")
        if _version(content) > FAMILY_VERSION:
            fix = f"install the newest Coach, or set {FOLDER_VARIABLE} to another folder"
            raise FamilyError(f"a newer Coach wrote {self.path}\n    fix: {fix}")
        return Family.model_validate_json(content, strict=True)


def _version(content: bytes) -> int:
    """Return the format version of the file, or 0 if it has none.

    Raises:
        ValueError: the file is not JSON.
    """
    try:
        values = json.loads(content)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    version = values.get("version") if isinstance(values, dict) else None
    return version if isinstance(version, int) else 0
