"""`coach rules`: list the rules, show one, score them, and find what is wrong in rule files."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.errors import AuthorError, InputError
from coach.visible import visible


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "rules", help="list the rules, show one, score them, or find what is wrong in rule files"
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    actions.add_parser("list", help="every rule and what it finds").set_defaults(run=show_list)
    show = actions.add_parser("show", help="one rule: its phrases, its proof, and what Coach says")
    show.add_argument("rule", metavar="RULE", help="its id, as `coach rules list` shows it")
    show.set_defaults(run=show_rule)
    score = actions.add_parser("score", help="precision and recall on the corpus, whole messages, by concern")
    score.add_argument("voices", nargs="*", metavar="VOICE", help="voices of the corpus; all of them without")
    score.set_defaults(run=show_score)
    lint = actions.add_parser("lint", help="everything wrong in rule files, as file:line:column and the mend")
    lint.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a folder of rules; Coach's own without")
    lint.set_defaults(run=run_lint)


def show_list(args: argparse.Namespace) -> int:
    """Print a line for every rule."""
    del args
    from coach.rules import read_catalog

    for rule in read_catalog().rules:
        print(visible(f"{rule.id:<44} {rule.summary}"))
    return 0


def show_rule(args: argparse.Namespace) -> int:
    """Print one rule as a person reads it."""
    from coach.rules import read_catalog

    catalog = read_catalog()
    rule = next((rule for rule in catalog.rules if rule.id == args.rule), None)
    if rule is None:
        raise InputError(f"no rule is called {args.rule!r}\n    mend: `coach rules list` shows all of them")
    category = catalog.categories[rule.category]
    lines = [f"{rule.id}: {rule.summary}", f"{category.title} (weight: {category.weight})", "", "Phrases:"]
    lines += [f"  {phrase.source}" for phrase in rule.patterns]
    lines += ["", "Flagged:", *(f"  {example.text}" for example in rule.examples.flags)]
    lines += ["", "Silent:", *(f"  {text}" for text in rule.examples.silent)]
    lines += ["", f"Why: {category.why}", *(f"Try: {words}" for words in rule.instead or category.instead)]
    print(visible("\n".join(lines)))
    return 0


def show_score(args: argparse.Namespace) -> int:
    """Print how well the rules agree with the corpus."""
    from coach import load
    from coach.corpus import read_corpus, score_lines, score_voices
    from coach.engine import check_all

    voices = {voice.name: voice for voice in read_corpus()}
    for name in args.voices:
        if name not in voices:
            raise InputError(f"no voice is called {name!r}\n    mend: use some of: {', '.join(voices)}")
    nlp, chosen = load(), [voices[name] for name in args.voices or voices]
    print("\n".join(score_lines(score_voices(chosen, lambda messages: check_all(nlp, messages)))))
    return 0


def run_lint(args: argparse.Namespace) -> int:
    """Print every fault of every file; 1 when there is one."""
    from coach.rules import read_catalog

    if args.folder and not args.folder.is_dir():
        raise InputError(f"{args.folder} is no folder\n    mend: name the folder that holds <concern>/<category>/")
    try:
        catalog = read_catalog(args.folder)
    except AuthorError as error:
        print(visible(str(error)))
        print(f"{len(error.faults)} to mend")
        return 1
    print(f"{len(catalog.rules)} rules in {len(catalog.categories)} categories: all is well.")
    return 0
