"""The door that all files go through: new or whole, its owner's only, through no link, over nothing."""

from __future__ import annotations

import os
import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from coach.errors import InputError
from coach.writing import SHARED, is_ordinary, is_same, make_folder, new_file, replacing, write_new, write_whole

if os.name != "posix":
    pytest.skip("links, pipes and modes of POSIX", allow_module_level=True)

LONG = b"a" * 50_000


@contextmanager
def full_disk() -> Iterator[None]:
    """No file grows beyond 9,000 bytes."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def break_off(file: IO[bytes], content: bytes, error: type[BaseException]) -> None:
    file.write(content)
    raise error


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=["file", "folder", "pipe", "link", "link that leads nowhere"])
def taken(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A name that something has already."""
    path = tmp_path / "taken"
    if request.param == "file":
        path.write_bytes(b"mine")
    elif request.param == "folder":
        path.mkdir()
    elif request.param == "pipe":
        os.mkfifo(path)
    else:
        target = tmp_path / "target"
        path.symlink_to(target)
        if request.param == "link":
            target.write_bytes(b"mine")
    return path


def test_whatever_has_the_name_of_a_new_file_stays(taken: Path) -> None:
    before, beside = os.lstat(taken), sorted(taken.parent.iterdir())
    with pytest.raises(InputError, match="already exists\n    fix: "):
        write_new(taken, b"theirs")
    with pytest.raises(InputError, match="already exists\n    fix: "), new_file(taken):
        raise AssertionError("never opened")
    assert (os.lstat(taken), sorted(taken.parent.iterdir())) == (before, beside)
    assert not taken.is_file() or taken.read_bytes() == b"mine"


def test_what_is_written_is_the_owners_only_unless_more_is_asked_for(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_new(tmp_path / "own", b"a")
        write_whole(tmp_path / "whole", b"a")
        write_new(tmp_path / "shared", b"a", SHARED)
        write_whole(tmp_path / "model", b"a", SHARED)
    finally:
        os.umask(before)
    assert [mode(tmp_path / name) for name in ("own", "whole", "shared", "model")] == [0o600, 0o600, 0o644, 0o644]


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"mine")
    with full_disk():
        with pytest.raises(InputError, match="File too large"):
            write_new(tmp_path / "new", LONG)
        with pytest.raises(OSError, match="File too large"):
            write_whole(tmp_path / "old", LONG)
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"mine"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, OSError, ValueError])
def test_what_is_streamed_into_a_new_file_stays_where_it_breaks_off(tmp_path: Path, error: type[BaseException]) -> None:
    for name, content in (("some", b"half"), ("nothing", b"")):
        with pytest.raises(error), new_file(tmp_path / name) as file:
            break_off(file, content, error)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("some", b"half")]


@pytest.mark.parametrize("when_stopped", [False, True])
@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, OSError, ValueError])
def test_only_who_stops_coach_replaces_a_file_by_half_a_one_and_only_where_that_is_wanted(
    tmp_path: Path, error: type[BaseException], when_stopped: bool
) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"mine")
    with pytest.raises(error), replacing(path, when_stopped=when_stopped) as file:
        break_off(file, b"half", error)
    stops = when_stopped and error in {KeyboardInterrupt, SystemExit}
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("old", b"half" if stops else b"mine")]


def test_a_file_is_the_same_under_every_name_and_as_a_handle(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"a")
    other.write_bytes(b"a")
    (tmp_path / "hard").hardlink_to(path)
    (tmp_path / "soft").symlink_to(path)
    for name in ("a", "hard", "soft", "./a", f"../{tmp_path.name}/a"):
        assert is_same(tmp_path / name, [other, path])
    with path.open("rb") as file:
        assert is_same(path, [file.fileno()])
        assert is_same(file.fileno(), [tmp_path / "hard"])
    assert not is_same(other, [path, tmp_path / "nowhere"])
    assert not is_same(tmp_path / "nowhere", [tmp_path / "nowhere"])
    assert not is_same(Path(os.devnull), [Path(os.devnull)])
    assert is_ordinary(path)
    assert not is_ordinary(tmp_path / "soft")


def test_a_folder_is_made_unless_a_file_has_its_name(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "c").touch()
    with pytest.raises(InputError, match="fix: "):
        make_folder(tmp_path / "c")
    with pytest.raises(InputError, match="fix: "):
        make_folder(tmp_path / "c" / "d")


def test_a_file_with_the_longest_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    path.touch()
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
