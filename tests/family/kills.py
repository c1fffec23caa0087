"""Kills Coach while it writes, and looks what is left: `python -m tests.family.kills [RANDOM]`.

First a child is killed before and after every call that a save makes to the system; then RANDOM children that save
without end are killed at some moment. Every kill is a SIGKILL. It prints what was found, as JSON.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

from coach.family import FamilyFile, promise
from coach.models import Family

OLD = Family(promises=("old",) * 3_000)
NEW = Family(promises=("new",) * 4_000)
DAMAGED = b'{"version": 1, "promises": ['
STEPS = 1_000
"""More than a save takes."""
NO_ACT = {"getpid", "fspath", "fsencode", "fsdecode", "stat", "lstat", "fstat", "get_terminal_size"}
"""Calls that change nothing."""
FOUND = {"": "nothing", OLD.model_dump_json(indent=2): "old", NEW.model_dump_json(indent=2): "new"}
ALLOWED = {"family.json", "family.json.lock", "family.broken-1.json"}
Act = Callable[[FamilyFile], object]


def save(file: FamilyFile) -> None:
    """What is interrupted."""
    file.save(NEW)


SCENES: dict[str, tuple[Act, Act]] = {
    "first save": (lambda _: None, save),
    "save": (lambda file: file.save(OLD), save),
    "save over a damaged file": (lambda file: _damage(file.path), save),
    "forget": (lambda file: file.save(OLD), lambda file: file.forget()),
}
"""What is there before, and what is interrupted."""


def main() -> None:
    """Kill, look, and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    memory = Path("/dev/shm")  # noqa: S108 - a disk of memory: nobody pulls the plug here
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as place:
        scenes = {name: _everywhere(Path(place) / "at-a-step", *scene) for name, scene in SCENES.items()}
        scenes["killed at random"] = _at_random(Path(place) / "at-random", rounds)
        scenes["several at once"] = _together(FamilyFile(Path(place) / "together" / "family.json"), 4, 25)
        print(json.dumps(scenes))  # noqa: T201


def _everywhere(folder: Path, before: Act, act: Act) -> dict[str, int]:
    """End a child at its first call, at its second, and so on until it ends by itself."""
    found: Counter[str] = Counter()
    for step in range(1, STEPS):
        shutil.rmtree(folder, ignore_errors=True)
        file = FamilyFile(folder / "family.json")
        before(file)
        status = _status(_child(partial(_ended_at, step, act, file)))
        if status == 0:
            return dict(found)
        assert status == -signal.SIGKILL
        found[_look(file)] += 1
    raise AssertionError("there are more steps")


def _at_random(folder: Path, rounds: int) -> dict[str, int]:
    """Kill children that save one family and the other in turn; what one leaves, the next finds.

    It goes on, to ten times the rounds at most, until one kill has met the middle of a save.
    """
    found: Counter[str] = Counter()
    file = FamilyFile(folder / "family.json")
    file.save(OLD)
    dice = random.Random(7)
    for number in range(10 * rounds):
        if number >= rounds and found["in the middle"]:
            break
        ready, begun = os.pipe()
        child = _child(partial(_save_without_end, file, begun))
        os.read(ready, 1)
        time.sleep(dice.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        assert _status(child) == -signal.SIGKILL
        os.close(ready)
        os.close(begun)
        found["in the middle"] += any(folder.glob(".*.new"))
        found[_look(file)] += 1
    return dict(found)


def _together(file: FamilyFile, children: int, each: int) -> dict[str, int]:
    """Several Coaches keep promises at the same time; gives how many are kept in the end."""

    def keep(child: int) -> None:
        for number in range(each):
            FamilyFile(file.path, patience=60).update(partial(promise, lesson=f"{child}-{number}"))

    at_work = [_child(partial(keep, child)) for child in range(children)]
    assert [_status(child) for child in at_work] == [0] * children
    return {"kept": len(file.read().promises), "made": children * each}


def _look(file: FamilyFile) -> str:
    """What a Coach finds that comes after; then it saves, and nothing else is left."""
    found, aside = _content(file.path), file.path.with_name("family.broken-1.json")
    if found == "nothing" and aside.exists():
        found = "set aside"
    assert not aside.exists() or aside.read_bytes() == DAMAGED
    assert len(list(file.path.parent.glob(".*.new"))) <= 1, "unfinished files grow in number"
    later = FamilyFile(file.path, patience=0)
    later.save(OLD)
    assert later.read() == OLD
    assert {path.name for path in file.path.parent.iterdir()} <= ALLOWED
    return found


def _content(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return "nothing"
    return "damaged" if content == DAMAGED else FOUND.get(content.decode(errors="replace"), "a mixture")


def _ended_at(step: int, act: Act, file: FamilyFile) -> None:
    left = step

    def count(_: FrameType, event: str, argument: object) -> None:
        nonlocal left
        if event in {"c_call", "c_return", "c_exception"} and _acts(argument):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    act(file)
    sys.setprofile(None)


def _acts(call: object) -> bool:
    """Whether a call into C is one to the system."""
    owner = getattr(call, "__self__", None)
    name, module = (getattr(call, each, "") for each in ("__name__", "__module__"))
    return isinstance(owner, io.IOBase) or (module in {"posix", "fcntl"} and name not in NO_ACT)


def _save_without_end(file: FamilyFile, begun: int) -> None:
    file.save(OLD)
    os.write(begun, b"!")
    while True:
        file.save(NEW)
        file.save(OLD)


def _damage(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(DAMAGED)


def _child(act: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            act()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return child


def _status(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
