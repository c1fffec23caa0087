"""The path of family nights: one flower a night, however long ago the one before was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static

FLOWERS = "\u273f\u2740\u273e\u2741"
"""One a month, in turn."""
COLOURS = ("$success", "$warning", "$primary", "$accent")
TRAIL = "\u00b7"
HEIGHTS = (1, 0, 0, 1, 2, 2)
"""The line on which each night is in turn, so that the path winds."""
STEP = 3
"""Cells from one night to the next."""
MOST = 18
"""Nights that are shown; older ones have moved out at the left."""
BESIDE = 3
"""Flowers that are shown at the end of the path of lessons."""
AHEAD = 2
"""How many places are shown where there was no night yet."""


def path_of(nights: Sequence[date]) -> tuple[str, str, str]:
    """Draw the newest nights on three lines, and a few places for those to come."""
    first = max(0, len(nights) - MOST)
    lines = [[" "] * (STEP * (len(nights) - first + AHEAD)) for _ in range(3)]
    for place in range(first, len(nights) + AHEAD):
        line, at = lines[HEIGHTS[place % len(HEIGHTS)]], STEP * (place - first)
        sign = FLOWERS[nights[place].month % len(FLOWERS)] if place < len(nights) else TRAIL
        line[at : at + STEP] = [TRAIL, sign, TRAIL]
    upper, middle, lower = ("".join(line).rstrip() for line in lines)
    return upper, middle, lower


def newest_flower(nights: Sequence[date]) -> str:
    """Return the flower of the last night, and how many there are; empty before the first night."""
    return f"{FLOWERS[nights[-1].month % len(FLOWERS)]} {len(nights)}" if nights else ""


def newest_flowers(nights: Sequence[date]) -> Content:
    """Return the flowers of the newest nights side by side, in their colours; empty before the first night."""
    signs = (FLOWERS[night.month % len(FLOWERS)] for night in nights[-BESIDE:])
    return Content(" ").join(_coloured(sign) for sign in signs)


class NightPath(Static):
    """The path, each flower in the colour of its month."""

    DEFAULT_CSS = """
    NightPath { height: 3; width: auto; max-width: 100%; }
    """

    def __init__(self, nights: Sequence[date]) -> None:
        super().__init__(Content("\n").join(map(_coloured, path_of(nights))), markup=False)


def _coloured(line: str) -> Content:
    return Content.assemble(
        *((sign, COLOURS[FLOWERS.index(sign)] if sign in FLOWERS else "$text-muted") for sign in line)
    )
