"""`python -m tests.fuzz TARGET --seconds N`: random changes of seeds, guided by coverage where atheris is installed.

atheris (`pip install atheris`) is for Linux and a few Pythons only, so it is no dependency; without it, or with
`--blind`, seeds are changed at random. What breaks a promise is raised with its input.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable

from tests.fuzz.targets import TARGETS, Target

LONGEST = 4_000


def main() -> None:
    """Fuzz one target, and say how many inputs were tried."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Try changed inputs until time is up.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--blind", action="store_true", help="without atheris, even where it is installed")
    args = parser.parse_args()
    target = TARGETS[args.target]
    if args.blind or not with_atheris(target, args.seconds):
        tried = blindly(target, args.seconds, random.Random(args.seed))
        print(f"{args.target}: {tried:,} inputs in {args.seconds:.0f} s, nothing found")


def blindly(target: Target, seconds: float, chance: random.Random) -> int:
    """Try seeds and changes of them; gives how many."""
    run, tried, end = target.make(), 0, time.monotonic() + seconds
    while time.monotonic() < end:
        given = chance.choice(target.seeds) if tried % 50 == 0 else changed(target.seeds, chance)
        try:
            run(given)
        except BaseException:
            print(f"after {tried:,} inputs, this one breaks a promise: {given!r}", file=sys.stderr)
            raise
        tried += 1
    return tried


def changed(seeds: tuple[bytes, ...], chance: random.Random) -> bytes:
    """A seed after a few random changes."""
    given = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, end = sorted(chance.randrange(len(given) + 1) for _ in range(2))
        other = chance.choice(seeds)
        piece = other[chance.randrange(len(other) + 1) :][: chance.randrange(40)]
        change = chance.randrange(6)
        if change == 0 and at < len(given):
            given[at] = chance.randrange(256)
        elif change == 1:
            del given[at : min(end, at + 64)]
        elif change == 2:
            given[at:at] = piece
        elif change == 3:
            given[at:at] = chance.randbytes(chance.randrange(8))
        elif change == 4:
            given[at:at] = bytes(given[at:end]) * chance.choice((1, 2, 30))
        else:
            del given[at:]
        del given[LONGEST if len(other) < LONGEST else len(other) * 2 :]
    return bytes(given)


def with_atheris(target: Target, seconds: float) -> bool:
    """Let atheris choose the inputs; False where it is not installed. It ends the process itself."""
    try:
        import atheris  # noqa: PLC0415
    except ImportError:
        return False
    run: Callable[[bytes], None] = target.make()
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={int(seconds)}", f"-max_len={LONGEST}"], run)
    atheris.Fuzz()
    return True


if __name__ == "__main__":
    main()
