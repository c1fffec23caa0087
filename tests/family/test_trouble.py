"""What may be wrong with the place where a family's file lies: said in words, and nothing is lost."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from coach.errors import FamilyError
from coach.family import FamilyFile, family_path
from coach.family.family_file import FOLDER_VARIABLE
from coach.family.keeper import NOT_KEPT, Keeper
from coach.models import Family, Progress
from coach.models.family import FAMILY_VERSION

KEPT = Family(progress={"strangers": Progress(step="a-choice")}, promises=("mean-words",))
OTHER = Family(promises=tuple(f"lesson-{number}" for number in range(2_000)))
NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> FamilyFile:
    """A family's file that is kept."""
    file = FamilyFile(tmp_path / "kept" / "family.json", patience=0.2)
    file.save(KEPT)
    return file


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


OLD: dict[int, tuple[str, Callable[[Family], object]]] = {
    1: (
        '{"version": 1, "progress": {"strangers": {"step": "", "finished": true}}, "promises": ["strangers"]}',
        lambda family: family.track.progress["strangers"].finished and family.promises == ("strangers",),
    ),
    2: (
        '{"version": 2, "private_words": [{"kind": "town", "words": "Thornby"}]}',
        lambda family: family.private_words[0].words == "Thornby",
    ),
    3: ('{"version": 3, "rules_only": true}', lambda family: family.rules_only),
    4: (
        '{"version": 4, "comfort": {"moves": false}, "progress": {"twelve": {"step": "", "finished": true}}}',
        lambda family: not (family.comfort.moves or family.nights) and family.progress["twelve"].day is None,
    ),
}


@pytest.mark.parametrize("version", OLD)
def test_the_file_of_an_older_coach_is_read_and_kept_in_the_new_form(file: FamilyFile, version: int) -> None:
    content, holds = OLD[version]
    file.path.write_text(content, encoding="utf-8")
    assert holds(file.read())
    assert file.path.read_text(encoding="utf-8") == content
    kept = file.update(lambda family: family)
    assert kept.version == FAMILY_VERSION
    assert holds(FamilyFile(file.path).read())
    assert f'"version": {FAMILY_VERSION}' in file.path.read_text(encoding="utf-8")
    assert file.set_aside is None


def link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("act", ["read", "save"])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (link, "it is a symbolic link"),
        (dangling_link, "it is a symbolic link"),
        (pipe, "it is not a regular file"),
        (folder, "Is a directory"),
    ],
)
def test_what_is_no_file_of_the_family_is_left_as_it_is(
    file: FamilyFile, act: str, change: Callable[[Path], None], words: str
) -> None:
    change(file.path)
    before = os.lstat(file.path)
    with pytest.raises(FamilyError, match=rf"cannot read .*family\.json: {words}.*\n    fix: "):
        file.read() if act == "read" else file.save(OTHER)
    assert os.lstat(file.path) == before
    if change is link:
        assert FamilyFile(file.path.with_name("elsewhere")).read() == KEPT


@pytest.mark.parametrize("name", [".family.json.new", ".family.json.{}.new", "family.json.lock"])
def test_a_link_in_the_way_of_a_save_leads_nowhere(file: FamilyFile, tmp_path: Path, name: str) -> None:
    precious = tmp_path / "precious"
    precious.write_text("somebody's work", encoding="utf-8")
    planted = file.path.with_name(name.format(os.getpid()))
    planted.unlink(missing_ok=True)
    planted.symlink_to(precious)
    if name.endswith(".lock"):
        with pytest.raises(FamilyError, match="cannot write"):
            file.save(OTHER)
    else:
        file.save(OTHER)
        assert file.read() == OTHER
    assert precious.read_text(encoding="utf-8") == "somebody's work"


@pytest.mark.parametrize("act", ["read", "save"])
def test_the_file_of_somebody_else_is_left_alone(file: FamilyFile, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    before = file.path.read_bytes()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(FamilyError, match="it belongs to somebody else\n    fix: "):
        file.read() if act == "read" else file.save(OTHER)
    assert file.path.read_bytes() == before


@pytest.fixture
def common_file() -> Iterator[FamilyFile]:
    """A kept file and a user whom modes of files hold back; whoever runs as root is nobody for a while."""
    with TemporaryDirectory() as place:
        file = FamilyFile(Path(place) / "kept" / "family.json", patience=0.2)
        if os.geteuid() != 0:
            file.save(KEPT)
            yield file
            file.path.parent.chmod(0o700)
            return
        os.chown(place, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            if not os.access(place, os.W_OK, effective_ids=True):
                pytest.skip("the folder for temporary files is its owner's only")
            file.save(KEPT)
            yield file
        finally:
            os.seteuid(0)


def test_in_a_folder_that_is_read_only_the_app_goes_on_and_says_so_once(common_file: FamilyFile) -> None:
    common_file.path.parent.chmod(0o500)
    said: list[str] = []
    keeper = Keeper(common_file, said.append)
    assert list(keeper.read()) == []
    assert keeper.family == KEPT
    for _ in range(3):
        keeper.keep(lambda family: family.model_copy(update={"rules_only": True}))
    assert keeper.family.rules_only
    assert len(said) == 1
    assert said[0].startswith(f"{NOT_KEPT}\ncannot write {common_file.path}: Permission denied")
    assert FamilyFile(common_file.path).read() == KEPT


def test_a_damaged_file_in_a_folder_that_is_read_only_stays_where_it_is(common_file: FamilyFile) -> None:
    common_file.path.write_bytes(b"{")
    common_file.path.parent.chmod(0o500)
    said = list(Keeper(common_file, lambda _: None).read())
    assert len(said) == 1
    assert said[0].startswith(NOT_KEPT)
    assert common_file.path.read_bytes() == b"{"


def test_a_file_that_may_not_be_read_is_not_taken_for_damaged(common_file: FamilyFile) -> None:
    common_file.path.chmod(0o000)
    with pytest.raises(FamilyError, match=r"cannot read .*: Permission denied"):
        common_file.save(OTHER)
    common_file.path.chmod(0o600)
    assert FamilyFile(common_file.path).read() == KEPT


@pytest.mark.parametrize("name", ["open", "fdopen", "fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO], ids=errno.errorcode.get)
def test_a_disk_that_is_full_or_ill_takes_nothing_of_what_was_kept(
    file: FamilyFile, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    real = getattr(os, name)

    def fail(first: object, *rest: object, **named: object) -> object:
        if name != "open" or ".new" in str(first):
            raise OSError(number, os.strerror(number))
        return real(first, *rest, **named)

    said: list[str] = []
    keeper = Keeper(file, said.append)
    list(keeper.read())
    with monkeypatch.context() as patch:
        patch.setattr(os, name, fail)
        keeper.keep(lambda _: OTHER)
    assert keeper.family == OTHER
    assert [words.count(os.strerror(number)) for words in said] == [1]
    assert FamilyFile(file.path).read() == KEPT
    assert names_in(file.path.parent) <= {"family.json", "family.json.lock"}


def test_a_disk_that_is_full_half_way_leaves_no_half_file(file: FamilyFile) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, hard))
        with pytest.raises(FamilyError, match="File too large"):
            file.save(OTHER)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert file.read() == KEPT
    assert names_in(file.path.parent) <= {"family.json", "family.json.lock"}


def test_a_folder_of_coach_alone_is_shut_for_others_and_one_with_other_things_is_not(file: FamilyFile) -> None:
    folder = file.path.parent
    folder.chmod(0o755)
    file.save(KEPT)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (folder / "shopping.txt").touch()
    folder.chmod(0o755)
    file.save(KEPT)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_what_coach_makes_is_the_owners_only_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "new" / "family.json"
    before = os.umask(0)
    try:
        FamilyFile(path).save(KEPT)
        path.write_bytes(b"{")
        path.chmod(0o666)
        FamilyFile(path).save(KEPT)
    finally:
        os.umask(before)
    assert {stat.S_IMODE(made.stat().st_mode) for made in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_forgetting_leaves_nothing_and_names_all_it_removed(file: FamilyFile) -> None:
    folder = file.path.parent
    left = ["family.broken-1.json", "family.broken-12.json", ".family.json.new", ".family.json.77.new"]
    for name in left:
        (folder / name).write_text("Ada Quill", encoding="utf-8")
    removed = file.forget()
    assert not folder.exists()
    assert {path.name for path in removed} >= {*left, "family.json", folder.name}
    assert file.forget() == ()


def test_forgetting_touches_nothing_of_others(file: FamilyFile) -> None:
    others = {"shopping.txt", ".family.json-my.new", "family.json.lock-notes.txt", "family.broken-photo.json"}
    for name in others:
        file.path.with_name(name).touch()
    file.save(KEPT)
    assert not {path.name for path in file.forget()} & others
    assert names_in(file.path.parent) == others


def test_a_file_that_no_coach_wrote_is_set_aside_without_reading_all_of_it(file: FamilyFile) -> None:
    with file.path.open("wb") as written:
        written.truncate(300_000_000)
    assert file.read() == Family()
    assert file.set_aside


def test_a_name_too_long_for_a_folder_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "x" * 5_000)
    with pytest.raises(FamilyError, match="too long"):
        family_path()


def test_a_link_is_forgotten_and_what_it_leads_to_is_not(file: FamilyFile) -> None:
    link(file.path)
    assert file.path in file.forget()
    assert FamilyFile(file.path.with_name("elsewhere")).read() == KEPT
