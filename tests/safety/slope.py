"""How the time to check a message grows with its length: `python -m tests.safety.slope [LARGEST]`.

For each kind of text the largest length (1,000,000 characters unless told) and a quarter of it are timed; the slope is
that of their logarithms. 1 is linear; kinds that meet new words all the way stay a little above or below it.
"""

from __future__ import annotations

import math
import sys
from functools import partial

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
}
"""What is repeated; `the corpus` is read beside these."""


def text_of(unit: str, length: int) -> str:
    """`unit` again and again, `length` characters in all."""
    return (unit * (length // len(unit) + 1))[:length]


def main(largest: int) -> None:
    """Print the seconds for both lengths and the slope, for every kind and direction."""
    corpus = " ".join(each.text for voice in read_corpus() for each in voice.messages)
    nlp = load()
    check(nlp, Message(text="hello"))
    print(f"{'':22}{largest // 4:>12,}{largest:>12,}   slope")
    for kind, unit in {"the corpus": corpus, **KINDS}.items():
        for direction in Direction:
            messages = [
                Message(text=text_of(unit, length), direction=direction, audience=Audience.PUBLIC)
                for length in (largest // 4, largest)
            ]
            short, long = (seconds(partial(check, nlp, one)) for one in messages)
            slope = math.log(long / short) / math.log(4)
            print(f"{f'{kind}, {direction}':<32}{short:>9.2f}s{long:>10.2f}s{slope:>8.2f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGEST)
