"""The pytest plugin: one test an example, and nothing at all in other people's projects."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
RULE = """\
summary = "A remark about teeth like a fence"
patterns = ["{your} teeth look like {a}? fence"]
[examples]
flags = [
  "[ur teeth look like a fence](looks)",
  "omg [your teeth look like a fence](looks)",
  "[ur teeth look like fence](looks) lol",
  "eh [YOUR TEETH LOOK LIKE A FENCE](looks)",
  "so [yr teeth look like the fence](looks)",
]
silent = ["my teeth hurt", "nice fence", "teeth are odd", "he said your teeth look like a fence", "your teeth are fine"]
"""
TEETH = "rules/unkind/looks/fence.toml"
PACK = 'coach = ">=0"\n'


@pytest.fixture(autouse=True)
def only_this_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether or not Coach is installed, the plugin is loaded once."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "coach.proof.plugin")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def pack(pytester: pytest.Pytester) -> None:
    """The folder `rules` declares itself."""
    write(pytester.path, "rules/pack.toml", PACK)


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("pack")
def test_every_example_is_a_test_with_its_sentence_as_id(pytester: pytest.Pytester) -> None:
    write(pytester.path, TEETH, RULE)
    result = pytester.runpytest_inprocess("rules", "-v")
    result.assert_outcomes(passed=10)
    result.stdout.fnmatch_lines(["*fence.toml::my teeth hurt PASSED*"])


@pytest.mark.usefixtures("pack")
def test_a_failure_tells_line_and_steps(pytester: pytest.Pytester) -> None:
    broken = RULE.replace("my teeth hurt", "hm your teeth look like a fence").replace(
        "ur teeth look like fence]", "ur hat]"
    )
    broken = broken.replace('"so [yr', '"he said [yr')
    write(pytester.path, TEETH, broken)
    result = pytester.runpytest_inprocess("rules")
    result.assert_outcomes(passed=7, failed=3)
    result.stdout.fnmatch_lines_random(
        [
            'unkind/looks/fence: "your teeth look like a fence" is flagged by unkind/looks/fence',
            "unkind/looks/fence: not flagged as unkind/looks where it is marked",
            "No rule has a phrase that matches it.",
            "  - silent: it is said reported*",
        ]
    )


@pytest.mark.usefixtures("pack")
def test_a_broken_rule_file_is_told_with_its_line_and_the_others_wait(pytester: pytest.Pytester) -> None:
    write(pytester.path, TEETH, RULE.replace("{your}", "{yor}"))
    write(pytester.path, "rules/unkind/looks/hedge.toml", RULE.replace("fence", "hedge"))
    result = pytester.runpytest_inprocess("rules")
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*fence.toml:2:14: unknown word set `yor`"])
    result.stdout.fnmatch_lines(["cannot be read until these are fixed: *fence.toml"])


@pytest.mark.parametrize("place", ["rules/pack.toml", "pack.toml"])
def test_a_pack_beside_or_above_the_rules_declares_them(pytester: pytest.Pytester, place: str) -> None:
    write(pytester.path, TEETH, RULE)
    write(pytester.path, place, PACK)
    pytester.runpytest_inprocess().assert_outcomes(passed=10)


@pytest.mark.parametrize("place", ["a/pack.toml", "rules/unkind/pack.toml", "rules/unkind/looks/pack.toml"])
def test_a_pack_elsewhere_declares_nothing(pytester: pytest.Pytester, place: str) -> None:
    write(pytester.path, TEETH, RULE)
    write(pytester.path, place, PACK)
    pytester.runpytest_inprocess().assert_outcomes()


def test_rules_that_do_not_declare_themselves_are_left_alone_and_the_way_is_said(pytester: pytest.Pytester) -> None:
    write(pytester.path, TEETH, RULE)
    result = pytester.runpytest_inprocess("rules")
    result.assert_outcomes()
    result.stdout.fnmatch_lines(["coach: no rules were tested: */rules has no pack.toml", "*fix: write `coach*"])


@pytest.mark.parametrize("pack", [b"", b"name = 'mine'\n", b"coach\n"])
def test_a_pack_without_the_key_is_not_called_missing(pytester: pytest.Pytester, pack: bytes) -> None:
    write(pytester.path, TEETH, RULE)
    (pytester.path / "rules/pack.toml").write_bytes(pack)
    result = pytester.runpytest_inprocess("rules")
    result.stdout.fnmatch_lines(
        [
            "coach: no rules were tested: */rules/pack.toml has no key `coach`, or is not TOML",
            '*fix: write `coach = ">=0"` as the first line of */rules/pack.toml*',
        ]
    )


OTHERS: dict[str, str | bytes] = {
    "pyproject.toml": "[project]\nname = 'other'\n",
    "data/sets/colours.toml": RULE,
    "care/a/conf.toml": "[examples]\none = 1\n",
    "rules/care/a/conf.toml": "[examples\none = ",
    "rules/unkind/looks/latin.toml": "patterns = ['\xe9']\n".encode("latin-1"),
    "unkind/looks/colours.toml": "[colours]\nred = 1\n",
    "unkind/looks/category.toml": RULE,
    "unkind/looks/fence.toml": RULE,
    "unkind/looks/fence.txt": RULE,
}
"""Files of other projects, by their place."""


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_left_alone(pytester: pytest.Pytester, name: str) -> None:
    content = OTHERS[name]
    write(pytester.path, name, "")
    (pytester.path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    write(pytester.path, "test_nothing.py", "def test_nothing(): pass\n")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=1)
    assert "coach:" not in result.stdout.str()


@pytest.mark.parametrize(
    "pack",
    [
        b"",
        b"coach",
        b"[index]\nfile = 'index.toml'\n",
        b"name = 'coach'\n",
        b"coach = '\xe9'\n",
        b"a = " + b"[" * 90_000,
        b"#" * 200_000 + b"\ncoach = 1\n",
    ],
)
def test_a_pack_that_is_for_something_else_declares_nothing(pytester: pytest.Pytester, pack: bytes) -> None:
    write(pytester.path, TEETH, RULE)
    write(pytester.path, "test_nothing.py", "def test_nothing(): pass\n")
    (pytester.path / "rules/pack.toml").write_bytes(pack)
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "nowhere"])
def test_what_is_no_file_is_left_alone(pytester: pytest.Pytester, kind: str) -> None:
    write(pytester.path, "test_nothing.py", "def test_nothing(): pass\n")
    write(pytester.path, TEETH, RULE)
    for path in (pytester.path / "rules/pack.toml", pytester.path / "rules/unkind/looks/odd.toml"):
        if kind == "folder":
            path.mkdir()
        elif kind == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to(path if kind == "loop" else "nowhere")
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_nothing_of_coach_is_imported_in_other_projects(pytester: pytest.Pytester) -> None:
    write(pytester.path, "a/b/colours.toml", "[colours]\nred = 1\n")
    code = "import sys\ndef test_it(): assert not {'spacy', 'pydantic', 'coach.models', 'coach.rules'} & set(sys.modules)\n"
    write(pytester.path, "test_it.py", code)
    write(pytester.path, "care/a/conf.toml", "[examples]\none = 1\n")
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


@pytest.mark.usefixtures("pack")
def test_collecting_does_not_import_spacy(pytester: pytest.Pytester) -> None:
    write(pytester.path, TEETH, RULE)
    hook = "import sys\ndef pytest_collection_finish(session): print('spacy' in sys.modules, len(session.items))\n"
    pytester.makeconftest(hook)
    pytester.runpytest_subprocess("rules", "--collect-only", "-s").stdout.fnmatch_lines(["*False 10"])
