"""What help says first: about the screen, and about what has the focus there. Reads `here.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from coach.locale import _

HERE = Path(__file__).with_name("here.toml")
"""Words by the names of classes."""


def words_here(screen: Screen[Any]) -> Iterator[str]:
    """What help says about a screen, and about what has the focus there."""
    words = tomllib.loads(HERE.read_text(encoding="utf-8"))
    yield from (_(words["screens"][name]) for name in names_of(screen) if name in words["screens"])
    focused = screen.focused
    around = (node for node in focused.ancestors_with_self if isinstance(node, Widget)) if focused else ()
    said = (_(words["widgets"][name]) for node in around for name in names_of(node) if name in words["widgets"])
    yield from islice(said, 1)


def names_of(node: Widget) -> Iterator[str]:
    """The names of a widget's classes, its own first."""
    return (each.__name__ for each in type(node).__mro__)
