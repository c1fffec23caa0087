"""Marked messages, as in the corpus and in the examples of rules: `omg [ur teeth look like a fence](looks)`."""

from __future__ import annotations

import re

from coach.models.base import Model

_MARK = re.compile(r"\[(?P<phrase>[^\[\]]+)\]\((?P<category>[a-z-]+)\)")


class Mark(Model):
    """A phrase that would make a careful grown-up pause."""

    start: int
    end: int
    category: str
    """The category's name without its concern, such as `looks`."""


class MarkedText(Model):
    """A text and its marks, in order; without marks, nothing in it may be flagged."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def written(self) -> str:
        """The text with its marks in the corpus notation."""
        written, at = "", 0
        for mark in self.marks:
            written += f"{self.text[at : mark.start]}[{self.text[mark.start : mark.end]}]({mark.category})"
            at = mark.end
        return written + self.text[at:]


def parse_marks(line: str) -> MarkedText:
    """Parse one line in the corpus notation.

    Raises:
        ValueError: a square bracket does not belong to a mark.
    """
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        start = len(text)
        text += found["phrase"]
        marks.append(Mark(start=start, end=len(text), category=found["category"]))
        at = found.end()
    text += line[at:]
    if "[" in text or "]" in text:
        raise ValueError("stray square bracket: marks are written as [phrase](category)")
    return MarkedText(text=text, marks=tuple(marks))
