"""What becomes of the code or the key of a home: whoever is let in rings the bell, and grown-ups say who may get in."""

from __future__ import annotations

import re

from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.nouns import code_of
from coach.counsel.words import grammar, has_any

_DAY = re.compile(r"\b(?:on )?(?:(?:sat|sun|mon|tue|wed|thu|fri)[a-z]*|tmrw|tomorrow|later|tonight)\b", re.IGNORECASE)
_TASK = re.compile(
    r"\b(?:when|to|n) (?:u |you )?(?P<task>(?:feed|water|walk|check on) (?:the|our|my) \w+)", re.IGNORECASE
)


def asked_at_door(draft: Draft, clause: Clause) -> str:
    """Return what is said in the place of what opens a home; empty if nobody is to come in, or it is said already."""
    if not _opens_home(draft, clause):
        return ""
    away = [one for one, goes in zip(draft.clauses, draft.gives_away, strict=True) if goes]
    first = next(one for one in away if _opens_home(draft, one))
    if clause is not first:
        return ""
    words = [word for one in draft.clauses for word in one.words]
    if has_any(words, "minding"):
        task = _TASK.search(draft.text)
        return "I'll ask at home how you can get in" + (f" to {task['task']}" if task else "")
    if not has_any(words, "coming-in"):
        return ""
    day = next((found[0] for one in away if (found := _DAY.search(draft.text[one.start : one.end]))), "")
    return f"Ring the bell when you get here {day}".strip()


def _opens_home(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause tells friends the code of a home, or where its key is."""
    if draft.is_open:
        return False
    is_key = any(flag.rule.endswith("/where-the-key-is") for flag in draft.flags_of(clause))
    return is_key or code_of(draft, clause).rpartition(" ")[0] in grammar("home-locks")
