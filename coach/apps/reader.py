"""Reads `apps.toml`, Coach's own and those of authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from coach.errors import AuthorError
from coach.models import AppHelp
from coach.models.base import Model
from coach.rules.toml_source import read_toml


class _AppsFile(Model):
    app: tuple[AppHelp, ...]


@cache
def all_apps() -> tuple[AppHelp, ...]:
    """Return the help for each of Coach's own apps."""
    return apps_in(Path(__file__).with_name("apps.toml"))


def apps_in(path: Path) -> tuple[AppHelp, ...]:
    """Return the help for each app of one file.

    Raises:
        AuthorError: the file is invalid; lists all its faults.
    """
    source = read_toml(path)
    try:
        return _AppsFile.model_validate(source.values).app
    except ValidationError as error:
        source.add_validation(error, _AppsFile)
        raise AuthorError(source.faults) from error


def apps_named(words: Sequence[str | None]) -> Iterator[AppHelp]:
    """Yield the help for each app that a message names.

    Args:
        words: the message in plain spelling; None is a break.
    """
    said = f" {' '.join(word or '.' for word in words)} "
    yield from (app for app in all_apps() if any(f" {word} " in said for word in app.words))
