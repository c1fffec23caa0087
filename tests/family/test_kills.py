"""Whoever pulls the plug while Coach writes finds the old family or the new one."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

Found = dict[str, dict[str, int]]
ROUNDS = 100


@pytest.fixture(scope="module")
def found() -> Found:
    """What was left by some three hundred kills; takes some ten seconds."""
    if os.name != "posix":
        pytest.skip("fork and SIGKILL")
    command = [sys.executable, "-m", "tests.family.kills", str(ROUNDS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("scene", "allowed", "kills"),
    [
        ("first save", {"nothing", "new"}, 20),
        ("save", {"old", "new"}, 20),
        ("save over a damaged file", {"damaged", "set aside", "new"}, 20),
        ("forget", {"old", "nothing"}, 20),
        ("killed at random", {"old", "new", "in the middle"}, ROUNDS),
    ],
)
def test_a_kill_leaves_the_old_or_the_new(found: Found, scene: str, allowed: set[str], kills: int) -> None:
    assert set(found[scene]) <= allowed
    assert sum(found[scene].values()) >= kills


def test_kills_at_random_meet_the_middle_of_a_save(found: Found) -> None:
    assert found["killed at random"]["in the middle"] > 0


def test_several_coaches_at_once_lose_nothing(found: Found) -> None:
    assert found["several at once"]["kept"] == found["several at once"]["made"]
