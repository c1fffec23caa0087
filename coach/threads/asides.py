"""Hints by which somebody who is spoken of in a chat is left out: "new group without dora".

A rule knows few names; a chat shows more: those who write in it, and words that are English to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from coach.engine.text.english import how_common, is_english
from coach.engine.text.first_names import first_names
from coach.models import Audience, Concern, Report
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.news import Answerable
from coach.threads.parents import is_family
from coach.threads.phrase_finder import PhraseFound, TextFinder, TextPhrases, once_for_each, read_phrases
from coach.threads.replies import GivenAway

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.models.thread import Turn
    from coach.threads.group_names import GroupNames

_EXCLUSION = f"{Concern.UNKIND}/exclusion"
_LONGEST = 120
"""The longest such turn, in characters."""
_SPOKEN_OF = frozenset({"her", "him", "she", "he", "shell"})
_PLAIN, _HINTS, _WITHOUT_NAME = "leaves-out", "hints", "without-name"
_PLAN, _CALM, _ASKS_ABOUT, _SHUTS = "plan", "calm", "asks-about", "shuts"
_AROUND = 5
"""How many turns before may hold the plan."""
_LONGEST_AROUND = 300
"""How many characters of each are read."""
_VERBS = frozenset({"will", "may", "hope"})
"""First names that are more often something else."""
_SHORTEST = 3
"""The fewest letters of a name that no list has."""


class Asides:
    """Hears such hints, in the spelling of one pipeline, which it does not hold."""

    def __init__(self, nlp: Language) -> None:
        self._finder = TextFinder(nlp, read_phrases(_source(), _source().values["phrases"]))

    def leaves_out(
        self, report: Report, turn: Turn, names: GroupNames, before: Sequence[Answerable] = ()
    ) -> GivenAway | None:
        """Return where a turn leaves out somebody who is spoken of; None if it does not, or strangers or family write.

        Args:
            report: on the turn.
            turn: the turn.
            names: of all who write.
            before: the turns before, oldest first: a hint may show only beside a plan.
        """
        if not turn.text or len(turn.text) > _LONGEST or report.message.audience is Audience.STRANGER:
            return None
        said = self._finder.read(turn.text)
        if is_family(turn.sender) or said.has("unless"):
            return None
        hints = chain(_named(said, names, _PLAIN), self._beside_plan(said, before[-_AROUND:], names))
        return next((GivenAway("hint", _EXCLUSION, *said.place([one]), 0, 0) for one in hints), None)

    def _beside_plan(self, said: TextPhrases, before: Sequence[Answerable], names: GroupNames) -> Iterator[PhraseFound]:
        """Yield what leaves somebody out only because the turns around it are about a plan."""
        if not any(map(said.has, (_HINTS, _WITHOUT_NAME, _SHUTS))):
            return  # most turns: those around are read for few
        around = [self._finder.read(one.turn.text[:_LONGEST_AROUND]) for one in before]
        every = [*around, said]
        if any(one.has(_CALM) for one in every) or not any(one.has(_PLAN) for one in every):
            return
        yield from _named(said, names, _HINTS)
        yield from (one for one in said.found if one.name == _WITHOUT_NAME)
        if around and any(_named(around[-1], names, _ASKS_ABOUT)):
            yield from (one for one in said.found if one.name == _SHUTS)


@once_for_each
def asides(nlp: Language) -> Asides:
    """Compile the phrases of asides.toml for the spelling of a pipeline, once."""
    return Asides(nlp)


def _named(said: TextPhrases, names: GroupNames, name: str) -> Iterator[PhraseFound]:
    """Yield the phrases of a list in which a word is a name, or a word for somebody who is spoken of."""
    for one in said.found:
        words = (word for word, _, _ in said.words[one.first : one.last] if word)
        if one.name == name and any(
            word in _SPOKEN_OF or names.has_written(word) or (is_somebody(word) and word not in _VERBS)
            for word in words
        ):
            yield one


def is_somebody(word: str) -> bool:
    """Return whether a word can be a name: a first name, or one that is English to nobody."""
    if word in first_names():
        return True
    return len(word) >= _SHORTEST and word.isalpha() and not (is_english(word) or how_common(word))


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("asides.toml"))
