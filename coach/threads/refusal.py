"""A no to somebody who asked for too much: whether it is heard, and that it need not be polite."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from coach.engine.verdict.fending_off import ALWAYS_A_TALK
from coach.models import Audience, Concern, Report

_NO = frozenset({"no", "nope", "nah", "never"})
_NO_REFUSAL = frozenset(
    {"one", "body", "problem", "problems", "worries", "prob", "probs", "doubt", "need", "stress", "idea"}
)
"""What follows a no that refuses nothing: `no problem`, `no one will know`."""
_SECRECY = f"{Concern.RED_FLAG}/secrecy"
_REQUESTS = frozenset(f"{Concern.RED_FLAG}/{name}" for name in ("asks-photo", "meet", "move-app", "gift"))
_SENTENCE = 3
"""The fewest words of a no that says more than no."""
_TAKES_BACK = frozenset(
    "but ok okay k yes yeah yep yh sure fine alright deal jk maybe later instead better rather prefer lets if "
    "unless until only just anyone anybody nobody noone promise".split()
)
"""Words after which a no may be a yes to something else, or to keeping a secret: `no i wont tell anyone`."""


def is_refusal(words: Sequence[str | None], asked: Collection[str | None], asks: Collection[str]) -> bool:
    """Return whether an answer is a plain no: it begins with one, and nothing in it may take that back.

    Args:
        words: the answer in plain spelling, word by word.
        asked: the words of the turn that is answered; to one that is negated (`you wont tell, right?`), a no is a yes.
        asks: the categories of its red flags; of anything else, a no of one or two words may give something away.
    """
    said = [word for word in words if word]
    if not said or said[0] not in _NO or not _NO_REFUSAL.isdisjoint(said[1:2]):
        return False
    if not _TAKES_BACK.isdisjoint(said) or any(character.isdigit() for word in said for character in word):
        return False
    pairs = list(pairwise(said))
    tells = any(word == "telling" and before != "not" for before, word in pairs)
    if ("not" in asked or _SECRECY in asks) and not tells:
        return False
    if len(said) < _SENTENCE and _REQUESTS.isdisjoint(asks):
        return False
    return not any(before == "not" and word in {"tell", "say"} for before, word in pairs)


def without_manners(report: Report, before: Report) -> Report:
    """Leave rough words out of the report on an answer to a red flag of somebody known only online.

    Args:
        report: on what the child answers.
        before: on the turn that is answered, as received.
    """
    if report.message.audience is not Audience.STRANGER:
        return report
    if not any(flag.concern is Concern.RED_FLAG for flag in before.flags):
        return report
    kept = tuple(flag for flag in report.flags if flag.concern is not Concern.UNKIND or flag.category in ALWAYS_A_TALK)
    return report if len(kept) == len(report.flags) else report.model_copy(update={"flags": kept})
