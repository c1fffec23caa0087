"""Whether what was done to the writer is said to whoever did it, and so is a complaint: `u hid my shoes`."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.clauses import Clause, Spelled, clauses_of
from coach.counsel.words import begins_with, grammar
from coach.models import Audience, Concern, Flag, Report

_BULLIED = f"{Concern.CARE}/bullied"
_KNOWN = frozenset({Audience.FRIEND, Audience.GROUP})
"""Those who read it know each other, so that one of them may have done it."""


def is_complaint(report: Report, spelled: Spelled) -> bool:
    """Return whether all care of a draft is for what the reader did to the writer, and the draft hits back.

    Such a draft has a complaint to keep and an insult to leave out. Whoever hurts in any other way, or says what
    others did, needs a person and no better words.

    Args:
        report: the report of a draft.
        spelled: its words in plain spelling.
    """
    cares = report.of(Concern.CARE)
    if not cares or not report.of(Concern.UNKIND) or report.message.audience not in _KNOWN:
        return False
    clauses = clauses_of(report.message.text, spelled)
    return all(flag.category == _BULLIED and _is_said_to_doer(flag, clauses) for flag in cares)


def without_care(report: Report) -> Report:
    """Return a report without its care, to look at what hurts in it."""
    return report.model_copy(update={"flags": tuple(flag for flag in report.flags if flag.concern is not Concern.CARE)})


def _is_said_to_doer(flag: Flag, clauses: Sequence[Clause]) -> bool:
    """Return whether the clause that a flag begins in says what the reader did, thanks for it or asks to stop it."""
    clause = next(one for one in clauses if one.end > flag.start)
    before = [word for token in clause.body if token.start < flag.end for word in token.plain]
    others = grammar("third-person") | grammar("doers") | grammar("kin")
    doer = next((word for word in before if word in others | grammar("yours")), "")
    is_asked = not doer and (clause.said[:1] in _STOP or begins_with(clause.said, "thanking-for"))
    return is_asked or doer in grammar("yours")


_STOP = {("stop",), ("quit",), ("do",)}
"""Requests to whoever does it: `stop laughing at me`, `do not call me that`."""
