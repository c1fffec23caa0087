"""Reads rules, category texts, word sets and spellings into a Catalog; everything wrong is told at once.

<concern>/<category>/category.toml   what Coach says
<concern>/<category>/<rule>.toml     what to look for, and the proof
words/*.toml                         word sets that phrases name
spelling/*.toml                      plain spelling = the ways it is also written
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from coach.errors import AuthorError, Fault
from coach.models import Catalog, Category, Concern, Rule
from coach.models.category import CATEGORY_NAMES
from coach.rules.rule_file import RuleFile
from coach.rules.toml_source import TomlSource, read_toml
from coach.rules.word_sets import WordSets

CATEGORY_FILE = "category.toml"


def rules_path() -> Path:
    """The folder of the rules that Coach ships."""
    return Path(__file__).parent


def read_catalog(folder: Path | None = None) -> Catalog:
    """Read every rule below `folder` (Coach's own where none is given).

    Raises:
        AuthorError: a file is wrong in any way; carries all faults of all files.
    """
    reader = _CatalogReader(folder or rules_path())
    catalog = reader.read()
    if reader.faults or catalog is None:
        raise AuthorError(reader.faults)
    return catalog


class _CatalogReader:
    """Reads one folder of rules and gathers the faults of its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def read(self) -> Catalog | None:
        sets = self._word_sets()
        spelling = self._spelling()
        categories, rules = self._categories(), self._rules(sets)
        for rule in rules:
            if rule.category not in categories and not self.faults:
                self._missing_category(rule)
        if self.faults:
            return None
        return Catalog(categories=categories, rules=tuple(rules), spelling=spelling, words=sets.single_words())

    def _toml(self, path: Path) -> TomlSource | None:
        try:
            return read_toml(path)
        except AuthorError as error:
            self.faults.extend(error.faults)
            return None

    def _tomls(self, pattern: str) -> list[TomlSource]:
        paths = sorted(self.folder.glob(pattern))
        return [source for source in map(self._toml, paths) if source is not None]

    def _word_sets(self) -> WordSets:
        sets = WordSets()
        for source in self._tomls("words/*.toml"):
            sets.add(source)
        sets.resolve()
        self.faults.extend(sets.faults)
        return sets

    def _spelling(self) -> dict[str, str]:
        spelling: dict[str, str] = {}
        for source in self._tomls("spelling/*.toml"):
            for plain, written in source.values.items():
                self._add_spelling(source, plain, written, spelling)
            self.faults.extend(source.faults)
        return spelling

    @staticmethod
    def _add_spelling(source: TomlSource, plain: str, written: object, spelling: dict[str, str]) -> None:
        if not isinstance(written, list) or not all(isinstance(word, str) for word in written):
            source.fault_at(plain, f"`{plain}` is no list of spellings", 'write `"plain" = ["other", ...]`')
            return
        for word in written:
            if spelling.setdefault(word.lower(), plain.lower()) != plain.lower():
                source.fault_at(plain, f"`{word}` is already `{spelling[word.lower()]}`", "keep one of the two", word)

    def _categories(self) -> dict[str, Category]:
        found = (self._category(source) for source in self._tomls(f"*/*/{CATEGORY_FILE}"))
        return {category.id: category for category in found if category is not None}

    def _category(self, source: TomlSource) -> Category | None:
        name = "/".join(source.path.parent.relative_to(self.folder).parts)
        if not self._known(name, source):
            return None
        try:
            return Category.model_validate({**source.values, "id": name})
        except ValidationError as error:
            source.add_validation(error, Category)
            self.faults.extend(source.faults)
            return None

    def _known(self, name: str, source: TomlSource) -> bool:
        concern, _, category = name.partition("/")
        if concern in set(Concern) and category in CATEGORY_NAMES[Concern(concern)]:
            return True
        source.fault(0, f"`{name}` is no concern and category", "use the folders named in corpus/GUIDE.md")
        self.faults.extend(source.faults)
        return False

    def _rules(self, sets: WordSets) -> list[Rule]:
        rules = []
        for source in self._tomls("*/*/*.toml"):
            if source.path.name == CATEGORY_FILE:
                continue
            rule_file = RuleFile(source, "/".join(source.path.relative_to(self.folder).with_suffix("").parts))
            if self._known(rule_file.category, source) and (rule := rule_file.read(sets)):
                rules.append(rule)
            else:
                self.faults.extend(fault for fault in source.faults if fault not in self.faults)
        return rules

    def _missing_category(self, rule: Rule) -> None:
        path = self.folder / rule.category / CATEGORY_FILE
        self.faults.append(Fault(path, 0, 1, "the category's text is missing", "write this file; see README.md"))
