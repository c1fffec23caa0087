"""What becomes of each clause of a draft: it stays, goes, or is said another way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.counsel.alone import asks, claims_back
from coach.counsel.asked_back import named_back
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.covers import covered
from coach.counsel.draft import Draft
from coach.counsel.hurting import hurts_too
from coach.counsel.ill_will import hurts_anywhere
from coach.counsel.nouns import renamed, uncoded
from coach.counsel.objects import calm_object
from coach.counsel.telling import gives_away_too
from coach.counsel.templates import fillings, templates_in
from coach.counsel.words import grammar, has_any
from coach.counsel.worth import is_fond, is_warm
from coach.engine.text.first_names import first_names
from coach.models import RuleEdit
from coach.models.category import GRAVE


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a clause."""

    clause: Clause
    words: str | None
    """What is said in its place; empty if it is left out, None if it stays."""

    @property
    def stays(self) -> bool:
        """Whether anything is left of it."""
        return self.words is None or bool(self.words)


def all_said(draft: Draft, cut: Sequence[Fate]) -> list[Fate]:
    """Say what hurts or gives too much away another way where a template knows how, and ask nicely beside it.

    Args:
        draft: the draft.
        cut: its clauses, where what hurts or gives too much away is left out.
    """
    return _helping_alone(_asked_once(_with_reasons(draft, [_said(draft, at, cut) for at in range(len(cut))])))


def _helping_alone(fates: list[Fate]) -> list[Fate]:
    """Leave out an offer of help beside anything else: behind `can u pass more?` it is a sneer."""
    offers = [bool(one.words) and (one.words or "").startswith(_HELP) for one in fates]
    others = [
        one.stays and one.clause.kind is ClauseKind.CLAUSE and not offer
        for one, offer in zip(fates, offers, strict=True)
    ]
    if not any(others):
        return fates
    return [Fate(one.clause, "") if offer else one for one, offer in zip(fates, offers, strict=True)]


_HELP = ("Do you want help", "do you want help", "Do u want help", "do u want help")


def _with_reasons(draft: Draft, fates: list[Fate]) -> list[Fate]:
    """Keep what a request is for that was made of words that hurt: `move ur fat bum so we can see`."""
    for at in range(1, len(fates)):
        clause, before = fates[at].clause, fates[at - 1]
        is_reason = clause.link == "so" and clause.said[:2] in _ENABLED and not draft.hurts[at]
        asked = _ASKED.match(before.words or "") if draft.hurts[at - 1] and not before.clause.ends.strip() else None
        if is_reason and asked:
            fates[at - 1] = Fate(before.clause, f"{asked[1]} {asked[3].rstrip('?')} {asked[2]}")
            fates[at] = Fate(clause, None)
    return fates


_ENABLED = {("i", "can"), ("we", "can")}


def _asked_once(fates: list[Fate]) -> list[Fate]:
    """Join two offers to be asked, or two requests, into one: `ask me for the gate code and the wifi`."""
    for at in range(1, len(fates)):
        words, before = fates[at].words or "", fates[at - 1].words or ""
        is_same = words.lower().startswith(_ASK_ME) and before.lower().startswith(_ASK_ME)
        if is_same and fates[at].clause.link == "and":
            fates[at] = Fate(fates[at].clause, f"and {words[len(_ASK_ME) :]}")
        elif fates[at].clause.link == "and" and (first := _ASKED.match(before)) and (second := _ASKED.match(words)):
            fates[at - 1] = Fate(fates[at - 1].clause, f"{first[1]} {first[2]}")
            fates[at] = Fate(fates[at].clause, f"and {second[2]} {second[3]}")
    return fates


_ASKED = re.compile(r"(can (?:you|u)) (.+) ((?:please|pls)\?)$", re.IGNORECASE)
_ASK_ME = "ask me for "


def all_cut(draft: Draft, *, mildly: bool = False) -> list[Fate]:
    """Leave out what hurts or gives too much away; mildly, what only may go on hurting stays."""
    return [_cut(draft, at, mildly=mildly) for at in range(len(draft.clauses))]


def _said(draft: Draft, at: int, fates: Sequence[Fate]) -> Fate:
    cut, clause = fates[at], draft.clauses[at]
    if clause.kind is ClauseKind.CLAUSE and draft.is_pressing and (wanted := _condition(draft, at)):
        return Fate(clause, draft.style.said(wanted))
    if _is_only_cut(draft, at) or _greets_all(draft, 0):
        return cut
    if draft.gives_away[at]:
        return Fate(clause, covered(draft, clause) or "")
    filled = _reworded(draft, at, is_cut=cut.words is not None)
    other = _asked_by_name(draft, at, fates, filled)
    if not (filled or other):
        other = _renamed(draft, at, fates) or (uncoded(draft, at) if cut.words is None else "")
    if other:
        return Fate(clause, other)
    if filled is None or (filled.endswith("?") and cut.words is None and _is_held_by_next(fates, at)):
        return cut
    return Fate(clause, draft.style.said(_asked_nicely_once(filled.replace(_STINGING, ""))))


def _asked_nicely_once(words: str) -> str:
    """Return a request without the `please` at its end if another word in it says the same: `abeg`."""
    return words.removesuffix(" please?") + "?" if _NICELY.search(words) else words


_NICELY = re.compile(r"\b(?:abeg|biko|please|pl[sz])\b.* please\?$", re.IGNORECASE)


def _asked_by_name(draft: Draft, at: int, fates: Sequence[Fate], filled: str | None) -> str:
    """Return a request with the name of what is asked for, which a clause that goes named; empty if none did."""
    clause = draft.clauses[at]
    goes, written = [not one.stays for one in fates], draft.text[clause.body[0].start : clause.body[-1].end]
    if draft.hurts[at] or goes[at]:
        return ""
    words = named_back(draft, at, goes, filled or written)
    if not words or filled or draft.is_open or clause.said[0] not in grammar("handing-over") | {"just"}:
        return draft.style.said(words) if filled else words
    asked = words.partition(" ")[2] if clause.said[0] == "just" else words
    return draft.style.said(f"Can you {asked[:1].lower()}{asked[1:]} please?")


_ANGRY = "I'm really angry"
_STINGING = " for once"
"""Asked nicely, this would sting still: `can u pass the ball for once pls?`."""


def _renamed(draft: Draft, at: int, fates: Sequence[Fate]) -> str:
    """Return a clause with a noun in the place of its pronoun; empty if there is none, or if it leaves somebody out."""
    if draft.hurts[at] and at and fates[at - 1].stays and (thing := calm_object(draft, at)):
        return thing
    leaves_out = any(draft.hurts) and hurts_anywhere(draft, at)
    return "" if leaves_out else renamed(draft, at)


def _is_only_cut(draft: Draft, at: int) -> bool:
    """Return whether a clause is not to be said another way; beside a threat, only what is asked back is."""
    clause = draft.clauses[at]
    is_asked_back = claims_back(clause) and not draft.hurts[at]
    is_reproach = draft.hurts[at] and all(flag.category not in GRAVE for flag in draft.report.flags)
    is_grave = (draft.frightens[at] or (draft.is_pressing and not is_asked_back)) and not is_reproach
    is_both = draft.gives_away[at] and draft.hurts[at]
    return clause.kind is not ClauseKind.CLAUSE or is_grave or is_both or _leads_to_hurt(draft, at)


def _leads_to_hurt(draft: Draft, at: int) -> bool:
    """Return whether a clause breaks off before what hurts: `stop acting like`."""
    clause = draft.clauses[at]
    is_open = not clause.ends.strip() and clause.said[-1] in grammar("leading-on")
    return is_open and not draft.gives_away[at] and any(draft.hurts[at + 1 : at + 2])


def _reworded(draft: Draft, at: int, *, is_cut: bool) -> str | None:
    """Return what a clause that gives nothing away may become beside words that do, or that hurt."""
    clause = draft.clauses[at]
    if any(draft.hurts):
        wishes = (
            templates_in(_CONDITIONS[clause.link])
            if clause.link in _CONDITIONS and _is_said_to_whoever(draft, at)
            else ()
        )
        wishes = (*wishes, *_left_out(draft, at))
        is_soft = at > 0 and grammar("polite").issuperset(draft.clauses[at - 1].words)
        is_joined = clause.link == "and" and draft.is_after_hurt[at] and draft.hurts[at - 1]
        softer = templates_in("soften") if not (is_cut or is_soft or is_joined) and draft.is_next_to_hurt[at] else ()
        templates = [*draft.edits_of(clause), *wishes, *templates_in("say"), *softer]
    else:
        is_beside = (is_cut and draft.is_beside_detail[at]) or draft.holds("contact")
        templates = [*templates_in("beside")] if is_beside else []
    found = next(fillings(templates, draft.text, clause.body, draft.audience), None)
    return None if found is not None and found.startswith(_ANGRY) and is_fond(draft) else found


def _left_out(draft: Draft, at: int) -> Sequence[RuleEdit]:
    """Return what a `because` may become that says why a friendship should end: `because u sat with mia`."""
    is_reason = draft.clauses[at].link == "because" and at > 0 and draft.hurts[at - 1] and not draft.hurts[at]
    return templates_in("left-out") if is_reason and "exclusion" in draft.names else ()


_CONDITIONS = {"if": "unless", "whoever": "whoever"}
"""Connectives of clauses that something becomes of if the next one hurts, and the tables that say what."""


def _condition(draft: Draft, at: int) -> str | None:
    """Return what becomes of the condition of a threat: what the writer may claim, or what a friendship should end for.

    Nobody is threatened with more than the end of a friendship where that is what becomes of it.
    """
    clause = draft.clauses[at]
    if "self-harm" in draft.names:
        return None
    if clause.link == "whoever" and any(draft.hurts[at + 1 : at + 2]):
        return next(fillings(templates_in("whoever"), draft.text, clause.body, draft.audience), None)
    if at and draft.clauses[at - 1].words[-1] in _UNTIL and draft.hurts[at - 1]:
        return next(fillings(templates_in("until"), draft.text, clause.body, draft.audience), None)
    if clause.link != "if":
        return None
    tables = ["claim"] if "threat" in draft.names else ["claim", "before"]
    templates = [one for name in tables for one in templates_in(name)]
    return next(fillings(templates, draft.text, clause.body, draft.audience), None)


_UNTIL = frozenset({"til", "till", "until"})
"""At the end of a clause, the next one says what is waited for."""


def _is_said_to_whoever(draft: Draft, at: int) -> bool:
    """Return whether nothing calm is asked of whoever a condition is about, so that it has to be said what is."""
    clause = draft.clauses[at]
    if clause.link != "whoever" or draft.is_pressing or _next_hurts(draft, at) or ":" in clause.ends:
        return _next_hurts(draft, at)
    following = draft.clauses[at + 1 :]
    ends = next((n for n, one in enumerate(following) if one.is_last_of_sentence), len(following))
    asked = [] if clause.is_last_of_sentence else following[: ends + 1]
    return not any(asks(one) for one in asked)


def _next_hurts(draft: Draft, at: int) -> bool:
    return any(draft.hurts[at + 1 : at + 2]) and not draft.is_pressing


def _is_held_by_next(fates: Sequence[Fate], at: int) -> bool:
    """Return whether the next clause belongs to this one, so that no question mark can part them: `when done`."""
    if fates[at].clause.ends.strip():
        return False
    if fates[at + 1 :] and _is_polite(fates[at + 1].clause):
        return _is_held_by_next(fates, at + 1)
    following = next(iter(fates[at + 1 :]), None)
    return following is not None and following.clause.link in grammar("dependent") and following.stays


def _is_polite(clause: Clause) -> bool:
    """Return whether it is only the `pls` of the request before."""
    return clause.kind is ClauseKind.CLOSER and grammar("polite").issuperset(clause.words)


def _is_called(draft: Draft, at: int) -> bool:
    """Return whether a mark only begins with the name of whoever is spoken to: `theo u never pass`."""
    clause = draft.clauses[at]
    is_name = clause.kind is ClauseKind.OPENER and not first_names().isdisjoint(clause.words)
    return is_name and all(flag.end > clause.end for flag in draft.flags_of(clause))


def _is_scornful(draft: Draft, clause: Clause) -> bool:
    """Return whether words taken for a name only scorn somebody who was insulted: `pathetic`."""
    is_scorn = has_any(clause.words, "scorning") or not grammar("called-names").isdisjoint(clause.words)
    return any(draft.hurts) and is_scorn and first_names().isdisjoint(clause.words)


def _greets_all(draft: Draft, at: int) -> bool:
    """Return whether a mark only begins with whom a greeting is for: `happy easter everyone`, then `except kyle`."""
    clause = draft.clauses[at]
    is_greeting = clause.kind is ClauseKind.CLAUSE and is_warm(clause) and clause.said[-1] in grammar("addressees")
    last = clause.tokens[-1]
    return is_greeting and all(one.start >= last.start and one.end > last.end for one in draft.flags_of(clause))


def _is_emoji(clause: Clause) -> bool:
    return clause.kind is ClauseKind.CLOSER and all(token.is_emoji for token in clause.tokens)


def _cut(draft: Draft, at: int, *, mildly: bool = False) -> Fate:
    clause = draft.clauses[at]
    is_aside = clause.kind in {ClauseKind.TAIL, ClauseKind.NAME}
    is_answer = clause.kind is ClauseKind.OPENER and (draft.is_risky[at] or _is_scornful(draft, clause))
    is_greeting = _greets_all(draft, at) or (_is_emoji(clause) and at > 0 and _greets_all(draft, at - 1))
    hurts = draft.hurts[at] and not (_is_called(draft, at) or is_greeting)
    goes = hurts or draft.gives_away[at] or draft.frightens[at] or is_aside or is_answer
    if clause.kind is ClauseKind.CLAUSE and not goes:
        goes = (any(draft.hurts) and hurts_too(draft, at, mildly=mildly)) or gives_away_too(draft, at)
    return Fate(clause, "" if goes else None)
