"""Where to block and report, by app: dated, because apps move their buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pydantic import Field, TypeAdapter

from coach.models.dated import Dated
from coach.rules.toml_source import read_toml


class AppHelp(Dated):
    """Where to block and report in one app."""

    name: str = Field(min_length=1, max_length=20)
    words: tuple[str, ...] = Field(min_length=1)
    """How children write its name, in plain spelling."""
    block: str = Field(min_length=1, max_length=80)
    report: str = Field(min_length=1, max_length=80)

    def __str__(self) -> str:
        """Write both ways as one line for a family."""
        return f"{self.name}: to block, {self.block}. To report, {self.report}. Check it in your own app."


@cache
def all_apps() -> tuple[AppHelp, ...]:
    """Return the help for each app of `apps.toml`."""
    return TypeAdapter(tuple[AppHelp, ...]).validate_python(
        read_toml(Path(__file__).with_name("apps.toml")).values["app"]
    )


def apps_named(words: Sequence[str | None]) -> Iterator[AppHelp]:
    """Yield the help for each app that a message names.

    Args:
        words: the message in plain spelling; None is a break.
    """
    said = f" {' '.join(word or '.' for word in words)} "
    yield from (app for app in all_apps() if any(f" {word} " in said for word in app.words))
