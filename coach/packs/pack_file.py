"""Reads `pack.toml`: what a pack is called, whose it is, and what it needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from coach.errors import AuthorError
from coach.models import Concern
from coach.models.base import Model
from coach.rules.toml_source import TomlSource, read_toml

PACK_FILE, HELP_FILE = "pack.toml", "help-lines.toml"
LESSONS, STAGES = "lessons", "stages"
"""Folders of a pack beside those of its rules."""
RULE_FOLDERS = (*Concern, "words", "spelling", "lexicon", "frames")
LANGUAGE = "en"
"""The language that Coach reads messages in."""
MAX_NAME = 40
"""The longest name of a pack."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DISTRIBUTION = "coach-together"

_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices: no folder there can have them."""

PackName = Annotated[str, StringConstraints(pattern=_SLUG, max_length=MAX_NAME)]


class PackInfo(Model):
    """The keys of `pack.toml`."""

    name: PackName = Field(examples=["school-dares"])
    title: str = Field(min_length=1, max_length=60, examples=["Dares at our school"])
    """What the pack is, in a few words."""
    version: str = Field(pattern=r"^\d+(\.\d+){0,3}$", examples=["1.0"])
    language: str = Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$", examples=["en"])
    """The language of its rules and lessons."""
    licence: str = Field(min_length=1, max_length=60, examples=["CC-BY-4.0"])
    """An SPDX identifier, such as `CC-BY-4.0`."""
    author: str = Field(default="", max_length=60)
    coach: str = Field(pattern=r"^>=\d+(\.\d+){0,2}$", examples=[">=0.1"])
    """The oldest Coach that it works with: `>=0.1`."""
    needs: tuple[PackName, ...] = Field(default=(), max_length=20)
    """The names of the packs that it builds on."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack and where it is."""

    info: PackInfo
    path: Path
    package: str = ""
    """The Python package that it came with; empty if it was added with `coach packs add`."""

    @property
    def has_rules(self) -> bool:
        """Whether it has rules, words or categories."""
        return any((self.path / name).is_dir() for name in RULE_FOLDERS)

    @property
    def lessons(self) -> Path | None:
        """Its folder of lessons, cases and doors; None if it has none."""
        folder = self.path / LESSONS
        return folder if folder.is_dir() else None


def read_pack(folder: Path, package: str = "") -> Pack:
    """Read the `pack.toml` of a folder.

    Raises:
        AuthorError: it is missing or invalid, or needs another Coach.
    """
    source = read_toml(folder / PACK_FILE)
    try:
        info = PackInfo.model_validate(source.values)
    except ValidationError as error:
        source.add_validation(error, PackInfo)
        raise AuthorError(source.faults) from error
    _check(source, info)
    source.raise_faults()
    return Pack(info, folder, package)


def _check(source: TomlSource, info: PackInfo) -> None:
    """Record a name of a device, a language that Coach does not read, and a newer Coach that is needed."""
    if is_device(info.name):
        problem = f"`name` is `{info.name}`, which Windows keeps for a device"
        source.fault(source.line_of_key("name"), problem, "choose another name")
    if info.language.partition("-")[0] != LANGUAGE:
        problem = f"`language` is `{info.language}`: Coach reads English messages only"
        source.fault(source.line_of_key("language"), problem, 'write `language = "en"`')
    needed = _numbers(info.coach.removeprefix(">="))
    if needed > _numbers(_here()):
        source.fault(source.line_of_key("coach"), f"needs Coach {info.coach}: this is {_here()}", "install a newer one")


def is_name(name: str) -> bool:
    """Return whether this is written like the name of a pack, and not like a path."""
    return len(name) <= MAX_NAME and _NAME.fullmatch(name) is not None


def is_device(name: str) -> bool:
    """Return whether Windows keeps this name for a device."""
    return _DEVICES.fullmatch(name) is not None


def _here() -> str:
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "999"


def _numbers(written: str) -> tuple[int, ...]:
    parts = [int(part) for part in written.split(".") if part.isdigit()]
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)
