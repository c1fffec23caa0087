"""Packs are read from folders, zips and Python packages; nothing leads out, and nothing but data is copied."""

from __future__ import annotations

import io
import stat
import sys
import tomllib
import zipfile
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from coach.cli import run
from coach.cli.app import read_course_of
from coach.cli.own_rules import own_faults_are_input, own_folders, standing_folders
from coach.course import lessons_path
from coach.course.folders import plain_name
from coach.course.lint import lint_paths
from coach.errors import AuthorError, InputError
from coach.helplines import help_with, lines_near, pack_lines
from coach.models import Concern, Flag, FlagSource, Message, Report, Role, Weight
from coach.own_rules import folders_of
from coach.packs import conflicts, content_of_folder, content_of_zip, installed_packs, packs_path, read_pack
from coach.packs import content as content_module
from coach.packs.template import template_files
from coach.rules.own import OwnFolder, read_own_folders
from coach.source import open_source
from coach.stages import added_phrases, read_stages, stages_with_packs
from tests.course.writing import check

PACK = 'name = "{}"\ntitle = "A pack"\nversion = "1.0"\nlanguage = "en"\nlicence = "MIT"\ncoach = ">=0.1"\n'


@pytest.fixture(autouse=True)
def packs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COACH_PACKS", str(tmp_path / "packs"))
    pack_lines.cache_clear()
    return tmp_path / "packs"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """The pack that `coach packs new` writes; returns the folder with its pyproject.toml."""
    assert run(["packs", "new", "school-dares", "--folder", str(tmp_path)]) == 0
    return tmp_path / "school-dares"


def zipped(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


def test_the_template_is_sound_and_its_rules_are_used(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    (template / "school_dares/notes.txt").write_text("x")
    assert run(["packs", "add", str(template / "school_dares")]) == 0
    out = capsys.readouterr().out
    assert "Not copied: 1 file that Coach does not read: notes.txt\n" in out
    assert "1 rule, 1 own category, help lines" in out
    assert "The school's quiet room (from the pack school-dares)" in out
    (folder,) = standing_folders()
    assert (folder.path, folder.may_replace) == (packs_path() / "school-dares", False)
    catalog = read_own_folders([folder], ())
    assert [rule.id for rule in catalog.rules] == ["unkind/dares/dared-to"]
    assert not list(packs_path().rglob("*.py"))
    assert (folder.path.stat().st_mode & 0o077, len(list(packs_path().iterdir()))) == (0, 1)
    assert run(["packs", "remove", "school-dares"]) == 0
    assert not list(packs_path().iterdir())
    assert installed_packs() == ()


def test_a_package_with_the_entry_point_is_a_pack_and_its_code_is_not_run(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "coach.packs" in tomllib.loads((template / "pyproject.toml").read_text())["project"]["entry-points"]
    (template / "school_dares/__init__.py").write_text("raise RuntimeError\n")
    (wheel,) = WheelBuilder(str(template)).build(directory=str(tmp_path / "wheels"), versions=["standard"])
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    (pack,) = installed_packs()
    assert (pack.info.name, pack.package, pack.path) == ("school-dares", "school-dares", tmp_path / "site/school_dares")
    assert "school_dares" not in sys.modules
    capsys.readouterr()
    assert run(["packs", "list"]) == 0
    assert "its code is trusted" in capsys.readouterr().out.replace("\n", " ").replace("  ", " ")
    assert run(["about"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "school-dares 0.1, CC-BY-4.0: installed as the Python package school-dares: its code is trusted" in said
    assert run(["packs", "remove", "school-dares"]) == 2
    assert "pip uninstall school-dares" in capsys.readouterr().err
    assert run(["packs", "add", str(template)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"school-dares is there twice: the one in {packs_path() / 'school-dares'} is used" in said
    assert [pack.package for pack in installed_packs()] == [""]


@pytest.mark.parametrize("top", ["", "school__", "school-main__school__"])
def test_a_zip_gives_what_coach_reads_and_nothing_else(tmp_path: Path, top: str) -> None:
    around = {"README.md": "z"} if top else {}
    files = {"pack.toml": "x", "unkind__hair__mop.toml": "y", "conftest.py": "z", "silencers.toml": "z", "a__b.md": "z"}
    found = content_of_zip(zipped(tmp_path / "a.zip", **around, **{top + name: text for name, text in files.items()}))
    assert found.files == {"pack.toml": b"x", "unkind/hair/mop.toml": b"y"}
    assert sorted(found.left_out) == ["a/b.md", "conftest.py", "silencers.toml"]


def test_the_folder_of_a_project_stands_for_the_pack_in_it(
    template: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(template.parent)
    assert run(["packs", "lint", "school-dares"]) == 0
    with pytest.raises(
        InputError, match=r"is the project of a pack, not its rules\n    fix: name school-dares.school_d"
    ):
        folders_of("school-dares")
    assert run(["packs", "add", "school-dares"]) == 0
    assert [pack.info.name for pack in installed_packs()] == ["school-dares"]
    capsys.readouterr()
    assert run(["check", "--rules", "school-dares", "hi"]) == 2
    assert "is the project of a pack" in capsys.readouterr().err
    assert [folder.may_replace for folder in folders_of("school-dares")] == [False]
    monkeypatch.chdir("/")
    assert run(["check", "--rules", "school-dares", "hi"]) == 2
    assert "leave it out: this pack is installed" in capsys.readouterr().err


def leads_up(archive: zipfile.ZipFile) -> None:
    archive.writestr("../../evil.toml", "x")


def is_absolute(archive: zipfile.ZipFile) -> None:
    archive.writestr("/etc/evil.toml", "x")


def has_a_link(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("words/link.toml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(info, "/etc/passwd")


def has_a_bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr("words/big.toml", b"0" * 10_000_000, zipfile.ZIP_DEFLATED)


def has_a_device(archive: zipfile.ZipFile) -> None:
    archive.writestr("words/nul.toml", "x")


def has_many_files(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("a.txt")
    archive.writestr(info, "")
    archive.filelist.extend([info] * 20_000)  # the list of contents alone


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (leads_up, "leads out of this zip"),
        (is_absolute, "leads out of this zip"),
        (has_a_link, "is a link"),
        (has_a_bomb, "this pack is too large"),
        (has_many_files, "more than 20,000 files"),
        (has_a_device, "words/nul.toml: Windows keeps this name for a device"),
    ],
)
def test_a_zip_that_is_not_harmless_is_refused(
    tmp_path: Path, spoil: Callable[[zipfile.ZipFile], None], problem: str
) -> None:
    path = zipped(tmp_path / "a.zip", **{"pack.toml": PACK.format("a")})
    with zipfile.ZipFile(path, "a") as archive:
        spoil(archive)
    with pytest.raises(InputError, match=problem):
        content_of_zip(path)
    assert run(["packs", "add", str(path)]) == 2
    assert not packs_path().exists()


def test_a_zip_of_two_packs_or_of_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    two = zipped(tmp_path / "two.zip", **{"a/pack.toml": "x", "b/pack.toml": "x"})
    with pytest.raises(InputError, match="2 packs in it"):
        content_of_zip(two)
    with (tmp_path / "large.zip").open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(InputError, match="this zip is too large"):
        content_of_zip(tmp_path / "large.zip")


def test_a_pack_of_nothing_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "add", str(zipped(tmp_path / "a.zip", **{"pack.toml": PACK.format("a"), "a.mp4": "x"}))]) == 2
    assert "a.zip/pack.toml:1:1: nothing else in this pack that Coach reads" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip"])
def test_what_is_no_zip_or_no_pack_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content or _empty_zip())
    with pytest.raises(InputError):
        content_of_zip(path)


def _empty_zip() -> bytes:
    held = io.BytesIO()
    zipfile.ZipFile(held, "w").close()
    return held.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_of_a_folder_are_never_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, secret = tmp_path / "pack", tmp_path / "secret"
    for folder in (pack / "words", secret / "words"):
        folder.mkdir(parents=True)
    (pack / "pack.toml").write_text("x")
    (secret / "words/a.toml").write_text("secret")
    (pack / "words/a.toml").symlink_to(secret / "words/a.toml")
    (pack / "spelling").symlink_to(secret / "words")
    (pack / "LICENSE").write_text("y")
    assert content_of_folder(pack).files == {"pack.toml": b"x", "LICENSE": b"y"}
    monkeypatch.setattr(content_module, "MAX_FILES", 1)
    with pytest.raises(InputError, match="too large"):
        content_of_folder(pack)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'name = "a"',
            'name = "../a"',
            r"`name` is not written as it should be(.|\n)*write it like `name = \"school-dares\"`",
        ),
        ('name = "a"', 'name = "con"', "`name` is `con`, which Windows keeps for a device"),
        ('language = "en"', 'language = "de"', "Coach reads English messages only"),
        ('coach = ">=0.1"', 'coach = ">=99"', "needs Coach >=99"),
        ('licence = "MIT"\n', "", "`licence` is missing"),
        ('version = "1.0"', "odd = 1", "unknown key `odd`"),
    ],
)
def test_a_pack_file_says_what_is_wrong(tmp_path: Path, old: str, new: str, problem: str) -> None:
    (tmp_path / "pack.toml").write_text(PACK.format("a").replace(old, new))
    with pytest.raises(AuthorError, match=problem):
        read_pack(tmp_path)


@pytest.mark.parametrize("name", ["Hill School", "a/b", "../a", "1a", "con", "lpt1", "coach", "json", "class"])
def test_a_new_pack_has_a_name_that_works_everywhere(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["packs", "new", name, "--folder", str(tmp_path / "new")]) == 2
    assert f"invalid pack name {name!r}" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_pack_that_can_no_longer_be_read_can_be_removed(packs_folder: Path) -> None:
    for name in ("old", "sound"):
        (packs_folder / name).mkdir(parents=True)
    (packs_folder / "old/pack.toml").write_text(PACK.format("old").replace(">=0.1", ">=99"))
    assert run(["packs", "list"]) == 1
    assert run(["packs", "remove", "old"]) == 0
    assert run(["packs", "remove", "../packs/sound"]) == 2
    assert [path.name for path in packs_folder.iterdir()] == ["sound"]


def test_conflicts_are_named(packs_folder: Path) -> None:
    for name in ("one", "two"):
        for path in ("unkind/hair/mop.toml", "unkind/hair/category.toml", "lessons/01-a.md", "lessons/02-b.md"):
            (packs_folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (packs_folder / name / path).write_text("")
        (packs_folder / name / "pack.toml").write_text(f'{PACK.format(name)}needs = ["three"]\n')
    assert list(conflicts(installed_packs())) == [
        "category unkind/hair is in one and two: the text of the first is used, with the heavier weight",
        "2 lessons, such as a, are in one and two: the first is shown",
        "rule unkind/hair/mop is in one and two: both are used, the second with a number after its name",
        "one needs three, which is not installed",
        "two needs three, which is not installed",
    ]


def test_help_lines_of_packs_come_last_and_are_labelled(template: Path) -> None:
    assert run(["packs", "add", str(template / "school_dares")]) == 0
    pack_lines.cache_clear()
    hurt = Flag(
        start=0, end=1, phrase="x", concern=Concern.UNKIND, category="unkind/self-harm", rule="unkind/self-harm/x",
        source=FlagSource.RULE, weight=Weight.STOP, why="x", note="x", instead=(), lesson="", role=Role.TARGET,
    )  # fmt: skip
    shown = help_with(Report(message=Message(text="x"), flags=(hurt,)), "GB")
    assert [line.name.endswith("(from the pack school-dares)") for line in shown] == [False, False, False, True]
    assert lines_near("GB")[-1] == shown[-1]
    assert shown[-1] not in help_with(Report(message=Message(text="x"), flags=(hurt,)), "IE")
    pack_lines.cache_clear()


def test_a_pack_adds_phrases_to_a_stage_and_makes_none_harmless(tmp_path: Path) -> None:
    (tmp_path / "secrecy.toml").write_text('patterns = ["prove you are brave enough"]\n')
    before = {stage.id: stage for stage in read_stages().stages}
    after = {stage.id: stage for stage in read_stages(added=[tmp_path]).stages}
    assert len(after["secrecy"].patterns) == len(before["secrecy"].patterns) + 1
    (tmp_path / "words.toml").write_text('oath = ["pond oath", "hill oath"]\n')
    (tmp_path / "secrecy.toml").write_text('common = ["{oath}"]\n')
    assert added_phrases(tmp_path)["secrecy"]["common"]


@pytest.mark.parametrize(
    ("name", "content", "problem", "fix"),
    [
        ("secrecy", 'unless = ["secret"]', "unknown key `unless`", "allowed keys are"),
        (
            "odd",
            'patterns = ["a"]',
            "unknown stage `odd`: a pack can only add phrases to those of Coach",
            "apart, finding-out",
        ),
        ("test", 'grave = ["{dare}"]', "unknown word set `dare`", "define it in stages/words.toml"),
        ("threat", "", "no phrases in it", "write `patterns = "),
    ],
)
def test_a_stage_of_a_pack_has_the_name_of_one_of_coach_and_only_adds_phrases(
    tmp_path: Path, name: str, content: str, problem: str, fix: str
) -> None:
    (tmp_path / f"{name}.toml").write_text(f"{content}\n")
    with pytest.raises(AuthorError) as caught:
        added_phrases(tmp_path)
    (fault,) = caught.value.faults
    assert problem in fault.problem
    assert fix in fault.fix


def test_the_name_of_a_pack_is_in_all_its_files() -> None:
    files = template_files("night-bus")
    assert {"pyproject.toml", "night_bus/pack.toml", "night_bus/__init__.py", "README.md"} <= files.keys()
    assert not any(b"MODULE" in content or b"NAME" in content for content in files.values())


def test_a_pack_that_is_broken_is_not_added(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (template / "school_dares/unkind/dares/dared-to.toml").write_text("odd = 1\n")
    assert run(["packs", "add", str(template / "school_dares")]) == 2
    err = capsys.readouterr().err
    assert f"{template}/school_dares/unkind/dares/dared-to.toml:1:1: unknown key `odd`" in err.replace("\\", "/")
    assert not packs_path().exists()


def test_a_pack_that_stopped_fitting_says_how_to_go_on(
    template: Path, capsys: pytest.CaptureFixture[str], packs_folder: Path
) -> None:
    assert run(["packs", "add", str(template)]) == 0
    stages, rule = packs_folder / "school-dares/stages", packs_folder / "school-dares/unkind/dares/dared-to.toml"
    stages.mkdir()
    (stages / "secrecy.toml").write_text('patterns = ["{gone}"]\n')
    assert stages_with_packs() == read_stages()
    rule.write_text(f"odd = 1\n{rule.read_text()}")
    capsys.readouterr()
    assert run(["packs", "list"]) == 1
    out = capsys.readouterr().out
    assert "dared-to.toml:1:1: unknown key `odd`" in out
    assert "{gone}" in out
    way_out = r"The pack school-dares does not fit this Coach.\n +fix: .* packs remove school"
    with pytest.raises(InputError, match=way_out), own_faults_are_input():
        added_phrases(stages)


def test_a_pack_may_not_replace_what_coach_says(template: Path) -> None:
    pack = template / "school_dares"
    (pack / "unkind/looks").mkdir()
    (pack / "unkind/looks/category.toml").write_text((pack / "unkind/dares/category.toml").read_text())
    with pytest.raises(AuthorError, match="a pack only adds"):
        read_own_folders([OwnFolder(pack, may_replace=False)], ())


def test_a_folder_that_may_not_be_read_is_named_and_only_its_pack_is_left_out(
    template: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, packs_folder: Path
) -> None:
    assert run(["packs", "add", str(template)]) == 0
    shut = {packs_folder / "school-dares/unkind", template / "school_dares/unkind"}
    monkeypatch.setattr("coach.rules.places.os.access", lambda path, _: Path(path) not in shut)
    capsys.readouterr()
    assert own_folders(Namespace()) == ()
    assert "a pack is left out: " in (err := capsys.readouterr().err)
    assert f"{packs_folder / 'school-dares/unkind'}: cannot read the folder" in err
    shut_out = r"unkind:1:1: cannot read the folder.*\n +fix: check its permissions"
    with pytest.raises(InputError, match=shut_out), own_faults_are_input():
        read_own_folders([OwnFolder(template / "school_dares")], ())


def test_a_pack_that_cannot_be_read_is_named_to_the_family(
    template: Path, packs_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["packs", "add", str(template)]) == 0
    assert read_course_of(Namespace()).said_of_packs == ""
    (packs_folder / "school-dares/pack.toml").write_text('name = "school-dares"\n')
    said = read_course_of(Namespace()).said_of_packs
    assert said.startswith("The pack school-dares was not read")
    assert said.endswith("type in a terminal: coach packs list")
    capsys.readouterr()
    assert run(["packs", "list"]) == 1
    assert "pack.toml" in capsys.readouterr().out


def test_a_file_that_may_not_be_looked_at_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", denied)
    with pytest.raises(AuthorError, match="cannot read the file: Permission denied"):
        open_source(tmp_path / "pack.toml")


@pytest.mark.parametrize("name", ["02-strangers.md", "cases/the-shark.md"])
def test_a_pack_does_not_take_the_name_of_a_lesson_or_case_of_coach(
    template: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    lesson = template / "school_dares/lessons" / name
    lesson.parent.mkdir(parents=True)
    lesson.write_bytes((lessons_path() / name).read_bytes())
    assert run(["packs", "add", str(template)]) == 2
    clash = f"Coach already has a lesson or case `{plain_name(lesson)}`\n    fix: give this file another name"
    assert clash in capsys.readouterr().err
    assert clash in "".join(map(str, lint_paths([lesson], check).faults))
