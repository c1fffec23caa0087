"""Precision and recall of care and going along on messages that no rule was written after."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from coach.corpus import read_voice
from coach.engine import build, check_all
from coach.engine.reader import read_weights
from coach.models import Concern, Message
from coach.models.category import CATEGORY_NAMES
from coach.rules import read_catalog

FOLDER = Path(__file__).parent
CONCERN_OF = {name: concern for concern, names in CATEGORY_NAMES.items() for name in names}
MEASURED = (Concern.CARE, Concern.GOING_ALONG)


def main() -> None:
    """Print a line for each concern, by the rules alone and by both readers."""
    messages = read_voice(FOLDER / "closed-diary.md").messages
    second = _second_reader()
    catalog = read_catalog()
    for way, weights in (("rules", None), ("both", read_weights())):
        nlp = build(catalog, weights=weights)
        given = (Message(text=one.text, direction=one.direction, audience=one.audience) for one in messages)
        reports = [report for _, report in check_all(nlp, enumerate(given))]
        for concern in MEASURED:
            counts, found, marked = Counter[str](), Counter[str](), Counter[str]()
            for message, report in zip(messages, reports, strict=True):
                names = {mark.category for mark in message.marks if CONCERN_OF[mark.category] is concern}
                others = {name for name in second[message.text] if CONCERN_OF[name] is concern}
                if bool(names) != bool(others):
                    counts["disagreement"] += 1
                    continue
                flagged = bool(report.of(concern))
                counts[_kind(marked=bool(names), flagged=flagged)] += 1
                counts["called unkind"] += bool(names) and bool(report.of(Concern.UNKIND))
                marked.update(names)
                found.update(names if flagged else ())
            _print(way, concern, counts)
            print("   ", ", ".join(f"{name} {found[name]}/{marked[name]}" for name in sorted(marked)))


def _second_reader() -> dict[str, list[str]]:
    lines = (FOLDER / "second-reader.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["text"]: row["categories"] for row in map(json.loads, lines)}


def _kind(*, marked: bool, flagged: bool) -> str:
    if marked:
        return "right" if flagged else "missed"
    return "false" if flagged else "calm"


def _print(way: str, concern: Concern, counts: Counter[str]) -> None:
    precision = counts["right"] / max(counts["right"] + counts["false"], 1)
    recall = counts["right"] / max(counts["right"] + counts["missed"], 1)
    print(f"{way:<6} {concern:<12} precision {precision:.3f} recall {recall:.3f}  {dict(counts)}")


if __name__ == "__main__":
    main()
