"""What tests share: the shipped catalog and the pipeline made from it, once a run."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

from coach.engine import Explainer, check
from coach.family.family_file import FOLDER_VARIABLE
from coach.locale import VARIABLE
from coach.models import Audience, Catalog, Direction, Message, Report
from coach.rules_cache import rules_at_hand
from tests.rules_for_all import keep_ready, start_compiling
from tests.shipped import share_compiled, share_read, shipped_catalog, shipped_nlp

pytest_plugins = ["pytester"]
gc.set_threshold(
    50_000, 20, 20
)  # nine thousand tests and the rules are kept: looking for rubbish among them takes long
settings.register_profile("same-each-time", derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile("same-each-time")  # `pytest --hypothesis-profile default` tries other examples


def pytest_xdist_auto_num_workers() -> int:
    """`-n auto` starts two more than there are cores: tests of the app and of processes wait for half of their time."""
    return len(os.sched_getaffinity(0)) + 2 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 2


def pytest_configure(config: pytest.Config) -> None:
    """Compiling the rules takes longer than most tests: it is done once, not by every worker and every program."""
    if config.getoption("numprocesses", None):
        # Four workers, and each recipe of CONTRIBUTING, would compile three hundred modules of tests anew in each run.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    start_compiling(config)


def pytest_collection_finish() -> None:
    """The tests themselves are kept to the end of the run: each full collection would walk all of them."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def home_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home of its own for the whole run: whatever a command keeps or finds there is no real family's."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        patch.setenv(FOLDER_VARIABLE, str(home / "family"))
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.delenv(variable, raising=False)
        for variable in ("COACH_LESSONS", "COACH_RULES", "COACH_PACKS"):
            patch.delenv(variable, raising=False)
        patch.setenv(VARIABLE, "en")
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # a hundred processes would each compile all our modules
        keep_ready()
        yield


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """What a folder of rules borrows from Coach is parsed once, and the shipped rules are compiled once."""
    with pytest.MonkeyPatch.context() as patch:
        share_read(patch)
        share_compiled(patch)
        yield


@pytest.fixture(scope="session")
def rules_ready(home_of_nobody: None, read_once: None) -> None:
    """The rules are kept where a process that is started finds them: each would compile them for seconds."""
    del home_of_nobody, read_once
    rules_at_hand()


@pytest.fixture(autouse=True)
def family_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A family's folder of its own, so that no test reads or changes the one of whoever runs it."""
    folder = tmp_path / "family-of-this-test"
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return shipped_catalog()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return shipped_nlp()


@pytest.fixture(scope="session")
def explainer(catalog: Catalog, nlp: Language) -> Explainer:
    """Tells how the shipped rules read a message."""
    return Explainer(catalog, nlp)


Check = Callable[..., Report]


@pytest.fixture(scope="session")
def check_text(nlp: Language) -> Check:
    """Check a text; `direction` and `audience` may follow by name."""

    def run(text: str, direction: str = "draft", audience: str = "group") -> Report:
        return check(nlp, Message(text=text, direction=Direction(direction), audience=Audience(audience)))

    return run
