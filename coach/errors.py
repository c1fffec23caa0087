"""What can go wrong, as a tree.

CoachError
|-- AuthorError    a lesson, rule or corpus file is wrong; carries every fault that was found
|-- InputError     the call or its input was wrong (exit status 2)
`-- FamilyError    the family's file could not be read or written
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class CoachError(Exception):
    """Something that a person can mend; its text says what, where and how."""


class InputError(CoachError):
    """The call or its input was wrong."""


class FamilyError(CoachError):
    """The family's file could not be read or written."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in an authored file."""

    path: Path
    """The file."""
    line: int
    """The line, counted from 1; 0 for the file as a whole."""
    column: int
    """The column in characters, counted from 1."""
    problem: str
    """What is wrong."""
    mend: str
    """How to put it right."""
    quote: str = ""
    """The line itself."""

    def __str__(self) -> str:
        shown = f"\n    {self.quote.strip()}" if self.quote.strip() else ""
        return f"{self.path}:{self.line}:{self.column}: {self.problem}{shown}\n    mend: {self.mend}"


class AuthorError(CoachError):
    """Authored files are wrong; all faults at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))
