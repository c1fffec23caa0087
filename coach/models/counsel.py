"""What Coach says to a report: advice on each flag, and rewrites of the whole message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from coach.models.base import Model
from coach.models.report import Flag

GAP = "___"
"""Marks the place in a rewrite where the writer fills in their own words."""

_HARDLY_A_WORD = 1
"""Most words between two edits that are shown as one."""


class RewriteKind(StrEnum):
    """How a rewrite came about."""

    CUT = "cut"
    """Clauses were left out."""
    COVER = "cover"
    """A detail was replaced by something less exact."""
    SAY = "say"
    """A clause became one that says what the writer feels or needs."""


class Edit(Model):
    """One change to a message."""

    start: int
    """The first character, in code points of the message as given."""
    end: int
    """The character after the last."""
    text: str
    """What replaces it; empty if it is left out."""


class Rewrite(Model):
    """The whole message, said another way."""

    text: str
    kind: RewriteKind
    edits: tuple[Edit, ...]
    """The changes that make `text` of the message, in order; none overlap."""

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Where the writer fills something in: first and after-last character in `text`."""
        found, at = list[tuple[int, int]](), self.text.find(GAP)
        while at >= 0:
            found.append((at, at + len(GAP)))
            at = self.text.find(GAP, at + len(GAP))
        return tuple(found)

    def to_dict(self) -> dict[str, Any]:
        """Return the rewrite as plain values, as in the published format."""
        return {"text": self.text, "gaps": [list(gap) for gap in self.gaps], "kind": self.kind.value}

    def stretches(self, message: str) -> Iterator[tuple[str, str]]:
        """Yield the message in stretches, each as it was and as it becomes; the two are equal where nothing changes.

        Edits with hardly a word between them become one stretch, which reads better.
        """
        at = 0
        for edits in self._runs(message):
            first, last = edits[0].start, edits[-1].end
            if first > at:
                yield message[at:first], message[at:first]
            yield message[first:last], _applied(message, first, last, edits)
            at = last
        if at < len(message):
            yield message[at:], message[at:]

    def _runs(self, message: str) -> list[list[Edit]]:
        runs = list[list[Edit]]()
        for edit in self.edits:
            if runs and len(message[runs[-1][-1].end : edit.start].split()) <= _HARDLY_A_WORD:
                runs[-1].append(edit)
            else:
                runs.append([edit])
        return runs


def _applied(message: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    """Return the characters from `start` up to `end` with the edits in them made."""
    made, at = "", start
    for edit in edits:
        made, at = made + message[at : edit.start] + edit.text, edit.end
    return made + message[at:end]


class Counsel(Model):
    """What Coach says to one report."""

    flags: tuple[Flag, ...] = ()
    """The flags of the report, with the words for the child's age."""
    comfort: str = ""
    """Said before anything else to a child whom a message is about; empty if none is, or if it must look calm."""
    first: str = ""
    """The one thing to do first; empty if that is to rewrite the draft, or if nothing is flagged."""
    rewrites: tuple[Rewrite, ...] = ()
    """Ways to say the draft, the best first; none for a draft by somebody who hurts or goes along."""
    nothing: str = ""
    """Said if there is no rewrite: that nothing can stay, perhaps with a gap, or to leave out what is marked."""
    starter: Rewrite | None = None
    """Another message to begin with, with a gap, which `nothing` ends with; None if it names none."""
    where: tuple[str, ...] = ()
    """Where to block and report, in the apps that a received message names."""

    @property
    def comes_first(self) -> bool:
        """Whether `first` says more than the only flag does; never beside a flag that must look calm."""
        is_said = len(self.flags) == 1 and self.first in self.flags[0].steps
        return bool(self.first) and not is_said and not any(flag.is_quiet for flag in self.flags)
