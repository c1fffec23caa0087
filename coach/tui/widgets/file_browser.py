"""A list of what is in a folder, to choose a file from: the newest first, because it was just made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import N_, _
from coach.tui.safe_text import on_one_line, safe, shown

UP = N_("\u2191 the folder above")
MOST = 300
"""How many files, and how many folders, are listed."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """Which files are listed; any other can be typed."""

    endings: frozenset[str]
    empty: str
    """Shown where a folder has none."""
    is_seen_first: bool = False
    """Whether the newest file is highlighted at once, because it is shown beside the list."""


CHATS = FileKind(
    frozenset({".txt", ".json", ".csv", ".xml", ".zip", ".log", ".tsv"}), N_("(no file here that may be a chat)")
)
PICTURES = FileKind(frozenset({".png", ".jpg", ".jpeg"}), N_("(no picture here)"), is_seen_first=True)


class FileBrowser(OptionList):
    """The files and folders of one folder; hidden ones are left out."""

    class Pointed(Message):
        """Posted when a file is highlighted; `path` is None for a folder."""

        def __init__(self, path: Path | None) -> None:
            super().__init__()
            self.path = path

    class Chosen(Message):
        """Posted when a file was chosen."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, folder: Path, kind: FileKind = CHATS) -> None:
        """List the files of a kind in a folder."""
        super().__init__(markup=False)
        self._kind = kind
        self.folder = folder
        """What is listed now."""
        self._paths: list[Path] = []

    def on_mount(self) -> None:
        """List the first folder."""
        self._list()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a folder, or choose a file."""
        event.stop()
        path = self._paths[event.option_index]
        if path.is_dir():
            self.folder = path
            self._list()
        else:
            self.post_message(self.Chosen(path))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which file is highlighted."""
        event.stop()
        path = self._paths[event.option_index]
        self.post_message(self.Pointed(None if path.is_dir() else path))

    def _list(self) -> None:
        files, folders = _within(self.folder, self._kind.endings)
        above = self.folder.parent
        self._paths = [*([above] if above != self.folder else []), *files, *folders]
        self.clear_options()
        self.add_options(self._listed(len(self._paths) - len(files) - len(folders), len(files)))
        self.highlighted = len(self._paths) - len(files) - len(folders) if files and self._kind.is_seen_first else 0
        if not files:
            self.add_option(Option(_(self._kind.empty), disabled=True))

    def _listed(self, ups: int, files: int) -> Iterator[Option]:
        for at, path in enumerate(self._paths):
            name = on_one_line(safe(path.name), 70)
            if at < ups:
                yield Option(_(UP))
            else:
                yield Option(shown(name) if at < ups + files else shown(f"{name}/", "bold"))


def _within(folder: Path, endings: frozenset[str]) -> tuple[list[Path], list[Path]]:
    """Return the files with these endings, newest first, and the folders by name; none if it cannot be read."""
    try:
        found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError:
        return [], []
    folders = sorted((path for path in found if _is_folder(path)), key=lambda path: path.name.casefold())
    files = [path for path in found if path.suffix.lower() in endings and path not in set(folders)]
    return sorted(files, key=_age, reverse=True)[:MOST], folders[:MOST]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
