"""Reads one rule file into a Rule and records every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable
from enum import StrEnum
from itertools import islice
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from coach.errors import on_one_line
from coach.models import (
    DEFAULT_AIMS,
    DEFAULT_AUDIENCES,
    Aim,
    Audience,
    Concern,
    Examples,
    MarkedText,
    Phrase,
    Policy,
    Rule,
    RuleEdit,
    Setting,
    accepted_settings,
    parse_marks,
)
from coach.models.subject import SubjectSlot
from coach.rules.as_meant import check_signs, with_other_forms
from coach.rules.category_file import check_rewrites
from coach.rules.phrases import PhraseError
from coach.rules.toml_source import TomlSource
from coach.rules.twins import Twins
from coach.rules.word_sets import WordSets

MIN_EXAMPLES = 5
"""The fewest messages that a rule must flag, and the fewest it must not flag."""

MAX_EXAMPLES = 100
"""The most examples in each list, as each is a message to check."""
MAX_PATTERNS = 500
"""The most phrases in one rule; Coach's longest has 64."""

_ONE_OF_TWO = "remove one of the two"
_FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.toml")
_EDITS = TypeAdapter(tuple[RuleEdit, ...])
_Name = TypeVar("_Name", bound=StrEnum)

PROVED_BEFORE: dict[Concern, Audience] = {Concern.GOING_ALONG: Audience.STRANGER}
"""The audience of examples that do not specify one; for concerns not listed it is a group.

A rule that does not count with it is proved before the first audience with which it does.
"""


class RuleFile:
    """Reads the rule out of one TOML file."""

    keys: tuple[str, ...] = (
        "summary",
        "patterns",
        "aims",
        "settings",
        "audiences",
        "danger",
        "subject",
        "edits",
        "examples",
    )

    def __init__(
        self, source: TomlSource, rule_id: str, twins: Twins | None = None, *, reads_as_meant: bool = False
    ) -> None:
        """Read nothing yet.

        Args:
            source: the file.
            rule_id: the id of its rule.
            twins: finds phrases that match the same.
            reads_as_meant: whether short and long forms find each other, and idle signs are refused; Coach's own
                phrases mean what they say.
        """
        self.source = source
        self.reads_as_meant = reads_as_meant
        self.twins = twins or Twins()
        self.id = rule_id
        self.category = rule_id.rpartition("/")[0]

    @property
    def _concern(self) -> Concern:
        return Concern(self.id.partition("/")[0])

    def read(self, sets: WordSets, policy: Policy) -> Rule | None:
        """Read the rule; None if the file is invalid."""
        self._check_name()
        self._check_keys()
        patterns = self._patterns(sets)
        aims = self._names("aims", Aim, DEFAULT_AIMS[self._concern])
        listed = self._names("settings", Setting, frozenset())
        audiences = self._names("audiences", Audience, DEFAULT_AUDIENCES[self._concern])
        examples, elsewhere = self._examples(audiences)
        summary, edits, subject = str(self.source.values.get("summary", "")), self._edits(), self._subject()
        danger = self._danger()
        if self.source.faults:
            return None
        return Rule(
            id=self.id,
            summary=summary,
            patterns=patterns,
            aims=aims,
            settings=accepted_settings(policy, self.id) | listed,
            audiences=audiences,
            danger=danger,
            edits=edits,
            subject=subject,
            examples=examples,
            elsewhere=elsewhere,
        )

    def _check_name(self) -> None:
        if not _FILE_NAME.fullmatch(self.source.path.name):
            problem = f"invalid rule file name `{on_one_line(self.source.path.name)}`"
            self.source.fault(0, problem, "use lower-case letters, digits and hyphens, such as big-ears.toml")

    def _check_keys(self) -> None:
        values = self.source.values
        for key in values.keys() - set(self.keys):
            self.source.fault_at(key, f"unknown key `{key}`", f"allowed keys are {', '.join(self.keys)}")
        if "summary" in values and not isinstance(values["summary"], str):
            problem = f"`summary` is {values['summary']!r}, not a text"
            self.source.fault_at("summary", problem, 'write `summary = "what this rule finds"`')
        elif not values.get("summary", "").strip():
            self.source.fault_at("summary", "`summary` is missing", 'add `summary = "what this rule finds"`')

    def _edits(self) -> tuple[RuleEdit, ...]:
        check_rewrites(self.source, self.id, "edits")
        try:
            return _EDITS.validate_python(self.source.values.get("edits", ()))
        except ValidationError as error:
            self.source.add_validation(error, RuleEdit, "edits")
            return ()

    def _danger(self) -> bool:
        found = self.source.values.get("danger", False)
        if not isinstance(found, bool):
            self.source.fault_at("danger", f"`danger` is {found!r}: `true` or `false` allowed", "write `danger = true`")
        return found is True

    def _subject(self) -> SubjectSlot | None:
        """Read the subject that the phrases need; None if they need none."""
        values = self.source.values.get("subject")
        if values is None:
            return None
        try:
            return SubjectSlot.model_validate(values)
        except ValidationError as error:
            self.source.add_validation(error, SubjectSlot, "subject")
            return None

    def _strings(self, key: str, table: dict[str, Any] | None = None) -> tuple[str, ...]:
        found = (self.source.values if table is None else table).get(key, [])
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return tuple(found)
        self.source.fault_at(key, f"`{key}` is not a list of texts", f'write `{key} = ["...", "..."]`')
        return ()

    def _patterns(self, sets: WordSets) -> tuple[Phrase, ...]:
        texts = self._strings("patterns")
        if not texts:
            self.source.fault_at("patterns", "`patterns` is missing", 'add `patterns = ["words to look for"]`')
        if len(texts) > MAX_PATTERNS:
            problem = f"{len(texts):,} phrases: at most {MAX_PATTERNS} allowed"
            self.source.fault_at("patterns", problem, "split the rule in two")
            return ()
        read = [phrase for text in texts if (phrase := self._pattern(text, sets.read))]
        self._check_twins(read)
        if not self.reads_as_meant:
            return tuple(read)
        alternatives = sets.pieces.values()
        return tuple(with_other_forms(phrase, alternatives) for phrase in read)

    def _check_twins(self, phrases: list[Phrase]) -> None:
        """Record phrases that match exactly what another one matches."""
        first: dict[Hashable, Phrase] = {}
        for phrase in phrases:
            twin = first.setdefault(self.twins.key(phrase), phrase)
            if twin is not phrase and twin.source == phrase.source:
                self.source.fault_at_twin("patterns", "duplicate phrase", _ONE_OF_TWO, phrase.source)
            elif twin is not phrase:
                self.source.fault_at("patterns", f"matches the same as `{twin.source}`", _ONE_OF_TWO, phrase.source)

    def _pattern(self, text: str, read: Callable[[str], Phrase]) -> Phrase | None:
        """Read one phrase; None if it is invalid."""
        try:
            if self.reads_as_meant:
                check_signs(text)
            return read(text)
        except PhraseError as error:
            self.source.fault_at("patterns", error.problem, error.fix, text, error.column)
            return None

    def _names(self, key: str, kind: type[_Name], default: frozenset[_Name]) -> frozenset[_Name]:
        names = self._strings(key)
        for name in set(names) - set(kind):
            self.source.fault_at(key, f"unknown value `{name}` in `{key}`", f"use: {', '.join(kind)}", name)
        return frozenset(kind(name) for name in names if name in set(kind)) or default

    def _examples(self, audiences: Collection[Audience] = frozenset(Audience)) -> tuple[Examples, tuple[Examples, ...]]:
        """Read the examples, and those for other audiences, of a rule that counts with `audiences`."""
        table = self.source.values.get("examples", {})
        if not isinstance(table, dict):
            table = {}
        lists = {"flags", "silent"}
        for key in sorted(table.keys() - lists - set(Audience)):
            self.source.fault_at(key, f"unknown key `{key}`", f"allowed keys are flags, silent, {', '.join(Audience)}")
        if not lists <= set(table):
            self.source.fault_at("examples", "`[examples]` needs `flags` and `silent`", "add both lists")
            return Examples(), ()
        before = PROVED_BEFORE.get(self._concern, Audience.GROUP)
        before = before if before in audiences else min(audiences, key=list(Audience).index)
        first = self._proof(table, before, least=MIN_EXAMPLES)
        return first, tuple(self._proof(table[name], name, least=0) for name in Audience if name in table)

    def _proof(self, table: object, audience: Audience, *, least: int) -> Examples:
        """Read the examples for one audience; each list needs at least `least`."""
        if not isinstance(table, dict):
            problem = f"`examples.{audience}` is not a table"
            self.source.fault_at(audience, problem, f"write `[examples.{audience}]` with `flags` or `silent` below")
            return Examples()
        for key in sorted(table.keys() - {"flags", "silent"}) if not least else ():
            self.source.fault_at(key, f"unknown key `{key}`", "allowed keys are flags, silent")
        flags, silent = self._strings("flags", table), self._strings("silent", table)
        for key, texts in (("flags", flags), ("silent", silent)):
            self._check_proof(key, texts, least)
        marked = tuple(self._marked(flags))
        for text in sorted({example.text for example in marked} & set(silent)):
            problem = "this example is also in `flags`"
            self.source.fault_at("silent", problem, "remove one of the two", text)
        return Examples(flags=marked, silent=silent, audience=audience)

    def _check_proof(self, key: str, texts: tuple[str, ...], least: int) -> None:
        if len(set(texts)) < least:
            problem = f"only {len(set(texts))} different examples in `{key}`: at least {MIN_EXAMPLES} needed"
            self.source.fault_at(key, problem, "add examples of different kinds")
        if len(texts) > MAX_EXAMPLES:
            problem = f"{len(texts):,} examples in `{key}`: at most {MAX_EXAMPLES} allowed"
            self.source.fault_at(key, problem, "remove some")
        for text in texts[:MAX_EXAMPLES]:
            if key == "silent" and "](" in text:
                self.source.fault_at(key, "a mark in a silent example", "remove the mark", text)

    def _marked(self, texts: Iterable[str]) -> Iterable[MarkedText]:
        for text in islice(texts, MAX_EXAMPLES):
            try:
                marked = parse_marks(text)
            except ValueError as error:
                self.source.fault_at("flags", str(error), "complete the mark, or remove the bracket", text)
                continue
            self._check_marks(marked)
            yield marked

    def _check_marks(self, example: MarkedText) -> None:
        """Record an example that is not marked with the rule's category."""
        name = self.category.partition("/")[2]
        if name not in {mark.category for mark in example.marks}:
            problem, fix = f"no phrase is marked ({name})", f"mark one as [phrase]({name})"
            self.source.fault_at("flags", problem, fix, example.written)
