"""The parser of the command line: full names only, errors that name what was meant, help that names every status."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from coach.errors import nearest
from coach.visible import visible

ALWAYS = """2 wrong arguments or input, or part of it could not be read, 3 internal error, 130 stopped by Ctrl+C,
141 the program that reads the results closed the pipe, 143 stopped by SIGTERM"""
"""What the exit statuses of every command mean."""
_COLUMNS = "   "
"""Blanks that set columns, so that the line is not filled."""


class HelpFormatter(argparse.HelpFormatter):
    """Fills paragraphs to the width of the terminal, and leaves examples and columns as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        blocks = text.strip("\n").split("\n\n")
        return "\n\n".join(
            block if any(map(is_set, block.splitlines())) else textwrap.fill(" ".join(block.split()), width)
            for block in blocks
        ).replace("\n", f"\n{indent}")


def is_set(line: str) -> bool:
    """Whether a line of help is an example or has columns, and stays as it is."""
    return line.startswith(" ") or _COLUMNS in line.rstrip()


class Parser(argparse.ArgumentParser):
    """Takes options only by their full names, and quotes wrong arguments without control characters."""

    def __init__(self, *given: Any, examples: str = "", status: str = "0 done", **named: Any) -> None:  # noqa: ANN401  # as argparse makes subparsers
        """Make a parser.

        Args:
            given: what argparse gives.
            examples: calls, one a line.
            status: what the exit statuses 0 and 1 mean.
            named: what argparse takes.
        """
        statuses = f"exit status: {status}, {ALWAYS}"
        shown = f"examples:\n{textwrap.indent(examples.strip(), '    ')}" if examples else ""
        named["description"] = "\n\n".join(filter(None, [named.get("description"), shown]))
        named["epilog"] = "\n\n".join(filter(None, [named.get("epilog"), statuses]))
        super().__init__(*given, **{**named, "allow_abbrev": False, "formatter_class": HelpFormatter})
        self.register("action", "parsers", _Commands)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse arguments; an unknown option is this parser's error, which knows the options it could have been."""
        parsed, extras = super().parse_known_args(args, namespace)
        unknown = next((one for one in extras if one.startswith("-") and one != "--"), None)
        if unknown:
            self.error(_unknown_option(unknown.partition("=")[0], self._option_string_actions, self.prog))
        return parsed, extras

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401  # as argparse has it
        """Refuse a value that is none of the choices, naming them or the nearest.

        Raises:
            ArgumentError: the value is none of the choices.
        """
        if action.choices is None or value in action.choices:
            return
        known = list(map(str, action.choices))
        if isinstance(action, argparse._SubParsersAction):
            kind = str(action.metavar or "command").lower()
            problem, otherwise = f"unknown {kind} {value!r}", f"`{self.prog} --help` lists them"
        else:
            name = "/".join(action.option_strings) or str(action.metavar or action.dest)
            problem, otherwise = f"invalid value {value!r} for {name}: choose {', '.join(known)}", "write one of these"
        raise argparse.ArgumentError(None, f"{problem}\n    fix: {nearest(str(value), known, otherwise)}")

    def error(self, message: str) -> NoReturn:
        """Print usage and what is wrong, with a fix, and exit with status 2."""
        fix = "" if "\n    fix: " in message else f"\n    fix: see `{self.prog} --help`"
        super().error(visible(f"{message}{fix}"))


class _Commands(argparse._SubParsersAction):  # type: ignore[type-arg]
    """Commands whose description is what the list of commands says of them, unless they have one."""

    def add_parser(self, name: str, **named: Any) -> Any:  # noqa: ANN401  # as argparse has it
        says = str(named.get("help", ""))
        return super().add_parser(name, **{"description": f"{says[:1].upper()}{says[1:]}." if says else "", **named})


def _unknown_option(option: str, known: Iterable[str], command: str) -> str:
    """Describe an unknown option, and the known one that it may have been meant to be."""
    return f"unknown option {option!r}\n    fix: {nearest(option, known, f'`{command} --help` lists the options')}"
