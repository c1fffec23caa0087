"""Join own rules to compiled ones, so that they only add: Coach's words, categories and phrases stay as they are."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import replace

from coach.engine.patterns.compiled import Compiled, Nets
from coach.engine.patterns.required_words import RequiredWords
from coach.models import Category


def joined(base: Compiled, own: Compiled) -> Compiled:
    """Return the base with own rules beside it.

    Own words are kept apart, in `added`: if Coach knew them while it reads a message, it could miss what it finds now.

    Args:
        base: Coach's rules.
        own: own rules as `compile_own` makes them; their ids are not in the base.
    """
    first = base.required.count
    phrases = {name: tuple(first + number for number in numbers) for name, numbers in own.phrases.items()}
    nets = ChainMap[str, Nets]({}, dict.fromkeys(own.nets.names, own.nets), dict.fromkeys(base.nets.names, base.nets))
    return replace(
        base,
        categories={**base.categories, **_no_lighter(own.categories, base.categories)},
        terms={**base.terms, **own.terms},
        required=_both(base.required, own.required),
        phrases={**base.phrases, **phrases},
        nets=Nets((*base.nets.names, *own.nets.names), lambda name: nets[name][name]),
        added=own.lexicon,
    )


def _no_lighter(own: Mapping[str, Category], base: Mapping[str, Category]) -> dict[str, Category]:
    return {name: one.at_least(base[name]) if name in base else one for name, one in own.items()}


def _both(one: RequiredWords, other: RequiredWords) -> RequiredWords:
    """Number the other's phrases and needs after the first's."""
    phrases, needs = one.count, len(one.needs)
    words: dict[str, Sequence[int]] = dict(one.words)
    for word, filled in other.words.items():
        words[word] = [*words.get(word, ()), *(needs + number for number in filled)]
    short = [[*few, *(phrases + number for number in more)] for few, more in zip(one.short, other.short, strict=True)]
    later = [[(phrases + number, layer) for number, layer in slots] for slots in other.needs]
    return RequiredWords(one.count + other.count, short, [*one.needs, *later], words)
