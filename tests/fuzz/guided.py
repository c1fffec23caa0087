"""Inputs that atheris chooses: what reaches a line of Coach that nothing reached before is changed further."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FunctionType

from tests.fuzz.targets import TARGETS, Run, Target

SLOWEST = 20
"""An input that takes longer is a finding, in seconds."""
MOST_MEMORY = 4_096
"""A run that takes more is a finding, in MB."""
_TRIED = re.compile(r"number_of_executed_units: (\d+)")
_KEPT = re.compile(r"new_units_added: +(\d+)")


def can_guide() -> bool:
    """Whether atheris is installed."""
    return find_spec("atheris") is not None


def guided(name: str, seconds: float, longest: int) -> tuple[int, int]:
    """Fuzz a target, and give how many inputs were tried and how many of them reached something new.

    A process of its own does it, for libFuzzer ends the one that it runs in.

    Raises:
        SystemExit: an input breaks a promise, takes too long or too much memory; standard error says which.
    """
    target = TARGETS[name]
    with TemporaryDirectory() as folder:
        for number, seed in enumerate(target.seeds):
            (Path(folder) / str(number)).write_bytes(seed)
        most = max(longest, *(2 * len(seed) for seed in target.seeds))
        settings = [f"-max_total_time={seconds:.0f}", f"-max_len={most}", f"-artifact_prefix={folder}/"]
        limits = [f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEMORY}", "-print_final_stats=1", "-verbosity=0"]
        command = [sys.executable, "-m", "tests.fuzz.guided", name, *settings, *limits, folder]
        ended = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    tried, kept = _TRIED.search(ended.stderr), _KEPT.search(ended.stderr)
    if ended.returncode or not (tried and kept):
        sys.exit(ended.stderr)
    return int(tried[1]), int(kept[1])


def main(name: str, settings: list[str]) -> None:
    """Let libFuzzer try inputs; it ends the process itself."""
    import atheris  # noqa: PLC0415

    target = TARGETS[name]
    run = target.make()
    for seed in target.seeds:
        run(seed)
    for function in functions_of(target):
        atheris.instrument_func(function)
    atheris.Setup([sys.argv[0], *settings], telling(run))
    atheris.Fuzz()


def functions_of(target: Target) -> list[FunctionType]:
    """Every function of Coach, and of the packages that the input goes through."""
    packages = {"coach", *target.through.split()}
    functions = [one for one in gc.get_objects() if isinstance(one, FunctionType)]
    return [one for one in functions if str(one.__module__).partition(".")[0] in packages]


def telling(run: Run) -> Run:
    """Runs the same, and says which input broke a promise."""

    def tell(given: bytes) -> None:
        try:
            run(given)
        except BaseException:
            print(f"this one breaks a promise: {given!r}", file=sys.stderr)
            raise

    return tell


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
