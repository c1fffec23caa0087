"""Reads a `tell` block: what a child says, what a grown-up could say first, and words that prove how it is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.course.blocks import Block
from coach.course.draft_block import by_list, lists_in
from coach.models import FirstWords, Tell

_KEYS = {"says": True, "swap": False}
_WAY = re.compile(r"- \[(?P<mark>[ xX])\] +(?P<text>\S.*?)\s+->\s+(?P<answer>\S.*)")
MIN_WAYS, MAX_WAYS = 2, 5


def read_tell(block: Block) -> Tell | None:
    """Read a `tell` block; None if there is nothing to choose from."""
    rest = [(number, line) for key, number, line in by_list(block) if not key]
    ways = tuple(_ways(block, rest))
    found = block.keys_above(_KEYS)
    if not MIN_WAYS <= len(ways) <= MAX_WAYS:
        problem = f"number of first words is {len(ways)}: {MIN_WAYS} to {MAX_WAYS} allowed"
        block.source.fault(block.line, problem, "add or remove some")
        return None
    if not any(way.is_best for way in ways):
        block.source.fault(block.line, "none of the first words is marked as the best", "write `[x]` before it")
    return Tell(says=found.get("says", ""), ways=ways, swap=found.get("swap", ""), **lists_in(block), line=block.line)


def _ways(block: Block, lines: Iterable[tuple[int, str]]) -> Iterator[FirstWords]:
    for number, line in lines:
        if not line.strip() or line.split(":")[0] in _KEYS:
            continue
        if found := _WAY.fullmatch(line.rstrip()):
            is_best = found["mark"] != " "
            yield FirstWords(text=found["text"], is_best=is_best, answer=found["answer"], line=number)
        else:
            fix = "write `- [ ] what to say -> what a child makes of it`, and `[x]` before the best"
            block.source.fault(number, "not first words", fix)
