"""A folder of lessons or rules from somewhere: it runs nothing, reads nothing outside itself, and stops nobody."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from coach.course import read_course
from coach.course.lint import lint_paths
from coach.errors import AuthorError, InputError
from coach.rules import read_own_catalog, read_revision
from coach.rules.places import MAX_FILES
from coach.source import MAX_FAULTS
from tests.course.writing import HEAD, check
from tests.rules.test_catalog import RULE, write
from tests.rules.test_revision import git

SECRET = "the secret of another folder"
FEW_SECONDS = 60.0
"""What a lint may take on a busy machine; all of these took hours before there were limits, or never ended."""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "outside" / "01-secret.md"
    write(path, f"---\n{SECRET}\n---\n")
    write(path.with_suffix(".toml"), f"{SECRET}\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "from-the-internet"
    made.mkdir()
    return made


def told_by_rules(folder: Path) -> str:
    with pytest.raises(AuthorError) as caught:
        read_own_catalog(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    "place", ["unkind/looks/a.toml", "unkind/looks/category.toml", "words/a.toml", "spelling/a.toml"]
)
def test_a_link_out_of_a_folder_of_rules_is_refused_unread(folder: Path, outside: Path, place: str) -> None:
    link = folder / place
    link.parent.mkdir(parents=True)
    link.symlink_to(outside.with_suffix(".toml"))
    told = told_by_rules(folder)
    assert "a link out of its folder" in told
    assert SECRET not in told


def test_a_link_to_a_folder_outside_is_refused_unread(folder: Path, outside: Path) -> None:
    (folder / "unkind").mkdir()
    (folder / "unkind" / "looks").symlink_to(outside.parent)
    told = told_by_rules(folder)
    assert "a link out of its folder" in told
    assert SECRET not in told


def test_links_in_a_circle_are_faults_of_their_files_alone(folder: Path) -> None:
    lessons, rules = folder / "lessons", folder / "rules" / "unkind" / "looks"
    for place, names in ((lessons, ("01-a.md", "02-b.md")), (rules, ("a.toml", "b.toml"))):
        place.mkdir(parents=True)
        for name, other in (names, names[::-1]):
            (place / name).symlink_to(other)
    assert len(read_course([lessons]).lessons) == len(read_course().lessons)
    assert lint_paths([lessons], check).faults
    with pytest.raises(AuthorError):
        read_own_catalog(folder / "rules")


def test_lessons_and_doors_that_are_links_out_are_refused_unread_by_lint_and_course(
    folder: Path, outside: Path
) -> None:
    (folder / "01-a.md").symlink_to(outside)
    (folder / "doors").mkdir()
    (folder / "doors" / "app.toml").symlink_to(outside.with_suffix(".toml"))
    told = [str(fault) for fault in lint_paths([folder], check).faults]
    assert sum("a link out of its folder" in one for one in told) == 2
    assert not any(SECRET in one for one in told)
    assert folder / "01-a.md" in read_course([folder]).broken


@pytest.mark.parametrize(
    "name",
    [
        "../outside/01-secret",
        "/etc/passwd",
        r"\\server\share\x",
        "..",
        "C:/x",
        "a/b",
        "\x00",
        "~/x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("key", ["original", "apps"])
def test_a_name_in_a_lesson_is_no_path(folder: Path, outside: Path, key: str, name: str) -> None:
    assert SECRET in outside.read_text(encoding="utf-8")
    head = (
        HEAD.replace("minutes:", f"language: de\noriginal: {name}\nversion: 000000\nminutes:")
        if key == "original"
        else HEAD
    )
    block = f"```doors\napps: {name}\n```\n" if key == "apps" else "Words.\n"
    path = folder / "01-a.md"
    path.write_text(f"{head}## Here\n\n{block}", encoding="utf-8")
    told = "\n".join(str(fault) for fault in lint_paths([path], check).faults)
    assert told
    assert SECRET not in told
    assert "root:" not in told


def test_an_original_that_is_a_link_out_is_not_read(folder: Path, outside: Path) -> None:
    (folder / "01-secret.md").symlink_to(outside)
    path = folder / "02-b.md"
    head = HEAD.replace("minutes:", "language: de\noriginal: secret\nversion: 000000\nminutes:")
    path.write_text(f"{head}## Here\n\nWords.\n", encoding="utf-8")
    assert "unknown lesson `secret`" in "\n".join(map(str, lint_paths([path], check).faults))


def test_git_settings_of_a_folder_name_no_program_that_runs(folder: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    write(folder / "unkind/looks/fence-teeth.toml", RULE)
    git(tmp_path, "init", "-q", str(folder))
    write(folder / ".gitattributes", "*.toml filter=evil diff=evil\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    program = f"sh -c 'touch {ran}; cat'"
    for key in (
        "filter.evil.smudge",
        "filter.evil.process",
        "diff.evil.textconv",
        "core.fsmonitor",
        "core.pager",
        "tar.tar.command",
    ):
        git(folder, "config", key, program)
    git(folder, "config", "core.hooksPath", str(tmp_path))
    assert read_revision("HEAD", folder).rules
    assert not ran.exists()
    subprocess.run(["git", "-C", str(folder), "archive", "--format=tar", "HEAD"], capture_output=True, check=False)
    assert ran.exists(), "the settings would run a program, were they asked"


def test_a_missing_object_is_fetched_from_nowhere(folder: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    write(folder / "unkind/looks/fence-teeth.toml", RULE)
    git(tmp_path, "init", "-q", str(folder))
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    for key, value in {
        "core.repositoryformatversion": "1", "extensions.partialClone": "evil", "remote.evil.promisor": "true",
        "remote.evil.url": f"ext::sh -c 'touch {ran}'", "protocol.ext.allow": "always",
    }.items():  # fmt: skip
        git(folder, "config", key, value)
    blob = subprocess.run(
        ["git", "-C", str(folder), "rev-parse", "HEAD:unkind/looks/fence-teeth.toml"],
        capture_output=True,
        text=True,
        check=True,
    )
    name = blob.stdout.strip()
    (folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(InputError):
        read_revision("HEAD", folder)
    assert not ran.exists()


def test_python_beside_rules_and_lessons_is_not_run(folder: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for name in ("conftest.py", "__init__.py", "unkind/__init__.py", "sitecustomize.py", "01-a.py"):
        write(folder / name, f"open({str(ran)!r}, 'w')\n")
    write(folder / "unkind/looks/fence-teeth.toml", RULE)
    read_own_catalog(folder)
    read_course([folder])
    lint_paths([folder], check)
    assert not ran.exists()


LETTERS = "abcdefghijklmnopqrstuvwxyz"
CHAIN = "\n".join(
    f'{a}{b} = ["x {{{LETTERS[(i * 26 + j + 1) // 26 % 26]}{LETTERS[(j + 1) % 26]}}}"]'
    for i, a in enumerate(LETTERS)
    for j, b in enumerate(LETTERS)
)
BIG_RULES = {
    "a million options": RULE.replace("{a}?", "(" + "|".join(["a"] * 30_000) + ")"),
    "choices in choices": RULE.replace("{a}?", "(" * 1500 + "a" + ")" * 1500),
    "brackets never closed": RULE.replace("{a}?", "(" * 3000),
    "lists in lists": "a = " + "[" * 3_000,
    "a deep key": ".".join("a" * 1500) + " = 1\n" + "b = 1\n" * 9,
    "a deep table": "[" + ".".join("a" * 40_000) + "]\n" + "b = 1\n" * 9,
    "many wrong keys": "".join(f"k{n} = 1\n" for n in range(9_000)),
    "many wrong phrases": RULE.replace('patterns = ["', 'patterns = ["' + '(",\n"' * 450),
    "many phrases": RULE.replace('patterns = ["', 'patterns = ["' + 'a",\n"' * 12_000),
    "many examples": RULE.replace('silent = ["', 'silent = ["' + 'a",\n"' * 12_000),
    "too large": "#" * 2_000_000,
    "no end of a text": 'summary = """' + "a\n" * 40_000,
}


@pytest.mark.parametrize("kind", BIG_RULES)
def test_a_rule_that_is_too_much_is_refused_within_seconds(folder: Path, kind: str) -> None:
    write(folder / "unkind/looks/teeth.toml", BIG_RULES[kind])
    begun = time.process_time()
    told = told_by_rules(folder)
    assert time.process_time() - begun < FEW_SECONDS
    assert told.count("fix:") <= MAX_FAULTS + 1
    assert len(told) < 1_000_000


@pytest.mark.parametrize("words", [CHAIN, f"big = {['{be}'] * 1900}".replace("'", '"') + '\nworse = ["{big} {big}"]\n'])
def test_word_sets_that_name_each_other_without_end_are_refused_within_seconds(folder: Path, words: str) -> None:
    write(folder / "unkind/looks/teeth.toml", RULE)
    write(folder / "words/a.toml", words)
    begun = time.process_time()
    with suppress(AuthorError):
        read_own_catalog(folder)
    assert time.process_time() - begun < FEW_SECONDS


def test_a_folder_of_too_many_files_is_read_to_a_limit(folder: Path) -> None:
    (folder / "unkind/looks").mkdir(parents=True)
    for number in range(MAX_FILES + 5):
        (folder / f"unkind/looks/r{number}.toml").write_bytes(b"a=")
    assert f"at most {MAX_FILES:,} files" in told_by_rules(folder)


BIG_LESSONS = {
    "a million options": "## A\n\n" + "- [ ] a\n  > b\n" * 3_000,
    "many steps": "".join(f"## a{n}\n\nb\n\n" for n in range(3_000)),
    "many places": "## A\n\n```chat\nwith: Fox\nwho: friend\n"
    + "".join(f"# p{n}\n- a -> p{n + 1}\n" for n in range(2_000))
    + "```\n",
    "many dead ways": "## A\n\n```chat\nwith: Fox\nwho: friend\n"
    + "".join(f"# p{n}\n- a -> x\n- b -> y\n" for n in range(1_500))
    + "```\n",
    "quotes in quotes": "## A\n\n" + ">" * 45_000,
    "lists in lists": "## A\n\n" + "- " * 6_000,
    "brackets": "## A\n\n" + "[" * 45_000,
    "links never closed": "## A\n\n" + "[a](" * 9_000,
    "emphasis": "## A\n\n" + "*a **a " * 6_000,
    "backticks": "## A\n\n" + "".join("`" * n + " " for n in range(1, 290)),
    "entities": "## A\n\n" + "&#65;" * 7_000,
    "tags": "## A\n\n" + "<a" * 6_000,
    "definitions": "## A\n\n" + "[a]: b\n" * 6_000,
    "one sentence": "## A\n\n" + "word " * 9_000,
    "too large": "## A\n\n" + "a" * 100_000_000,
}


@pytest.mark.parametrize("kind", BIG_LESSONS)
def test_a_lesson_that_is_too_much_is_linted_within_seconds(folder: Path, kind: str) -> None:
    path = folder / "01-a.md"
    path.write_text(HEAD + BIG_LESSONS[kind], encoding="utf-8")
    begun = time.process_time()
    faults = lint_paths([path], check).faults
    assert time.process_time() - begun < FEW_SECONDS
    assert faults
    path.unlink()


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_is_not_waited_for(folder: Path, kind: str) -> None:
    for path in (folder / "01-a.md", folder / "unkind/looks/a.toml"):
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        else:
            path.symlink_to("/dev/zero")
    assert lint_paths([folder], check).faults
    assert told_by_rules(folder)
