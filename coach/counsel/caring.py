"""Drafts that tell somebody's trouble to get help for them: `her nan died, can someone sit with her`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.counsel.alone import asks
from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.words import begins_with, grammar, has_any
from coach.models import Concern, Flag

_STORY = f"{Concern.OVERSHARING}/someone-elses"


def asks_to_help(clause: Clause) -> bool:
    """Return whether others are asked to do something good for somebody: `could someone send her the worksheet`."""
    said = clause.said
    is_asked = asks(clause) or begins_with(said, "plans") or said[0] == "shall"
    return is_asked and has_any(said, "helping-out") and "not" not in said


def only_tells(draft: Draft) -> bool:
    """Return whether all that is unkind in a draft is the words that tell somebody's story, and nobody laughs."""
    stories = [flag for flag in draft.report.flags if flag.category == _STORY]
    unkind = draft.report.of(Concern.UNKIND)
    return bool(unkind) and not draft.laughs and all(_is_within(flag, stories) for flag in unkind)


def as_meant(draft: Draft) -> Draft:
    """Return a draft without the unkind flags on a story that is only told to get help."""
    if draft.is_open or not only_tells(draft) or not any(map(asks_to_help, draft.clauses)):
        return draft
    flags = tuple(flag for flag in draft.report.flags if flag.concern is not Concern.UNKIND)
    return replace(draft, report=draft.report.model_copy(update={"flags": flags}))


def is_help_explained(draft: Draft, at: int) -> bool:
    """Return whether a `so` says what help asked for before is for, and tells nothing: `so she isnt alone`."""
    clause, before = draft.clauses[at], draft.clauses[at - 1] if at else None
    if before is None or clause.link not in {"so", "so that"} or not asks_to_help(before):
        return False
    return not (has_any(clause.words, "telling") or has_any(clause.words, "troubles"))


def name_in(draft: Draft, clauses: Sequence[Clause], known: frozenset[str]) -> str:
    """Return the one first name in some clauses as written; empty if there are several or none.

    Args:
        draft: the draft.
        clauses: some of its clauses.
        known: first names in small letters.
    """
    return next(iter(found), "") if len(found := set(_names(draft, clauses, known))) == 1 else ""


def _names(draft: Draft, clauses: Sequence[Clause], known: frozenset[str]) -> Sequence[str]:
    names = list[str]()
    for clause in clauses:
        for at, token in enumerate(clause.body):
            written = draft.text[token.start : token.end]
            before = clause.body[at - 1].plain[-1] if at else ""
            owner = written.removesuffix("s") if token.plain[0].removesuffix("s") in known else ""
            is_named = token.plain[0] in known or (before == "that" and written[:1].isupper())
            if before not in grammar("titles") and (is_named or owner):
                names.append(written if is_named else owner)
    return [one for one in names if one[:1].isupper()]


def _is_within(flag: Flag, others: Sequence[Flag]) -> bool:
    return any(flag.meets(other.start, other.end) for other in others)
