"""Words that a person gives: asked for at a terminal, or piped in; arguments of a command are seen by others."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from getpass import getpass
from typing import IO, TextIO

from coach.errors import InputError

STANDARD_INPUT = "-"
"""In place of TEXT: read standard input."""
MOST_TYPED = 100_000
"""The longest message that is explained, in bytes."""
SEEN = "The shell's history and the list of processes keep words behind the command; a prompt or a pipe leaves none."
"""Why TEXT is the third way, for the help of every command that takes it."""
TEXT_HELP = "the message; asked for, or read from standard input, when left out or -"
_PROMPT = "Type the message, then Ctrl+D on an empty line."


def stream_of(words: Sequence[str], command: str) -> IO[bytes] | None:
    """Where a message is read from: standard input, with a prompt at a terminal; None where words are the message.

    Args:
        words: TEXT of the call.
        command: how the command is called, for the fix.

    Raises:
        InputError: standard input is closed.
    """
    if words and list(words) != [STANDARD_INPUT]:
        return None
    stdin = _standard_input(f"type the message behind `{command}`")
    if stdin.isatty():
        print(_PROMPT, file=sys.stderr, flush=True)
    return stdin.buffer


def typed_text(words: Sequence[str], command: str) -> str:
    """One message: `words`, or all of standard input without its last line end.

    Raises:
        InputError: standard input is closed, or holds something else than UTF-8 text of `MOST_TYPED` bytes.
    """
    stream = stream_of(words, command)
    if stream is None:
        return " ".join(words)
    read = stream.read(MOST_TYPED + 1)
    if len(read) > MOST_TYPED:
        raise InputError(f"the message is longer than {MOST_TYPED:,} bytes\n    fix: try a part of it")
    try:
        return read.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise InputError("the message is not UTF-8 text\n    fix: save it as UTF-8") from error


def secret_lines(question: str) -> list[str]:
    """One secret typed without echo at a terminal, or one for each line that is piped in; blank lines are left out.

    Raises:
        InputError: standard input is closed or holds no words.
    """
    stdin = _standard_input("pipe the words in, one a line")
    typed = [getpass(question)] if stdin.isatty() else stdin.read().splitlines()
    words = [line.strip() for line in typed if line.strip()]
    if not words:
        raise InputError("nothing was typed\n    fix: type the words at the prompt, or pipe them in, one a line")
    return words


def _standard_input(fix: str) -> TextIO:
    if sys.stdin is None:
        raise InputError(f"standard input is closed\n    fix: {fix}")
    return sys.stdin
