"""`coach rules lexicon`: say of a word what the lexicon knows, or list the topics."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coach.cli.rules.folder import add_folder, checked_folder
from coach.cli.terminal import print_wrapped
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.models.predicate import Predicate
    from coach.rules.lexicon_view import LexiconView

SLURS = ("slur", "slur-name")
"""Word sets of slurs: these are never printed in full."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    lexicon = actions.add_parser(
        "lexicon",
        help="show what the lexicon says about a word, or list its topics",
        examples="coach rules lexicon ugly",
    )
    lexicon.add_argument("words", nargs="*", metavar="WORD", help="a word, such as ugly (default: list the topics)")
    add_folder(lexicon)
    lexicon.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is known of each word, or how many entries each topic has."""
    from coach.rules.lexicon_view import read_lexicon_view

    view = read_lexicon_view(checked_folder(args))
    word = " ".join(args.words).lower()
    lines = _word_lines(word, view) if word else _topic_lines(view.predicates)
    print_wrapped(lines)
    return 0


def _topic_lines(predicates: Sequence[Predicate]) -> Iterator[str]:
    yield f"{len(predicates):,} entries. `coach rules lexicon WORD` says more of one."
    for (topic, form), count in sorted(Counter((one.topic, one.form) for one in predicates).items()):
        yield f"  {topic:<12} {form:<10} {count:>4}"


def _word_lines(word: str, view: LexiconView) -> Iterator[str]:
    """Yield topic, strength, category, frames and an example for each meaning of a word.

    Raises:
        InputError: neither the lexicon nor the list of slurs has it.
    """
    if any(word in view.sets.get(name, ()) for name in SLURS):
        yield f"{masked(word)}: a slur. Coach looks for it everywhere and never shows it."
        return
    found = view.of(word)
    if not found:
        problem = f"the lexicon has no word {word!r}: calm words are not in it"
        raise InputError(f"{problem}\n    fix: `coach rules lexicon` lists the topics; add it to a file of lexicon/")
    for one in found:
        yield f"{word}: {one.form}, about {one.topic}, {one.strength}"
        yield f"  said of: {', '.join(sorted(one.of))}"
        yield f"  category: {one.category}"
        if one.since:
            yield f"  slang as of {one.since}"
        yield f"  frames: {', '.join(view.frames_for(one)) or 'none'}"
        yield f"  example: {view.example(one, word)}"


def masked(word: str) -> str:
    """Return a word with all but its first letter hidden."""
    return word[:1] + "*" * (len(word) - 1)
