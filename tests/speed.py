"""How fast messages are checked, beside spaCy's bare tokenizer in the same run: `python -m tests.speed`.

Only the ratios travel from one computer to another; the times are this computer's, of one core.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from statistics import median

import spacy

from coach.corpus import read_corpus
from coach.engine import build, check, check_all
from coach.models import Message
from coach.rules import read_catalog

LONG = 280
"""Characters of a long message."""
LONG_MESSAGES = 300
ROUNDS = 5


def main() -> None:
    """Print messages a second and milliseconds for a long message, each with its ratio to the tokenizer's."""
    nlp, tokenizer = build(read_catalog()), spacy.blank("en").tokenizer
    messages = [Message(text=each.text, direction=each.direction) for voice in read_corpus() for each in voice.messages]
    first = seconds(lambda: exhaust(check_all(nlp, messages)))
    checked = fastest(lambda: exhaust(check_all(nlp, messages)))
    tokenized = fastest(lambda: exhaust(tokenizer(message.text) for message in messages))
    print(f"{len(messages):,} messages of the corpus, one core")
    print(f"  first pass      {len(messages) / first:>9,.0f} messages a second")
    print(f"  warm            {len(messages) / checked:>9,.0f} messages a second")
    print(
        f"  bare tokenizer  {len(messages) / tokenized:>9,.0f} messages a second: {checked / tokenized:.1f} times as fast"
    )
    long = long_messages(message.text for message in messages)
    ours = median(fastest(partial(check, nlp, Message(text=text))) for text in long)
    bare = median(fastest(partial(tokenizer, text)) for text in long)
    print(f"{len(long)} messages of {LONG} characters, warm, median")
    print(f"  checked         {1000 * ours:>9.2f} ms")
    print(f"  bare tokenizer  {1000 * bare:>9.2f} ms: {ours / bare:.1f} times as fast")


def long_messages(texts: Iterable[str]) -> list[str]:
    """Messages of `LONG` characters, made of the corpus's one after the other."""
    whole = " ".join(texts)
    return [whole[at : at + LONG] for at in range(0, min(len(whole), LONG * LONG_MESSAGES) - LONG, LONG)]


def fastest(run: Callable[[], object]) -> float:
    """Seconds of the fastest of a few rounds."""
    return min(seconds(run) for _ in range(ROUNDS))


def seconds(run: Callable[[], object]) -> float:
    """Seconds of processor time that one run takes."""
    start = time.process_time()
    run()
    return time.process_time() - start


def exhaust(results: Iterable[object]) -> None:
    """Draw every result."""
    for _ in results:
        pass


if __name__ == "__main__":
    main()
