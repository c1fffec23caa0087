"""Reads and writes lines, whatever is on the other side."""

from __future__ import annotations

import textwrap
from typing import TextIO

from coach.locale import N_, _
from coach.visible import visible

HELP = N_("Type your answer and press Enter. b goes back a step, q quits, ? shows this help.")
WIDEST = 80
"""The longest line, in characters; only single words and pictures may exceed it."""

LONGEST = 100_000
"""Characters of the longest line that is taken."""
TOO_LONG = N_("That line is too long for me: at most {most:,} characters. Try part of it.")


class Left(Exception):  # noqa: N818 - nothing went wrong
    """The family quit, or the input ended."""


class WentBack(Exception):  # noqa: N818 - nothing went wrong
    """The family wants to go back one step."""


class Console:
    """Two streams of text."""

    def __init__(self, lines_in: TextIO, lines_out: TextIO, width: int = WIDEST) -> None:
        self._in = lines_in
        self._out = lines_out
        self._width = max(20, min(width, WIDEST))
        self.answers = 0
        """How many questions were answered with more than Enter."""

    def say(self, text: str = "", indent: str = "") -> None:
        """Write a text, wrapped; its own line breaks are kept."""
        for line in visible(text).split("\n"):
            wrapper = textwrap.TextWrapper(self._width, indent, indent, break_on_hyphens=False)
            print(wrapper.fill(line), file=self._out)

    def say_as_it_is(self, text: str) -> None:
        """Write one line without wrapping it, such as a line of a picture."""
        print(visible(text), file=self._out)

    def ask(self, question: str) -> str:
        """Ask a question and read a line; the answer is stripped and can be empty.

        Raises:
            Left: `q`, or the input ended.
            WentBack: `b`.
        """
        self.say(question)
        while True:
            line = self._line()
            if line.lower() == "q":
                raise Left
            if line.lower() == "b":
                raise WentBack
            if line != "?":
                self.answers += bool(line)
                return line
            self.say(_(HELP))
            self.say(question)

    def choose(self, question: str, count: int) -> int | None:
        """Ask for a number from 1 and return it counted from 0, or None for an empty line."""
        while True:
            line = self.ask(question)
            if not line:
                return None
            number = number_in(line)
            if number is not None and 1 <= number <= count:
                return number - 1
            self.say(_("Type a number from 1 to {count}, or just press Enter.").format(count=count))

    def lines_until(self, end: str) -> str:
        """Read lines as they are up to one that is `end`; letters such as q mean nothing in them.

        Raises:
            Left: the input ended.
        """
        found = list[str]()
        while (line := self._line()) != end:
            found.append(line)
        return "\n".join(found)

    def _line(self) -> str:
        self._out.flush()
        try:
            while len(line := self._in.readline(LONGEST + 1)) > LONGEST:
                self._skip_rest(line)
                self.say(_(TOO_LONG).format(most=LONGEST))
                self._out.flush()
        except KeyboardInterrupt:
            raise Left from None
        if not line:
            raise Left
        return line.strip()

    def _skip_rest(self, line: str) -> None:
        while line and not line.endswith("\n"):
            line = self._in.readline(LONGEST)


def number_in(text: str) -> int | None:
    """Parse a number of up to three digits; None if `text` is anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("1000") else None
