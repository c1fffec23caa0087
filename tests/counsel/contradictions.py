"""What counsel must not say about some kinds of phrases, because it does not fit what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.counsel.words import grammar
from coach.engine import Adviser
from coach.models import GAP, Concern, Counsel, Flag, Report, Weight


class Misfit(NamedTuple):
    """Words that do not fit a kind of phrase."""

    kind: str
    category: str
    """The id of a category, or the beginning of several."""
    about: re.Pattern[str]
    """What is found in a phrase, or beside it, that the words do not fit."""
    said: re.Pattern[str]
    """The words."""


def _misfit(kind: str, category: str, about: str, said: str) -> Misfit:
    return Misfit(kind, category, re.compile(about, re.IGNORECASE), re.compile(said, re.IGNORECASE))


_WORN = r"\b(?:shoes|trainers|sneakers|coat|jacket|clothes|outfit|dress|socks|hoodie|uniform|haircut)\b"
MISFITS = (
    _misfit("clothes are no body", "unkind/looks", _WORN, r"can't change their looks|mirror"),
    _misfit("a smell is no look", "unkind/looks", r"\b(?:smells?|stinks?|stank|reeks?|pongs?)\b", r"change their looks|mirror"),
    _misfit("marks are no practice", "unkind/looks", r"\bout of (?:10|ten)\b|\brate\b|\bat best\b", r"gets good|new at this"),
    _misfit("a look is no skill", "unkind/ability", r"\b(?:shes|hes) mid\b", r"gets good|new at this|a tip"),
    _misfit("they made it or own it", "unkind/ability", r"\b(?:drawing|painting|taste|song|edit)s? (?:is|are) ", r"gets good|new at this"),
    _misfit("a threat is no rumour", "unkind/threat", r"\bor (?:i'?ll|i will) tell", r"stories grow|half of it"),
    _misfit("guests are no loneliness", "oversharing/home-alone", r"\bcome (?:to|over|round|and)\b|\bsleepover\b", r"feel lonely"),
    _misfit("pictures are no skins", "red-flag/gift", r"\b(?:pics?|photos?|selfies?|pictures?)\b", r"the skin\b"),
    _misfit("the family is no flattery", "red-flag/flattery", r"\b(?:ur|your) (?:parents|mum|mom|dad)\b.{0,20}\bget\b", r"nice words"),
    _misfit("praise is no question", "red-flag/flattery", r".", r"need to know if you're alone|doesn't need this"),
)  # fmt: skip
CALM = re.compile(r"is no secret|does not lead|nothing to worry|is enough for a cake", re.IGNORECASE)
"""Too calm beside `stop`."""


def misfits(adviser: Adviser, report: Report, counsel: Counsel) -> Iterator[str]:
    """Yield what counsel could say about a report that does not fit it; the kind of each."""
    for flag in counsel.flags:
        said = " ".join(_said(adviser, report, flag))
        for one in MISFITS:
            if (
                flag.category.startswith(one.category)
                and one.about.search(report.message.text)
                and one.said.search(said)
            ):
                yield one.kind
        if flag.weight is Weight.STOP and CALM.search(said):
            yield "calm beside stop"
        if _is_chopped(flag, report.message.text) and all(one.start != flag.end + 1 for one in counsel.flags):
            yield "chopped"
    if counsel.nothing.endswith(f": {GAP}") or (counsel.starter and counsel.starter.text == GAP):
        yield "empty offer"


def _said(adviser: Adviser, report: Report, flag: Flag) -> Iterator[str]:
    """Yield all that may be said about a phrase, by whichever place it has among others of its category."""
    advice = adviser.advice(flag.rule, flag.role, report.message.audience)
    yield from (flag.why, flag.note, *flag.steps, *advice.why, advice.note, *advice.steps)


_TORN = frozenset({"a", "an", "the", "ur", "your", "my", "our", "and", "but", "of", "than"})


def _is_chopped(flag: Flag, text: str) -> bool:
    """Return whether a quoted phrase breaks off before the last words of its sentence."""
    last = flag.phrase.lower().split()[-1]
    following = text[flag.end :].split()
    is_said = flag.concern in {Concern.UNKIND, Concern.RED_FLAG} and text[flag.end : flag.end + 1] == " "
    goes_on = is_said and len(following) > 0 and not grammar("openers") & {following[0].lower().strip(".,!?")}
    return goes_on and last in _TORN
