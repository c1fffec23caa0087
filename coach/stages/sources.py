"""Reads the stages and the signs of acquaintance from their TOML files, and records every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from coach.errors import AuthorError, Fault
from coach.models.category import CATEGORY_NAMES, Concern
from coach.models.phrase import Phrase
from coach.models.stage import Acquaintance, SignStrength, Stage
from coach.rules.phrases import PhraseError, UnknownWordSetError
from coach.rules.places import files_of
from coach.rules.toml_source import TomlSource, read_toml
from coach.rules.word_sets import WordSets

WORDS_FILE, KNOWN_FILE = "words.toml", "known.toml"
_PHRASES = (*(one.name.lower() for one in SignStrength), "unless")
"""The keys of lists of phrases."""
_ADDED = tuple(one.name.lower() for one in SignStrength)
"""The keys that a pack may add to: never `unless`, which makes a turn harmless."""
_ADDED_SETS = f"define it in stages/{WORDS_FILE}: the stages of a pack know only the word sets in there"
MIN_EXAMPLES = 8
"""The fewest turns that a stage must show, and the fewest it must not."""


def stages_path() -> Path:
    """Return the folder of the stages that Coach ships."""
    return Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Stages:
    """All stages, from the bottom of the staircase, and how words show where two people know each other from."""

    stages: tuple[Stage, ...]
    known: Mapping[Acquaintance, tuple[Phrase, ...]]


def read_stages(folder: Path | None = None, added: Iterable[Path] = ()) -> Stages:
    """Read the stages of a folder, by default Coach's own.

    Args:
        folder: the folder.
        added: folders of packs, whose phrases show the same stages.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    found = _StageFolder(folder or stages_path()).read()
    for more in added:
        phrases = added_phrases(more)
        found = Stages(tuple(_and_also(one, phrases.get(one.id, {})) for one in found.stages), found.known)
    return found


def added_phrases(folder: Path) -> dict[str, dict[str, tuple[Phrase, ...]]]:
    """Read the phrases that a pack adds to stages, by stage and strength: `secrecy.toml` with `patterns = [...]`.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    return _StageFolder(folder, is_added=True).added()


def _and_also(stage: Stage, phrases: Mapping[str, tuple[Phrase, ...]]) -> Stage:
    return stage.model_copy(update={key: (*getattr(stage, key), *more) for key, more in phrases.items()})


class _StageFolder:
    """Reads one folder of stages and collects the faults of its files."""

    def __init__(self, folder: Path, *, is_added: bool = False) -> None:
        self._folder = folder
        self._is_added = is_added
        self._faults: list[Fault] = []
        self._sets = WordSets()
        has_words = not is_added or (folder / WORDS_FILE).exists()
        source = self._toml(folder / WORDS_FILE) if has_words else None
        if source:
            self._sets.add(source)
        self._sets.resolve()
        self._faults.extend(self._sets.faults)

    def read(self) -> Stages:
        """Read all files."""
        stages, known = self._stages(), self._known()
        if self._faults:
            raise AuthorError(self._faults)
        return Stages(stages, known)

    def added(self) -> dict[str, dict[str, tuple[Phrase, ...]]]:
        """Read the phrases that a pack adds."""
        found = dict[str, dict[str, tuple[Phrase, ...]]]()
        known = {path.stem for path in stages_path().glob("*.toml")} - {Path(WORDS_FILE).stem, Path(KNOWN_FILE).stem}
        for path in files_of(self._folder, "*.toml", self._faults):
            source = self._toml(path) if path.name != WORDS_FILE else None
            if source:
                for key in source.values.keys() - set(_ADDED):
                    source.fault_at(key, f"unknown key `{key}`", f"allowed keys are {', '.join(_ADDED)}")
                if path.stem not in known:
                    problem = f"unknown stage `{path.stem}`: a pack can only add phrases to those of Coach"
                    source.fault(0, problem, f"name the file after one of: {', '.join(sorted(known))}")
                if not source.values:
                    source.fault(0, "no phrases in it", 'write `patterns = ["words to look for"]`, or delete the file')
                found[path.stem] = {key: self._phrases(source, key) for key in _ADDED if key in source.values}
                self._faults.extend(source.faults)
        if self._faults:
            raise AuthorError(self._faults)
        return found

    def _stages(self) -> tuple[Stage, ...]:
        found = list[Stage]()
        for path in sorted(self._folder.glob("*.toml")):
            if path.name not in {WORDS_FILE, KNOWN_FILE} and (source := self._toml(path)):
                stage = self._stage(source)
                self._faults.extend(source.faults)
                found.extend([stage] if stage else [])
        return tuple(sorted(found, key=lambda stage: stage.order))

    def _known(self) -> dict[Acquaintance, tuple[Phrase, ...]]:
        found = dict[Acquaintance, tuple[Phrase, ...]]()
        if source := self._toml(self._folder / KNOWN_FILE):
            for key in source.values.keys() - set(Acquaintance):
                source.fault_at(key, f"unknown key `{key}`", f"allowed keys are {', '.join(Acquaintance)}")
            found = {kind: self._phrases(source, kind) for kind in Acquaintance}
            self._faults.extend(source.faults)
        return found

    def _toml(self, path: Path) -> TomlSource | None:
        try:
            return read_toml(path)
        except AuthorError as error:
            self._faults.extend(error.faults)
            return None

    def _stage(self, source: TomlSource) -> Stage | None:
        phrases = {key: self._phrases(source, key) for key in _PHRASES if key in source.values}
        try:
            stage = Stage.model_validate({**source.values, **phrases, "id": source.path.stem})
        except ValidationError as error:
            source.add_validation(error, Stage)
            return None
        _check(source, stage)
        return stage

    def _phrases(self, source: TomlSource, key: str) -> tuple[Phrase, ...]:
        """Read the phrases under a key; invalid ones are faults."""
        written = source.values.get(key, ())
        if not isinstance(written, list) or not all(isinstance(text, str) for text in written):
            source.fault_at(key, f"`{key}` is not a list of phrases", f'write `{key} = ["words to look for"]`')
            return ()
        for text in {text for text in written if written.count(text) > 1}:
            source.fault_at_twin(key, "duplicate phrase", "remove one of the two", text)
        return tuple(phrase for text in written if (phrase := self._phrase(source, key, text)))

    def _phrase(self, source: TomlSource, key: str, text: str) -> Phrase | None:
        try:
            return self._sets.read(text)
        except PhraseError as error:
            is_missing = self._is_added and isinstance(error, UnknownWordSetError)
            fix = _ADDED_SETS if is_missing else error.fix
            source.fault_at(key, error.problem, fix, text, error.column)
            return None


def _check(source: TomlSource, stage: Stage) -> None:
    """Record unknown categories and missing or contradictory examples."""
    for category in filter(None, (*stage.categories, stage.marked_as)):
        concern, _, name = category.partition("/")
        if concern not in set(Concern) or name not in CATEGORY_NAMES[Concern(concern)]:
            source.fault_at("categories", f"unknown category `{category}`", "write it as `red-flag/secrecy`", category)
    lists: Mapping[str, Sequence[str]] = {"shows": stage.examples.shows, "silent": stage.examples.silent}
    for key, texts in lists.items():
        if len(set(texts)) < MIN_EXAMPLES:
            problem = f"only {len(set(texts))} different examples in `{key}`: at least {MIN_EXAMPLES} needed"
            source.fault_at(key, problem, "add examples of different kinds")
    for text in set(stage.examples.shows) & set(stage.examples.silent):
        source.fault_at("silent", "this example is also in `shows`", "remove one of the two", text)
