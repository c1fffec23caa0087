"""How the time to check a message grows with its length: `python -m tests.safety.slope [LARGEST [KIND]...]`.

For each kind of text the largest length (1,000,000 characters unless told), a quarter and a sixteenth of it are timed;
the slopes are those of their logarithms. 1 is linear; what is made once and kept lies in the shortest, so that the
first slope may be far below. The last column is the time for a million characters.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from coach import load
from coach.corpus import read_corpus
from coach.engine import check
from coach.models import Audience, Direction, Message
from tests.benchmarks.timing import seconds

LARGEST = 1_000_000
KINDS = {
    "one letter": "a",
    "emoji": "🤡",
    "zero width": "u\u200bg\u200bl\u200by\u200d ",
    "combining marks": "e\u0301\u0302\u0303",
    "spaced letters": "u g l y ",
    "digits": "1 ",
    "brackets": "(",
    "stars": "f**",
    "controls": "\x1b[31m\x00",
    "surrogates": "\ud800",
    "right to left": "שלום \u202e",
    "line ends": "\n",
    "spaces": " ",
    "quotes": '"',
    "addresses": "14 maple street, ",
    "links": "http://a.example/",
    "flagged, one clause": "ur so ugly ",
    "flagged, many clauses": "ur so ugly, ",
    "flagged, two versions": "ur so ugly\nyou;are ugly ",
}
"""What is repeated; `the corpus` is read beside these."""


def text_of(unit: str, length: int) -> str:
    """`unit` again and again, `length` characters in all."""
    return (unit * (length // len(unit) + 1))[:length]


def main(largest: int, kinds: Sequence[str] = ()) -> None:
    """Print the seconds for each length and the slopes between them, for every kind and direction."""
    corpus = " ".join(each.text for voice in read_corpus() for each in voice.messages)
    nlp = load()
    check(nlp, Message(text="hello"))
    lengths = (largest // 16, largest // 4, largest)
    print(f"{'':32}", *(f"{length:>10,}" for length in lengths), "   slopes     s/MB", sep="")
    for kind, unit in {"the corpus": corpus, **KINDS}.items():
        for direction in Direction if not kinds or kind in kinds else ():
            texts = (text_of(unit, length) for length in lengths)
            messages = [Message(text=text, direction=direction, audience=Audience.PUBLIC) for text in texts]
            taken = [seconds(partial(check, nlp, one)) for one in messages]
            slopes = "".join(f"{math.log(long / short) / math.log(4):6.2f}" for short, long in pairwise(taken))
            times = "".join(f"{each:>9.2f}s" for each in taken)
            print(f"{f'{kind}, {direction}':<32}{times}{slopes}{taken[-1] * 1e6 / largest:9.1f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGEST, sys.argv[2:])
