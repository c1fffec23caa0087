"""`coach rules off` and `coach rules on`: what Coach does not flag for this family."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from coach.cli.own_rules import standing_folders
from coach.cli.terminal import one_line, print_wrapped
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.models import Catalog, Family, Off

MOST_KINDS = 5
"""Words in the examples of more categories than this would silence far more than a family means."""
_EXAMPLES = """coach rules off                                # lists what is off
coach rules off unkind/mockery                 # a category
coach rules off unkind/looks/beside-an-emoji   # a rule, by its id in a report
coach rules off "you muppet"                   # words: flags with them, or on a part of them, are not shown"""
_DESCRIPTION = """Switch off one category, rule, word or phrase for your family, or list what is off.

Reports say what is off. Care, going along, red flags, threats and self-harm are always on, and so are private words."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add these actions to the parser."""
    off = actions.add_parser(
        "off",
        help="switch off a category, rule, word or phrase for your family; list what is off",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
    )
    off.add_argument("name", nargs="*", metavar="NAME", help="a category, a rule, or words (default: list what is off)")
    off.add_argument("--words", action="store_true", help="take NAME as words, although a category has this name")
    off.set_defaults(run=run_off)
    on = actions.add_parser("on", help="switch something on again", examples="coach rules on unkind/mockery")
    on.add_argument("name", nargs="+", metavar="NAME", help="as `coach rules off` lists it")
    on.set_defaults(run=run_on)


def run_off(args: argparse.Namespace) -> int:
    """Switch something off, or list what is off."""
    from coach.family import FamilyFile, family_path, switch_off

    file = FamilyFile(family_path())
    name = " ".join(args.name).strip()
    if not name:
        print_wrapped(_lines(file.read()))
        return 0
    off = _checked(name, is_words=args.words)
    file.update(partial(switch_off, off=off))
    print_wrapped([one_line(f"Off: {off}. `coach rules on {name}` switches it on again.")])
    return 0


def run_on(args: argparse.Namespace) -> int:
    """Switch something on again."""
    from coach.family import FamilyFile, family_path, switch_on

    name = " ".join(args.name)
    FamilyFile(family_path()).update(partial(switch_on, name=name))
    print_wrapped([one_line(f"On: {name}.")])
    return 0


def _lines(family: Family) -> Iterable[str]:
    yield from (one_line(f"{off.kind}: {off}") for off in family.off)
    if not family.off:
        yield "Nothing is off."


def _checked(name: str, *, is_words: bool) -> Off:
    """Return what is switched off by this name.

    Raises:
        InputError: there is no such category or rule, it is only a part of such a name, or the words are in too many
            kinds of phrases.
        FamilyError: it is never switched off.
    """
    from coach.family import off_named
    from coach.models import Concern
    from coach.rules import read_own_catalog
    from coach.rules.own import beside, read_own_folders

    catalog = read_own_catalog(None)
    if own := tuple(standing_folders()):
        catalog = beside(catalog, read_own_folders(own, (rule.id for rule in catalog.rules)))
    concern, slash, _ = name.partition("/")
    if slash and concern not in set(Concern):  # an unknown concern is a typo, and nothing that has to stay on
        _refuse_unknown(name, catalog)
    off = off_named(name, is_rule=name not in catalog.categories)
    if slash:
        _refuse_unknown(name, catalog)
    else:
        if not is_words:
            _refuse_part_of_name(name, catalog)
        _refuse_common(name, catalog)
    return off


def _refuse_part_of_name(name: str, catalog: Catalog) -> None:
    """Raise InputError if this is a concern, or a category without its concern: it would be taken as a word."""
    from coach.family.switching import NEVER
    from coach.models import Concern
    from coach.models.category import may_be_off

    part = name.lower()
    ids = [one for one in catalog.categories if part in one.split("/")]
    if not ids:
        return
    named = [one for one in ids if may_be_off(one)]
    if not named:
        raise InputError(f"{name} cannot be switched off\n    fix: leave it on; {NEVER}")
    which = f"write {named[0]}" if len(named) == 1 else f"write one of its categories, such as {named[0]}"
    problem = f"{name!r} is the name of a {'concern' if part in set(Concern) else 'category'}"
    raise InputError(f"{problem}\n    fix: {which}; `coach rules off --words {name}` if you mean the word")


def _refuse_unknown(name: str, catalog: Catalog) -> None:
    """Raise InputError if no category or rule has this id; details such as telephone numbers have no rule file."""
    from difflib import get_close_matches

    from coach.models import Concern

    rules = {rule.id for rule in catalog.rules}
    is_detail = name.startswith(Concern.OVERSHARING) and name.rpartition("/")[0] in catalog.categories
    if name in catalog.categories or name in rules or is_detail:
        return
    near = get_close_matches(name, [*catalog.categories, *rules], 1)
    fix = f"did you mean {near[0]}?" if near else "`coach rules list` shows all categories and rules"
    raise InputError(f"no category or rule {name!r}\n    fix: {fix}")


def _refuse_common(words: str, catalog: Catalog) -> None:
    """Raise InputError if words are in flagged phrases of many kinds, such as `you`."""
    from coach.models.category import may_be_off

    sought = f" {' '.join(words.lower().split())} "
    kinds = {
        rule.category
        for rule in catalog.rules
        if may_be_off(rule.category)
        for example in rule.examples.flags
        for mark in example.marks
        if sought in f" {example.text[mark.start : mark.end].lower()} "
    }
    if len(kinds) > MOST_KINDS:
        problem = f"{words!r} is in phrases of {len(kinds)} kinds: that would silence too much"
        raise InputError(f"{problem}\n    fix: write more of the phrase, or name one category or rule")
