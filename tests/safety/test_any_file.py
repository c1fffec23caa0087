"""Any change of a rule, word set, lesson, file of doors or voice is read or gives its faults, each with a fix."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import changed
from tests.fuzz.targets import TARGETS

FILES = ("rule", "words", "lesson", "doors", "voice")
MADE = {name: TARGETS[name].make() for name in FILES}


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_any_change_of_a_file_is_read_or_gives_its_faults(name: str, seed: int) -> None:
    MADE[name](changed(TARGETS[name].seeds, random.Random(seed)))


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_cut_anywhere_is_read_or_gives_its_faults(name: str) -> None:
    whole = TARGETS[name].seeds[0]
    for end in range(0, len(whole), max(len(whole) // 25, 1)):
        MADE[name](whole[:end])
