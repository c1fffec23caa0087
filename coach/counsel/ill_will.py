"""What hurts anywhere in a draft with an insult, though no flag is on it."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import asks, is_piece
from coach.counsel.clauses import Clause
from coach.counsel.declining import declines
from coach.counsel.draft import Draft
from coach.counsel.heart import claims_sum
from coach.counsel.jeers import jeers
from coach.counsel.scorn import drives_out
from coach.counsel.stings import is_not_theirs
from coach.counsel.words import begins_with, grammar, has_any
from coach.engine.text.first_names import first_names


def hurts_anywhere(draft: Draft, at: int) -> bool:
    """Return whether a clause presses, leaves out, points at somebody, wishes them ill, dares them or boasts."""
    clause = draft.clauses[at]
    leaves_out = clause.link in _LEAVING_OUT or has_any(clause.said, "excluding") or _greets_but(clause)
    is_mean = leaves_out or has_any(clause.said, "boasting") or _demands(draft, clause)
    is_mean = is_mean or _counts(clause) or _wishes_ill(clause)
    is_mean = is_mean or _parts_for_good(clause) or _compares(clause) or jeers(clause) or names_left_out(draft, at)
    is_mean = is_mean or _leads_to_plot(draft, at) or _keeps_out(clause)
    is_turned = _presses(clause) or _guesses(clause) or _sets_against(draft, clause) or _turns_on(draft, clause)
    return is_mean or is_turned or drives_out(clause) or _disgusts(draft, at) or dares(draft, clause)


_LEAVING_OUT = frozenset({"except", "apart from"})


def _demands(draft: Draft, clause: Clause) -> bool:
    """Return whether money or homework is demanded; what was promised may be recalled: `u said ud pay me back`."""
    is_recalled = clause.said[:2] in _PROMISED or claims_sum(draft, clause)
    return (has_any(clause.said, "owing") and not is_recalled) or has_any(clause.said, "cheating")


_PROMISED = {("you", "said"), ("you", "promised"), ("you", "swore")}


def _greets_but(clause: Clause) -> bool:
    """Return whether somebody is left out of a greeting, in its clause or after it: `apart from jade`."""
    said = clause.said
    is_left_out = "except" in said or "apart from" in " ".join(said)
    return said[:2] == ("apart", "from") or (is_left_out and begins_with(said, "greeting-well"))


def names_left_out(draft: Draft, at: int) -> bool:
    """Return whether the sentence of a clause begins by leaving somebody out: `Not Tahlia, she feels sick`."""
    first = at
    while first > 0 and not _ends_before(draft, first) and not _is_not_them(draft, first):
        first -= 1
    return _is_not_them(draft, first)


def _ends_before(draft: Draft, at: int) -> bool:
    """Return whether a sentence ends before a clause, or an emoji does before an `and`, which begins another."""
    clause, before = draft.clauses[at], draft.clauses[at - 1]
    is_joined = before.tokens[-1].is_emoji and "and" in {clause.link, *clause.words[:2]}
    return before.is_last_of_sentence or is_joined


def _is_not_them(draft: Draft, at: int) -> bool:
    said, body = draft.clauses[at].said, draft.clauses[at].body
    if is_not_theirs(said):
        return True
    if said[0] == "not" and said[1:2] in {("with",), ("for",), ("like",)}:
        said, body = (said[0], *said[2:]), (body[0], *body[2:])
    if said[0] != "not" or len(body) < _NAMED or len(body) > _LONGEST_NAMED:
        return False
    is_capital = draft.text[body[1].start].isupper() and said[1].rstrip(".") not in grammar("first-person")
    return said[1] in {"you", "ur"} or said[1] in first_names() or is_capital


_NAMED, _LONGEST_NAMED = 2, 4
"""Fewest and most words of `not you` and a name."""


def _compares(clause: Clause) -> bool:
    """Return whether a piece sets something above somebody: `way funnier than Owens`."""
    at = clause.said.index("than") if "than" in clause.said[1:] else 0
    is_better = at > 0 and (clause.said[at - 1].endswith("er") or "more" in clause.said[:at])
    return is_better and is_piece(clause) and not any(map(str.isdigit, "".join(clause.said)))


def _parts_for_good(clause: Clause) -> bool:
    """Return whether somebody hears that it is all over: `im never playing with u again`, `we are done`."""
    said = clause.said
    is_of_both = said[0] in {"i", "we"} and not grammar("yours").isdisjoint(said)
    is_for_good = not _NEVER.isdisjoint(said) and not _EVER.isdisjoint(said)
    return (is_of_both and is_for_good and not declines(clause)) or has_any(said, "parting")


_NEVER, _EVER = frozenset({"never", "not"}), frozenset({"again", "ever", "anything", "anymore"})


def _counts(clause: Clause) -> bool:
    """Return whether somebody hears, or others hear of them, how they did: `u got 3 out of 20`, `priya got 12`."""
    is_of_somebody = clause.said[0] in {"you", "he", "she"} or clause.said[0] in first_names()
    return is_of_somebody and clause.said[1:2] in _MARKED and any(map(str.isdigit, "".join(clause.said)))


_MARKED = {("got",), ("scored",), ("only",)}


def _guesses(clause: Clause) -> bool:
    """Return whether somebody is named beside an insult as who did it or is meant: `bet it was omar`, `i say beth`."""
    said = clause.said
    is_guess = begins_with(said, "guessing") and "?" not in clause.ends
    return is_guess and grammar("first-person").isdisjoint(said[1:]) and grammar("things").isdisjoint(said)


def taunts(draft: Draft, at: int) -> bool:
    """Return whether a clause goes on about somebody whose trouble is thrown at them: `ur gonna be homeless`."""
    clause = draft.clauses[at]
    if not draft.is_taunting or grammar("others").isdisjoint(clause.said):
        return False
    is_own = not grammar("first-person").isdisjoint(clause.said) or begins_with(clause.said, "plans")
    is_kind = has_any(clause.said, "praising") or has_any(clause.said, "being-kind")
    return not (is_own or is_kind or asks(clause) or "?" in clause.ends)


def _presses(clause: Clause) -> bool:
    is_loss = clause.said[1:2] in {("miss",), ("lose",)} or clause.said[1:3] == ("will", "miss")
    return clause.link in grammar("pressing") and clause.said[0] in grammar("pressers") and not is_loss


def _sets_against(draft: Draft, clause: Clause) -> bool:
    """Return whether others are asked to keep away from somebody: `dont vote for mia`, `dont lend zoe anything`."""
    said = clause.said
    if begins_with(said, "turning-against") or " ".join(said).startswith(("nobody give", "no one give")):
        is_thing = said[-1] in _THING and said[2:3] == ("touch",)
        own = grammar("first-person") & set(said)
        is_of_them = not {"him", "her", "them"}.isdisjoint(said) and own <= {"our", "us"}
        return not is_thing and (not own or is_of_them)
    return said[:2] in {("do", "not"), ("never", "lend")} and _is_about_somebody(draft) and not _is_planned(said)


def _keeps_out(clause: Clause) -> bool:
    """Return whether others are asked to keep somebody out: `pls nobody put Tanvi in my team`."""
    said = clause.said[1:] if clause.said[0] in grammar("urging") and len(clause.said) > 1 else clause.said
    kept = said[2:] if said[:2] == ("no", "one") else said[1:] if said[0] in {"nobody", "noone"} else ()
    return kept[:1] != () and kept[0] in _PUTTING and len(kept) > 1


_PUTTING = frozenset({"put", "pick", "let", "pair", "choose", "give", "pass", "vote", "save", "add"})


_THING = frozenset({"it", "this", "that", "anything", "else", "mine"})
"""Nobody is called so: `dont touch it`."""


def _is_about_somebody(draft: Draft) -> bool:
    """Return whether what hurts is about `he` or `she`, and not about the reader."""
    hurting = [one for one, hurts in zip(draft.clauses, draft.hurts, strict=True) if hurts]
    return any(not grammar("third-person").isdisjoint(one.words) for one in hurting)


def _is_planned(said: Sequence[str]) -> bool:
    is_own = not grammar("first-person").isdisjoint(said)
    return is_own or not grammar("things").isdisjoint(said) or said[2:3] in {("forget",), ("worry",), ("be",)}


def _disgusts(draft: Draft, at: int) -> bool:
    """Return whether an emoji of disgust follows: `boys who do ballet`, and a vomiting face."""
    following = draft.clauses[at + 1 : at + 2]
    return any(token.plain[0] in grammar("disgust") for clause in following for token in clause.tokens)


def _wishes_ill(clause: Clause) -> bool:
    """Return whether somebody is wished ill: `enjoy being hated`, but not `hope you feel better`."""
    return begins_with(clause.said, "ill-wishing") and grammar("well-wishing").isdisjoint(clause.said)


def dares(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause dares somebody in a draft that calls them a coward: `just jump off the pier`."""
    asked = clause.said[1:] if clause.said[0] in grammar("urging") else clause.said
    if clause.said[0] not in {"even", "everyone", "everybody"} and not begins_with(asked, "daring"):
        return False
    hurting = (one for one, hurts in zip(draft.clauses, draft.hurts, strict=True) if hurts)
    return any(not grammar("cowards").isdisjoint(one.words) for one in hurting)


def _turns_on(draft: Draft, clause: Clause) -> bool:
    """Return whether others are pointed at somebody by name: `can we not make Sam goalie`, `its Sam`."""
    written = [draft.text[token.start : token.end] for token in clause.body[1:]]
    is_named = any(word[:1].isupper() and not word.isupper() and not word.startswith("I'") for word in written)
    if clause.said[-3:] == ("it", "was", "you") and "told" in clause.said:
        return True
    if len(clause.said) > 2 and clause.said[-3:-1] in {("it", "is"), ("it", "was")}:
        return is_named and clause.said[-1] not in grammar("no-place")
    if not begins_with(clause.said, "leaving-out"):
        return False
    return is_named or not grammar("third-person").isdisjoint(clause.said) or has_any(clause.said, "including")


def plots(draft: Draft) -> bool:
    """Return whether a draft plans something cruel against somebody who does not read it: `lets all ignore noah`."""
    pairs = zip(draft.clauses, draft.hurts, strict=True)
    is_plot = any(hurts and _is_plot(one.said) for one, hurts in pairs)
    return is_plot or any(_leads_to_plot(draft, at) for at in range(len(draft.clauses)))


def _leads_to_plot(draft: Draft, at: int) -> bool:
    """Return whether a clause plans something that hurts by what follows: `lets hide his bag and watch him cry`."""
    following = draft.clauses[at + 1 : at + 2]
    if not following or draft.clauses[at].is_last_of_sentence or not draft.hurts[at + 1]:
        return False
    leads_on = following[0].link in {"and", "then", "so"} or following[0].said[0] in grammar("asking")
    return leads_on and _is_plot(draft.clauses[at].said)


def _is_plot(said: Sequence[str]) -> bool:
    is_joint = begins_with(said, "plotting")
    is_own = said[:4] == ("i", "am", "going", "to") and not grammar("plotted").isdisjoint(said[4:5])
    return (is_joint or is_own) and grammar("yours").isdisjoint(said)
