"""Reads a `sort` block: items and the boxes they belong in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.course.blocks import ITEM, Block
from coach.models import Sort, Sorted

_KEYS = {"into": True, "careful": False}
_CAREFUL = "to the right"
_ITEM = re.compile(rf"{ITEM}(?P<text>.+?)\s+->\s+(?P<boxes>[^:]+?)\s*:\s+(?P<answer>.+)")
MIN_BOXES, MAX_BOXES = 2, 4
MIN_ITEMS, MAX_ITEMS = 3, 8


def read_sort(block: Block) -> Sort | None:
    """Read a `sort` block; None if it is too broken to play."""
    keys = block.keys_above(_KEYS)
    boxes = _split(keys.get("into", ""))
    if not boxes:
        return None
    if not MIN_BOXES <= len(boxes) <= MAX_BOXES or len(set(boxes)) < len(boxes):
        fix = f"name {MIN_BOXES} to {MAX_BOXES} different boxes"
        block.source.fault(block.line + 1, f"{len(boxes)} boxes, {len(set(boxes))} of them different", fix)
        return None
    items = tuple(_items(block, boxes))
    if not MIN_ITEMS <= len(items) <= MAX_ITEMS:
        problem = f"number of items to sort is {len(items)}: {MIN_ITEMS} to {MAX_ITEMS} allowed"
        block.source.fault(block.line, problem, "add or remove items")
    for box in boxes:
        if items and not any(box in item.boxes for item in items):
            block.source.fault(block.line + 1, f"nothing belongs in `{box}`", "add an item for it, or remove it")
    if keys.get("careful", _CAREFUL) != _CAREFUL:
        block.source.fault(block.line, f"invalid `careful: {keys['careful']}`", f"write `careful: {_CAREFUL}`")
    return Sort(boxes=boxes, items=items, line=block.line, grows_careful="careful" in keys) if items else None


def _items(block: Block, boxes: tuple[str, ...]) -> Iterator[Sorted]:
    for number, line in block.numbered():
        if line.startswith(("into:", "careful:")):
            continue
        found = _ITEM.fullmatch(line)
        if found is None:
            block.source.fault(number, "not a list item", "write `- thing -> Box: Coach's response` on one line")
            continue
        right = _split(found["boxes"])
        for box in (box for box in right if box not in boxes):
            column = line.index(box, found.start("boxes")) + 1
            block.source.fault(number, f"unknown box `{box}`", f"use one of: {', '.join(boxes)}", column)
        if right:
            yield Sorted(text=found["text"], boxes=right, answer=found["answer"], line=number)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())
