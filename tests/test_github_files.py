"""The workflow, the issue forms and the metadata of the package: well formed, careful and in agreement."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github"
FILES = sorted([*FOLDER.glob("workflows/*.yml"), *FOLDER.glob("ISSUE_TEMPLATE/*.yml")])
FORMS = [path for path in FILES if path.parent.name == "ISSUE_TEMPLATE" and path.name != "config.yml"]
CHECKS = (FOLDER / "workflows" / "checks.yml").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

KEY = re.compile(r"(?:- )*(?:[A-Za-z][\w-]*:(?: +\S.*)?|- +\S.*)")
"""A key with or without a value, or an item of a list."""
BLOCK_BEGINS = re.compile(r"(?:.*: |- )[|>]-?")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
NEEDS_QUOTES = re.compile(r": |:$| #|^[@`%&*!|>{}\[,]")


def faults(text: str) -> list[str]:
    """What is wrong in a file of YAML that holds only keys, lists, plain or quoted values and `|` blocks."""
    found, block = [], None
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or (block is not None and indent > block):
            continue
        block = indent if BLOCK_BEGINS.fullmatch(line.strip()) else None
        if not line.strip().startswith("#") and (problem := fault(line, indent)):
            found.append(f"{number}: {problem}")
    return found


def fault(line: str, indent: int) -> str:
    """What is wrong with a line outside blocks, or nothing."""
    value = re.sub(r"^(?:- )*(?:[A-Za-z][\w-]*:)? *", "", line.strip())
    if "\t" in line or indent % 2:
        return "indented by something else than pairs of spaces"
    if not KEY.fullmatch(line.strip()):
        return "neither a key nor an item"
    if value.startswith(("[", "|", ">")) or QUOTED.fullmatch(value):
        return ""
    return "a value that needs quotes" if NEEDS_QUOTES.search(value) else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_simple_yaml(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("line", ["a:\tb", " a: b", "a: b: c", "a: b #c", "just words", "- `x`", "a:b", 'a: "b" c: d'])
def test_what_is_not_simple_is_found(line: str) -> None:
    assert faults(f"first: one\n{line}\n") != []


def parsed(path: Path) -> Any:  # noqa: ANN401 - YAML
    yaml = pytest.importorskip("yaml", reason="PyYAML is not among the things that the tests need")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_parser_reads_the_same(path: Path) -> None:
    keys = re.findall(r"^(\w+):", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert [str(key) for key in parsed(path)] == [{"on": "True"}.get(key, key) for key in keys]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_fields_of_a_form_have_names_of_their_own(path: Path) -> None:
    fields = [field for field in parsed(path)["body"] if field["type"] != "markdown"]
    for names in ([field["id"] for field in fields], [field["attributes"]["label"] for field in fields]):
        assert len(names) == len(set(names))


def test_there_is_a_form_for_each_kind_of_trouble() -> None:
    assert [path.stem for path in FORMS] == ["better-words", "broken", "false-alarm", "missed-phrase"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_form_asks_for_invented_messages_first_and_last(path: Path) -> None:
    text = " ".join(path.read_text(encoding="utf-8").split())
    first, last = text.index("never paste a real child's message"), text.index("Everything above is invented")
    assert first < text.index("id: ") < last
    assert text.endswith("required: true")
    assert "screenshots that show other people" in text
    assert "../security/policy" in text


def test_no_issue_begins_without_a_form() -> None:
    assert "blank_issues_enabled: false" in (FOLDER / "ISSUE_TEMPLATE" / "config.yml").read_text(encoding="utf-8")


def test_the_workflow_may_only_read_and_holds_no_secret() -> None:
    assert re.findall(r"permissions:\n((?: +.+\n)+)", CHECKS) == ["  contents: read\n"]
    assert "secrets." not in CHECKS
    assert "pull_request_target" not in CHECKS
    assert CHECKS.count("actions/checkout@") == CHECKS.count("persist-credentials: false")
    assert CHECKS.count("timeout-minutes:") == CHECKS.count("runs-on:")


def test_the_workflow_uses_the_forges_own_actions_by_major_version_and_names_no_host() -> None:
    assert {re.sub(r"\d+$", "N", used) for used in re.findall(r"uses: (.+)", CHECKS)} == {
        "actions/checkout@vN",
        "actions/setup-python@vN",
    }
    assert not re.search(r"https?:|index-url|pypi", CHECKS)


def test_versions_of_python_are_the_same_in_the_workflow_and_the_metadata() -> None:
    (tested,) = re.findall(r'python: \["3\.11", "3\.12".*\]', CHECKS)
    versions = re.findall(r"3\.\d+", tested)
    assert versions == re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert PROJECT["requires-python"] == f">={versions[0]}"


def test_classifiers_are_in_order_and_name_what_people_search_for() -> None:
    classifiers = PROJECT["classifiers"]
    assert classifiers == sorted(set(classifiers))
    assert {"Natural Language :: English", "Typing :: Typed"} <= set(classifiers)
    assert not any(each.startswith("License ::") for each in classifiers)  # `license` is an SPDX expression


def test_no_address_is_invented() -> None:
    assert "urls" not in PROJECT


def test_hooks_lint_what_belongs_to_authors_and_nothing_else() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert faults(text) == []
    rules, lessons = (re.compile(pattern) for pattern in re.findall(r"files: (.+)", text))
    shipped = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("coach/rules/*/*/*.toml")]
    assert shipped
    assert all(rules.search(path) for path in [*shipped, "my-rules/words/mine.toml", "unkind/looks/socks.toml"])
    assert not any(rules.search(path) for path in ("pyproject.toml", "coach/counsel/templates.toml"))
    assert all(lessons.search(path) for path in ("lessons/01-post-together.md", "ours/cases/a-gift.md"))
    assert not any(lessons.search(path) for path in ("README.md", "lessons/README.md", "coach/corpus/lobby.md"))
    assert re.findall(r"entry: (.+)", text) == ["coach rules lint --examples", "coach lessons lint"]
