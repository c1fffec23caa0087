"""Reads `silencers.toml`: how the way a phrase is said may change a flag, for rules and the second reader alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from coach.models import Concern, Setting, Silencer
from coach.models.category import CATEGORY_NAMES
from coach.rules.toml_source import TomlSource

SILENCERS_FILE = "silencers.toml"
"""The file name, at the top of a folder of rules; a folder without this file uses Coach's."""


def read_policy(source: TomlSource, word_sets: Iterable[str] | None) -> dict[Setting, Silencer]:
    """Read the table of silencers and record faults in its source.

    Args:
        source: the file.
        word_sets: the names of the available word sets; None to skip this check.
    """
    known, policy = None if word_sets is None else frozenset(word_sets), {}
    for name, values in source.values.items():
        if name not in set(Setting) or name == Setting.PLAIN:
            settings = ", ".join(one for one in Setting if one is not Setting.PLAIN)
            source.fault_at(name, f"unknown setting `{name}`", f"use one of: {settings}")
            continue
        silencer = _silencer(source, name, values)
        if silencer is not None:
            _check(source, name, silencer, known)
            policy[Setting(name)] = silencer
    for setting in Setting:
        if setting is not Setting.PLAIN and setting not in source.values:
            source.fault(0, f"the table `[{setting}]` is missing", f"add `[{setting}]`")
    return policy


def _silencer(source: TomlSource, name: str, values: Any) -> Silencer | None:  # noqa: ANN401
    try:
        return Silencer.model_validate(values)
    except ValidationError as error:
        for found in error.errors():
            key = str(found["loc"][0]) if found["loc"] else name
            line = source.line_of_path((name, key))
            source.fault(
                line, f"`{key}` of `{name}`: {found['msg']}", "see the comment at the top of Coach's silencers.toml"
            )
        return None


def _check(source: TomlSource, name: str, silencer: Silencer, word_sets: frozenset[str] | None) -> None:
    for key, names in (("touches", silencer.touches), ("never", silencer.never)):
        for one in sorted(names):
            if not _is_known(one):
                line = source.line_of_path((name, key))
                source.fault(line, f"`{one}` is not a concern, category or rule", "write it as `unkind/looks`")
    for one in silencer.words:
        if word_sets is not None and one not in word_sets:
            source.fault(source.line_of_path((name, "words")), f"unknown word set `{one}`", "add it to words/")


def _is_known(name: str) -> bool:
    """Return whether this is the id of a concern, of a category, or possibly of a rule."""
    concern, _, rest = name.partition("/")
    if concern not in set(Concern):
        return False
    return not rest or rest.partition("/")[0] in CATEGORY_NAMES[Concern(concern)]
