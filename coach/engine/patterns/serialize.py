"""Serialize compiled rules to lines of JSON: the first holds everything except the nets, then one line for each net.

Nets that no message needs are never parsed. The lines are readable data without code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sys import intern
from typing import Any

from pydantic import ValidationError

from coach.engine.patterns.compiled import Compiled, Lexicon, Nets, Terms
from coach.engine.patterns.nfa import Net, Place, Sought
from coach.engine.patterns.required_words import RequiredWords
from coach.errors import CoachError
from coach.models import Aim, Audience, Category, RuleEdit, Setting, Silencer
from coach.models.subject import SubjectSlot

FORM = 9
"""Format version of the file."""


def dump_compiled(compiled: Compiled) -> bytes:
    """Serialize rules to lines of JSON; the same rules give the same bytes."""
    nets = [_line(_net_values(compiled.nets[name])) for name in compiled.nets.names]
    return b"\n".join([_line(_values(compiled)), *nets])


def parse_compiled(content: bytes) -> Compiled:
    """Parse the rules that `dump_compiled` wrote.

    Raises:
        CoachError: they are invalid or in another format; a bad net raises when it is first used.
    """
    first, *nets = content.split(b"\n")
    try:
        values = json.loads(first)
        if values["form"] != FORM:
            raise CoachError(f"invalid rules format {values['form']!r}, not {FORM}\n    fix: save the pipeline again")
        lines = dict(zip(values["phrases"], nets, strict=True))
        shared: dict[Place, Place] = {}
        return _compiled(values, Nets(lines, lambda name: _parse_net(lines[name], shared)))
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _broken() from error


def _broken() -> CoachError:
    return CoachError("invalid rules in this pipeline\n    fix: copy its rules.jsonl again from where it was saved")


def _line(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _values(compiled: Compiled) -> dict[str, Any]:
    lexicon, required = compiled.lexicon, compiled.required
    return {
        "form": FORM,
        "categories": {
            name: category.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            for name, category in compiled.categories.items()
        },
        "terms": {rule: _terms_values(terms) for rule, terms in compiled.terms.items()},
        "policy": {setting: _silencer_values(one) for setting, one in compiled.policy.items()},
        "known": sorted(lexicon.known),
        "spelling": dict(lexicon.spelling),
        "sets": {name: sorted(words) for name, words in lexicon.sets.items()},
        "added": [sorted(compiled.added.known), dict(compiled.added.spelling)],
        "phrases": compiled.phrases,
        "calls": {
            "count": required.count,
            "short": required.short,
            "needs": required.needs,
            "words": {word: required.words[word] for word in sorted(required.words)},
        },
    }


def _compiled(values: dict[str, Any], nets: Nets) -> Compiled:
    sets = {name: frozenset(words) for name, words in values["sets"].items()}
    known, spelling = values["added"]
    return Compiled(
        lexicon=Lexicon(frozenset(values["known"]), values["spelling"], sets),
        categories={name: Category.model_validate(each) for name, each in values["categories"].items()},
        terms={rule: _terms(*each) for rule, each in values["terms"].items()},
        required=_required_words(values),
        phrases={name: tuple(numbers) for name, numbers in values["phrases"].items()},
        nets=nets,
        policy={Setting(name): Silencer.model_validate(each) for name, each in values["policy"].items()},
        added=Lexicon(frozenset(known), dict(spelling)),
    )


def _required_words(values: dict[str, Any]) -> RequiredWords:
    """Parse the required words, unless they are of another number of phrases: a prefilter's size depends on it."""
    required = RequiredWords(**values["calls"])
    if required.count != sum(map(len, values["phrases"].values())):
        raise ValueError("required words of other phrases")
    return required


def _dumped(edits: Sequence[RuleEdit]) -> list[dict[str, Any]]:
    return [edit.model_dump(mode="json", by_alias=True) for edit in edits]


def _terms_values(terms: Terms) -> list[Any]:
    subject = terms.subject and terms.subject.model_dump(mode="json")
    if subject:
        subject["of"] = sorted(subject["of"])
    names = [sorted(terms.aims), sorted(terms.settings), sorted(terms.audiences)]
    return [names, _dumped(terms.edits), subject, terms.danger]


def _terms(names: list[list[str]], edits: list[dict[str, Any]], subject: object, danger: object) -> Terms:
    aims, settings, audiences = names
    return Terms(
        frozenset(map(Aim, aims)),
        frozenset(map(Setting, settings)),
        frozenset(map(Audience, audiences)),
        tuple(map(RuleEdit.model_validate, edits)),
        None if subject is None else SubjectSlot.model_validate(subject),
        danger is True,
    )


def _silencer_values(silencer: Silencer) -> dict[str, Any]:
    """Convert a silencer, its sets sorted, so that the same rules give the same bytes."""
    values = silencer.model_dump(mode="json")
    return {key: sorted(each) if key in {"touches", "never"} else each for key, each in values.items()}


def _net_values(net: Net) -> dict[str, Any]:
    """Convert a net with each place once; edges refer to it by number."""
    found = {_words(place) for edges in net.edges for place, _ in edges}
    places = sorted(found, key=lambda words: (words is not None, words or ()))
    number = {words: at for at, words in enumerate(places)}
    return {
        "places": places,
        "sought": net.sought,
        "edges": [sorted((number[_words(place)], to) for place, to in edges) for edges in net.edges],
        "accepts": sorted(net.accepts.items()),
    }


def _words(place: Place) -> tuple[str, ...] | None:
    return None if place is None else tuple(sorted(place))


def _parse_net(line: bytes, shared: dict[Place, Place]) -> Net:
    """Parse a net whose places are those in `shared` if they are equal: most nets have words of the lexicon."""
    try:
        values = json.loads(line)
        places = [None if words is None else _shared(words, shared) for words in values["places"]]
        return Net(
            sought=[Sought(*each) for each in values["sought"]],
            edges=[tuple((places[at], to) for at, to in edges) for edges in values["edges"]],
            accepts=dict(values["accepts"]),
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise _broken() from error


def _shared(words: Iterable[str], shared: dict[Place, Place]) -> Place:
    place = frozenset(map(intern, words))
    return shared.setdefault(place, place)
