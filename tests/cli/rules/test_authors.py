"""`coach rules new`, `lint`, `sets` and `preview`: what an author of rules uses."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from coach.cli.rules.lint import lint_folder
from coach.cli.rules.preview import changes
from coach.rules.new_rule import new_rule
from tests.cli.running import coach

RULES = (
    "unkind/looks/socks",
    "oversharing/address/spare-key",
    "going-along/sends-picture/garden",
    "red-flag/asks-personal/teacher",
    "care/worried/bus",
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "my-rules"
    for rule in RULES:
        new_rule(rule, folder)
    return folder


def test_a_new_rule_of_every_concern_holds(own: Path) -> None:
    linted = lint_folder(own, [own], examples=True)
    assert (list(map(str, linted.faults)), len(linted.rules), linted.examples) == ([], 5, 50)


def test_a_new_rule_is_written_once_and_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = coach("rules", "new", "unkind/looks/socks", "--summary", 'On "socks"')
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "unkind/looks/socks.toml"
    assert 'summary = "On \\"socks\\""' in Path("unkind/looks/socks.toml").read_text()
    assert "there is a rule unkind/looks/socks already" in coach("rules", "new", "unkind/looks/socks")[2]


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("socks", "write it as <concern>/<category>/<name>"),
        ("unkind/looks/Big Socks", "invalid rule name 'Big Socks'"),
        ("unknid/looks/socks", "unknown concern 'unknid'\n    fix: use unkind"),
        ("unkind/loks/socks", "unknown category 'loks'\n    fix: use looks"),
        (f"unkind/looks/{'a' * 300}", "a rule name of 300 characters: at most 100 allowed\n    fix: shorten it"),
        ("unkind/looks/smell", "there is a rule unkind/looks/smell already"),
    ],
)
def test_a_rule_that_cannot_be_started_says_why(rule: str, problem: str, tmp_path: Path) -> None:
    status, out, err = coach("rules", "new", rule, "--folder", tmp_path)
    assert (status, out) == (2, "")
    assert problem in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("place", "named", "rules"),
    [
        (".", "my-rules", 5),
        (".", "my-rules/unkind", 1),
        (".", "my-rules/care/worried/bus.toml", 1),
        ("my-rules", ".", 5),
        ("my-rules/unkind", ".", 1),
        ("my-rules/unkind/looks", "socks.toml", 1),
        ("my-rules/unkind/looks", "../../care", 1),
    ],
)
def test_files_and_folders_are_linted_from_anywhere(
    place: str, named: str, rules: int, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.parent / place)
    status, out, err = coach("rules", "lint", named, "--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "faults": [], "rules": rules, "examples": 10 * rules, "errors_elsewhere": [], "examples_tried": False,
    }  # fmt: skip


def test_only_the_faults_of_what_was_named_are_listed(own: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(own, tmp_path / "rules"))
    broken = folder / "unkind/looks/socks.toml"
    broken.write_text(broken.read_text().replace("{your} socks", "your socks, "))
    status, out, _ = coach("rules", "lint", folder / "care")
    assert (status, out) == (0, f"not checked further, because of errors in {broken}\n")
    status, out, _ = coach("rules", "lint", broken, folder / "care", "--format", "json")
    (fault,) = json.loads(out)["faults"]
    assert (status, fault["path"], fault["line"]) == (1, str(broken), 3)
    assert fault["problem"].startswith("`,` in `socks,`")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
def test_a_link_out_of_the_folder_is_named(tmp_path: Path) -> None:
    folder, link = tmp_path / "rules", tmp_path / "rules/unkind/looks/socks.toml"
    link.parent.mkdir(parents=True)
    (tmp_path / "outside.toml").write_text("")
    link.symlink_to(tmp_path / "outside.toml")
    for named in (folder, link):
        status, out, _ = coach("rules", "lint", named)
        assert (status, out.splitlines()[0]) == (1, f"{link}:1:1: a link out of its folder")


def test_what_is_no_rule_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text("a = 1\n")
    assert "is not where rules belong" in coach("rules", "lint", tmp_path / "notes.toml")[2]
    assert "no such file or folder" in coach("rules", "lint", tmp_path / "nothing")[2]


def test_the_sets_of_a_word_are_listed_with_what_they_are_for() -> None:
    status, out, _ = coach("rules", "sets", "mum")
    assert status == 0
    assert "{mum}: A mother. (8)" in out
    assert "In longer entries of: " in out
    status, out, _ = coach("rules", "sets", "xyzzy")
    assert (status, out) == (1, "xyzzy: in no word set\n")
    assert "a slur. Coach looks for it everywhere and never shows it" in coach("rules", "sets", "spastic")[1]


def test_a_preview_looks_again_only_after_a_change(own: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(own, tmp_path / "rules"))
    looks = iter([None, lambda: (folder / "unkind/looks/socks.toml").write_text("x"), None])
    slept = list[int]()

    def sleep(_: float) -> None:
        slept.append(1)
        if change := next(looks):
            change()

    seen = changes(folder, sleep)
    next(seen)
    next(seen)
    assert len(slept) == 2
    assert "needs a terminal" in coach("rules", "preview", folder)[2]
