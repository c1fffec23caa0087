"""The lexicon as an author asks about it: what a word means, and which frames it fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from coach.errors import AuthorError
from coach.models.phrase import Piece
from coach.models.predicate import Form, Predicate, Strength
from coach.models.rule import Rule
from coach.models.subject import SubjectKind
from coach.rules.catalog import read_own_catalog, read_word_sets
from coach.rules.lexicon_file import read_lexicon
from coach.rules.phrases import read_phrase
from coach.rules.places import FRAMES, LEXICON, files_of, rules_path
from coach.rules.toml_source import read_toml
from coach.rules.word_sets import WordSets

_SLOTS = {Form.NOUN: ("{noun}", "{nouns}"), Form.ADJECTIVE: ("{adjective}", "{adjective-er}", "{adjective-est}")}
_EXAMPLES = {
    Form.ADJECTIVE: "is so {}",
    Form.NOUN: "is such {a} {}",
    Form.SAYING: "is {}",
    Form.VERB: "{}",
    Form.ADVERB: "sings {}",
    Form.HAVING: "has {}",
    Form.IMAGE: "looks like {a} {}",
    Form.EMOJI: "= {}",
}
_SUBJECTS = {SubjectKind.WORK: "her drawing", SubjectKind.BODY: "his hair", SubjectKind.HOME: "their house"}


@dataclass(frozen=True)
class LexiconView:
    """All predicates, with the rules that frames made of them."""

    predicates: tuple[Predicate, ...]
    framed: tuple[Rule, ...]
    sets: Mapping[str, tuple[str, ...]]
    pieces: Mapping[str, tuple[tuple[Piece, ...], ...]]
    strengths: Mapping[str, frozenset[Strength]]
    """By file of a frame, the strengths it takes; a frame that is missing here takes all."""

    def of(self, word: str) -> list[Predicate]:
        """Return the predicates that match a word, written there or in a word set."""
        return [one for one in self.predicates if one.words == word or (word in one.words and self._matches(one, word))]

    def _matches(self, one: Predicate, word: str) -> bool:
        pieces = read_phrase(one.words, self.pieces, may_end_open=True).pieces
        return len(pieces) == 1 and any(" ".join(p.word or "" for p in option) == word for option in pieces[0].options)

    def frames_for(self, one: Predicate) -> list[str]:
        """Return the names of the frames that a predicate fits."""
        slots = _SLOTS.get(one.form, (f"{{{one.form}}}",))
        return sorted(
            {
                Path(rule.file).stem
                for rule in self.framed
                if any(slot in phrase.source for phrase in rule.patterns for slot in slots)
                and (rule.subject is None or not rule.subject.of.isdisjoint(one.of))
                and self._takes(rule, one)
            }
        )

    def _takes(self, rule: Rule, one: Predicate) -> bool:
        """Return whether a frame takes predicates of this strength."""
        return one.strength in self.strengths.get(rule.file, frozenset(Strength))

    def example(self, one: Predicate, word: str) -> str:
        """Return a message with a word in a frame that it fits."""
        subject = next((words for kind, words in _SUBJECTS.items() if one.of == {kind}), "mia")
        return f"{subject} {_EXAMPLES[one.form].format(word, a='an' if word[0] in 'aeiou' else 'a')}"


def read_lexicon_view(folder: Path | None = None) -> LexiconView:
    """Read the lexicon of Coach, and that of an author's own folder.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    sets, catalog = read_word_sets(folder), read_own_catalog(folder)
    found = [one for place in (folder, rules_path()) if place for one in _predicates(place, sets)]
    framed = tuple(rule for rule in catalog.rules if rule.file.startswith(f"{FRAMES}/"))
    places = [place for place in (rules_path(), folder) if place]
    strengths = {name: taken for place in places for name, taken in _strengths(place)}
    return LexiconView(tuple(found), framed, sets.entries, sets.pieces, strengths)


def _predicates(folder: Path, sets: WordSets) -> list[Predicate]:
    found = list[Predicate]()
    for path in files_of(folder, f"{LEXICON}/*.toml", []):
        source = read_toml(path)
        found.extend(read_lexicon(source, sets))
        if source.faults:
            raise AuthorError(source.faults)
    return found


def _strengths(folder: Path) -> Iterator[tuple[str, frozenset[Strength]]]:
    for path in files_of(folder, f"{FRAMES}/*.toml", []):
        named = read_toml(path).values.get("strength")
        if named:
            yield f"{FRAMES}/{path.name}", frozenset(map(Strength, named))
