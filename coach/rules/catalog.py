"""Reads rules, category texts, word sets and spellings into a Catalog and reports all faults at once.

<concern>/<category>/category.toml   what Coach says
<concern>/<category>/<rule>.toml     what to look for, and the examples that prove it
words/*.toml                         word sets for use in phrases
silencers.toml                       how the way a phrase is said may change a flag
lexicon/*.toml                       what can be said of somebody, by topic
frames/*.toml                        phrases with slots for a subject and for words of the lexicon
spelling/*.toml                      plain spelling = its variants
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from coach.errors import AuthorError, Fault
from coach.models import Catalog, Category, Concern, Policy, Rule
from coach.models.category import CATEGORY_NAMES, MAX_NAME, from_friend, is_category_name
from coach.models.predicate import Predicate
from coach.own_file import real_path
from coach.rules.category_file import read_category
from coach.rules.frame_file import FrameFile, Predicates, words_of
from coach.rules.lexicon_file import read_lexicon
from coach.rules.limits import FolderLimits
from coach.rules.places import (
    CATEGORY_FILE,
    FRAMES,
    LEXICON,
    category_id,
    files_of,
    is_rule_path,
    misplaced,
    rule_id,
    rules_path,
    shut_folders,
)
from coach.rules.rule_file import RuleFile
from coach.rules.silencer_file import SILENCERS_FILE, read_policy
from coach.rules.toml_source import TomlSource, read_toml
from coach.rules.twins import Twins
from coach.rules.word_sets import WordSets

MAX_PLAIN = 8
"""The most words in the plain spelling of one word; Coach's `stfu` has 4."""


def read_catalog(folder: Path | None = None, *, beside: Path | None = None) -> Catalog:
    """Read every rule below `folder` (by default Coach's own).

    Args:
        folder: the folder of rules.
        beside: another folder whose categories, word sets and spellings these rules can use too; those of `folder`
            take precedence.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    reader = _CatalogReader(folder or rules_path(), beside)
    catalog = reader.read()
    if reader.faults or catalog is None:
        raise AuthorError(reader.faults)
    return catalog


def read_own_catalog(folder: Path | None) -> Catalog:
    """Read an author's own rules, which can use Coach's categories, word sets and spellings; Coach's rules if None.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    return read_catalog(folder, beside=rules_path() if folder else None)


def read_added_catalog(folder: Path) -> Catalog:
    """Read only what somebody's own folder adds to Coach's rules: rules, categories and spellings.

    Its word sets serve its own phrases, and its silencers its own rules: neither changes how Coach reads.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    reader = _CatalogReader(folder, rules_path())
    catalog = reader.read()
    if reader.faults or catalog is None:
        raise AuthorError(reader.faults)
    own = {name: catalog.categories[name] for name in sorted(reader.own_categories)}
    return Catalog(categories=own, rules=catalog.rules, spelling=reader.own_spelling)


def read_word_sets(folder: Path | None = None) -> WordSets:
    """Read the word sets available to phrases: Coach's, and those of an author's own folder.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    reader = _CatalogReader(folder or rules_path(), rules_path() if folder else None)
    sets = reader.word_sets()
    if reader.faults:
        raise AuthorError(reader.faults)
    return sets


class _CatalogReader:
    """Reads one folder of rules and collects the faults of its files."""

    def __init__(self, folder: Path, beside: Path | None) -> None:
        self.folder = folder
        self.beside = beside if beside and real_path(beside) != real_path(folder) else None
        self.faults: list[Fault] = []
        self.limits: FolderLimits | None = None
        self.twins = Twins()
        self.own_categories = frozenset[str]()
        """The ids of the categories whose text is in the folder itself."""
        self.own_spelling: dict[str, str] = {}

    def read(self) -> Catalog | None:
        if real_path(self.folder) != real_path(rules_path()):
            self.faults.extend(shut_folders(self.folder))
        if self.faults:
            return None
        sets, spelling = self.word_sets(), self._spelling()
        if real_path(self.folder) != real_path(rules_path()):  # Coach's own limits are checked by a test.
            self.limits = FolderLimits(spelling)
        policy = self._policy(sets)
        own = self._categories(self.folder)
        self.own_categories = frozenset(own)
        lexicon, own_words = self._lexicon(sets)
        lent = self._categories(self.beside) if self.beside else {}
        rules = list(self._rules(sets, policy, lent.keys() - own.keys()))
        rules = sorted([*rules, *self._framed(lexicon, own_words, policy)], key=lambda rule: rule.id.split("/"))
        categories = {**lent, **own}
        if not self.faults:
            self.faults.extend(self._missing(rule) for rule in rules if rule.category not in categories)
            heard = (from_friend(rule.id) for rule in rules)
            known = {*(rule.id for rule in rules), *(name for name in heard if name)}
            self.faults.extend(self._unknown(own, known))
        if self.beside:
            self.faults.extend(misplaced(self.folder, found=bool(rules or self.faults)))
        if self.limits and not self.faults:
            self.faults.extend(self.limits.faults())
        if self.faults:
            return None
        asked_for = {name for one in policy.values() for name in one.words}
        sets.check_written_out(asked_for)
        if sets.faults:
            self.faults.extend(sets.faults)
            return None
        words = {**sets.plain_entries(in_full=asked_for), **words_of(lexicon.predicates)}
        return Catalog(categories=categories, rules=tuple(rules), spelling=spelling, words=words, policy=policy)

    def word_sets(self) -> WordSets:
        """Read the word sets of both folders; sets of the first take precedence."""
        sets = WordSets()
        for source in self._tomls(self.folder, "words/*.toml"):
            sets.add(source)
        for source in self._tomls(self.beside, "words/*.toml"):
            sets.lend(source)
        sets.resolve()
        self.faults.extend(sets.faults)
        return sets

    def _policy(self, sets: WordSets) -> Policy:
        """Read the table of silencers: the folder's own, or else Coach's."""
        own = (self.folder / SILENCERS_FILE).exists()  # Coach's table uses word sets that a small folder may lack.
        found: Policy = {}
        for source in self._tomls(self.folder if own else rules_path(), SILENCERS_FILE):
            found = read_policy(source, sets.entries if own else None)
            self.faults.extend(source.faults)
        return found

    def _lexicon(self, sets: WordSets) -> tuple[Predicates, Predicates]:
        """Read the lexicon of both folders, and that of the first alone."""
        own = tuple(self._predicates(self.folder, sets))
        lent = tuple(self._predicates(self.beside, sets))
        return Predicates((*own, *lent), sets), Predicates(own, sets)

    def _predicates(self, folder: Path | None, sets: WordSets) -> Iterator[Predicate]:
        for source in self._tomls(folder, f"{LEXICON}/*.toml"):
            yield from read_lexicon(source, sets, self.own_categories)
            self.faults.extend(source.faults)

    def _framed(self, lexicon: Predicates, own_words: Predicates, policy: Policy) -> Iterator[Rule]:
        """Read the rules of the folder's frames, and what its own words add to the frames of the one beside it."""
        for folder, words in ((self.folder, lexicon), (self.beside if own_words.predicates else None, own_words)):
            for source in self._tomls(folder, f"{FRAMES}/*.toml"):
                frame = FrameFile(source, f"{FRAMES}/{source.path.stem}", self.twins)
                yield from frame.rules(words, policy, proved=folder is self.folder)
                self.faults.extend(source.faults)

    def _tomls(self, folder: Path | None, pattern: str) -> Iterator[TomlSource]:
        for path in files_of(folder, pattern, self.faults) if folder else ():
            try:
                yield read_toml(path)
            except AuthorError as error:
                self.faults.extend(error.faults)

    def _spelling(self) -> dict[str, str]:
        self.own_spelling = own = self._spelling_of(self.folder)
        return {**self._spelling_of(self.beside), **own} if self.beside else own

    def _spelling_of(self, folder: Path) -> dict[str, str]:
        spelling: dict[str, str] = {}
        for source in self._tomls(folder, "spelling/*.toml"):
            for plain, written in source.values.items():
                self._add_spelling(source, plain, written, spelling)
            self.faults.extend(source.faults)
        return spelling

    @staticmethod
    def _add_spelling(source: TomlSource, plain: str, written: object, spelling: dict[str, str]) -> None:
        if not isinstance(written, list) or not all(isinstance(word, str) for word in written):
            source.fault_at(plain, f"`{plain}` is not a list of spellings", 'write `"plain" = ["other", ...]`')
            return
        if len(plain.split()) > MAX_PLAIN:
            problem = f"a spelling of {len(plain.split()):,} words: at most {MAX_PLAIN} allowed"
            source.fault_at(plain, problem, "write a shorter one")
            return
        for word in written:
            if spelling.setdefault(word.lower(), plain.lower()) != plain.lower():
                source.fault_at(
                    plain, f"`{word}` already means `{spelling[word.lower()]}`", "keep one of the two", word
                )

    def _categories(self, folder: Path) -> dict[str, Category]:
        found = (self._category(source, folder) for source in self._tomls(folder, f"*/*/{CATEGORY_FILE}"))
        return {category.id: category for category in found if category is not None}

    def _category(self, source: TomlSource, folder: Path) -> Category | None:
        name = category_id(source.path, folder)
        if not self._known(name, source):
            self.faults.extend(source.faults)
            return None
        category = read_category(source, name)
        self.faults.extend(source.faults)
        return category

    def _known(self, name: str, source: TomlSource) -> bool:
        concern, _, category = name.partition("/")
        if concern not in set(Concern):
            source.fault(0, f"unknown concern `{concern}`", f"use one of: {', '.join(Concern)}")
        elif category in CATEGORY_NAMES[Concern(concern)]:
            return True
        elif not self.beside or not (self.folder / name / CATEGORY_FILE).exists():
            known = ", ".join(CATEGORY_NAMES[Concern(concern)])
            hint = f"; a category of your own needs the file {name}/{CATEGORY_FILE}" if self.beside else ""
            source.fault(0, f"unknown category `{name}`", f"{concern} has: {known}{hint}")
        elif not is_category_name(category):
            problem = f"invalid category name `{category}`"
            source.fault(0, problem, f"use up to {MAX_NAME} lower-case letters, digits and hyphens, such as hair")
        else:
            return True
        return False

    def _rules(self, sets: WordSets, policy: Policy, lent: set[str]) -> Iterator[Rule]:
        """Read the rules of the folder; `lent` are the categories taken from the folder beside it."""
        for source in self._tomls(self.folder, "*/*/*.toml"):
            if not is_rule_path(source.path, self.folder):
                continue
            rule = self._rule(source, sets, policy, lent)
            if rule is not None:
                yield rule
            self.faults.extend(source.faults)

    def _rule(self, source: TomlSource, sets: WordSets, policy: Policy, lent: set[str]) -> Rule | None:
        as_meant = self.beside is not None
        rule_file = RuleFile(source, rule_id(source.path, self.folder), self.twins, reads_as_meant=as_meant)
        if not self._known(rule_file.category, source):
            return None
        if self.beside and rule_file.category in lent and (self.beside / f"{rule_file.id}.toml").exists():
            source.fault(0, f"Coach already has a rule `{rule_file.id}`", "rename this file")
        if self.beside and rule_file.category in lent and (self.beside / FRAMES / source.path.name).exists():
            source.fault(0, f"Coach already has a frame `{source.path.stem}`", "rename this file")
        rule = rule_file.read(sets, policy)
        if rule and self.limits:
            self.limits.add(rule, source)
        return rule

    def _unknown(self, own: Mapping[str, Category], known: Collection[str]) -> Iterator[Fault]:
        """Yield a fault for each name in `rules` of a special advice that no rule has."""
        for category in own.values():
            for name in sorted(name for name in category.ruled if f"{category.id}/{name}" not in known):
                path = self.folder / category.id / CATEGORY_FILE
                yield Fault(path, 0, 1, f"special advice for the unknown rule `{name}`", "name a rule of this category")

    def _missing(self, rule: Rule) -> Fault:
        path = self.folder / rule.category / CATEGORY_FILE
        return Fault(
            path, 0, 1, "the category's text is missing", "write this file; see the README.md of Coach's rules"
        )
