"""Reads a `decide` block: ways that both choose from apart, none of them the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.course.blocks import ITEM, Block
from coach.models import Decide, DecideWay

_WAY = re.compile(rf"{ITEM}(?P<text>\S.*?)\s+->\s+(?P<answer>\S.*)")
MIN_WAYS, MAX_WAYS = 2, 5


def read_decide(block: Block) -> Decide | None:
    """Read a `decide` block; None if there is nothing to choose from."""
    ways = tuple(_ways(block))
    if not MIN_WAYS <= len(ways) <= MAX_WAYS:
        problem = f"number of ways is {len(ways)}: {MIN_WAYS} to {MAX_WAYS} allowed"
        block.source.fault(block.line, problem, "add or remove some")
        return None
    return Decide(ways=ways, line=block.line)


def _ways(block: Block) -> Iterator[DecideWay]:
    for number, line in block.numbered():
        if found := _WAY.fullmatch(line):
            yield DecideWay(**found.groupdict(), line=number)
        else:
            block.source.fault(number, "not a way", "write `- what to do -> Coach's response` on one line")
