"""The model card, made from what was measured."""

from __future__ import annotations

from collections.abc import Iterator

from coach.models import Concern
from coach.training.figures import WAYS, Figures, Measure

CARD = "MODEL.md"
"""The file beside the model."""

_ABOUT = """# The second reader

A small linear model that reads a message in plain spelling and says, for each concern, whether a grown-up might stop
at it, which category it is, and which words say so. What it learned of one word tells of words of like meaning
(`kinds.txt`). It speaks where no rule spoke, and more softly.
This page is made by `coach train --evaluate`; do not edit it.

## What it learned from

| rows | licence |
| --- | --- |
| the voices of Coach's corpus, all invented | MIT, as Coach |
| Surge AI toxicity: rude comments by grown-ups | MIT |
| ParaDetox: unkind sentences and neutral rewrites | CC0 |
| SemEval-2021 Task 5 (toxic spans of Civil Comments) | CC0 |
| SMS Spam Collection, its ham: calm | "free for all purposes" |
| synthetic Persona-Chat: calm | CC BY 4.0 |
| GoEmotions, warm and sad comments: calm | CC BY 4.0 |
| WNUT 2017: calm for oversharing and care | CC BY 4.0 |

| words | licence |
| --- | --- |
| which words mean much the same to all-MiniLM-L6-v2, a sentence model | Apache-2.0 |

Open rows answer one question of their own: would grown-ups call this rude? A fifth of every file of open and calm
rows is never learned from, another fifth sets how sure the reader must be.

## Where it fails, and to whom it may be unfair

- It knows the {voices} voices of the corpus. A child who writes in another way is read worse; the table by voice
  shows how much.
- It weighs words, pieces and kinds of words, not what a sentence means: kind words in an unkind order pass, harsh words
  said warmly may not.
- Words about who somebody is stand mostly in insults in the open data, so a neutral one may be asked about.
- Messages that look dangerous to it are a guess. Silence of the reader is no sign that all is well.
"""


def card_text(figures: Figures) -> str:
    """The whole card."""
    about = _ABOUT.format(voices=len(figures.voices))
    parts = (
        about,
        *_voices(figures),
        *_shares(figures),
        *_silence(figures),
        *_fairness(figures),
        *_calm(figures),
        *_open(figures),
    )
    return "\n".join([*parts, "", f"Model: `{figures.model}`", ""])


def _voices(figures: Figures) -> Iterator[str]:
    yield "## On voices that it did not learn from\n"
    yield "Each voice is read by a model that learned from all others. Precision / recall / F1 of whole messages.\n"
    yield "The rules were written by people who read some of these voices; the reader's own figures owe them nothing.\n"
    for concern in Concern:
        yield f"### {concern}\n\n| voice | rules | reader | both |\n| --- | --- | --- | --- |"
        for voice in figures.voices:
            cells = (_cell(voice.concerns[way][concern]) for way in WAYS)
            yield f"| {voice.voice} | {' | '.join(cells)} |"
        yield f"| **all** | {' | '.join(_cell(figures.total(way, concern)) for way in WAYS)} |\n"


def _cell(measure: Measure) -> str:
    return f"{measure.precision:.2f} / {measure.recall:.2f} / {measure.f1:.3f}"


def _shares(figures: Figures) -> Iterator[str]:
    yield "### Right flags\n\n| who | right category | touches the marked phrase |\n| --- | --- | --- |"
    for way in WAYS:
        shares = [voice.shares[way] for voice in figures.voices]
        right = max(sum(one.right for one in shares), 1)
        named, placed = (sum(getattr(one, name) for one in shares) / right for name in ("named", "placed"))
        yield f"| {way} | {named:.1%} | {placed:.1%} |"
    yield ""


def _silence(figures: Figures) -> Iterator[str]:
    yield "## Who is asked without need\n"
    yield "Unmarked messages of a voice left out that are flagged for anything, and hurting drafts called unkind.\n"
    yield "| voice | unmarked | rules | both | hurting | called unkind: rules | both |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for voice in figures.voices:
        one = voice.silence
        asked = (f"{one.asked[way] / max(one.unmarked, 1):.1%}" for way in ("rules", "both"))
        called = f"{one.hurting} | {one.called_unkind['rules']} | {one.called_unkind['both']}"
        yield f"| {voice.voice} | {one.unmarked} | {' | '.join(asked)} | {called} |"
    yield ""


def _fairness(figures: Figures) -> Iterator[str]:
    yield "## Messages that nobody should be asked about\n"
    yield "Written for this table (`coach/training/fairness.toml`); flagged by the rules -> by both.\n"
    yield "| group | messages | unkind | oversharing | care |\n| --- | --- | --- | --- | --- |"
    for group in figures.fairness:
        cells = (
            f"{group.flagged['rules'][concern]} -> {group.flagged['both'][concern]}"
            for concern in (Concern.UNKIND, Concern.OVERSHARING, Concern.CARE)
        )
        yield f"| {group.name}: {group.about} | {group.messages} | {' | '.join(cells)} |"
    for group in figures.fairness:
        if words := group.words["both"]:
            said = ", ".join(f"{word} {count}" for word, count in sorted(words.items(), key=lambda one: -one[1]))
            yield f"\nFlagged in `{group.name}`, by word: {said}."
    yield ""


def _calm(figures: Figures) -> Iterator[str]:
    yield "## On ordinary talk that it did not learn from\n"
    yield "Flagged drafts of 1,000: rules, then both. Some of them are deserved.\n"
    yield "| file | messages | unkind | oversharing | care |\n| --- | --- | --- | --- | --- |"
    for calm in figures.calm:
        cells = (
            " -> ".join(f"{1000 * calm.flagged[way][concern] / max(calm.messages, 1):.1f}" for way in ("rules", "both"))
            for concern in (Concern.UNKIND, Concern.OVERSHARING, Concern.CARE)
        )
        yield f"| {calm.file} | {calm.messages} | {' | '.join(cells)} |"
    yield ""


def _open(figures: Figures) -> Iterator[str]:
    yield "## On open data that it did not learn from\n"
    yield "| file | who | precision / recall / F1 | neutral rows flagged |\n| --- | --- | --- | --- |"
    for one in figures.open:
        for way in WAYS:
            wrong = one.unkind[way].false_alarms / max(one.neutral, 1)
            yield f"| {one.file} | {way} | {_cell(one.unkind[way])} | {wrong:.1%} |"
