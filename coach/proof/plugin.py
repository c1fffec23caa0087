"""The pytest plugin: `pytest my-rules/` runs every example of every rule file as a test, with the sentence as its id.

pytest loads this module in every project of the environment, so a folder of rules has to declare itself with a
`pack.toml` that has a key `coach`, next to its concerns or one folder above. Other files are never collected, and
nothing of Coach is imported for them; spaCy is imported when the first test runs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from coach.engine import Explainer
    from coach.models import Catalog
    from coach.proof.examples import Example
    from coach.rules.toml_source import TomlSource

PACK_FILE = "pack.toml"
_RULE_KEYS = re.compile(rb"^(?:patterns\s*=|\[examples\])", re.MULTILINE)
_FOLDERS = pytest.StashKey[dict[Path, "RuleFolder"]]()
_UNDECLARED = pytest.StashKey[Path]()
_DEPTH = 4
"""The path components of a rule file: the folder of rules, its concern, its category and the file."""
_WIDTH = 80
_LOOKED_AT = 100_000
"""How many bytes of a file are inspected; rule files are never larger."""
_HINT = """coach: no rules were tested: {problem}
    fix: write `coach = ">=0"` as the first line of {pack}, then run pytest again"""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleExamples | None:
    """Collect rule files from folders that declare themselves, and no other TOML files."""
    if file_path.suffix != ".toml" or len(file_path.parts) < _DEPTH or not _RULE_KEYS.search(_begin_of(file_path)):
        return None
    folder = file_path.parents[2]
    if not is_declared(folder):
        parent.config.stash.setdefault(_UNDECLARED, file_path)
        return None
    from coach.rules.places import folder_of

    if folder_of(file_path) is None:
        return None
    folders = parent.config.stash.setdefault(_FOLDERS, {})
    return RuleExamples.from_parent(parent, path=file_path, folder=folders.setdefault(folder, RuleFolder(folder)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    """Explain why nothing was tested if the only rules found are in a folder that does not declare itself."""
    passed_over = config.stash.get(_UNDECLARED, None)
    if exitstatus != pytest.ExitCode.NO_TESTS_COLLECTED or passed_over is None:
        return
    from coach.rules.places import folder_of

    folder = folder_of(passed_over)
    if folder is not None:
        terminalreporter.write_line(_hint(folder))


def _hint(folder: Path) -> str:
    """Say what keeps the rules of a folder from being tested, and which line to write where."""
    packs = [place / PACK_FILE for place in (folder, folder.parent)]
    pack = next((pack for pack in packs if pack.exists()), None)
    problem = f"{pack} has no key `coach`, or is not TOML" if pack else f"{folder} has no {PACK_FILE}"
    return _HINT.format(problem=problem, pack=pack or packs[0])


def is_declared(folder: Path) -> bool:
    """Return whether a `pack.toml` in this folder or the one above declares it for Coach."""
    return any(_is_pack(place / PACK_FILE) for place in (folder, folder.parent))


def _is_pack(path: Path) -> bool:
    try:
        return "coach" in tomllib.loads(_begin_of(path).decode())
    except (ValueError, RecursionError):
        return False


def _begin_of(path: Path) -> bytes:
    """Read the start of a file; empty if it is not a regular file or cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""


class RuleFolder:
    """The rules of one folder and their engine, loaded once per run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def catalog(self) -> Catalog:
        """The rules, together with Coach's categories, word sets and spellings.

        Raises:
            AuthorError: a file is invalid.
        """
        from coach.rules import read_own_catalog

        return read_own_catalog(self.path)

    @cached_property
    def explainer(self) -> Explainer:
        """The engine, built when the first test runs."""
        from coach.engine import Explainer

        return Explainer(self.catalog)


class RuleExamples(pytest.File):
    """One rule file."""

    def __init__(self, *, folder: RuleFolder, **given: object) -> None:
        super().__init__(**given)  # type: ignore[arg-type]
        self.folder = folder

    @cached_property
    def source(self) -> TomlSource:
        """The file, to look up the lines of its examples."""
        from coach.rules import read_toml

        return read_toml(self.path)

    def collect(self) -> Iterator[RuleExample]:
        """Yield a test for every example.

        Raises:
            CollectError: rule files of the folder are invalid.
        """
        from coach.errors import AuthorError

        try:
            catalog = self.folder.catalog
        except AuthorError as error:
            raise self.CollectError(self._own_faults(error)) from error
        from coach.proof.examples import examples_of

        rules = [rule for rule in catalog.rules if self.folder.path / f"{rule.id}.toml" == self.path]
        for example in examples_of(rules):
            yield RuleExample.from_parent(self, rule_file=self, name=_name(example), example=example)

    def _own_faults(self, error: Exception) -> str:
        from coach.errors import AuthorError

        faults = error.faults if isinstance(error, AuthorError) else ()
        own = [str(fault) for fault in faults if fault.path == self.path]
        others = sorted({str(fault.path) for fault in faults if fault.path != self.path})
        return "\n".join(own) or f"cannot be read until these are fixed: {', '.join(others)}"


class ExampleError(AssertionError):
    """An example failed; the text explains why, step by step."""


class RuleExample(pytest.Item):
    """One example."""

    def __init__(self, *, rule_file: RuleExamples, example: Example, **given: object) -> None:
        super().__init__(**given)  # type: ignore[arg-type]
        self.rule_file = rule_file
        self.example = example

    def runtest(self) -> None:
        """Check the example.

        Raises:
            ExampleError: the example fails.
        """
        from coach.proof.check import failure

        problem = failure(self.rule_file.folder.explainer, self.example)
        if problem:
            raise ExampleError(problem)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Explain why the example fails, with every step of reading its message."""
        if not isinstance(excinfo.value, ExampleError):
            return str(super().repr_failure(excinfo))
        from coach.proof.text import explanation_lines

        del style
        explainer = self.rule_file.folder.explainer
        steps = explanation_lines(explainer.explain(self.example.message), explainer.catalog, _WIDTH)
        return "\n".join([f"{self.example.rule.id}: {excinfo.value}", "", *steps])

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the position of the example; lines are counted from 0."""
        places = self.rule_file.source.places(self.example.key, self.example.marked.written)
        return self.path, places[0][0] - 1 if places else 0, f"{self.example.rule.id}: {self.name}"


def _name(example: Example) -> str:
    from coach.visible import visible

    return visible(example.marked.text).replace("\n", " ")
