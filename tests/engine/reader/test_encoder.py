"""The encoder reads any number of windows in little memory, and says the same of each whatever was read before."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from coach.engine.reader import Encoder, read_weights
from coach.models import Direction

MEASURE = """
from coach.engine.reader import Encoder, read_weights
from coach.models import Direction

def most():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))

weights = read_weights()
encoder = Encoder(weights)
windows = [weights.embedding.spelled(["ugly"] * (1 + at % 90), Direction.DRAFT) for at in range(600)]
for window in windows[:90]:
    encoder.read(window)
before = most()
for window in windows:
    encoder.read(window)
print(most() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in /proc")
def test_many_windows_take_little_memory() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, check=True, timeout=300)
    assert int(done.stdout) < 20_000, "in kB, beyond the first 90 windows"


def test_a_window_is_read_the_same_whatever_was_read_before() -> None:
    weights = read_weights()
    encoder = Encoder(weights)
    texts = ["you are so ugly", "see you", "nobody wants you here and nobody ever did"]
    windows = [weights.embedding.spelled(text.split(), Direction.DRAFT) for text in texts]
    first = [encoder.read(window) for window in windows]
    for window, before in zip(reversed(windows), reversed(first), strict=True):
        again = encoder.read(window)
        assert np.array_equal(again.questions, before.questions)
        assert np.array_equal(again.tags, before.tags)
