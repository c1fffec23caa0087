"""Precision and recall of unkindness on public comments."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from coach.engine import build, check_all
from coach.engine.reader import read_weights
from coach.models import Audience, Concern, Direction, Message
from coach.rules import read_catalog
from coach.training.public_rows import PublicComment, public_comments

ASKED = Concern.UNKIND
Outcome = tuple[PublicComment, bool]
"""A comment, and whether it was flagged."""


def main() -> None:
    """Print a line for each part of the comments, by the rules alone and by both readers."""
    arguments = _arguments()
    comments = [one for one in public_comments(arguments.data) if ASKED not in one.disputed]
    catalog = read_catalog()
    for way, weights in (("rules", None), ("both", read_weights())):
        nlp = build(catalog, weights=weights)
        given = ((one, _message(one)) for one in comments)
        outcomes = [(one, bool(report.of(ASKED))) for one, report in check_all(nlp, given)]
        for name, part in _parts(outcomes).items():
            _print(f"{way:<5} {name}", part)
        if arguments.misses:
            _print_misses(outcomes)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.public", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the open files")
    parser.add_argument(
        "--misses", action="store_true", help="list misses and false alarms, but not of held-out comments"
    )
    return parser.parse_args()


def _message(comment: PublicComment) -> Message:
    return Message(text=comment.text, direction=Direction.DRAFT, audience=Audience.PUBLIC)


def _parts(outcomes: list[Outcome]) -> dict[str, list[Outcome]]:
    drawn = [outcome for outcome in outcomes if outcome[0].is_random]
    return {
        "drawn at random, open": [outcome for outcome in drawn if not outcome[0].is_held_out],
        "drawn at random, held out": [outcome for outcome in drawn if outcome[0].is_held_out],
        "all, open": [outcome for outcome in outcomes if not outcome[0].is_held_out],
        "all, held out": [outcome for outcome in outcomes if outcome[0].is_held_out],
    }


def _print(name: str, outcomes: Iterable[Outcome]) -> None:
    marked = {True: [0, 0], False: [0, 0]}
    for comment, is_flagged in outcomes:
        marked[ASKED in comment.concerns][is_flagged] += 1
    (missed, right), (calm, false) = marked[True], marked[False]
    precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + false + missed, 1)
    print(f"{name:<32} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}  {right=} {missed=} {false=} {calm=}")


def _print_misses(outcomes: Iterable[Outcome]) -> None:
    for comment, is_flagged in outcomes:
        is_marked = ASKED in comment.concerns
        if is_marked != is_flagged and not comment.is_held_out:
            doubt = " (borderline)" if comment.is_borderline else ""
            print(f"  {'missed' if is_marked else 'false alarm'}{doubt}: {' '.join(comment.text.split())}")


if __name__ == "__main__":
    main()
