"""`python -m tests.oracle`: compare what RE2 and Coach's automaton find.

Both read the corpus, all examples of rules, and one random way through every phrase. Prints each message on which they
differ, and ends with 1 if there is one. Takes some 80 seconds of a quiet core.
"""

from __future__ import annotations

import sys
from random import Random

from tests.oracle.agreement import compare, corpus_messages, example_messages
from tests.oracle.sets import Oracle
from tests.oracle.walks import walks
from tests.shipped import shipped_catalog, shipped_nlp

SEED = 16


def main() -> int:
    """Compare them on every message."""
    nlp, differing = shipped_nlp(), 0
    chosen = [*corpus_messages(), *example_messages(), *walks(shipped_catalog().rules, Random(SEED))]
    for text, automaton, re2 in compare(nlp, Oracle(shipped_catalog(), nlp), chosen):
        if automaton != re2:
            differing += 1
            print(
                f"{text!r}\n    only the automaton: {sorted(automaton - re2)}\n    only RE2: {sorted(re2 - automaton)}"
            )
    print(f"{len(chosen) - differing:,} of {len(chosen):,} messages agree")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
