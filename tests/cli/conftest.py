"""Commands that run in the process of the tests get the rules that tests share."""

from __future__ import annotations

import pytest

from tests.shipped import share_loaded


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this each command would read the rules, or those that are kept ready, anew."""
    share_loaded(monkeypatch)
