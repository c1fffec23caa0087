"""`python -m tests.steadiness`: the share of flagged that stay flagged, and of silent that stay silent, by change.

`--full` runs the law instead: every flagged example with everything that may be added to it, hundreds of thousands of
messages; it prints what breaks the law and ends with 1 where anything does. `--reader` lets the second reader look too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from random import Random

from coach.engine import build, check_all
from coach.engine.reader import read_weights
from coach.models import Message, Report
from coach.proof.examples import Example, examples_of
from tests.shipped import shipped_catalog
from tests.steadiness.changes import CHANGES
from tests.steadiness.law import CheckAll, broken, cases_of, flagged_examples

SEED = 14
BATCH = 20_000


def main() -> int:
    """Run one of the two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="the law, over everything that may be added")
    parser.add_argument("--reader", action="store_true", help="let the second reader look too")
    parser.add_argument("--show", metavar="CHANGE", help="print what a change broke")
    args = parser.parse_args()
    nlp = build(shipped_catalog(), weights=read_weights() if args.reader else None)

    def check(messages: Iterable[Message]) -> Iterator[Report]:
        return (report for _, report in check_all(nlp, enumerate(messages)))

    return full(check) if args.full else report(check, args.show)


def report(check: CheckAll, shown: str | None) -> int:
    """Print a table: a line a change."""
    examples = list(examples_of(shipped_catalog().rules))
    flagged = [one for one in examples if one.marked.marks]
    silent = [one for one in examples if not one.marked.marks]
    base = {
        True: _kept(check, flagged, [one.message for one in flagged]),
        False: _kept(check, silent, [one.message for one in silent]),
    }
    flagged = [one for one, kept in zip(flagged, base[True], strict=True) if kept]
    silent = [one for one, kept in zip(silent, base[False], strict=True) if kept]
    print(f"{'change':<32} flagged stay  silent stay   ({len(flagged):,} flagged, {len(silent):,} silent)")
    for change in CHANGES:
        shares = []
        for chosen in (flagged, silent):
            dice = Random(SEED)
            messages = [one.message.model_copy(update={"text": change.apply(one.message.text, dice)}) for one in chosen]
            kept = _kept(check, chosen, messages)
            shares.append(sum(kept) / len(kept))
            if shown == change.name:
                lost = [message.text for message, stays in zip(messages, kept, strict=True) if not stays]
                print("\n".join(f"    {text!r}" for text in lost))
        print(f"{change.name:<32} {shares[0]:>11.1%}  {shares[1]:>10.1%}")
    return 0


def _kept(check: CheckAll, examples: list[Example], messages: list[Message]) -> list[bool]:
    """For each whether its concern is flagged, for a near miss whether it is not."""
    return [
        bool(found.of(example.rule.concern)) is bool(example.marked.marks)
        for example, found in zip(examples, check(messages), strict=True)
    ]


def full(check: CheckAll) -> int:
    """Print what breaks the law."""
    count, breaks = 0, Counter[str]()
    cases = chain.from_iterable(map(cases_of, flagged_examples()))
    for batch in iter(lambda: list(islice(cases, BATCH)), []):
        before = check(case.before for case in batch)
        after = check(case.after for case in batch)
        for case, one, other in zip(batch, before, after, strict=True):
            count += 1
            if told := broken(case, one, other):
                breaks[case.kind] += 1
                if breaks[case.kind] <= 5:
                    print(told)
    print(f"{count:,} messages, {breaks.total():,} break the law: {dict(breaks.most_common())}")
    return int(bool(breaks))


if __name__ == "__main__":
    raise SystemExit(main())
