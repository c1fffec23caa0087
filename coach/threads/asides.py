"""Hints by which somebody who is spoken of in a chat is left out: "new group without dora".

A rule knows few names; a chat shows more: those who write in it, and words that are English to nobody.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coach.engine.text.english import how_common, is_english
from coach.engine.text.first_names import first_names
from coach.models import Audience, Concern, Report
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.parents import is_family
from coach.threads.phrase_finder import PhraseFound, TextFinder, Word, once_for_each, read_phrases
from coach.threads.replies import GivenAway

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from coach.models.thread import Turn
    from coach.threads.group_names import GroupNames

_EXCLUSION = f"{Concern.UNKIND}/exclusion"
_LONGEST = 120
"""The longest such turn, in characters."""
_SPOKEN_OF = frozenset({"her", "him", "she", "he", "shell"})
_SHORTEST = 3
"""The fewest letters of a name that no list has."""


class Asides:
    """Hears such hints, in the spelling of one pipeline, which it does not hold."""

    def __init__(self, nlp: Language) -> None:
        self._finder = TextFinder(nlp, read_phrases(_source(), _source().values["phrases"]))

    def leaves_out(self, report: Report, turn: Turn, names: GroupNames) -> GivenAway | None:
        """Return where a turn leaves out somebody who is spoken of; None if it does not, or strangers or family write.

        Args:
            report: on the turn.
            turn: the turn.
            names: of all who write.
        """
        if not turn.text or len(turn.text) > _LONGEST or report.message.audience is Audience.STRANGER:
            return None
        words = self._finder.words(turn.text)
        found = self._finder.find([word for word, _, _ in words])
        if is_family(turn.sender) or any(one.name == "unless" for one in found):
            return None
        hints = (one for one in found if _names_somebody(words, one, names))
        return next((GivenAway("hint", _EXCLUSION, *_place(words, one), 0, 0) for one in hints), None)


@once_for_each
def asides(nlp: Language) -> Asides:
    """Compile the phrases of asides.toml for the spelling of a pipeline, once."""
    return Asides(nlp)


def _names_somebody(words: Sequence[Word], hint: PhraseFound, names: GroupNames) -> bool:
    said = [word for word, _, _ in words[hint.first : hint.last] if word]
    return any(word in _SPOKEN_OF or names.has_written(word) or is_somebody(word) for word in said)


def is_somebody(word: str) -> bool:
    """Return whether a word can be a name: a first name, or one that is English to nobody."""
    if word in first_names():
        return True
    return len(word) >= _SHORTEST and word.isalpha() and not (is_english(word) or how_common(word))


def _place(words: Sequence[Word], hint: PhraseFound) -> tuple[int, int]:
    return words[hint.first][1], words[hint.last - 1][2]


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("asides.toml"))
