"""What a family hears and is asked before it looks at a chat together."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coach.models import Passage, Reader
from coach.models.thread import Between, DateOrder


@dataclass(frozen=True, slots=True)
class Together:
    """The words for both."""

    passages: tuple[Passage, ...]
    """A short talk about privacy."""
    said: Mapping[str, str]
    """Questions and sentences, by name."""
    dates: Mapping[DateOrder, str]
    between: Mapping[Between, str]


@cache
def together() -> Together:
    """Read the words that Coach ships."""
    read = tomllib.loads(Path(__file__).with_name("together.toml").read_text(encoding="utf-8"))
    passages = (
        Passage(reader=Reader(each["reader"]), text=each["text"], line=number)
        for number, each in enumerate(read["passages"], 1)
    )
    return Together(
        passages=tuple(passages),
        said=read["said"],
        dates={DateOrder(order): words for order, words in read["dates"].items()},
        between={Between(known): words for known, words in read["between"].items()},
    )
