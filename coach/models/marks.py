"""Marked messages: `omg [ur teeth look like a fence](looks)`, as the corpus and the rules' examples write them."""

from __future__ import annotations

import re

from coach.models.base import Model

_MARK = re.compile(r"\[(?P<phrase>[^\[\]]+)\]\((?P<category>[a-z-]+)\)")


class Mark(Model):
    """A phrase that a careful grown-up would stop at."""

    start: int
    end: int
    category: str
    """The category's name without its concern, such as `looks`."""


class MarkedText(Model):
    """A text and its marks, in order; no marks means: stay silent here."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def written(self) -> str:
        """The text with its marks, as an author writes it."""
        written, at = "", 0
        for mark in self.marks:
            written += f"{self.text[at : mark.start]}[{self.text[mark.start : mark.end]}]({mark.category})"
            at = mark.end
        return written + self.text[at:]


def parse_marks(line: str) -> MarkedText:
    """Read the marks out of one line.

    Raises:
        ValueError: a square bracket is left over that is no mark.
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
        raise ValueError("a square bracket that is no mark; write [phrase](category)")
    return MarkedText(text=text, marks=tuple(marks))
