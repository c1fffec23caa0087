"""`coach rules show` and `coach rules words`: show one rule or one word set in readable form."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.cli.rules.folder import add_folder, checked_folder
from coach.cli.terminal import print_wrapped
from coach.errors import InputError, unknown

if TYPE_CHECKING:
    from coach.models import Category, Role, Rule

_SET = re.compile(r"\{([a-z-]+)\}")


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add these actions to the parser."""
    show = actions.add_parser(
        "show",
        help="show one rule: its phrases, its examples, and what Coach says",
        examples="coach rules show looks/smell",
    )
    show.add_argument("rule", metavar="RULE", help="its id, as shown by `coach rules list`, or the end of it")
    add_folder(show)
    show.set_defaults(run=show_rule)
    words = actions.add_parser(
        "words", help="list the word sets that phrases can use, or show one", examples="coach rules words very"
    )
    words.add_argument("names", nargs="*", metavar="NAME", help="a word set, such as mum (default: list all names)")
    add_folder(words)
    words.set_defaults(run=show_words)


def show_rule(args: argparse.Namespace) -> int:
    """Print one rule in full."""
    from coach.rules import read_own_catalog

    catalog = read_own_catalog(checked_folder(args))
    fitting = [rule for rule in catalog.rules if f"/{rule.id}".endswith(f"/{args.rule}")]
    if not fitting:
        known = [name for rule in catalog.rules for name in (rule.id.rpartition("/")[2], rule.id)]
        raise unknown("rule", args.rule, known, "`coach rules list` lists them all")
    if len(fitting) > 1:
        ids = ", ".join(rule.id for rule in fitting)
        raise InputError(f"several rules match {args.rule!r}\n    fix: choose one of: {ids}")
    print_wrapped(_rule_lines(fitting[0], catalog.categories[fitting[0].category]))
    return 0


def _rule_lines(rule: Rule, category: Category) -> Iterator[str]:
    yield f"{rule.id}: {rule.summary}"
    yield category.title
    yield from (f"  {one}: {moved.weight}. {moved.reason}" for one, moved in category.audience.items())
    yield f"Aims: {', '.join(sorted(rule.aims))}"
    yield f"Settings: {', '.join(sorted(rule.settings))}"
    if rule.danger:
        yield "Danger: `stop` for every audience"
    yield "\nPhrases:"
    yield from (f"  {phrase.source}" for phrase in rule.patterns)
    sets = sorted({name for phrase in rule.patterns for name in _SET.findall(phrase.source)})
    if sets:
        yield f"\nWord sets (`coach rules words NAME` shows one): {', '.join(sets)}"
    yield "\nFlagged:"
    yield from (f"  {example.written}" for example in rule.examples.flags)
    yield "\nSilent:"
    yield from (f"  {text}" for text in rule.examples.silent)
    yield ""
    yield from (f"Edit: {edit.match} -> {edit.becomes}" for edit in rule.edits)
    yield from (f"Rewrite: {rewrite.say}" for rewrite in category.rewrite)
    for role in category.roles:
        yield from _advice_lines(role, category, rule.id)
    yield f"Lesson: {category.lesson}"
    yield f"Source: {category.source}"


def _advice_lines(role: Role, category: Category, rule: str) -> Iterator[str]:
    """Yield what is said to a child in this role, in a group."""
    from coach.models import Audience

    advice = category.advice(role, Audience.GROUP, rule=rule)
    yield f"To the {role}:"
    yield from (f"  Why: {why}" for why in advice.why)
    yield from (f"  Do: {step}" for step in advice.steps)
    yield f"  For the grown-up: {advice.note}"


def show_words(args: argparse.Namespace) -> int:
    """Print the given word sets as written, or the names of all."""
    from coach.rules import read_word_sets
    from coach.rules.set_view import read_set_views

    folder = checked_folder(args)
    sets = read_word_sets(folder).entries
    asked = [name.strip("{}") for name in args.names]
    for name in asked:
        if name not in sets:
            raise unknown("word set", name, sets, "`coach rules words` lists them all")
    about = {one.name: one.about for one in read_set_views(folder)} if asked else {}
    lines = [f"{name}: {', '.join(sets[name])}\n  {about[name]}".rstrip() for name in asked]
    print_wrapped(lines or ["Word sets: " + ", ".join(sorted(sets))])
    return 0
