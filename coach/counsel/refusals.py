"""How to keep a detail from a stranger, said in the place of a draft that holds nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from coach.counsel.alone import asks, asks_anything
from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.openness import is_risky
from coach.counsel.templates import sentences
from coach.counsel.words import grammar, has_any
from coach.models import Audience, Concern, Flag
from coach.models.counsel import Edit, Rewrite, RewriteKind

_MUCH_ELSE = 6
"""So many words beside a detail say something that a refusal would lose."""


def refusals_of(draft: Draft) -> tuple[Rewrite, ...]:
    """Return how to keep a detail from a stranger, if a draft holds nothing else."""
    details = draft.report.of(Concern.OVERSHARING)
    is_bare = bool(details) and len(details) == len(draft.report.flags) and _is_nothing_else(draft)
    if draft.audience is not Audience.STRANGER or not is_bare:
        return ()
    words = {word for word, _, _ in draft.spelled if word}
    name = details[0].category.partition("/")[2]
    if not _is_own(name, words):
        return ()
    name = "address" if name == "school" and not _LIVING.isdisjoint(words) else name
    name = "several" if len({flag.category for flag in details}) > 1 else _exactly(name, details, draft)
    said = draft.style.said(sentences("refuse").get(name, ""))
    edit = Edit(start=0, end=len(draft.text), text=said)
    return (Rewrite(text=said, kind=RewriteKind.COVER, edits=(edit,)),) if said else ()


def _exactly(name: str, details: Sequence[Flag], draft: Draft) -> str:
    """Return which refusal fits a detail: who offers to be called says where to write instead of refusing."""
    words = [word for one in draft.clauses for word in one.words]
    if name == "contact" and has_any(words, "offering-contact"):
        return "account"
    if name == "contact" and not _OWN.isdisjoint(words):
        return "email" if any("@" in one.phrase for one in details) else "number"
    return "code" if name == "password" and "code" in words else name


_OWN = frozenset({"my", "me"})
_LIVING = frozenset({"live", "lives", "living"})


def _is_nothing_else(draft: Draft) -> bool:
    """Return whether a refusal loses nothing that was asked or said beside the detail."""
    said = zip(draft.clauses, draft.gives_away, draft.is_risky, strict=True)
    kept = [one for one, away, risky in said if not (away or risky)]
    if not draft.holds("password") and any(map(_asks_calmly, draft.clauses)):
        return False
    return sum(len(one.said) for one in kept) < _MUCH_ELSE and not any(map(_wants, kept)) and "?" not in draft.text


def _asks_calmly(clause: Clause) -> bool:
    """Return whether a clause asks something that would be lost in a refusal: `have u unlocked the sky island`."""
    return asks_anything(clause) and not is_risky(clause.words, gives_away=True)


def _is_own(name: str, words: AbstractSet[str]) -> bool:
    """Return whether a detail is the writer's, as far as the words show."""
    if name in {"full-name", "address"} and not grammar("third-person").isdisjoint(words):
        return False
    own = grammar("first-person") | {"name"} if name in {"full-name", "location-now"} else frozenset[str]()
    return not own or not own.isdisjoint(words)


def _wants(clause: Clause) -> bool:
    """Return whether a clause asks for something that may be asked of anybody."""
    return asks(clause) and not is_risky(clause.words, gives_away=True)
