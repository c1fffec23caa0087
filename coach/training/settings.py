"""How the second reader is trained, read from a file in spaCy's config form."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError
from spacy.util import load_config

from coach.engine.second_reader import QUESTIONS
from coach.errors import InputError
from coach.models.base import Model
from coach.training.calm_rows import CALM_FILES
from coach.training.row import Kind

SETTINGS_PATH = Path(__file__).with_name("reader.cfg")
"""The settings that the shipped model was trained with."""


class TrainingSettings(Model):
    """The section `[training]`."""

    seed: int = Field(ge=0)
    tightness: float = Field(gt=0)
    """How closely weights follow the rows (the inverse of regularisation)."""
    folds: int = Field(ge=2)
    """Into how many groups the voices are dealt to see how sure the reader is of voices that it does not know."""
    beta: float = Field(gt=0)
    """The measure on unknown voices is F with this beta."""
    counts: Mapping[str, Mapping[Kind, float]]
    """How much a row of each kind counts, by question; 0: it is left out."""
    false_alarms: Mapping[str, Mapping[str, float]]
    """By question and calm file: the most messages in 1,000 that the reader may flag where the rules are silent."""


def read_settings(path: Path = SETTINGS_PATH) -> TrainingSettings:
    """Read the section `[training]` of a config file.

    Raises:
        InputError: there is no such file, it is no config, or a setting is missing or of another kind.
    """
    try:
        settings = TrainingSettings.model_validate(dict(load_config(path))["training"])
    except (OSError, ValueError, KeyError, ValidationError) as error:
        raise InputError(f"{path}: {error}\n    fix: begin with a copy of {SETTINGS_PATH.name}") from error
    missing = [name for name in QUESTIONS if set(settings.counts.get(name, ())) != set(Kind)]
    unknown = {file for files in settings.false_alarms.values() for file in files} - set(CALM_FILES)
    if missing or unknown:
        found = f"no full [training.counts] of {missing}" if missing else f"no calm file is called {sorted(unknown)}"
        raise InputError(f"{path}: {found}\n    fix: begin with a copy of {SETTINGS_PATH.name}")
    return settings
