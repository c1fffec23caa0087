"""CONTRIBUTING.md's recipes work word for word, in a copy of the repository; what it names exists."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.corpus import read_voice
from coach.rules import read_own_catalog
from tests.conftest import Check
from tests.corpus import test_reader

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("coach", "lessons", "tests", "pyproject.toml")
"""What a recipe may touch."""
RULES_COPIED = ("unkind/looks", "unkind/name-calling")
"""Categories whose rules are copied; reading, compiling and trying all the others would take most of the time."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FINDS_SOMETHING = ("check", "rules try", "lessons try")
"""Commands of Coach that end with 1 where they find something."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two fences of a recipe."""

    path: str
    """The file that the line above names, if any."""
    kind: str
    """The word behind the fence: `console`, `diff`, or the language of a whole file."""
    body: str


BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`:\n\n)?^(?P<fence>```+)(?P<kind>\w+)\n(?P<body>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
SECTIONS = dict(re.findall(r"^## ([A-Z].+?)\n(.*?)(?=^## [A-Z]|\Z)", PAGE, re.MULTILINE | re.DOTALL))
"""The page by its headings; a small letter begins a heading inside a block."""
PROSE = re.sub(BLOCK, "", PAGE)
RECIPES = {title: text for title, text in SECTIONS.items() if title.startswith("First ")}


def blocks(text: str) -> Iterator[Block]:
    for found in BLOCK.finditer(text):
        yield Block(found["path"] or "", found["kind"], found["body"])


def follow(block: Block, folder: Path) -> None:
    """Do what a block says."""
    path = folder / block.path
    if block.kind == "console":
        run_all(block.body, folder)
    elif block.kind == "diff":
        path.write_text(changed(path.read_text(encoding="utf-8"), block.body), encoding="utf-8")
    else:
        assert block.path, f"no line above names the file of this block:\n{block.body}"
        assert not path.exists(), f"{block.path} is there already"
        path.write_text(block.body, encoding="utf-8")


def changed(text: str, diff: str) -> str:
    """A file with the changes of a diff, each at the one place that its other lines name."""
    for part in diff.split("@@\n"):
        lines = part.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(before) == 1, f"these lines stand {text.count(before)} times in the file:\n{before}"
        text = text.replace(before, after)
    return text


def run_all(console: str, folder: Path) -> None:
    """Run each `$ command` and look for the lines below it in what it says."""
    for command, *shown in (part.splitlines() for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]):
        status, said = run(command, folder)
        allowed = {0, 1} if command.startswith(tuple(f"coach {each} " for each in FINDS_SOMETHING)) else {0}
        assert status in allowed, f"{command}\n{said}"
        for line in shown:
            assert line in said, f"{command}\n{said}"


def run(command: str, folder: Path) -> tuple[int, str]:
    """Run a command with the code of this folder, whatever the environment has installed.

    Its home is its own: it would put the copy's few rules in place of those that are kept ready for all other tests.
    """
    home = str(folder / "home")
    program, *arguments = shlex.split(command)
    module = [] if program == "python" else ["-m", program]
    quiet = ["-p", "no:cacheprovider"] if program == "pytest" else []
    done = subprocess.run(
        [sys.executable, *module, *arguments, *quiet],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "80", "HOME": home, "USERPROFILE": home},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout + done.stderr


def _half_written(folder: str, names: list[str]) -> list[str]:
    """What another process may be writing now; modules that are compiled are copied, or each recipe compiles them anew."""
    return [name for name in names if folder.endswith("__pycache__") and not name.endswith(".pyc")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what a recipe may touch, with few rules."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=_half_written)
        else:
            shutil.copy2(ROOT / name, tmp_path / name)
    rules = tmp_path / "coach" / "rules"
    advice = "".join(path.read_text(encoding="utf-8") for path in rules.glob("*/*/category.toml"))
    for path in (*rules.glob("*/*/*.toml"), *rules.glob("frames/*.toml")):
        is_copied = path.parent.relative_to(rules).as_posix() in RULES_COPIED
        if not (is_copied or path.name == "category.toml" or f'"{path.stem}"' in advice):
            path.unlink()
    return tmp_path


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_works_word_for_word(title: str, folder: Path) -> None:
    for block in blocks(RECIPES[title]):
        follow(block, folder)


def test_beside_all_rules_the_one_of_the_recipe_reads_as_the_page_says(tmp_path: Path, check_text: Check) -> None:
    (block,) = (block for block in blocks(RECIPES["First rule"]) if block.kind == "toml")
    path = tmp_path / Path(block.path).relative_to("coach/rules")
    path.parent.mkdir(parents=True)
    path.write_text(block.body, encoding="utf-8")
    (rule,) = read_own_catalog(tmp_path).rules
    for text in (*(marked.text for marked in rule.examples.flags), *rule.examples.silent):
        assert not check_text(text).flags, "no other rule flags it, nor has a phrase like it"


def test_there_are_five_recipes_and_each_ends_with_a_command_that_proves_it() -> None:
    assert [title.split()[1] for title in RECIPES] == ["rule", "lesson", "voice", "detail", "command"]
    for text in RECIPES.values():
        assert list(blocks(text))[-1].kind == "console"


def test_a_voice_of_the_recipe_ships_once_it_is_long_enough(tmp_path: Path) -> None:
    (found,) = (block for block in blocks(RECIPES["First voice"]) if block.path)
    more = "".join(f"- we counted {number} conkers on the way\n" for number in range(450))
    path = tmp_path / Path(found.path).name
    path.write_text(found.body + more, encoding="utf-8")
    voice = read_voice(path)
    assert len(voice.messages) > 450
    test_reader.test_every_shipped_voice_has_both_directions_and_silent_messages((voice,))


@pytest.mark.parametrize("stale", ["-nothing like it\n+x\n", " \n+x\n"])
def test_a_diff_that_does_not_fit_exactly_one_place_is_refused(stale: str) -> None:
    with pytest.raises(AssertionError, match="times in the file"):
        changed("a\n\nb\n\n", stale)


def test_every_link_leads_to_a_file_and_a_heading() -> None:
    for path, _, heading in re.findall(r"\]\(([^)#:]*)(#?)([^)]*)\)", PROSE):
        target = ROOT / ".github" / path
        assert target.exists(), path
        if heading:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {title.lower().replace(" ", "-") for title in headings}


def test_every_path_and_module_named_outside_the_recipes_exists() -> None:
    others = "".join(text for title, text in SECTIONS.items() if title not in RECIPES)
    for path in re.findall(r"(?:tests|coach)/[a-z_/-]+\.(?:py|toml|md)", others):
        assert (ROOT / path).exists(), path
    for module in re.findall(r"python -m ((?:tests|coach)[a-z._]*)", PROSE):
        file = ROOT.joinpath(*module.split("."))
        assert file.with_suffix(".py").exists() or (file / "__main__.py").exists(), module


def test_the_command_that_sets_up_is_readmes_with_what_the_tests_need() -> None:
    (line,) = re.findall(r"^python3 -m venv \.venv && .+$", SECTIONS["Set up"], re.MULTILINE)
    assert line.replace("-e '.[test]'", ".") in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_newest_changes_are_those_of_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\S+) \((?:not released|\d{4}-\d\d-\d\d)\)$", changelog, re.MULTILINE)
    assert headings[0] == PROJECT["version"]
