"""What all nouns share: frozen, and unknown keys are refused."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value that refuses unknown keys; its faults do not repeat what was typed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
