"""Finds the stages, and what shows how two people know each other, in one turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from coach.engine import spelled
from coach.engine.patterns.finder import PhraseFinder
from coach.engine.recall import LONGEST_RECALLED, MOST_RECALLED
from coach.engine.spacy_parts import respell_in
from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.errors import AuthorError
from coach.models import Flag
from coach.models.phrase import Phrase
from coach.models.stage import Acquaintance, AcquaintanceSign, SignStrength, Stage, StageSign
from coach.packs import installed_packs
from coach.packs.pack_file import STAGES
from coach.stages.sources import Stages, added_phrases, read_stages

if TYPE_CHECKING:
    from spacy.language import Language

_UNLESS = "unless"
Place = tuple[str, int, int]
"""A key, and the first character and the one after the last."""


class _Places(NamedTuple):
    """Where the phrases of one turn are."""

    signs: tuple[Place, ...]
    known: tuple[Place, ...]


class StageReader:
    """Reads turns of somebody else in the spelling in which the pipeline reads messages."""

    def __init__(self, nlp: Language, stages: Stages | None = None) -> None:
        """Compile the stages, by default Coach's own with the phrases of installed packs that can be read."""
        read = stages or stages_with_packs()
        self.stages = read.stages
        self._nlp = nlp
        self._finders = _finders(nlp, read)
        self._places = BoundedCache(Weakly(self._found), MOST_RECALLED, LONGEST_RECALLED)
        self._by_category = {category: stage.id for stage in self.stages for category in stage.categories}

    def signs(self, text: str, flags: Iterable[Flag] = ()) -> list[StageSign]:
        """List the stages that a turn shows, once each at its strongest and longest phrase, in the order of the turn.

        Args:
            text: the turn.
            flags: the engine's flags on it; those of a stage's categories show it too, and their words are named.
        """
        found = list[StageSign]()
        harmless = self.harmless(text)
        for key, start, end in self._places[text].signs:
            stage, _, strength = key.partition(" ")
            if strength != _UNLESS:
                found.append(StageSign(stage, start, end, SignStrength(int(strength))))
        marked = [
            StageSign(self._by_category[flag.category], flag.start, flag.end, SignStrength.COMMON, is_marked=True)
            for flag in flags
            if flag.category in self._by_category
        ]
        best = dict[str, StageSign]()
        for sign in (*found, *marked):
            if sign.stage not in harmless:
                best[sign.stage] = max(best.get(sign.stage, sign), sign, key=_weight)
        for sign in reversed(marked):
            if sign.stage in best:
                best[sign.stage] = replace(sign, strength=best[sign.stage].strength)
        return sorted(best.values(), key=lambda sign: sign.start)

    def harmless(self, text: str) -> frozenset[str]:
        """Return the stages that a turn does not show, whatever else is in it: `how old is he`."""
        keys = (key.partition(" ") for key, _start, _end in self._places[text].signs)
        return frozenset(stage for stage, _, strength in keys if strength == _UNLESS)

    def known(self, text: str) -> list[AcquaintanceSign]:
        """List what a turn shows of how the two know each other."""
        return [AcquaintanceSign(Acquaintance(key), *place) for key, *place in self._places[text].known]

    def _found(self, text: str) -> _Places:
        """Find all phrases of a turn, which is asked about more than once."""
        written = spelled(self._nlp, text)
        words = [word for word, _, _ in written]
        return _Places(
            *(
                tuple((key, written[first][1], written[last - 1][2]) for key, first, last in finder.find(words))
                for finder in self._finders.both
            )
        )


@dataclass(frozen=True, slots=True)
class _Finders:
    """The compiled phrases of stages and of what shows how two people know each other."""

    stages: Stages
    both: tuple[PhraseFinder, PhraseFinder]


_MADE = WeakKeyDictionary["Language", _Finders]()
"""By pipeline, its latest finders, which do not hold it: every conversation asks for them."""


def _finders(nlp: Language, read: Stages) -> _Finders:
    """Compile the phrases of stages for the spelling of a pipeline, once as long as they are the same stages."""
    made = _MADE.get(nlp)
    if made is None or made.stages is not read:
        plain = cache(respell_in(nlp).plain_words)
        signs = PhraseFinder(dict(_phrases(read.stages)), plain)
        known = PhraseFinder({kind.value: phrases for kind, phrases in read.known.items()}, plain)
        made = _MADE[nlp] = _Finders(read, (signs, known))
    return made


def stage_folders() -> Iterator[Path]:
    """Yield the folders of stages of installed packs."""
    for pack in installed_packs():
        if (folder := pack.path / STAGES).is_dir():
            yield folder


def stages_with_packs() -> Stages:
    """Read Coach's stages with the phrases of all packs whose stages can be read."""
    added = list(filter(_reads_well, stage_folders()))
    return read_stages(added=added) if added else _shipped()


@cache
def _shipped() -> Stages:
    return read_stages()


def _reads_well(folder: Path) -> bool:
    try:
        added_phrases(folder)
    except AuthorError:
        return False
    return True


def _phrases(stages: Iterable[Stage]) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    for stage in stages:
        yield f"{stage.id} {_UNLESS}", stage.unless
        for strength in SignStrength:
            yield f"{stage.id} {strength.value}", getattr(stage, strength.name.lower())


def _weight(sign: StageSign) -> tuple[int, int]:
    return sign.strength, sign.end - sign.start
