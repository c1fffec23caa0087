"""Messages that should never be flagged: words about who somebody is, banter, sad days, long careful letters."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from spacy.language import Language

from coach.engine import check_all
from coach.models import Concern, Message
from coach.training.figures import GroupFigures

_FILE = Path(__file__).with_suffix(".toml")
_WHO = "{who}"


@dataclass(frozen=True, slots=True)
class Group:
    """Messages of one kind."""

    name: str
    about: str
    messages: tuple[str, ...]
    words: tuple[str, ...] = ()
    """The word that each message is about, if any."""


def fairness_groups() -> tuple[Group, ...]:
    """Read all groups, in file order."""
    values = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_group(name, value) for name, value in values.items())


def measure_fairness(pipelines: Mapping[str, Language]) -> tuple[GroupFigures, ...]:
    """Evaluate every pipeline on every group."""
    return tuple(_measure(group, pipelines) for group in fairness_groups())


def _group(name: str, value: Mapping[str, list[str]]) -> Group:
    about = str(value["about"])
    if "frames" not in value:
        return Group(name, about, tuple(value["messages"]))
    pairs = list(product(value["frames"], value["words"]))
    return Group(name, about, tuple(frame.replace(_WHO, word) for frame, word in pairs), tuple(w for _, w in pairs))


def _measure(group: Group, pipelines: Mapping[str, Language]) -> GroupFigures:
    flagged: dict[str, dict[Concern, int]] = {}
    words: dict[str, dict[str, int]] = {}
    for way, nlp in pipelines.items():
        reports = check_all(nlp, enumerate(Message(text=text) for text in group.messages))
        found = [frozenset(flag.concern for flag in report.flags) for _, report in reports]
        counts = Counter(concern for concerns in found for concern in concerns)
        flagged[way] = {concern: counts[concern] for concern in Concern}
        words[way] = dict(Counter(word for word, concerns in zip(group.words, found, strict=False) if concerns))
    return GroupFigures(name=group.name, about=group.about, messages=len(group.messages), flagged=flagged, words=words)
