"""`python -m tests.fuzz TARGET --seconds N`: random changes of seeds, guided by coverage where atheris is installed.

atheris (`pip install atheris`) is for Linux and a few Pythons only, so it is no dependency; without it, or with
`--blind`, seeds are changed at random. Guidance looks at Coach's own functions and at those of the parsers that the
input goes through; making these ready takes some ten seconds. What breaks a promise is raised with its input.
"""

from __future__ import annotations

import argparse
import random
import time

from tests.fuzz.guided import can_guide, guided, telling
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
    if args.blind or not can_guide():
        tried = f"{blindly(TARGETS[args.target], args.seconds, random.Random(args.seed)):,} inputs"
    else:
        tried = "{:,} inputs, of which {:,} reached something new,".format(*guided(args.target, args.seconds, LONGEST))
    print(f"{args.target}: {tried} in {args.seconds:.0f} s, nothing found")


def blindly(target: Target, seconds: float, chance: random.Random) -> int:
    """Try seeds and changes of them; gives how many."""
    run, tried, end = telling(target.make()), 0, time.monotonic() + seconds
    while time.monotonic() < end:
        given = chance.choice(target.seeds) if tried % 50 == 0 else changed(target.seeds, chance)
        run(given)
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


if __name__ == "__main__":
    main()
