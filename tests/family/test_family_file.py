from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import FamilyError
from coach.family import FamilyFile, family_path, promise, remember
from coach.models import Family, Progress
from coach.models.family import FAMILY_VERSION

KEPT = Family(progress={"strangers": Progress(step="a-choice")}, promises=("mean-words",))
posix_only = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")

progresses = st.builds(Progress, step=st.text(), finished=st.booleans())
families = st.builds(
    Family,
    progress=st.dictionaries(st.text(), progresses, max_size=4),
    promises=st.lists(st.text(), max_size=4).map(tuple),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "family.json"


def names_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if file.suffix != ".lock"}


@given(family=families)
@settings(max_examples=40)
def test_what_is_saved_is_read_again(family: Family) -> None:
    with TemporaryDirectory() as folder:
        file = FamilyFile(Path(folder) / "family.json")
        file.save(family)
        assert file.read() == family
        assert file.set_aside is None


def test_without_a_file_nothing_is_kept_and_nothing_is_made(path: Path) -> None:
    assert FamilyFile(path).read() == Family()
    assert not path.parent.exists()


@posix_only
def test_file_and_folder_are_the_owners_only(path: Path) -> None:
    FamilyFile(path).save(KEPT)
    path.chmod(0o644)
    FamilyFile(path).save(KEPT)
    modes = {stat.S_IMODE(made.stat().st_mode) for made in path.parent.iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b'{"version": 0}',
        b'{"version": "1"}',
        b'{"surprise": 1}',
        b'{"promises": "strangers"}',
        b'{"promises": [1]}',
        b'{"progress": {"strangers": {"step": "a", "finished": "yes"}}}',
        b'{"progress": {"strangers": {"finished": true}}}',
        b"[" * 100_000,
        "{}".encode("utf-16"),
    ],
    ids=lambda content: repr(content[:40]),
)
def test_a_damaged_file_is_set_aside_and_named(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = FamilyFile(path)
    assert file.read() == Family()
    assert file.set_aside == path.with_name("family.broken-1.json")
    assert file.set_aside.read_bytes() == content
    assert not path.exists()


def test_setting_aside_overwrites_nothing(path: Path) -> None:
    path.parent.mkdir()
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        FamilyFile(path).read()
    aside = [path.with_name(f"family.broken-{number}.json").read_bytes() for number in (1, 2, 3)]
    assert aside == [b"first", b"second", b"third"]


@pytest.mark.parametrize("act", ["save", "update"])
def test_a_damaged_file_is_set_aside_before_anything_is_written(path: Path, act: str) -> None:
    path.parent.mkdir()
    path.write_bytes(b"{")
    file = FamilyFile(path)
    if act == "save":
        file.save(KEPT)
    else:
        file.update(lambda family: promise(family, "strangers"))
    assert names_in(path.parent) == {"family.json", "family.broken-1.json"}
    assert file.set_aside == path.with_name("family.broken-1.json")


@pytest.mark.parametrize("act", ["read", "save", "update"])
def test_the_file_of_a_newer_coach_is_left_alone(path: Path, act: str) -> None:
    content = f'{{"version": {FAMILY_VERSION + 1}, "members": ["x"]}}'.encode()
    path.parent.mkdir()
    path.write_bytes(content)
    file = FamilyFile(path)
    acts: dict[str, Callable[[], object]] = {
        "read": file.read,
        "save": lambda: file.save(KEPT),
        "update": lambda: file.update(lambda same: same),
    }
    with pytest.raises(FamilyError, match=r"a newer Coach wrote .*family\.json\n    fix: install the newest Coach"):
        acts[act]()
    assert path.read_bytes() == content
    assert names_in(path.parent) == {"family.json"}


@pytest.mark.parametrize("stop", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=repr)
def test_stopped_in_the_middle_the_old_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    FamilyFile(path).save(KEPT)

    def replace(*_: object) -> None:
        raise stop

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises((FamilyError, KeyboardInterrupt)):
        FamilyFile(path).save(Family())
    assert FamilyFile(path).read() == KEPT
    assert names_in(path.parent) == {"family.json"}


def test_what_a_power_cut_left_behind_does_no_harm(path: Path) -> None:
    path.parent.mkdir()
    path.with_name(".family.json.new").write_bytes(b'{"half')
    FamilyFile(path).save(KEPT)
    assert FamilyFile(path).read() == KEPT
    assert names_in(path.parent) == {"family.json"}


def test_the_file_is_on_the_disk_before_it_takes_the_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(handle: int) -> None:
        acts.append("fsync")
        real_fsync(handle)

    def replace(new: Path, old: Path) -> None:
        acts.append("replace")
        real_replace(new, old)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    path.parent.mkdir()
    FamilyFile(path).save(KEPT)
    assert acts == ["fsync", "replace", "fsync"] if os.name == "posix" else ["fsync", "replace"]


def test_an_update_starts_from_what_the_other_coach_kept(path: Path) -> None:
    one, other = FamilyFile(path), FamilyFile(path)
    one.read()
    other.update(lambda family: promise(family, "strangers"))
    one.update(lambda family: remember(family, "mean-words", "a-choice"))
    assert other.read() == remember(promise(Family(), "strangers"), "mean-words", "a-choice")


def test_updates_at_the_same_time_lose_nothing(path: Path) -> None:
    names = [f"lesson-{number}" for number in range(12)]

    def keep(name: str) -> None:
        FamilyFile(path, patience=60).update(lambda family: promise(family, name))

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(keep, names))
    assert sorted(FamilyFile(path).read().promises) == sorted(names)


def test_another_coach_that_does_not_finish_is_named(path: Path) -> None:
    path.parent.mkdir()
    with (
        FileLock(path.with_name("family.json.lock")),
        pytest.raises(FamilyError, match="another Coach is writing"),
    ):
        FamilyFile(path, patience=0).save(KEPT)


def test_a_change_that_fails_keeps_the_old_file_and_frees_it(path: Path) -> None:
    file = FamilyFile(path, patience=0)
    file.save(KEPT)

    def fail(_: Family) -> Family:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        file.update(fail)
    file.save(file.read())
    assert file.read() == KEPT


@pytest.mark.parametrize(("act", "there"), [("read", "family.json/"), ("write", "file")])
def test_what_the_system_refuses_is_said_in_words(tmp_path: Path, act: str, there: str) -> None:
    if there == "family.json/":
        path = tmp_path / "family.json"
        path.mkdir()
    else:
        (tmp_path / "file").write_text("in the way", encoding="utf-8")
        path = tmp_path / "file" / "family.json"
    file = FamilyFile(path)
    with pytest.raises(FamilyError) as caught:
        file.read() if act == "read" else file.save(KEPT)
    said = str(caught.value)
    assert said.startswith(f"cannot {act} {path}: ")
    assert "\n    fix: " in said


def test_the_environment_names_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_FAMILY", str(tmp_path))
    assert family_path() == tmp_path / "family.json"


@pytest.mark.skipif(sys.platform != "linux", reason="where Linux keeps it")
@pytest.mark.parametrize("named", [None, ""])
def test_the_file_lies_among_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("COACH_FAMILY", raising=False)
    if named is not None:
        monkeypatch.setenv("COACH_FAMILY", named)
    assert family_path() == tmp_path / "coach" / "family.json"
