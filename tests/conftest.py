"""What tests share: the shipped catalog and the pipeline made from it, once a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

from coach.engine import Explainer, check
from coach.family.family_file import FOLDER_VARIABLE
from coach.models import Audience, Catalog, Direction, Message, Report
from tests.shipped import shipped_catalog, shipped_nlp

pytest_plugins = ["pytester"]
settings.register_profile("same-each-time", derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile("same-each-time")  # `pytest --hypothesis-profile default` tries other examples


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
        for variable in ("COACH_LESSONS", "COACH_RULES"):
            patch.delenv(variable, raising=False)
        yield


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
