"""Read calm messages from JSON lines, and print what was flagged in them as a table."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from coach.cli.check.inputs.lines import InputLine, ReadOptions, in_chunks, read_lines
from coach.cli.rules.score_text import bracketed
from coach.cli.terminal import one_line
from coach.corpus.score import CalmTally
from coach.errors import InputError
from coach.models import Concern, Flag
from coach.visible import visible

MOST = 15
"""How many of the rules that flag most often are shown."""


def read_texts(paths: Iterable[Path], faults: list[str]) -> Iterator[str]:
    """Yield the texts of JSON lines files; report bad lines on standard error and add them to `faults`.

    Raises:
        InputError: a file cannot be opened.
    """
    for path in paths:
        try:
            file = path.open("rb")
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}\n    fix: name a file that you may read") from error
        with file:
            for line in read_lines(in_chunks(file), ReadOptions()):
                if line.problem or line.text.strip():
                    yield from _text(f"{path}:{line.number}", line, faults)


def _text(place: str, line: InputLine, faults: list[str]) -> Iterator[str]:
    try:
        read = json.loads(line.text)
    except (ValueError, RecursionError):
        read = None
    text = read.get("text") if isinstance(read, dict) else None
    if isinstance(text, str):
        yield text
        return
    problem, fix = line.problem or 'expected a JSON object with a "text"', line.fix or 'write {"text": "..."}'
    faults.append(f"{place}: {problem}\n    fix: {fix}")
    print(visible(f"coach: {faults[-1]}"), file=sys.stderr, flush=True)


def calm_lines(tally: CalmTally) -> Iterator[str]:
    """Flagged messages per 1,000 by concern, then the rules that flag most often."""
    yield f"{'flagged in calm messages':<42} messages per 1,000"
    for concern in Concern:
        yield _row(concern, tally.concerns[concern], tally)
    if tally.rules:
        yield f"\n{'rules that flag most often':<42} messages per 1,000  such as"
    for rule, count in tally.rules.most_common(MOST):
        yield f"{_row(rule, count, tally)}  {one_line(tally.phrases[rule])}"


def _row(name: str, count: int, tally: CalmTally) -> str:
    return f"{name:<42} {count:>8} {tally.rate(count):>9.2f}"


def calm_flag_lines(text: str, flags: Iterable[Flag]) -> Iterator[str]:
    """One line per flag: the rule, and the message with the phrase in brackets."""
    for flag in flags:
        yield f"{flag.rule}: {bracketed(text, flag.start, flag.end)}"
