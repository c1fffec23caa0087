"""Words to begin another draft with, where nothing of this one can stay."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import orders
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.draft import Draft
from coach.counsel.ill_will import plots
from coach.counsel.templates import sentences
from coach.counsel.words import grammar
from coach.engine.text.first_names import first_names
from coach.models import GAP, Concern, Flag
from coach.models.category import GRAVE

_SAID_TO_ANYBODY = GRAVE | {f"{Concern.UNKIND}/dismissal"}
"""Whoever writes these is cross or needs something, whoever they write about."""


def opener_for(draft: Draft, heaviest: Flag, starters: Sequence[str]) -> str:
    """Return a sentence to begin with that makes sense for what was written; empty if none does.

    Whoever laughs is not cross, and who speaks about somebody behind their back has nothing to ask of the reader.

    Args:
        draft: a draft of which nothing can stay.
        heaviest: its gravest unkind flag.
        starters: sentences of the category of that flag, for its audience.
    """
    if _calls_coward(draft):
        cries = any("crybaby" in one.words for one in draft.clauses)
        return sentences("begin")["sad" if cries else "scared"]
    if plots(draft):
        return sentences("begin")["wronged"]
    starter = sentences("begin")["wronged"] if _reproaches(draft, heaviest) else next(iter(starters), "")
    if heaviest.category in _SAID_TO_ANYBODY:
        return starter
    is_cross = not draft.laughs and _is_said_to_reader(draft)
    return starter if is_cross or GAP not in starter else ""


def _calls_coward(draft: Draft) -> bool:
    """Return whether all that hurts is that the reader is scared: `stop being such a scaredy cat`."""
    pairs = zip(draft.clauses, draft.hurts, strict=True)
    hurting = [one for one, hurts in pairs if hurts and one.kind is not ClauseKind.CLOSER]
    return bool(hurting) and all(map(_is_called_coward, hurting))


def _is_called_coward(clause: Clause) -> bool:
    is_to_reader = orders(clause) or not grammar("yours").isdisjoint(clause.said)
    return is_to_reader and not grammar("cowards").isdisjoint(clause.words)


def _reproaches(draft: Draft, flag: Flag) -> bool:
    """Return whether what presses asks for nothing and only says what the reader did: `u ruined my birthday`."""
    clause = next((one for one in draft.clauses if one.meets(flag.start, flag.end)), None)
    return flag.category.endswith("/pressure") and clause is not None and not clause.link and clause.said[0] == "you"


def _is_said_to_reader(draft: Draft) -> bool:
    """Return whether all that hurts is said to whoever reads it, about them and not about what they made or own."""
    hurting = [one for one, hurts in zip(draft.clauses, draft.hurts, strict=True) if hurts]
    return not any(_is_of_somebody(one) or _is_of_a_thing(one) for one in hurting)


def _is_of_somebody(clause: Clause) -> bool:
    """Return whether a clause is about somebody else: `hes so slow`, `leo is such a wimp`."""
    is_named = clause.said[0] in first_names() and not grammar("auxiliaries").isdisjoint(clause.said[1:2])
    return is_named or not grammar("third-person").isdisjoint(clause.words)


def _is_of_a_thing(clause: Clause) -> bool:
    """Return whether a clause is about what the reader has: `ur painting is bad`, but not `ur rubbish`."""
    first, following = clause.said[0], "".join(clause.said[1:2])
    return first in {"your", "ur"} and following not in grammar("predicates") | {"such", "so"}
