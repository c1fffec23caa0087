"""The training settings, read from a file in spaCy's config format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError
from spacy.util import load_config

from coach.engine.reader import QUESTIONS
from coach.errors import InputError
from coach.models.base import Model
from coach.training.calm_rows import CALM_FILES
from coach.training.row import Kind

SETTINGS_PATH = Path(__file__).with_name("reader.cfg")
"""The settings of the shipped model."""


class TrainingSettings(Model):
    """The `[training]` section."""

    seed: int = Field(ge=0)
    tightness: float = Field(gt=0)
    """The inverse of the regularization strength."""
    folds: int = Field(ge=2)
    """The number of folds of voices used to set thresholds."""
    beta: float = Field(gt=0)
    """The beta of the F score that thresholds maximize on held-out voices."""
    counts: Mapping[str, Mapping[Kind, float]]
    """The weight of rows by question and kind; 0 leaves them out."""
    false_alarms: Mapping[str, Mapping[str, float]]
    """By question and calm file: the most messages per 1,000 that the reader may flag where no rule does."""


def read_settings(path: Path = SETTINGS_PATH) -> TrainingSettings:
    """Read the `[training]` section of a config file.

    Raises:
        InputError: the file is missing or is not a config, or a setting is missing or invalid.
    """
    try:
        settings = TrainingSettings.model_validate(dict(load_config(path))["training"])
    except (OSError, ValueError, KeyError, ValidationError) as error:
        raise InputError(f"{path}: {error}\n    fix: start from a copy of {SETTINGS_PATH.name}") from error
    missing = [name for name in QUESTIONS if set(settings.counts.get(name, ())) != set(Kind)]
    unknown = {file for files in settings.false_alarms.values() for file in files} - set(CALM_FILES)
    if missing or unknown:
        problem = f"incomplete [training.counts] for {missing}" if missing else f"unknown calm files {sorted(unknown)}"
        raise InputError(f"{path}: {problem}\n    fix: start from a copy of {SETTINGS_PATH.name}")
    return settings
