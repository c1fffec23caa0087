"""`python -m tests.benchmarks`: every figure of one run on one core, beside spaCy's bare tokenizer and bare import.

Only ratios travel from one computer to another; the times are this computer's.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy
from spacy.language import Language

from coach import load
from coach.corpus import read_corpus
from coach.engine import build, check_all
from coach.models import Message
from coach.rules import read_catalog
from tests.benchmarks.chats import ChatTimes, times_of_chat
from tests.benchmarks.growth import LENGTHS, TIMES, slope, text_of, times_the_rules
from tests.benchmarks.neighbours import neighbours
from tests.benchmarks.plot import bars
from tests.benchmarks.processes import cold_starts, first_paint, peaks
from tests.benchmarks.table import Row, table
from tests.benchmarks.timing import CheckAll, Speed, exhaust, one_by_one, seconds, speed_of


def main() -> None:
    """Print what was asked for; all of it where nothing was."""
    args = _arguments()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for part in args.only or PARTS:
        print(PARTS[part](args), end="\n\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--calm", type=Path, metavar="FILE", help='calm messages, one a line or as {"text": ...}')
    parser.add_argument("--messages", type=int, default=1_000, metavar="N", help="of each kind at most (1,000)")
    parser.add_argument("--few", type=int, default=500, metavar="N", help="of these at most for the neighbours (500)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often each is timed (5)")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="write the ratios as SVG")
    return parser.parse_args()


def speeds(args: argparse.Namespace) -> str:
    """Every checker over calm messages and over the corpus."""
    kinds = {"calm": _calm_texts(args), "corpus": _spread([text for text, _ in _corpus()], args.messages)}
    parts = []
    for kind, texts in kinds.items():
        found = {name: speed_of(way, texts, args.rounds) for name, way in _checkers()}
        few = _spread(texts, args.few)
        found |= {name: speed_of(way, few, args.rounds) for name, way in neighbours()}
        told = f"{len(texts):,} messages, {kind} (neighbours: {len(few):,} of them)"
        parts.append(f"{told}\n{table(_HEAD, list(_speed_rows(found)))}")
    return "\n\n".join(parts)


def ratios(args: argparse.Namespace) -> str:
    """Times spaCy's tokenizer on calm messages, all checkers in turn in each round: medians with their range."""
    texts, checkers = _calm_texts(args), dict(_checkers())
    for way in checkers.values():
        way(texts)
    rounds = [{name: seconds(partial(way, texts)) for name, way in checkers.items()} for _ in range(args.rounds)]
    found = {name: [one[name] / one[_TOKENIZER] for one in rounds] for name in checkers if name != _TOKENIZER}
    if args.plot:
        bare = [(_TOKENIZER, 1.0), *((name, median(times)) for name, times in found.items())]
        args.plot.write_text(bars("Time for a calm message, times spaCy's tokenizer", bare), encoding="utf-8")
    lines = (f"{name}: {median(t):.1f} times ({min(t):.1f} to {max(t):.1f})" for name, t in found.items())
    return "\n".join([f"{len(texts):,} calm messages, {args.rounds} rounds", *lines])


def by_length(args: argparse.Namespace) -> str:
    """Milliseconds by the length of a message, and the power with which they grow."""
    texts = [text for text, _ in _corpus()]
    rows = []
    for name, ours in _coach():
        times = [_warm(ours, [text_of(texts, length)], args.rounds) for length in LENGTHS]
        power = slope(LENGTHS[1:], times[1:])
        rows.append([name, *(f"{1000 * time:,.2f}" for time in times), f"{power:.2f}"])
    return "ms by characters\n" + table(["", *(f"{length:,}" for length in LENGTHS), "slope"], rows)


def by_rules(args: argparse.Namespace) -> str:
    """Microseconds for a calm message by the number of rules, and the power with which they grow."""
    catalog, texts = read_catalog(), _calm_texts(args)
    times = [_warm(_check(build(times_the_rules(catalog, count))), texts, args.rounds) for count in TIMES]
    row = ["Coach, rules", *(f"{1e6 * time:,.0f}" for time in times), f"{slope(TIMES, times):.2f}"]
    doubled = f"twice the rules cost {100 * (times[1] / times[0] - 1):+.0f} %"
    return f"us a calm message by rules\n{table(['', *(f'x{count}' for count in TIMES), 'slope'], [row])}\n{doubled}"


def chats(args: argparse.Namespace) -> str:
    """Milliseconds for a turn of a chat, when it is new and when it was said before, beside spaCy's tokenizer."""
    texts = list(dict.fromkeys(_calm_texts(args)))
    known, new = texts[::2], texts[1::2]
    bare = _warm(one_by_one(spacy.blank("en").tokenizer), new, args.rounds)
    rows = list[Row]()
    for name, nlp in (("rules", load(second_reader=False)), ("rules and reader", load())):
        times_of_chat(nlp, known)  # compiles the phrases that texts need
        once, often = times_of_chat(nlp, new), times_of_chat(nlp, new * _OFTEN)
        rows += [_chat_row(f"{name}, new turns", once, bare), _chat_row(f"{name}, each {_OFTEN} times", often, bare)]
    return f"ms a turn of a chat, {len(new):,} turns\n{table(_CHAT_HEAD, rows)}"


def _chat_row(name: str, found: ChatTimes, bare: float) -> Row:
    times = (found.survey, found.reports, found.stages, found.total)
    return name, *(f"{1000 * time:.2f}" for time in times), f"{found.total / bare:.0f}"


def starts(args: argparse.Namespace) -> str:
    """Seconds until each is ready, from a fresh Python."""
    found = dict(cold_starts(args.rounds))
    ours, bare = first_paint(args.rounds)
    imported = found["import spacy"]
    rows = [[name, f"{1000 * time:,.0f}", f"{time / imported:.2f}"] for name, time in found.items()]
    paint = f"first paint {1000 * ours:,.0f} ms, {ours / bare:.2f} times a bare Textual app's {1000 * bare:,.0f} ms"
    return f"{table(['cold start', 'ms', 'times import'], rows)}\n{paint}"


def memory(_: argparse.Namespace) -> str:
    """Megabytes at most until each is ready."""
    found = dict(peaks())
    bare = next(iter(found.values()), 1.0)
    return table(
        ["peak memory", "MB", "times blank"], [[name, f"{mb:,.0f}", f"{mb / bare:.2f}"] for name, mb in found.items()]
    )


PARTS: dict[str, Callable[[argparse.Namespace], str]] = {
    "ratios": ratios,
    "speeds": speeds,
    "length": by_length,
    "rules": by_rules,
    "chats": chats,
    "starts": starts,
    "memory": memory,
}
_TOKENIZER = "spaCy's tokenizer"
_OFTEN = 10
"""How often each turn of a chat of few words is said."""
_CHAT_HEAD = ("", "first pass", "second pass", "stages", "all", "times tokenizer")
_HEAD = ("", "messages/s", "us, first pass", "times", "us, warm", "times")


def _checkers() -> Iterator[tuple[str, CheckAll]]:
    yield _TOKENIZER, one_by_one(spacy.blank("en").tokenizer)
    yield from _coach()


def _coach() -> Iterator[tuple[str, CheckAll]]:
    yield "Coach, rules", _check(load(second_reader=False))
    yield "Coach, rules and reader", _check(load())


def _check(nlp: Language) -> CheckAll:
    return lambda texts: exhaust(check_all(nlp, [(text, Message(text=text)) for text in texts]))


def _speed_rows(found: dict[str, Speed]) -> Iterator[Row]:
    bare = found[_TOKENIZER]
    for name, one in found.items():
        times = [each for pair in ((one.first, bare.first), (one.warm, bare.warm)) for each in _beside(*pair)]
        yield name, f"{1 / one.warm:,.0f}", *times


def _beside(time: float, bare: float) -> tuple[str, str]:
    return f"{1e6 * time:,.1f}", f"{time / bare:.1f}"


def _warm(way: CheckAll, texts: Sequence[str], rounds: int) -> float:
    """Seconds a message, at the median of a few rounds once all was met before."""
    return median([seconds(lambda: way(texts)) / len(texts) for _ in range(rounds + 1)][1:])


def _calm_texts(args: argparse.Namespace) -> list[str]:
    """Calm messages of the file, or those of the corpus that nobody marked."""
    if args.calm:
        lines = args.calm.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] if line.startswith("{") else line for line in lines]
    else:
        texts = [text for text, marked in _corpus() if not marked]
    return _spread(texts, args.messages)


def _corpus() -> list[tuple[str, bool]]:
    return [(one.text, bool(one.marks)) for voice in read_corpus() for one in voice.messages]


def _spread(texts: Sequence[str], most: int) -> list[str]:
    """At most so many texts, from all over."""
    return list(texts[:: max(-(-len(texts) // most), 1)])


if __name__ == "__main__":
    main()
