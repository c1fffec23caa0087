"""Fingerprints of lesson steps, to detect changes since a translation was made."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

from coach.models import Lesson
from coach.source import Source

LENGTH = 6


def fingerprints(source: Source, lesson: Lesson) -> tuple[str, ...]:
    """Hash each step of a lesson to six hexadecimal digits; trailing spaces are ignored."""
    starts = [step.line - 1 for step in lesson.steps]
    texts = (source.lines[here:there] for here, there in pairwise([*starts, len(source.lines)]))
    return tuple(_fingerprint(lines) for lines in texts)


def _fingerprint(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines).strip()
    return sha256(text.encode()).hexdigest()[:LENGTH]
