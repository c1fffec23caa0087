"""The command is sealed: nothing typed gets into a file, and no memory is dumped, whatever the environment says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli.seal import KEPT
from coach.family import FamilyFile, family_path
from coach.models import Family

if os.name != "posix":
    pytest.skip("terminals of POSIX", allow_module_level=True)

from tests.running.terminal import Terminal
from tests.running.test_ending import NO_CHECKER, QUIT, SECRET, open_check, write

SEALED = "RLIMIT_CORE (0, 0), dumpable 0"
SAY = """
import ctypes, os, resource, sys
def say():
    return f"RLIMIT_CORE {resource.getrlimit(resource.RLIMIT_CORE)}, dumpable {ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)}"
"""
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can say what may be dumped")


def hostile(folder: Path) -> dict[str, str]:
    """What would have Textual write down all that is typed and shown, or send it to a port of this computer."""
    return {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(folder / "textual.log"),
        "TEXTUAL_DEVTOOLS_PORT": "8081",
        "TEXTUAL_SCREENSHOT_LOCATION": str(folder),
        "PYTHONASYNCIODEBUG": "1",
        "COLUMNS": "7",
        "LINES": "3",
    }


def test_a_hostile_environment_gets_nothing_that_is_typed(tmp_path: Path) -> None:
    FamilyFile(family_path()).save(Family(was_asked=True))
    work = tmp_path / "work"
    work.mkdir()
    with Terminal(before=NO_CHECKER, variables=hostile(work), folder=work) as terminal:
        open_check(terminal)
        write(terminal, SECRET)
        terminal.type(QUIT)
        assert terminal.end() == 0
    assert list(work.iterdir()) == []


@linux_only
def test_the_command_may_not_be_dumped_and_has_no_variable_that_it_does_not_need(tmp_path: Path) -> None:
    program = f"""{SAY}
import coach.cli
coach.cli.run = lambda _: print(say(), sorted(name for name in os.environ if name.startswith("TEXTUAL"))) or 0
from coach.__main__ import main
import coach.__main__
coach.__main__.run = coach.cli.run
assert "textual" not in sys.modules
main()
"""
    variables = {**os.environ, **hostile(tmp_path), **dict.fromkeys(KEPT, "1")}
    done = subprocess.run([sys.executable, "-c", program], env=variables, capture_output=True, text=True, check=True)
    assert done.stdout == f"{SEALED} {sorted(KEPT)}\n"


def test_the_command_brings_nothing_that_downloads() -> None:
    """Importing spaCy imports its own command line, unless the command is sealed."""
    program = """
from coach.cli.seal import seal
seal()
import sys, coach
coach.check("hi")
print(sorted({"requests", "httpx", "urllib3", "spacy.cli"} & sys.modules.keys()))
import spacy.cli
print(callable(spacy.cli.setup_cli))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nTrue\n"


@linux_only
def test_a_worker_of_a_check_may_not_be_dumped_either() -> None:
    program = f"""{SAY}
from coach.cli.check.formats.json_reports import JsonLines
from coach.cli.check.workers import CheckSetup
CheckSetup(JsonLines(""), (), False)()
print(say())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == f"{SEALED}\n"


@linux_only
def test_the_library_leaves_its_process_alone(tmp_path: Path) -> None:
    own = "{name: value for name, value in os.environ.items() if not name.startswith('ORT_')}"  # onnxruntime's own
    program = f"{SAY}\nbefore = say(), {own}\nimport coach, coach.cli\ncoach.check('hi')\n"
    program += f"print(before == (say(), {own}))"
    variables = {**os.environ, **hostile(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=variables, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_the_size_is_that_of_the_terminal_and_of_the_variable_where_there_is_none(tmp_path: Path) -> None:
    with Terminal("help-lines", variables=hostile(tmp_path), columns=100) as terminal:
        assert terminal.end() == 0
    coach = [sys.executable, "-m", "coach", "help-lines"]
    narrow, wide = (
        subprocess.run(coach, env={**os.environ, "COLUMNS": columns}, capture_output=True, text=True, check=True).stdout
        for columns in ("40", "100")
    )
    assert terminal.text.replace("\r\n", "\n") == wide != narrow
