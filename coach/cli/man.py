"""`coach man`: print the manual page, made of the help of every command."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from coach.cli.parser import is_set

_EXAMPLES = """coach man > ~/.local/share/man/man1/coach.1
coach man | man -l -"""
_FIRST_SIGN = re.compile(r"^(?=[.'])", re.MULTILINE)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("man", help="print the manual page", examples=_EXAMPLES)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the page as man reads it."""
    del args
    from importlib.metadata import version

    from coach.cli import make_parser

    print("\n".join(_page(make_parser(), version("coach-together"))))
    return 0


def _page(parser: argparse.ArgumentParser, version: str) -> Iterator[str]:
    yield f'.TH COACH 1 "" "coach {_roff(version)}" "Coach"'
    says, _, examples = (parser.description or "").partition("\n\n")
    yield f".SH NAME\ncoach \\- {_roff(_lower_first(says).rstrip('.'))}"
    yield f".SH SYNOPSIS\n{_synopsis(parser)}"
    yield ".SH DESCRIPTION"
    yield from _text(examples)
    yield from _arguments(parser)
    yield from _text(parser.epilog)
    yield ".SH COMMANDS"
    yield from _commands(parser)


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield a section for every command, each before its actions."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield f".SS {_roff(command.prog)}\n{_synopsis(command)}\n.PP"
                yield from _text(command.description)
                yield from _arguments(command)
                yield from _text(command.epilog)
                yield from _commands(command)


def _synopsis(parser: argparse.ArgumentParser) -> str:
    return _roff(" ".join(parser.format_usage().removeprefix("usage: ").split()))


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if action.help != argparse.SUPPRESS and not isinstance(action, argparse._SubParsersAction):
            yield f".TP\n\\fB{_roff(_named(action))}\\fR\n{_roff(action.help or '')}"


def _named(action: argparse.Action) -> str:
    """Return an argument as it is written: `--file PATH`, `TEXT`."""
    value = str(action.metavar or action.dest) if action.nargs != 0 else ""
    if action.choices and not action.metavar:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    return f"{', '.join(action.option_strings)} {value}".strip()


def _text(text: str | None) -> Iterator[str]:
    """Yield paragraphs; examples and columns keep their lines."""
    for block in (text or "").strip("\n").split("\n\n"):
        yield ".PP"
        yield f".nf\n{_roff(block)}\n.fi" if any(map(is_set, block.splitlines())) else _roff(block)


def _roff(text: str) -> str:
    """Escape what man would read as a command or as a special character."""
    return _FIRST_SIGN.sub(r"\\&", text.replace("\\", "\\e").replace("-", "\\-"))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
