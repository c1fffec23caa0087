"""onnxruntime, which runs the second reader's encoder, where there is one for this Python and machine.

From version 1.29 on, official builds for Linux and macOS give the machine a lasting number and send usage events to
their makers unless they are stopped before the first import (microsoft/onnxruntime pull requests 27379 and 29843, read
in November 2026). Coach sends nothing: `pyproject.toml` takes older versions, and those that are here anyway are
stopped, or not used where that is too late.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Any

from coach.locale import N_

MISSING = N_("The trained checker cannot run here, because onnxruntime is missing: only the rules check.")
"""What families and programs read where there is none."""
_SENDING_SINCE = (1, 29)
_SILENT = {"ORT_DISABLE_TELEMETRY": "1", "ORT_TELEMETRY_DISABLED": "1"}
"""Settings that stop it, by the names of different versions."""


@cache
def runtime() -> Any:  # noqa: ANN401  # onnxruntime has no types
    """Return onnxruntime; None where it is missing, does not run, or was imported before it could be kept silent."""
    was_free = "onnxruntime" in sys.modules and any(os.environ.get(name) != on for name, on in _SILENT.items())
    os.environ.update(_SILENT)
    try:
        import onnxruntime  # noqa: PLC0415  # not everybody has it
    except (ImportError, OSError):  # OSError: a library of the system is missing
        return None
    if was_free and _version(onnxruntime.__version__) >= _SENDING_SINCE:
        return None
    # Builds for Windows write usage events for the system.
    onnxruntime.disable_telemetry_events()
    return onnxruntime


def can_read() -> bool:
    """Return whether the second reader can run here."""
    return runtime() is not None


def _version(written: str) -> tuple[int, ...]:
    return tuple(int(part) for part in written.split(".")[:2] if part.isdigit())
