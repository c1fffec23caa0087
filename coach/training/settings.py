"""The training settings, read from a file in spaCy's config format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError
from spacy.util import load_config

from coach.engine.reader.model import QUESTIONS
from coach.errors import InputError
from coach.models.base import Model
from coach.training.calm_rows import CALM_FILES
from coach.training.row import Kind

SETTINGS_PATH = Path(__file__).with_name("reader.cfg")
"""The settings of the shipped model."""


class TrainingSettings(Model):
    """The `[training]` section."""

    seed: int = Field(ge=0)
    epochs: int = Field(ge=1)
    batch: int = Field(ge=1)
    """Examples in a step."""
    rate: float = Field(gt=0)
    """The highest learning rate."""
    decay: float = Field(ge=0)
    """AdamW's weight decay."""
    drop: float = Field(ge=0, lt=1)
    """The share of numbers that dropout leaves out."""
    smoothing: float = Field(ge=0, lt=0.5)
    """How far an answer to a question may be from 0 or 1, so that the model does not grow too sure."""
    category_share: float = Field(ge=0)
    tag_share: float = Field(ge=0)
    """How much categories and tags count, beside the questions."""
    pieces: int = Field(ge=1)
    """The number of word pieces that are kept."""
    counts: Mapping[str, Mapping[Kind, float]]
    """The weight of rows by question and kind; 0 leaves them out."""
    longest: int = Field(ge=1)
    """Longer examples, in words, are left out: the open data has letters to the editor."""
    hard: float = Field(ge=0, le=1)
    """The share of a calm file's sample that are the hardest of it so far; none in the first epoch."""
    spared: float = Field(ge=0, le=1)
    """The share of a calm file that is too hard to be calm, and left out of these."""
    samples: Mapping[str, int]
    """By file: how many of its examples an epoch takes."""
    least: Mapping[str, float]
    """By question: the probability that the reader must reach whatever the calm files say."""
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
    counted = {name for name, counts in settings.counts.items() if set(counts) == set(Kind)}
    missing = sorted(set(QUESTIONS) - (counted & set(settings.least)))
    unknown = {file for files in settings.false_alarms.values() for file in files} - set(CALM_FILES)
    if missing or unknown:
        incomplete = f"[training.counts] or [training.least] is incomplete for {missing}"
        problem = incomplete if missing else f"unknown calm files {sorted(unknown)}"
        raise InputError(f"{path}: {problem}\n    fix: start from a copy of {SETTINGS_PATH.name}")
    return settings
