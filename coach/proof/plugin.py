"""The pytest plugin: `pytest my-rules/` runs every example of every rule file as a test, the sentence as its id.

pytest loads this module in every project of the environment. Nothing of Coach is imported before a TOML file stands
where a rule stands (`<concern>/<category>/<rule>.toml`) and has a rule's keys; spaCy waits until a test runs.
"""

from __future__ import annotations

import re
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

_RULE_KEYS = re.compile(rb"^(?:patterns\s*=|\[examples\])", re.MULTILINE)
_FOLDERS = pytest.StashKey[dict[Path, "RuleFolder"]]()
_WIDTH = 80
_LOOKED_AT = 100_000
"""So many bytes of a file are looked at; no rule is larger."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleFile | None:
    """Collect rule files, and no other TOML file."""
    folder = _folder_of(file_path)
    if folder is None:
        return None
    folders = parent.config.stash.setdefault(_FOLDERS, {})
    known = folders.setdefault(folder, RuleFolder(folder))
    return RuleFile.from_parent(parent, path=file_path, folder=known)


def _folder_of(path: Path) -> Path | None:
    """The folder of rules that this file belongs to, or None where it is no rule file."""
    try:
        if path.suffix != ".toml" or not path.is_file() or not _RULE_KEYS.search(_begin_of(path)):
            return None
    except OSError:
        return None
    from coach.rules.places import folder_of

    return folder_of(path)


def _begin_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOOKED_AT)


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
        return "\n".join(own) or f"cannot be read before these are mended: {', '.join(others)}"


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
