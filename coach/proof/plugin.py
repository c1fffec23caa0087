"""The pytest plugin: `pytest my-rules/` runs every example of every rule file as a test, the sentence as its id.

pytest loads this module in every project of the environment, so a folder of rules has to declare itself: a `pack.toml`
beside its concerns, or one folder above, with a key `coach`. No other file is collected, whatever it holds, and nothing
of Coach is imported for it; spaCy waits until a test runs.
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
"""A rule's file, its category, its concern and the folder of rules."""
_WIDTH = 80
_LOOKED_AT = 100_000
"""So many bytes of a file are looked at; no rule is larger."""
_HINT = """coach: no rules were tested: {folder} has no {pack}
    fix: write `coach = ">=0"` into {folder}/{pack}, and run pytest again"""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleFile | None:
    """Collect the rule files of folders that declare themselves, and no other TOML file."""
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
    return RuleFile.from_parent(parent, path=file_path, folder=folders.setdefault(folder, RuleFolder(folder)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    """Say why nothing was tested, where all that was found were rules of a folder that does not declare itself."""
    passed_over = config.stash.get(_UNDECLARED, None)
    if exitstatus != pytest.ExitCode.NO_TESTS_COLLECTED or passed_over is None:
        return
    from coach.rules.places import folder_of

    folder = folder_of(passed_over)
    if folder is not None:
        terminalreporter.write_line(_HINT.format(folder=folder, pack=PACK_FILE))


def is_declared(folder: Path) -> bool:
    """Whether a `pack.toml` in this folder, or in the one above, says that it is for Coach."""
    return any(_is_pack(place / PACK_FILE) for place in (folder, folder.parent))


def _is_pack(path: Path) -> bool:
    try:
        return "coach" in tomllib.loads(_begin_of(path).decode())
    except (ValueError, RecursionError):
        return False


def _begin_of(path: Path) -> bytes:
    """The first bytes of a file; none of what is no file or cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""


class RuleFolder:
    """The rules of one folder and the engine made from them, once a run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def catalog(self) -> Catalog:
        """The rules, with all that Coach has beside them.

        Raises:
            AuthorError: a file is wrong in any way.
        """
        from coach.rules import read_own_catalog

        return read_own_catalog(self.path)

    @cached_property
    def explainer(self) -> Explainer:
        """The engine; made when the first test runs."""
        from coach.engine import Explainer

        return Explainer(self.catalog)


class RuleFile(pytest.File):
    """One rule file."""

    def __init__(self, *, folder: RuleFolder, **given: object) -> None:
        super().__init__(**given)  # type: ignore[arg-type]
        self.folder = folder

    @cached_property
    def source(self) -> TomlSource:
        """The file, for the lines of its examples."""
        from coach.rules import read_toml

        return read_toml(self.path)

    def collect(self) -> Iterator[RuleExample]:
        """A test for every example.

        Raises:
            CollectError: rule files of the folder are wrong.
        """
        from coach.errors import AuthorError

        try:
            catalog = self.folder.catalog
        except AuthorError as error:
            raise self.CollectError(self._told(error)) from error
        from coach.proof.examples import examples_of

        rules = [rule for rule in catalog.rules if self.folder.path / f"{rule.id}.toml" == self.path]
        for example in examples_of(rules):
            yield RuleExample.from_parent(self, rule_file=self, name=_name(example), example=example)

    def _told(self, error: Exception) -> str:
        from coach.errors import AuthorError

        faults = error.faults if isinstance(error, AuthorError) else ()
        own = [str(fault) for fault in faults if fault.path == self.path]
        others = sorted({str(fault.path) for fault in faults if fault.path != self.path})
        return "\n".join(own) or f"cannot be read before these are corrected: {', '.join(others)}"


class ExampleError(AssertionError):
    """An example does not hold; the text says why, step by step."""


class RuleExample(pytest.Item):
    """One example."""

    def __init__(self, *, rule_file: RuleFile, example: Example, **given: object) -> None:
        super().__init__(**given)  # type: ignore[arg-type]
        self.rule_file = rule_file
        self.example = example

    def runtest(self) -> None:
        """Check the example.

        Raises:
            ExampleError: it does not hold.
        """
        from coach.proof.check import failure

        problem = failure(self.rule_file.folder.explainer, self.example)
        if problem:
            raise ExampleError(problem)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Why the example does not hold, and every step that its message took."""
        if not isinstance(excinfo.value, ExampleError):
            return str(super().repr_failure(excinfo))
        from coach.proof.text import explanation_lines

        del style
        explainer = self.rule_file.folder.explainer
        steps = explanation_lines(explainer.explain(self.example.message), explainer.catalog, _WIDTH)
        return "\n".join([f"{self.example.rule.id}: {excinfo.value}", "", *steps])

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the example stands, lines counted from 0."""
        places = self.rule_file.source.places(self.example.key, self.example.marked.written)
        return self.path, places[0][0] - 1 if places else 0, f"{self.example.rule.id}: {self.name}"


def _name(example: Example) -> str:
    from coach.visible import visible

    return visible(example.marked.text).replace("\n", " ")
