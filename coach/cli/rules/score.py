"""`coach rules score`: measure precision and recall on the corpus, and false alarms on calm messages."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from coach.cli.results import result_at
from coach.cli.rules.folder import add_folder, checked_folder
from coach.errors import InputError, unknown
from coach.visible import visible

if TYPE_CHECKING:
    from coach.corpus.score import Scores
    from coach.corpus.score.tally import CheckAll
    from coach.models import Catalog, Report, Voice

_EPILOG = """Each message counts once per concern, category and rule; the audience is a group. "near" counts false
alarms in messages marked with another category of the same concern. A rule is measured against all messages
marked with its category. A calm file has one JSON object per line, {{"text": "..."}}; each message is checked both
as a draft and as received.

Authors of rules don't read closed voices: {closed}. These are scored, and no
message of theirs is listed."""
CLOSED = (
    "between-the-lines",
    "games-and-letters",
    "one-word-apart",
    "rough-and-warm",
    "said-quietly",
    "sideways",
    "veiled-and-warm",
)
"""The closed voices that Coach ships."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    score = actions.add_parser(
        "score",
        help="precision and recall on the corpus, and on calm messages",
        examples="coach rules score lobby --by rule --misses\ncoach rules score --against main",
        epilog=_EPILOG.format(closed=", ".join(CLOSED)),
    )
    score.add_argument("voices", nargs="*", metavar="VOICE", help="names of voices, or .md files (default: all voices)")
    score.add_argument(
        "--by",
        choices=("concern", "category", "rule"),
        default="category",
        help="how detailed the table is (default: category)",
    )
    score.add_argument("--misses", action="store_true", help="list missed phrases and false alarms")
    score.add_argument(
        "--calm", nargs="+", type=Path, metavar="FILE", help="count flags in messages that should have none"
    )
    score.add_argument(
        "--doubted", action="store_true", help="with --calm: list flags of rules that the second reader finds calm"
    )
    score.add_argument("--save", type=Path, metavar="FILE", help="write the score as JSON")
    score.add_argument("--force", action="store_true", help="replace an existing file")
    score.add_argument("--against", metavar="REV|FILE", help="compare with a git revision or a saved score")
    add_folder(score)
    score.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the score on the corpus, or only on calm messages if nothing else is given."""
    from coach.rules import read_own_catalog

    if args.doubted and not args.calm:
        raise InputError("--doubted needs calm messages\n    fix: name files with --calm")
    folder = checked_folder(args)
    catalog = read_own_catalog(folder)
    check_all = checker(catalog)
    if args.calm and not (args.voices or args.save or args.against):
        return _score_calm(check_all, catalog, args)
    _score_corpus(check_all, _voices(args.voices), args, folder)
    if args.calm:
        print()
        return _score_calm(check_all, catalog, args)
    return 0


def checker(catalog: Catalog) -> CheckAll:
    """Return `check_all` for the rules of a catalog."""
    from coach.engine import build, check_all

    return partial(check_all, build(catalog))


def _voices(named: Iterable[str]) -> list[Voice]:
    """Return the voices with these names or in these files; all of them if none is given."""
    from coach.corpus import read_corpus, read_voice

    shipped = {voice.name: voice for voice in read_corpus()}
    chosen = []
    for name in dict.fromkeys(named):
        if name.endswith(".md"):
            chosen.append(read_voice(Path(name)))
        elif name in shipped:
            chosen.append(shipped[name])
        else:
            raise unknown("voice", name, shipped, f"choose from: {', '.join(shipped)}; or name a .md file")
    return chosen or list(shipped.values())


def _score_corpus(check_all: CheckAll, voices: list[Voice], args: argparse.Namespace, folder: Path | None) -> None:
    from coach.cli.rules.change_text import change_lines
    from coach.cli.rules.score_text import miss_lines, score_lines, share_lines
    from coach.corpus.score import score_voices

    result = result_at(args.save, force=args.force) if args.save else None
    began = perf_counter()
    tally = score_voices(voices, check_all)
    taken = perf_counter() - began
    scores = tally.scores()
    before = _before(args.against, voices, scores, folder) if args.against else None
    if result:
        with result.written() as file:
            file.write(scores.model_dump_json(indent=1))
    lines = [*score_lines(scores, args.by), "", *share_lines(scores.flags)]
    closed = {voice.name for voice in voices if voice.is_closed}
    if args.misses:
        lines += ["", *miss_lines("Marked and not flagged", tally.missed, closed)]
        lines += ["", *miss_lines("Flagged and not marked", tally.false_alarms, closed)]
    if before:
        lines += ["", *change_lines(args.against, before.without(closed), scores.without(closed))]
    print(visible("\n".join([*lines, "", _speed(sum(scores.voices.values()), taken)])))


def _before(against: str, voices: list[Voice], now: Scores, folder: Path | None) -> Scores:
    """Return the score to compare with: a saved one, or that of the rules at a git revision."""
    from coach.corpus.score import read_scores, score_voices
    from coach.rules import read_revision

    if Path(against).is_file():
        return read_scores(Path(against), now.voices)
    return score_voices(voices, checker(read_revision(against, folder))).scores()


def _score_calm(check_all: CheckAll, catalog: Catalog, args: argparse.Namespace) -> int:
    """Print how often the rules flag calm messages; return 2 if a line could not be read."""
    from coach.cli.rules.calm_text import calm_flag_lines, calm_lines, read_texts
    from coach.cli.rules.doubt import Doubter
    from coach.corpus.score import CalmTally

    tally, faults = CalmTally(), list[str]()
    doubter = Doubter(catalog) if args.doubted else None
    began = perf_counter()
    for text, reports in _both_ways(check_all, read_texts(args.calm, faults)):
        flags = tally.add(reports)
        if args.misses and flags:
            print(visible("\n".join(calm_flag_lines(text, flags))))
        for line in doubter.lines(reports) if doubter else ():
            print(visible(line))
    taken = perf_counter() - began
    print(visible("\n".join([*calm_lines(tally), "", _speed(tally.messages, taken)])))
    return 2 if faults else 0


def _both_ways(check_all: CheckAll, texts: Iterable[str]) -> Iterator[tuple[str, list[Report]]]:
    """Yield each text with its reports as a draft and as received."""
    from coach.models import Direction, Message

    messages = ((text, Message(text=text, direction=direction)) for text in texts for direction in Direction)
    reports = check_all(messages)
    for text, draft in reports:
        _, received = next(reports)
        yield text, [draft, received]


def _speed(count: int, seconds: float) -> str:
    return f"{count:,} messages, {count / seconds if seconds else 0:,.0f} a second"
