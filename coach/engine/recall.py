"""Remember the reports of one conversation: people write "ok" and "haha yes" again and again."""

from __future__ import annotations

from collections.abc import Callable

from coach.models import Audience, Direction, Message, Report

MOST_RECALLED = 1 << 14
"""Reports kept before all are forgotten; about 1 KB each where nothing was found."""
LONGEST_RECALLED = 400
"""Longest message whose report is kept, in characters: longer ones are rarely sent twice."""


class Recall:
    """Reports by text, direction and audience; valid for one pipeline, as long as nobody changes its rules."""

    def __init__(self) -> None:
        self._reports: dict[tuple[str, Direction, Audience], Report] = {}

    def report(self, message: Message, read: Callable[[Message], Report]) -> Report:
        """Return the report on a message, made by `read` unless an equal message has one already."""
        if len(message.text) > LONGEST_RECALLED:
            return read(message)
        key = message.text, message.direction, message.audience
        found = self._reports.get(key)
        if found is None:
            found = read(message)
            if len(self._reports) >= MOST_RECALLED:
                self._reports.clear()
            self._reports[key] = found
        return found
