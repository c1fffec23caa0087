"""Rewrites of a draft: clauses that hurt or give too much away go, or become something that can be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from coach.counsel.alone import asks, claims_back, orders
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.compose import composed, edits_between
from coach.counsel.draft import Draft
from coach.counsel.fates import Fate, all_cut, all_said
from coach.counsel.leftovers import without_leftovers
from coach.counsel.lost_people import without_lone_names, without_lost_people
from coach.counsel.openness import asks_back, is_risky, shows_place
from coach.counsel.praise import names_what_is_good, praises_thing
from coach.counsel.refusals import refusals_of
from coach.counsel.substance import has_substance
from coach.counsel.tips import gives_tip
from coach.counsel.words import begins_with, grammar, has_any
from coach.counsel.worth import (
    is_about_things,
    is_calm_before_turn,
    is_warm,
    is_worth_keeping,
    says_what_is_liked,
    tells_feat,
    tells_own_side,
)
from coach.engine.text.first_names import first_names
from coach.models import Audience, Concern, Flag, Message, Report
from coach.models.counsel import Rewrite, RewriteKind

Check = Callable[[Message], Report]
"""Checks a message; the engine is passed in as a function."""
_WORD = re.compile(r"[\w']+")
_CUT_FROM_SENTENCES = frozenset(
    {"name-calling", "dismissal", "ability", "mockery", "identity", "looks", "family-money", "rumour", "exclusion"}
)
_PAIRS = (("(", ")"), ('"', '"'), ("\u201c", "\u201d"), ("[", "]"))


def rewrites_of(draft: Draft, check: Check) -> tuple[Rewrite, ...]:
    """Return rewrites of a draft with flags, the best first; Coach, by `check`, finds nothing in any of them."""
    found = dict[str, Rewrite]()
    flags_of = cache(lambda text: _flags_of(draft, text, check))
    for tries in (1, _TRIES):
        tried, offered = set[str](), list[Sequence[Fate]]()
        for proposed in _proposals(draft):
            if any(_says_less(one, proposed) for one in offered):
                continue
            if (rewrite := _rewritten(draft, proposed, flags_of, tried, tries)) is not None:
                found[rewrite.text] = rewrite
                offered.append(proposed)
        if found:
            break
    return tuple(found.values()) or refusals_of(draft)


def _flags_of(draft: Draft, text: str, check: Check) -> Sequence[Flag]:
    """Return the flags of a rewrite; in a group, also those that show anybody a house without a grown-up."""
    message = draft.report.message.model_copy(update={"text": text})
    flags = check(message).flags
    if flags or draft.audience is not Audience.GROUP:
        return flags
    anybody = check(message.model_copy(update={"audience": Audience.PUBLIC})).flags
    return tuple(flag for flag in anybody if flag.category in _OPENS_THE_HOUSE)


_OPENS_THE_HOUSE = frozenset({f"{Concern.OVERSHARING}/home-alone", f"{Concern.GOING_ALONG}/meets"})


def _rewritten(
    draft: Draft, proposed: Sequence[Fate], flags_of: Callable[[str], Sequence[Flag]], tried: set[str], tries: int
) -> Rewrite | None:
    """Return a rewrite with the clauses that stay; one that is flagged now that others went, goes too."""
    for _ in range(tries):
        fates = _left(draft, proposed)
        if not _is_sendable(draft, fates):
            return None
        text = composed(draft.text, fates, is_lower=draft.style.is_lower)
        if text in tried or not _is_whole(text, draft.text):
            return None
        tried.add(text)
        if draft.is_open and not _is_open_safe(draft, text):
            return None
        flags = flags_of(text)
        if not flags:
            edits = tuple(edits_between(draft.text, text))
            return Rewrite(text=text, kind=_kind(draft, fates), edits=edits)
        proposed = [_without(draft, fate, flags) for fate in fates]
    return None


_TRIES = 2


def _left(draft: Draft, fates: Sequence[Fate]) -> list[Fate]:
    """Return what is left without clauses that need one that goes."""
    return without_lone_names(draft, without_leftovers(without_lost_people(draft, fates)))


def _is_open_safe(draft: Draft, text: str) -> bool:
    """Return whether a finished rewrite asks nobody who they are, and does not help strangers to find the child."""
    if any(draft.gives_away) and shows_place(text):
        return False
    parts = [_WORD.findall(one) for one in re.split(r"[.!?\n]+", text.lower())]
    if any(draft.gives_away) and any(has_any(one, "regularly") for one in parts):
        return False
    return not any(is_risky(one, gives_away=False) or asks_back(one) for one in parts)


def _without(draft: Draft, fate: Fate, flags: Sequence[Flag]) -> Fate:
    """Return a clause left out if a flag on a rewrite is in it."""
    written = draft.text[fate.clause.start : fate.clause.end]
    is_flagged = any(flag.phrase in written or written in flag.phrase for flag in flags)
    if not is_flagged or fate.clause.kind is not ClauseKind.CLAUSE:
        return fate
    return Fate(fate.clause, "")


def keeps_something(draft: Draft) -> bool:
    """Return whether something of a draft is worth keeping, even if Coach cannot say how."""
    left = _left(draft, all_cut(draft, mildly=True))
    is_worth = not any(draft.hurts) or any(_is_news(one.clause, draft) for one in left if _is_said(one))
    return is_worth and not draft.is_pressing and has_substance(left)


def _is_news(clause: Clause, draft: Draft) -> bool:
    """Return whether a clause is worth keeping, or states something of a thing: `cakes are on table two`."""
    if clause.link in {"if", "unless"}:
        return False
    is_stated = clause.said[0] not in _OF_ANYBODY and clause.link not in grammar("dependent")
    is_thing = is_stated and is_calm_before_turn(clause) and first_names().isdisjoint(clause.said)
    return is_worth_keeping(clause, draft) or is_about_things(clause) or is_thing


_OF_ANYBODY = frozenset({"no", "not", "nobody", "everyone", "everybody", "we", "i", "people", "someone", "somebody"})
"""A statement that begins so may as well be about whoever was insulted: `everyone agrees`, `no friends, is it`."""
_STATEMENT = 4


def _proposals(draft: Draft) -> Iterator[Sequence[Fate]]:
    """Yield what could become of the clauses of a draft, the best first."""
    cut = all_cut(draft)
    said = all_said(draft, cut)
    yield said
    if any(draft.gives_away):
        yield [plain if away else other for plain, other, away in zip(cut, said, draft.gives_away, strict=True)]
    elif draft.is_pressing:
        yield [plain if hurts else other for plain, other, hurts in zip(cut, said, draft.hurts, strict=True)]
    yield cut


def _says_less(tried: Sequence[Fate], proposed: Sequence[Fate]) -> bool:
    """Return whether a question or the beginning of an offer before is left out now, and no news is left."""
    if any(is_about_things(one.clause) for one in proposed if _is_said(one)):
        return False
    first = next((one.clause for one in tried if one.clause.kind is ClauseKind.CLAUSE), None)
    lost = [one for one, other in zip(tried, proposed, strict=True) if one.words and not other.stays]
    return any(one.clause is first or (one.words or "").endswith("?") for one in lost)


def _is_sendable(draft: Draft, fates: Sequence[Fate]) -> bool:
    """Return whether what is left is worth sending, and can be trusted to be kind and to make sense."""
    if not has_substance(fates) or _only_says_where(fates):
        return False
    return _is_left_beside_threats(draft, fates) if draft.is_pressing else _is_sure(draft, fates)


def _only_says_where(fates: Sequence[Fate]) -> bool:
    """Return whether nothing is left but where to answer, of whatever that was an answer to: `comment here`."""
    kept = [fate for fate in fates if _is_said(fate)]
    if len(kept) == sum(1 for fate in fates if fate.clause.kind is ClauseKind.CLAUSE):
        return False
    return all(fate.words and _is_where_to_answer(fate.words.lower()) for fate in kept)


def _is_where_to_answer(words: str) -> bool:
    """Return whether words only say where to answer, or who should: `if anyone finds it, comment here`."""
    last = words.rpartition(", ")[2] if words.startswith("if ") else words
    return last in grammar("answer-here")


def _is_left_beside_threats(draft: Draft, fates: Sequence[Fate]) -> bool:
    """Return whether something worth it is left of a draft that threatens, and nothing of it goes on threatening."""
    kept = [fate.clause for fate in fates if _is_said(fate) and fate.words is None]
    is_wished = any(one.category.endswith("/self-harm") and not draft.is_tag(one) for one in draft.report.flags)
    if is_wished and any(not grammar("yours").isdisjoint(one.said) for one in kept):
        return False
    is_worth = any(fate.words for fate in fates) or any(is_worth_keeping(one, draft) for one in kept)
    return is_worth and not any(map(_threatens, kept))


def _threatens(clause: Clause) -> bool:
    """Return whether a clause beside a threat could be part of it: a demand, or where and when somebody waits."""
    is_menacing = has_any(clause.words, "menacing") and not tells_own_side(clause)
    return not (claims_back(clause) or is_warm(clause)) and (orders(clause) or is_menacing)


def _is_sure(draft: Draft, fates: Sequence[Fate]) -> bool:
    """Return whether what is left can be trusted to be kind and to make sense.

    A name or a `shut up` can be cut from a sentence; what else hurts often hurts in the rest of its sentence too, and
    an account is seldom all that leads to it. Measured on the reviewed table and three sets of fresh drafts.
    """
    if any(fate.words for fate in fates):
        return True
    if unkind := _names(draft, Concern.UNKIND):
        if draft.is_sticky and not any(is_worth_keeping(one.clause, draft) for one in fates if _is_said(one)):
            return False
        pairs = pairwise(fates)
        parted = all(one.clause.is_last_of_sentence for one, other in pairs if one.stays != other.stays)
        return parted or unkind <= _CUT_FROM_SENTENCES
    is_news = fates[0].stays and fates[0].clause.said[0] in grammar("announced")
    return (is_news or _names(draft, Concern.OVERSHARING) != {"account"}) and not _is_remnant(draft, fates)


def _is_remnant(draft: Draft, fates: Sequence[Fate]) -> bool:
    """Return whether only a little of the end of a draft is left that asks, plans and wishes nothing."""
    kept = [fate.clause for fate in fates if _is_said(fate)]
    if any(says_what_is_liked(one) or praises_thing(one) or names_what_is_good(one) for one in kept):
        return False
    if any(tells_feat(one) or gives_tip(one) for one in kept):
        return False
    first = next(one for one in draft.clauses if one.kind is ClauseKind.CLAUSE)
    if any(one is first or one.said[0] in {"this", "these"} for one in kept):
        return False
    if draft.is_open and sum(len(one.said) for one in kept) < _STATEMENT:
        return True
    starts = [one.clause for before, one in pairwise(fates) if before.clause.is_last_of_sentence and _is_said(one)]
    is_own = (not grammar("first-person").isdisjoint(one.said) and len(one.said) >= _STATEMENT for one in starts)
    if any(is_own) or (not draft.is_open and any(map(is_about_things, starts))):
        return False
    is_little = sum(len(one.said) for one in kept) < _SHARE * sum(len(one.said) for one in draft.clauses)
    return is_little and not any(map(_is_whole_by_itself, kept))


def _is_whole_by_itself(clause: Clause) -> bool:
    is_wish = clause.said[0] in grammar("wishes") or begins_with(clause.said, "plans")
    is_call = clause.said[0] in {"someone", "somebody", "anyone"} and clause.said[1:2] in _CALLED_FOR
    return is_wish or is_call or asks(clause) or "?" in clause.ends


_CALLED_FOR = {("come",), ("play",), ("join",), ("help",), ("send",), ("bring",), ("get",), ("text",), ("message",)}
"""After `someone`, these ask anybody: `someone come online`."""


_SHARE = 0.34
"""So much of a draft is more than a remnant of what was said around a detail."""


def _is_said(fate: Fate) -> bool:
    return fate.stays and fate.clause.kind is ClauseKind.CLAUSE


def _names(draft: Draft, concern: Concern) -> set[str]:
    return {flag.category.partition("/")[2] for flag in draft.report.of(concern)}


def _is_whole(text: str, before: str) -> bool:
    """Return whether a rewrite neither dangles nor has brackets or quotation marks that only open."""
    words = _WORD.findall(text.lower())
    is_within = words[-2:-1] != [] and words[-1] == "in" and (words[-2] in _ENTERING or words[-3:-1] in _JOINING)
    dangles = words[-1:] and words[-1] in grammar("dangling") and not text.endswith("?") and not is_within
    if (
        len(words) < 2
        or (dangles and not re.search(rf"\b{re.escape(words[-1])}\W*(?:[.!\n]|$)", before.lower()))
        or text[0] in ",;)-"
    ):
        return False
    return all(_is_paired(text, *pair) or not _is_paired(before, *pair) for pair in _PAIRS)


_ENTERING = frozenset({"get", "come", "go", "let", "log", "join", "jump", "hop", "hand", "check", "stay", "you", "u"})
"""After these, `in` dangles from nothing: `ask me how you get in`."""
_JOINING = (["you", "are"], ["u", "are"], ["u", "r"], ["whos", "all"])
"""So do whoever joins: `tell me if u are in`."""


def _is_paired(text: str, first: str, last: str) -> bool:
    return text.count(first) == text.count(last) if first != last else text.count(first) % 2 == 0


def _kind(draft: Draft, fates: Sequence[Fate]) -> RewriteKind:
    said = [at for at, fate in enumerate(fates) if fate.words]
    if not said:
        return RewriteKind.CUT
    return RewriteKind.COVER if any(draft.gives_away[at] for at in said) else RewriteKind.SAY
