"""Judge rewrites: prove them on every rule example, draw sheets for blind readers, and tally their marks.

    python -m tests.counsel proof
    python -m tests.counsel draw DRAFTS.jsonl SHEET.jsonl [--people ROWS.jsonl]
    python -m tests.counsel tally KEY.jsonl MARKS.jsonl [MARKS.jsonl]
    python -m tests.counsel table

A draft is `{"id", "audience", "age", "text"}` a line, a row by people `{"id", "rewrite"}`. The sheet has one row for each
draft with a rewrite, and one more where people wrote one, in random order; which is which is only in the key beside it
(`SHEET.key.jsonl`). Readers add `{"row", "english", "fits", "kind", "safe"}`, each true or false.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import coach
from coach.corpus import read_corpus
from coach.counsel import Counsellor
from coach.engine import Adviser, check
from coach.models import Audience, Concern, Direction, Message, Report, Rewrite
from coach.rules import read_catalog
from tests.counsel.contradictions import misfits
from tests.shipped import shipped_nlp

TABLE = Path(__file__).with_name("table.jsonl")
"""Pairs of a draft of the corpus and its best rewrite; a reader marked each good or not."""
ROWS = 640
MARKS = ("english", "fits", "kind", "safe")
SEED = 11
TWO_PLEASES = re.compile(r"\b(?:please|pl[sz])\W+(?:please|pl[sz])\b", re.IGNORECASE)
REFUSAL = re.compile(r"^i don'?t (?:share|say which|give out) .*", re.IGNORECASE)
UNSAFE = re.compile(
    r"\b(?:meet (?:me|up|at)|come (?:over|round|find|see)|pull up|pop (?:by|round)|pick (?:me|you|u) up|visit|in person|irl"
    r"|(?:add|dm|call|ring|text|snap|follow|whatsapp) me|my (?:number|address|snap|insta)|where (?:do |r |are )?(?:you|u)\b"
    r"|how old|what school|which school|(?:your|ur) (?:number|address|school|age|real name)|near (?:you|u|me)\b"
    r"|send (?:me )?(?:a )?(?:pic|photo|selfie)|post it to|by post|postage|i live|home alone|by myself|my school is|fight me"
    r"|in (?:year|grade) \d|\b[1-9][a-f]\b|\b(?:mr|mrs|ms) [a-z])",
    re.IGNORECASE,
)
"""What no rewrite for strangers or the public may say; other words than those by which counsel leaves it out."""
Row = dict[str, Any]


def problems(report: Report, rewrite: Rewrite) -> Iterator[str]:
    """Yield what is wrong with a rewrite, as far as that can be known without reading it."""
    text, given = rewrite.text, report.message.text
    if check(coach.load_once(), report.message.model_copy(update={"text": text})).flags:
        yield "flagged"
    if edited(given, rewrite) != text:
        yield "edits"
    if text != text.strip() or text == given or not any(map(str.isalnum, text)):
        yield "shape"
    if text.count("(") != text.count(")") and given.count("(") == given.count(")"):
        yield "brackets"
    if any(pair in f" {text.lower()} " for pair in (" and and ", " but but ", ", ,", " ,", "?,", "!,")):
        yield "doubled"
    if TWO_PLEASES.search(text) and not TWO_PLEASES.search(given):
        yield "doubled"
    if report.message.audience in {Audience.PUBLIC, Audience.STRANGER} and UNSAFE.search(REFUSAL.sub("", text)):
        yield "unsafe"


def edited(text: str, rewrite: Rewrite) -> str:
    """Return a text with the edits of a rewrite."""
    for edit in reversed(rewrite.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def prove() -> int:
    """Print problems of counsel on every rule example for every audience, and return how many there are."""
    counsellor, adviser, found, seen = Counsellor(coach.load_once()), Adviser(coach.load_once()), 0, 0
    examples = [(rule.id, one.text) for rule in read_catalog().rules for one in rule.examples.flags]
    for name, text in examples:
        for audience in Audience:
            direction = Direction.RECEIVED if name.startswith(Concern.RED_FLAG) else Direction.DRAFT
            report = check(coach.load_once(), Message(text=text, audience=audience, direction=direction))
            counsel = counsellor.on(report)
            for kind in misfits(adviser, report, counsel):
                found += 1
                print(f"{kind}: {name}, {audience}: {text!r}")
            for rewrite in counsel.rewrites:
                seen += 1
                for problem in problems(report, rewrite):
                    found += 1
                    print(f"{problem}: {name}, {audience}: {text!r} -> {rewrite.text!r}")
    print(f"{len(examples)} examples for {len(Audience)} audiences: {seen} rewrites, {found} problems")
    return found


def draw(drafts: Path, sheet: Path, people: Path | None) -> None:
    """Write a sheet to mark, and its key."""
    counsellor, rows, counts = Counsellor(coach.load_once()), list[Row](), Counter[str]()
    written = {row["id"]: row["rewrite"] for row in _read(people)} if people else {}
    for draft in _read(drafts):
        report = check(coach.load_once(), Message(text=draft["text"], audience=Audience(draft["audience"])))
        counsel = counsellor.on(report)
        counts[_outcome(report, rewritten=bool(counsel.rewrites), nothing=bool(counsel.nothing))] += 1
        ours = [("coach", counsel.rewrites[0].text, report.flags[0].why)] if counsel.rewrites else []
        theirs = [("people", written[draft["id"]], "")] if draft["id"] in written else []
        rows += [{**draft, "by": by, "rewrite": words, "why": why} for by, words, why in (*ours, *theirs)]
    Random(SEED).shuffle(rows)
    shown = ("audience", "age", "text", "rewrite")
    _write(sheet, [{"row": at, **{key: row[key] for key in shown}} for at, row in enumerate(rows)])
    _write(sheet.with_suffix(".key.jsonl"), [{"row": at, **row} for at, row in enumerate(rows)])
    print(f"{len(rows)} rows; drafts: {dict(counts)}")


def _outcome(report: Report, *, rewritten: bool, nothing: bool) -> str:
    concerns = {flag.concern for flag in report.flags}
    if not concerns:
        return "not flagged"
    if not concerns.isdisjoint({Concern.CARE, Concern.GOING_ALONG}):
        return "care or going along"
    return "rewritten" if rewritten else "nothing to keep" if nothing else "neither"


def tally(key: Path, *sheets: Path) -> None:
    """Print how many rows every reader marked good, by who wrote them."""
    by = {row["row"]: row["by"] for row in _read(key)}
    marks = [{row["row"]: row for row in _read(sheet)} for sheet in sheets]
    for writer in ("coach", "people"):
        rows = [row for row, who in by.items() if who == writer]
        print(f"{writer}: {len(rows)} rows")
        for mark in (*MARKS, "all four"):
            wanted = MARKS if mark == "all four" else (mark,)
            good = [row for row in rows if all(one[row][each] for one in marks for each in wanted)]
            print(f"  {mark:9} {len(good) / max(len(rows), 1):.2f} ({len(good)})")
    if len(marks) > 1:
        same = sum(marks[0][row][each] == marks[1][row][each] for row in by for each in MARKS)
        print(f"the readers agree on {same / (len(by) * len(MARKS)):.2f} of all marks")


def write_table() -> None:
    """Write the best rewrites of the drafts in the table, with others from the corpus for those that get none now.

    The marks of pairs that did not change are kept, and closed voices stay closed.
    """
    rows = _read(TABLE) if TABLE.exists() else []
    known = {(row["text"], row["audience"], row["rewrite"]): row["good"] for row in rows}
    dice, counsellor, found = Random(SEED), Counsellor(shipped_nlp()), dict[tuple[str, Audience], Row]()
    voices = read_corpus()
    closed = {one.text for voice in voices if voice.is_closed for one in voice.messages}
    drafts = (one.text for voice in voices for one in voice.messages if one.direction is Direction.DRAFT)
    texts = [text for text in drafts if text not in closed]
    dice.shuffle(texts)
    drawn = ((text, dice.choice(list(Audience))) for text in texts)
    kept = ((row["text"], Audience(row["audience"])) for row in rows if row["text"] not in closed)
    for text, audience in chain(kept, drawn):
        if len(found) == ROWS:
            break
        report = check(shipped_nlp(), Message(text=text, audience=audience))
        if rewrites := counsellor.on(report).rewrites:
            best = rewrites[0].text
            good = known.get((text, audience, best))
            found[text, audience] = {"text": text, "audience": audience, "rewrite": best, "good": good}
    _write(TABLE, list(found.values()))


def _read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(path: Path, rows: Sequence[Row]) -> None:
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")


def main(words: Sequence[str]) -> int:
    """Run one of the commands."""
    match words:
        case ["proof"]:
            return min(prove(), 1)
        case ["draw", drafts, sheet]:
            draw(Path(drafts), Path(sheet), None)
        case ["draw", drafts, sheet, "--people", people]:
            draw(Path(drafts), Path(sheet), Path(people))
        case ["tally", key, *sheets] if sheets:
            tally(Path(key), *map(Path, sheets))
        case ["table"]:
            write_table()
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
