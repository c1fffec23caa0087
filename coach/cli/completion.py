"""`coach completion SHELL`: print what makes a shell complete Coach's commands, options, lessons and file names."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")
_EXAMPLES = """coach completion bash > ~/.local/share/bash-completion/completions/coach
coach completion zsh > ~/.zfunc/_coach    # with ~/.zfunc in fpath, before compinit
coach completion fish > ~/.config/fish/completions/coach.fish"""
_FILES, _FOLDERS = frozenset({"FILE", "PATH"}), frozenset({"FOLDER"})


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("completion", help="print completions for bash, zsh or fish", examples=_EXAMPLES)
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the script for one shell."""
    import shtab

    from coach.cli import make_parser

    parser = make_parser()
    for action in actions_of(parser):
        _say_what_completes(action)
    print(shtab.complete(parser, args.shell))
    return 0


def actions_of(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield every argument of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from actions_of(command)


def _say_what_completes(action: argparse.Action) -> None:
    """Tell shtab that an argument is a file, a folder, or the name of a lesson or case."""
    import shtab

    if action.metavar in _FILES:
        action.complete = shtab.FILE  # type: ignore[attr-defined]
    elif action.metavar in _FOLDERS:
        action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    elif action.dest in {"lesson", "case"} and action.metavar == "NAME":
        action.choices = _names(action.dest)


def _names(kind: str) -> list[str]:
    from coach.course.folders import case_files, lesson_names, lessons_path

    return [path.stem for path in case_files(lessons_path())] if kind == "case" else lesson_names(lessons_path())
