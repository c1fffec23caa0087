"""How fast messages are checked, beside spaCy's bare tokenizer in the same run: `python -m tests.speed`.

Only the ratios travel from one computer to another; the times are this computer's, of one core.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from coach import load
from coach.corpus import read_corpus
from coach.engine import check, check_all
from coach.models import Message

LONG = 280
"""Characters of a long message."""
LONG_MESSAGES = 300
ROUNDS = 5


def main() -> None:
    """Print messages a second and milliseconds for a long message, each with its ratio to the tokenizer's."""
    messages = [Message(text=each.text, direction=each.direction) for voice in read_corpus() for each in voice.messages]
    print(f"{len(messages):,} messages of the corpus, one core")
    tokenizer = spacy.blank("en").tokenizer
    tokenized = fastest(lambda: exhaust(tokenizer(message.text) for message in messages))
    print(f"  bare tokenizer  {len(messages) / tokenized:>9,.0f} messages a second")
    for name, nlp in (("rules", load(second_reader=False)), ("both", load())):
        read_all(name, nlp, messages, tokenized)
        read_long(nlp, tokenizer, [message.text for message in messages])
    if sys.platform == "linux":
        print(f"memory of both pipelines and the corpus: {resident():,.0f} MB")


def read_all(name: str, nlp: Language, messages: Sequence[Message], tokenized: float) -> None:
    """Time all messages, the first time and warm."""
    first = seconds(lambda: exhaust(check_all(nlp, messages)))
    checked = fastest(lambda: exhaust(check_all(nlp, messages)))
    print(f"  {name + ', first pass':<16}{len(messages) / first:>9,.0f} messages a second")
    print(
        f"  {name + ', warm':<16}{len(messages) / checked:>9,.0f} messages a second, "
        f"{checked / tokenized:.1f} times the tokenizer's time"
    )


def read_long(nlp: Language, tokenizer: Callable[[str], Doc], texts: Sequence[str]) -> None:
    """Time long messages one by one, warm."""
    long = long_messages(texts)
    ours = median(fastest(partial(check, nlp, Message(text=text))) for text in long)
    bare = median(fastest(partial(tokenizer, text)) for text in long)
    print(f"  {LONG} characters  {1000 * ours:>9.2f} ms, {ours / bare:.1f} times the tokenizer's time")


def resident() -> float:
    """Megabytes of memory that this process holds now."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


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
