"""README's commands and examples do what README says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.test_check import coach

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ coach (check .+)$", README, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_check_commands_answer_as_shown(command: str) -> None:
    status, out, err = coach(*shlex.split(command))
    silent = README.split(command)[1].startswith("\nNothing to look at again.")
    assert (status, out == "Nothing to look at again.\n", err) == (0 if silent else 1, silent, "")


def test_readme_shows_flagged_and_silent_commands() -> None:
    assert len(COMMANDS) == 4


def test_python_example_runs_and_its_comment_is_true() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102
    report, doc = names["report"], names["doc"]
    assert report.flags[0].phrase == "ur so ugly"  # type: ignore[attr-defined]
    assert [span.label_ for span in doc.spans["coach"]] == ["unkind/looks"]  # type: ignore[attr-defined]


def test_named_commands_exist() -> None:
    for named in set(re.findall(r"`coach ((?:[a-z]+ )?[a-z]+)", README)):
        first = named.split()[0]
        assert coach(first, "--help")[0] == 0, named
