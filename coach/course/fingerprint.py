"""What tells whether a step is still the one that was translated."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

from coach.models import Lesson
from coach.source import Source

LENGTH = 6


def fingerprints(source: Source, lesson: Lesson) -> tuple[str, ...]:
    """For each step of a lesson six of 0-9 and a-f that change with its text; spaces at line ends do not count."""
    starts = [step.line - 1 for step in lesson.steps]
    texts = (source.lines[here:there] for here, there in pairwise([*starts, len(source.lines)]))
    return tuple(_fingerprint(lines) for lines in texts)


def _fingerprint(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines).strip()
    return sha256(text.encode()).hexdigest()[:LENGTH]
