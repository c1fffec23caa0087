"""Write reports as text for people."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from coach.cli.check.formats.writer import NO_COUNSEL, StreamWriter
from coach.cli.check.inputs.entries import InputMessage, name_of
from coach.cli.check.scope import CheckScope, MessageCounts
from coach.cli.terminal import one_line
from coach.helplines import OUTSIDE, Helpline, help_with
from coach.models import Counsel, Flag, Report, Weight, gravest_first
from coach.models.marked_html import CARE_SIGN, ROLES
from coach.visible import cells

_COLOURS = {Weight.NOTICE: "36", Weight.PAUSE: "33", Weight.STOP: "31"}
_NARROWEST = 40
_SEND = "You could send: "
PRACTISE = "Practise together:"
_LINE_END = re.compile("\n")


class TextReport(StreamWriter):
    """Writes reports for a terminal of a given width."""

    between = "\n"
    takes_counsel = True

    def __init__(self, colour: bool, width: int, country: str = "", scope: CheckScope | None = None) -> None:  # noqa: FBT001
        self.colour = colour
        self.width = max(width, _NARROWEST)
        self.country = country
        """The country whose help lines are shown."""
        self.scope = scope or CheckScope()
        """What is checked."""

    def ending(self, counts: MessageCounts) -> str:
        """Return how many messages were read, flagged and not read, and what the family switched off."""
        off = self._wrapped(self.scope.off, "") if self.scope.off else ()
        return "\n" + "".join(f"{line}\n" for line in (*self.scope.counts(counts), *off))

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield the name of the message, if it has one, and the lines of its report."""
        if name := name_of(entry):
            yield f"{name}:\n"
        yield from (f"{line}\n" for line in self.lines(report, counsel))

    def _silent(self, report: Report) -> Iterable[str]:
        """Return what is said of a message without flags; rules of the family's own may be in any language."""
        if not report.message.text.strip():
            return ("This message is empty.",)
        unread = report.said_of_language
        return self._wrapped(unread, "") if unread else (self.scope.silent,)

    def lines(self, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield the lines of one report: the gravest flags first, then the best rewrite."""
        if report.said_of_length:
            yield report.said_of_length
        if not report.flags:
            yield from self._silent(report)
            return
        if counsel.comfort:
            yield from self._wrapped(counsel.comfort, "")
        if counsel.comes_first:
            yield from self._wrapped(f"First: {counsel.first}", "")
        if counsel.comfort or counsel.comes_first:
            yield ""
        lines = LineIndex(report.message.text)
        for number, flag in enumerate(gravest_first(report.flags)):
            if number:
                yield ""
            if not flag.is_quiet:
                yield from self._phrase(report.message.text, flag)
            yield from self._words(flag, f" (line {lines.of(flag.start)})" if lines.are_many else "")
        yield from self._counsel(counsel)
        yield from self._help(help_with(report, self.country))
        yield from self._lessons(report.flags)

    def _counsel(self, counsel: Counsel) -> Iterator[str]:
        """Yield the best rewrite, or that nothing can be kept."""
        if counsel.rewrites or counsel.nothing or counsel.where:
            yield ""
        for line in counsel.where:
            yield from self._wrapped(line, "")
        if counsel.nothing:
            yield from self._wrapped(counsel.nothing, "")
        for number, line in enumerate(counsel.rewrites[0].text.splitlines() if counsel.rewrites else ()):
            yield from self._wrapped(line, " " * len(_SEND) if number else _SEND)

    def _lessons(self, flags: Iterable[Flag]) -> Iterator[str]:
        """Yield which lessons practise what was found."""
        if commands := lesson_commands(flags):
            yield ""
            yield f"{PRACTISE} {', '.join(commands)}"

    def _help(self, lines: Sequence[Helpline]) -> Iterator[str]:
        """Yield the few help lines that fit, and where to find more."""
        if lines:
            yield ""
            yield OUTSIDE
            for line in lines:
                yield from self._wrapped(f"\u260e {line}", "  ")
            yield "  More: coach help-lines"

    def _phrase(self, text: str, flag: Flag) -> Iterator[str]:
        """Yield the text around the phrase, and an underline below it."""
        room = max(self.width - 8 - cells(one_line(flag.phrase)), 0) // 2
        # Slice first: a line can be very long, and only this much fits.
        before, after = text[max(flag.start - room - 1, 0) : flag.start], text[flag.end : flag.end + room + 1]
        left, right = _cut_left(before.rpartition("\n")[2], room), _cut_right(after.partition("\n")[0], room)
        phrase = one_line(flag.phrase)
        yield f"  {left}{self._paint(phrase, flag.weight)}{right}"
        yield f"  {' ' * cells(left)}{'^' * max(cells(phrase), 1)}"

    def _words(self, flag: Flag, where: str) -> Iterator[str]:
        yield self._named(flag, "" if flag.is_quiet else ROLES[flag.role]) + where
        yield from self._wrapped(flag.why, "  ")
        for step in flag.steps:
            yield from self._wrapped(f"- {step}", "  Do:  " if step is flag.steps[0] else "       ")
        if flag.note:
            yield from self._wrapped(f"For the grown-up: {flag.note}", "  ")

    def _named(self, flag: Flag, role: str = "") -> str:
        """Return what a flag is about, with its weight."""
        if flag.is_quiet:
            return f"  {CARE_SIGN} care"
        symbol = self._paint(f"{flag.weight.sign} {flag.weight_word}", flag.weight)
        about = flag.title or f"{flag.concern}, {flag.category.partition('/')[2].replace('-', ' ')}"
        return f"  {symbol}: {one_line(about)}{role}"

    def _wrapped(self, text: str, indent: str) -> list[str]:
        following = " " * len(indent)
        return textwrap.wrap(one_line(text), self.width - 2, initial_indent=indent, subsequent_indent=following)

    def _paint(self, text: str, weight: Weight) -> str:
        return f"\x1b[1;4;{_COLOURS[weight]}m{text}\x1b[0m" if self.colour else text


def lesson_commands(flags: Iterable[Flag]) -> list[str]:
    """Return the commands that open the lessons which practise what was found."""
    return [f"coach lesson {one_line(name)}" for name in dict.fromkeys(flag.lesson for flag in flags if flag.lesson)]


class LineIndex:
    """Maps characters of a text to line numbers."""

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in _LINE_END.finditer(text)]
        self.are_many = bool(self._ends)
        """Whether there is more than one line."""

    def of(self, at: int) -> int:
        """Return the 1-based line of a character."""
        return bisect_left(self._ends, at) + 1


def _cut_left(text: str, room: int) -> str:
    """Return the end of a text, from the start of a word on."""
    text = one_line(text)
    if cells(text) <= room or not room:
        return text if room else ""
    kept = text[-room:]
    return f"\u2026{kept[max(kept.find(' '), 0) :]}"


def _cut_right(text: str, room: int) -> str:
    """Return the beginning of a text, up to the end of a word."""
    text = one_line(text)
    if cells(text) <= room:
        return text
    kept = text[:room]
    return f"{kept[: kept.rfind(' ') + 1] or kept}\u2026"
