"""Reads a `duel` block: what both answer, and answers that prove what Coach sees as harm."""

from __future__ import annotations

from coach.course.blocks import Block
from coach.course.categories import categories_in
from coach.course.draft_block import audience_in, by_list, lists_in, refused_in, wanted_in
from coach.models import Audience, Duel

_KEYS = {"start": False, "marks": False, "audience": False, "never": False, "wants": False}


def read_duel(block: Block) -> Duel:
    """Read a `duel` block."""
    lines = ["" if key else line for key, _, line in by_list(block)]
    found = block.source.key_values(block.line + 1, lines, _KEYS)
    start, marks = found.get("start", ""), found.get("marks", "")
    if bool(start) != bool(marks):
        problem = "`start` without `marks`" if start else "`marks` without `start`"
        fix = "say what Coach marks in it, such as `marks: unkind/looks`, or leave out both"
        block.fault_at("start" if start else "marks", problem, fix)
    line = next((n for n, text in block.numbered() if text.startswith("marks:")), block.line)
    return Duel(
        start=start,
        category=next(iter(categories_in(block.source, line, marks)), ""),
        audience=audience_in(block, found.get("audience") or Audience.GROUP),
        never=refused_in(block, found.get("never", "")),
        wants=wanted_in(block, found.get("wants", "")),
        **lists_in(block),
        line=block.line,
    )
