"""Help lines of installed packs, each labelled with its pack."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from coach.errors import AuthorError
from coach.helplines.reader import Helpline
from coach.models.base import Model
from coach.packs import Pack, installed_packs
from coach.packs.pack_file import HELP_FILE
from coach.rules.toml_source import read_toml

MOST_LINES = 20
"""The most help lines of a pack."""
_NO_SOURCE = frozenset("|none|no source|unknown|missing|n/a|na|tba|tbc|tbd|todo|me|myself|the internet".split("|"))
"""What people write where they have no source."""


_LEAVE_OUT = "name it, or leave the line out: Coach then shows the lines for any country, and says that it knows none"


class _HelpFile(Model):
    """The contents of `help-lines.toml`."""

    line: tuple[Helpline, ...] = Field(default=(), max_length=MOST_LINES)


def lines_of(path: Path, name: str) -> tuple[Helpline, ...]:
    """Read a file of help lines, and say with each which pack it is from.

    Raises:
        AuthorError: the file is invalid.
    """
    source = read_toml(path)
    try:
        lines = _HelpFile.model_validate(source.values).line
    except ValidationError as error:
        source.add_validation(error, _HelpFile)
        raise AuthorError(source.faults) from error
    for number, line in enumerate(lines):
        if line.source.strip(" .?!-").casefold() in _NO_SOURCE:
            problem = f"`source` is `{line.source}`: a help line needs a page or a paper that it was copied from"
            source.fault(source.line_of_path(("line", number, "source")), problem, _LEAVE_OUT)
    source.raise_faults()
    return tuple(line.model_copy(update={"name": f"{line.name} (from the pack {name})"}) for line in lines)


@cache
def pack_lines() -> tuple[Helpline, ...]:
    """Read the help lines of all installed packs; a pack whose lines cannot be read has none."""
    return tuple(line for pack in installed_packs() for line in _of(pack))


def _of(pack: Pack) -> tuple[Helpline, ...]:
    path = pack.path / HELP_FILE
    try:
        return lines_of(path, pack.info.name) if path.is_file() else ()
    except AuthorError:
        return ()
