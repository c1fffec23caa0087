"""Reads `lexicon/*.toml`: what can be said of somebody, grouped by form, strength and subject."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pydantic import Field, ValidationError

from coach.models.base import Model
from coach.models.category import CATEGORY_IDS
from coach.models.predicate import Form, Predicate, Strength
from coach.models.subject import SubjectKind
from coach.rules.phrases import PhraseError
from coach.rules.toml_source import TomlSource
from coach.rules.word_sets import WordSets

_CATEGORIES = frozenset(CATEGORY_IDS)
_KEYS = ("category", "words")


class _Group(Model):
    """A `[[words]]` table: entries that share everything but their words."""

    form: Form
    strength: Strength = Strength.STRONG
    of: frozenset[SubjectKind] = frozenset({SubjectKind.PERSON})
    category: str | None = None
    since: int | None = None
    entries: tuple[str, ...] = Field(min_length=1)


def read_lexicon(source: TomlSource, sets: WordSets, own: Collection[str] = ()) -> Iterator[Predicate]:
    """Yield the predicates of one file; its name is their topic. Faults are recorded in the source.

    Args:
        source: the file.
        sets: the word sets that entries may use.
        own: the ids of the author's own categories.
    """
    topic, category = source.path.stem, source.values.get("category")
    for key in source.values.keys() - set(_KEYS):
        source.fault_at(key, f"unknown key `{key}`", f"allowed keys are {', '.join(_KEYS)}")
    for number, values in enumerate(_tables(source)):
        try:
            group = _Group.model_validate(values)
        except ValidationError as error:
            source.add_validation(error, _Group, "words", str(number))
            continue
        its = group.category or category
        if its not in _CATEGORIES and its not in own:
            source.fault_at("category", f"unknown category `{its}`", "write one such as `unkind/looks`")
            continue
        for entry in _valid(source, group.entries, sets):
            yield Predicate(
                words=entry,
                topic=topic,
                category=str(its),
                form=group.form,
                strength=group.strength,
                of=group.of,
                since=group.since,
            )


def _tables(source: TomlSource) -> list[object]:
    tables = source.values.get("words")
    if isinstance(tables, list) and tables:
        return tables
    source.fault_at("words", "no `[[words]]` table", 'write `[[words]]`, `form = "adjective"` and `entries = ["..."]`')
    return []


def _valid(source: TomlSource, entries: Iterable[str], sets: WordSets) -> Iterator[str]:
    seen = set[str]()
    for entry in entries:
        try:
            sets.read(entry, may_end_open=True)
        except PhraseError as error:
            source.fault_at("words", error.problem, error.fix, entry, error.column)
            continue
        if entry in seen:
            source.fault_at_twin("words", f"duplicate entry `{entry}`", "remove one of the two", entry)
        seen.add(entry)
        yield entry
