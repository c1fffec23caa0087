"""Coach's exceptions, as a tree.

CoachError
|-- AuthorError    a lesson, rule or corpus file is invalid; lists every fault found in it
|-- InputError     the call or its input is invalid (exit status 2)
`-- FamilyError    the family's file cannot be read or written
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from traceback import walk_tb
from unicodedata import east_asian_width

_SHOWN = 72
"""The most characters of a quoted line that are shown."""
_AFTER = 24
"""The fewest characters shown after the caret when a line is cut."""
_PLACES = 8
"""How many stack frames of an internal error are shown, counted from the innermost."""
_TELLING = 3
"""The fewest letters that say how a name begins."""
_SORRY = """coach: sorry, something went wrong inside Coach: {kind}
{places}
    Nothing you typed is saved or shown here.
    fix: start Coach again; if it happens again, send these lines to whoever maintains Coach"""


class CoachError(Exception):
    """Something a person can fix; its text says what is wrong, where, and how to fix it."""


class InputError(CoachError):
    """The call or its input is invalid."""


class FamilyError(CoachError):
    """The family's file cannot be read or written."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in an authored file."""

    path: Path
    """The file."""
    line: int
    """The line, counted from 1; 0 for the file as a whole."""
    column: int
    """The column in characters, counted from 1."""
    problem: str
    """What is wrong."""
    fix: str
    """How to fix it."""
    quote: str = ""
    """The line itself."""

    def to_dict(self) -> dict[str, str | int]:
        """Return it as plain values, for JSON."""
        place: dict[str, str | int] = {"path": str(self.path), "line": max(self.line, 1), "column": self.column}
        return {**place, "problem": self.problem, "fix": self.fix, "quote": self.quote}

    def __str__(self) -> str:
        """`file:line:column: problem`, the line with a caret under the place, and the fix."""
        shown = "".join(f"\n    {line}" for line in _pointed(self.quote, self.column - 1))
        place = f"{on_one_line(str(self.path))}:{max(self.line, 1)}:{self.column}"
        return f"{place}: {self.problem}{shown}\n    fix: {self.fix}"


def on_one_line(name: str) -> str:
    """Show the line breaks in the name of a file, which could pass for the next line of a report."""
    return name.replace("\n", r"\n").replace("\r", r"\r")


def _pointed(line: str, at: int) -> tuple[str, ...]:
    """Cut `line` to terminal width and put a caret under the character at `at`; return nothing for a blank line."""
    if not line.strip():
        return ()
    last = len(line.rstrip())
    first = len(line) - len(line.lstrip())
    if at - first > _SHOWN - _AFTER:
        first = at - _SHOWN + _AFTER
    cut = line[first : min(last, first + _SHOWN)].replace("\t", " ")
    before, after = "\u2026" if line[:first].strip() else "", "\u2026" if first + _SHOWN < last else ""
    wide = sum(east_asian_width(char) in "WF" for char in cut[: at - first])
    return f"{before}{cut}{after}", f"{' ' * (len(before) + max(at - first, 0) + wide)}^"


class AuthorError(CoachError):
    """Authored files are invalid; reports all their faults at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


def unknown(what: str, given: str, known: Iterable[str], otherwise: str) -> InputError:
    """Return the error for a name that nothing has; its fix is the nearest known name, or else `otherwise`."""
    return InputError(f"unknown {what} {given!r}\n    fix: {nearest(given, known, otherwise)}")


def nearest(given: str, known: Iterable[str], otherwise: str) -> str:
    """Suggest the known name that may have been meant: one that begins so, or is spelled nearly so."""
    names = list(dict.fromkeys(known))
    begun = [name for name in names if len(given) >= _TELLING and name.startswith(given)]
    near = sorted(begun, key=len)[:1] or get_close_matches(given, names, 1)
    return f"use {near[0]}" if near else otherwise


def sorry(error: BaseException) -> str:
    """Describe an error inside Coach: its type and stack frames, and nothing that was typed."""
    while isinstance(inner := getattr(error, "error", None), BaseException):
        error = inner
    places = [
        f"    {frame.f_globals.get('__name__', '?')}, line {line}, in {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    return _SORRY.format(kind=type(error).__name__, places="\n".join(places[-_PLACES:]))
