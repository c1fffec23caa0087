"""The reader of Coach's own stages, once a run."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.stages import StageReader


@pytest.fixture(scope="session")
def stage_reader(nlp: Language) -> StageReader:
    return StageReader(nlp)
