"""Messages that test one ability each: what should never be flagged, and what always should.

`fairness.toml` has words about who somebody is, banter, sad days, dialects, long careful letters; `functions.toml` has
one group for each function, as in HateCheck (Röttger and others, 2021). Independent hands wrote both from the guide.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from spacy.language import Language

from coach.engine import check_all
from coach.models import Audience, Concern, Direction, Message
from coach.training.figures import GroupFigures

_FAIRNESS, _FUNCTIONS = (Path(__file__).with_name(f"{name}.toml") for name in ("fairness", "functions"))
_WHO = "{who}"


@dataclass(frozen=True, slots=True)
class Group:
    """Messages of one kind."""

    name: str
    about: str
    messages: tuple[Message, ...]
    words: tuple[str, ...] = ()
    """The word that each message is about, if any."""
    expects: Concern | None = None
    """What each should be flagged for; nothing if None."""

    def is_right(self, concerns: frozenset[Concern]) -> bool:
        """Return whether a message that is flagged for these concerns is read as it should be."""
        return self.expects in concerns if self.expects else not concerns


def fairness_groups() -> tuple[Group, ...]:
    """Read the groups of `fairness.toml`, in file order."""
    return tuple(_groups(_FAIRNESS))


def function_groups() -> tuple[Group, ...]:
    """Read the groups of `functions.toml`, in file order."""
    return tuple(_groups(_FUNCTIONS))


def measure_groups(groups: tuple[Group, ...], pipelines: Mapping[str, Language]) -> tuple[GroupFigures, ...]:
    """Evaluate every pipeline on every group."""
    return tuple(_measure(group, pipelines) for group in groups)


def _groups(path: Path) -> Iterator[Group]:
    values: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
    for name, value in values.items():
        texts, words = tuple(value.get("messages", ())), tuple[str, ...]()
        if "frames" in value:
            pairs = list(product(value["frames"], value["words"]))
            texts, words = tuple(frame.replace(_WHO, word) for frame, word in pairs), tuple(word for _, word in pairs)
        direction = Direction(value.get("direction", Direction.DRAFT))
        audience = Audience(value.get("audience", Audience.GROUP))
        messages = tuple(Message(text=text, direction=direction, audience=audience) for text in texts)
        expects = Concern(value["expects"]) if "expects" in value else None
        yield Group(name, str(value["about"]), messages, words, expects)


def _measure(group: Group, pipelines: Mapping[str, Language]) -> GroupFigures:
    flagged: dict[str, dict[Concern, int]] = {}
    words: dict[str, dict[str, int]] = {}
    right: dict[str, int] = {}
    for way, nlp in pipelines.items():
        found = [frozenset(flag.concern for flag in one.flags) for _, one in check_all(nlp, enumerate(group.messages))]
        counts = Counter(concern for concerns in found for concern in concerns)
        flagged[way] = {concern: counts[concern] for concern in Concern}
        words[way] = dict(Counter(word for word, concerns in zip(group.words, found, strict=False) if concerns))
        right[way] = sum(map(group.is_right, found))
    return GroupFigures(
        name=group.name,
        about=group.about,
        messages=len(group.messages),
        expects=group.expects,
        flagged=flagged,
        words=words,
        right=right,
    )
