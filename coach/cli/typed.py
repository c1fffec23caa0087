"""Read what a person types at a prompt or pipes in; command arguments can be seen by others."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import IO, TextIO

from coach.errors import InputError

STANDARD_INPUT = "-"
"""As TEXT, means standard input."""
MOST_TYPED = 100_000
"""The longest message to explain, in bytes."""
MOST_PIPED = 64_000_000
"""The longest chat to read from standard input, in bytes: all of it is kept in memory."""
MOST_SECRETS, MOST_SECRETS_LENGTH = 200, 64_000
"""The most lines, and characters in them, to read as private words."""
SEEN = "Shell history and the list of processes show words after the command; a prompt or a pipe leaves no trace."
"""Why TEXT is listed last, for the help of every command that takes it."""
TEXT_HELP = "the message; if left out or -, Coach asks for it or reads standard input"
_PROMPT = "Type the message, then press Ctrl+D on an empty line."
_PASTE = "Paste the messages, then press Ctrl+D on an empty line."


def stream_of(words: Sequence[str], command: str) -> IO[bytes] | None:
    """Return standard input, after a prompt if it is a terminal; None if `words` are the message.

    Args:
        words: the TEXT arguments.
        command: the name of the command, for the error message.

    Raises:
        InputError: standard input is closed.
    """
    if words and list(words) != [STANDARD_INPUT]:
        return None
    stdin = _standard_input(f"give the message as an argument of `{command}`")
    if stdin.isatty():
        print(_PROMPT, file=sys.stderr, flush=True)
    return stdin.buffer


def typed_text(words: Sequence[str], command: str) -> str:
    """Return one message: `words`, or all of standard input without its last line break.

    Raises:
        InputError: standard input is closed, is not UTF-8, or is longer than `MOST_TYPED` bytes.
    """
    stream = stream_of(words, command)
    if stream is None:
        return " ".join(words)
    read = stream.read(MOST_TYPED + 1)
    if len(read) > MOST_TYPED:
        raise InputError(f"the message is longer than {MOST_TYPED:,} bytes\n    fix: try part of it")
    try:
        return read.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise InputError("the message is not UTF-8 text\n    fix: save it as UTF-8") from error


def piped_chat() -> bytes:
    """Return all of standard input, after a prompt if it is a terminal.

    Raises:
        InputError: standard input is closed, or is longer than `MOST_PIPED` bytes.
    """
    stdin = _standard_input("name the file with the chat")
    if stdin.isatty():
        print(_PASTE, file=sys.stderr, flush=True)
    read = stdin.buffer.read(MOST_PIPED + 1)
    if len(read) > MOST_PIPED:
        raise InputError(f"the chat is longer than {MOST_PIPED:,} bytes\n    fix: save it as a file, and name that")
    return read


def secret_lines(question: str) -> list[str]:
    """Ask for one secret without echo at a terminal, or read one per line from a pipe, skipping blank lines.

    Raises:
        InputError: standard input is closed, empty, not UTF-8, or longer than `MOST_SECRETS` allows.
    """
    from getpass import getpass

    stdin = _standard_input("pipe the words in, one per line")
    typed = [getpass(question)] if stdin.isatty() else _piped_lines(stdin)
    words = [line.strip() for line in typed if line.strip()]
    if not words:
        raise InputError("nothing was typed\n    fix: type the words at the prompt, or pipe them in, one per line")
    return words


def _piped_lines(stdin: TextIO) -> list[str]:
    try:
        read = stdin.read(MOST_SECRETS_LENGTH + 1)
    except UnicodeDecodeError as error:
        raise InputError("the words are not UTF-8 text\n    fix: save them as UTF-8") from error
    lines = read.removeprefix("\ufeff").splitlines()
    if len(read) > MOST_SECRETS_LENGTH or len(lines) > MOST_SECRETS:
        allowed = f"at most {MOST_SECRETS} lines and {MOST_SECRETS_LENGTH:,} characters are allowed"
        raise InputError(f"too much on standard input: {allowed}\n    fix: pipe in one private word per line")
    return lines


def _standard_input(fix: str) -> TextIO:
    if sys.stdin is None:
        raise InputError(f"standard input is closed\n    fix: {fix}")
    return sys.stdin
