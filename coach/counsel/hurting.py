"""Which clauses without a flag may hurt too, and go with the insult; what is sure to be kind stays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.alone import asks, claims_back, is_of_nothing, is_piece, orders
from coach.counsel.beside_hurt import adds_to_hurt, is_praise_meant, means_no_person
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.declining import declines
from coach.counsel.deeds import is_deed, is_next_deed
from coach.counsel.draft import Draft
from coach.counsel.heart import is_heart
from coach.counsel.ill_will import dares, hurts_anywhere
from coach.counsel.pictured import dislikes_own_picture
from coach.counsel.praise import praises_thing
from coach.counsel.scorn import goes_on_scorning, scorns
from coach.counsel.stings import stings
from coach.counsel.tips import gives_tip
from coach.counsel.words import begins_with, grammar, has_any, verbal
from coach.counsel.worth import WEEKDAYS, asks_after, is_about_things, is_warm, is_worth_keeping, tells_own_side

_SNEER = 3
"""So many words about oneself are more often a sneer: `i could never`."""


def hurts_too(draft: Draft, at: int, *, mildly: bool = False) -> bool:
    """Return whether a clause without a flag may hurt, press or point at somebody too.

    Args:
        draft: a draft in which something hurts.
        at: which of its clauses.
        mildly: whether only what is sure to hurt counts.
    """
    clause = draft.clauses[at]
    is_refusal = declines(clause) and not draft.is_pressing
    is_sent_for = is_warm(clause) or is_praise_meant(draft, at) or is_refusal or is_heart(draft, at)
    is_sent_for = is_sent_for or dislikes_own_picture(clause)
    if is_sent_for and not hurts_anywhere(draft, at):
        return False
    if hurts_anywhere(draft, at) or goes_on_scorning(draft, at) or stings(draft, at) or adds_to_hurt(draft, at):
        return True
    if _follows_from_hurt(draft, at) or (_is_menaced(draft) and not _is_calm(draft, clause)):
        return True
    if mildly:
        return draft.is_beside_hurt[at] and scorns(clause)
    if draft.is_beside_hurt[at]:
        goes_on = draft.is_sticky and draft.is_beside_sticky[at]
        is_apart = _changes_subject(clause) or _is_asked_first(draft, at) or _asks_for_quiet(clause)
        is_kind = is_apart if goes_on else not _describes(draft, at)
        return not (is_kind and _is_shown_kind(draft, at))
    return not (_praises(clause) or _is_shown_kind(draft, at))


def _follows_from_hurt(draft: Draft, at: int) -> bool:
    """Return whether a `so` leads from what hurts to a statement: `ur so slow so we lost`."""
    clause = draft.clauses[at]
    return clause.link == "so" and at > 0 and draft.hurts[at - 1] and draft.is_after_hurt[at] and not asks(clause)


def _is_shown_kind(draft: Draft, at: int) -> bool:
    """Return whether a clause beside an insult is sure not to go on with it.

    A request must be for the writer or for what is planned, a question must ask something, and of whoever was insulted
    only a deed may be said.
    """
    clause = draft.clauses[at]
    said = clause.said
    if scorns(clause) or _crows(draft, clause):
        return False
    if praises_thing(clause) and not is_praise_meant(draft, at):
        return False
    if said[0] in grammar("wishes"):
        is_ironic = draft.is_beside_insult[at] and said[0] in grammar("ironic") and not _is_own_trouble(clause)
        return not is_ironic or _is_meant(draft, at)
    is_tail = clause.link in {"if", "when", "before", "after"} and len(said) <= _SNEER
    if begins_with(said, "plans") or (is_tail and not draft.is_beside_hurt[at]):
        return True
    if said[:4] == _THE_REST and grammar("third-person").isdisjoint(said) and said[4:5] != () and _asked(said[4]):
        return True
    return _is_calm_request(draft, at) if orders(clause) else _is_calm_statement(draft, at)


def _asked(word: str) -> bool:
    return word in grammar("imperatives") | grammar("orders")


_THE_REST = ("the", "rest", "of", "you")
"""Before a request to all but whoever was insulted: `the rest of u tell me by tomorrow`."""


def _crows(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause crows over somebody by name: `take that Riverside`."""
    named = draft.text[clause.body[2].start :][:1] if len(clause.body) > len(_TAKE_THAT) else "A"
    return clause.said[:2] == _TAKE_THAT and named.isupper()


_TAKE_THAT = ("take", "that")


def _is_own_trouble(clause: Clause) -> bool:
    """Return whether it says what the writer has to do now: `great now we have to redo the poster`."""
    said = clause.said[2:] if clause.said[1:2] == ("now",) else clause.said[1:]
    return said[:1] in {("i",), ("we",)} and len(said) > _SNEER and grammar("others").isdisjoint(said)


def _is_meant(draft: Draft, at: int) -> bool:
    """Return whether thanks are meant, as a `but` leads to what hurts: `thanks for the pen but ur messy`."""
    following = draft.clauses[at + 1 : at + 2]
    return bool(following) and following[0].link == "but" and len(draft.clauses[at].said) > _SNEER


def _is_calm_statement(draft: Draft, at: int) -> bool:
    """Return whether a statement or a question is of the writer or of things, or tells what somebody did."""
    clause, said = draft.clauses[at], draft.clauses[at].said
    if draft.is_after_hurt[at] and said[0] == "i" and len(said) <= _SNEER:
        return tells_own_side(clause) or _praises(clause)
    if (draft.is_sticky and draft.is_beside_hurt[at] and said[:2] in _SEEN) or _is_likened(draft, at):
        return False
    if said[0] in grammar("questions") and not grammar("things").isdisjoint(said[:_SNEER]):
        return True
    if grammar("others").isdisjoint(said) or means_no_person(draft, at):
        is_joined = bool(clause.link) and not is_piece(clause)
        is_choice = ("or" in said[1:-1] or _is_dated(said) or _is_once_more(said)) and not draft.is_beside_hurt[at]
        return "?" not in clause.ends or is_joined or asks(clause) or said[0] in grammar("asking") or is_choice
    if not draft.is_beside_hurt[at] and (gives_tip(clause) or _says_what_to_bring(clause)):
        return True
    return asks(clause) or is_worth_keeping(clause, draft) or _is_of_writer(clause) or _goes_on_complaining(draft, at)


def _goes_on_complaining(draft: Draft, at: int) -> bool:
    """Return whether a clause says what the reader did instead of what they promised: `and you went with Mia`."""
    is_after_calm = at > 0 and not (draft.hurts[at - 1] or draft.is_sticky)
    return is_after_calm and is_next_deed(draft.clauses[at], draft.clauses[at - 1])


def _says_what_to_bring(clause: Clause) -> bool:
    """Return whether a clause says what is needed for something planned: `for the sleepover u need a torch`."""
    said = clause.said
    at = next((n for n, pair in enumerate(pairwise(said)) if pair in _NEEDED), 0)
    is_planned = said[0] in {"for", "to"} and not (grammar("things") | grammar("days")).isdisjoint(said[:at])
    return is_planned and grammar("third-person").isdisjoint(said)


_NEEDED = {("you", "need"), ("everyone", "needs"), ("bring", "a"), ("you", "all")}


def _is_dated(said: Sequence[str]) -> bool:
    """Return whether a short question names what is planned and when: `cricket at 5??`, `cinema saturday?`."""
    is_when = any(map(str.isdigit, "".join(said))) or not (grammar("days") | {"lunch", "break"}).isdisjoint(said)
    return is_when and len(said) > 1 and said[0] not in grammar("questions") | grammar("sneering")


def _is_once_more(said: Sequence[str]) -> bool:
    """Return whether a short question asks for the same once more: `same map again?`, `another round?`."""
    return said[0] in {"same", "another"} and len(said) > 1 and said[1] in grammar("rounds")


def _is_likened(draft: Draft, at: int) -> bool:
    """Return whether an `and` leads from an insult to what the writer compares with: `and i play with my dog`."""
    clause = draft.clauses[at]
    if at == 0 or clause.link not in {"and", "n"} or clause.said[0] not in {"i", "we"} or clause.said[1:2] in _OF_OWN:
        return False
    before = draft.clauses[at - 1]
    is_joined = draft.hurts[at - 1] and before.kind is ClauseKind.CLAUSE and not before.is_last_of_sentence
    return is_joined and not is_worth_keeping(clause, draft)


_OF_OWN = {
    (word,)
    for word in ("would", "will", "want", "need", "have", "had", "am", "was", "can", "could", "should", "like", "love",
                 "hope", "think", "miss", "feel", "just", "really")
}  # fmt: skip
"""After `and i`, these say what the writer wants, has or feels."""


_SEEN = {(who, verb) for who in ("i", "we") for verb in ("saw", "heard", "just")}
"""Beside mockery, they only prove it: `i saw the sticker`."""


def _praises(clause: Clause) -> bool:
    """Return whether a sentence of its own thanks or praises whoever was insulted in another."""
    is_plain = grammar("mocking-turns").isdisjoint(clause.said)
    return has_any(clause.said, "praising") and is_plain and not scorns(clause)


def _is_of_writer(clause: Clause) -> bool:
    """Return whether a clause about others is what the writer says of themselves, or allows: `you cant borrow mine`."""
    said = clause.said
    if said[0] in {"i", "we"}:
        pairs = pairwise(said)
        return not any(whose in grammar("yours") and who in grammar("family") for whose, who in pairs)
    first = said[1:] if said[0] in {"no", "nah", "all"} else said
    is_theirs = "".join(first[:1]) in grammar("persons") and is_deed("".join(first[1:2]))
    return is_theirs and not grammar("first-person").isdisjoint(said)


def _is_calm_request(draft: Draft, at: int) -> bool:
    """Return whether a request is for the writer or for what is planned: `bring my skates`, but not `use translate`."""
    clause = draft.clauses[at]
    if claims_back(clause) or (clause.link == "and" and at > 0 and asks(draft.clauses[at - 1])):
        return True
    said = clause.said[clause.said[0] in grammar("urging") and len(clause.said) > 1 :]
    is_planned = not (grammar("first-person") | grammar("things") | grammar("days")).isdisjoint(said)
    is_chore = begins_with(said, "chores") and grammar("others").isdisjoint(said)
    is_asked = begins_with(said, "calmly-asked") and (said[:2] != ("do", "not") or said[2:3] in _CALMLY_FORBIDDEN)
    is_calm = is_chore or said[0] in grammar("softened") or is_asked
    is_calm = is_calm or _asks_for_quiet(clause) or _is_put_right(draft, at)
    return is_planned or is_calm or any(map(str.isdigit, "".join(said)))


def _is_put_right(draft: Draft, at: int) -> bool:
    """Return whether somebody is asked to put right what they broke: `u broke it`, then `build it again`."""
    said, before = draft.clauses[at].said, draft.clauses[:at]
    is_broken = any(
        begins_with(one.said, "breaking") and not hurts for one, hurts in zip(before, draft.hurts, strict=False)
    )
    return is_broken and said[0] in _PUT_RIGHT and "it" in said[1:2]


_PUT_RIGHT = frozenset({"build", "fix", "make", "repair", "redo", "draw", "replace"})
_CALMLY_FORBIDDEN = {
    (verb,)
    for verb in ("forget", "worry", "touch", "start", "leave", "open", "move", "put", "let", "lose", "miss", "break",
                 "mix", "wait", "use", "take", "bring", "eat", "press", "click", "be", "spam", "send", "push", "shout")
}  # fmt: skip
"""Nobody minds being asked not to do these."""


def _is_menaced(draft: Draft) -> bool:
    """Return whether a draft threatens, presses or dares: what else is in it may be part of that."""
    return draft.is_pressing or any(dares(draft, clause) for clause in draft.clauses)


def _is_calm(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause beside a threat is sure to be no part of it."""
    if has_any(clause.said, "holding-over"):
        return False
    is_whole = is_of_nothing(clause) and "only" not in clause.said
    return is_worth_keeping(clause, draft) or claims_back(clause) or is_whole


def _describes(draft: Draft, at: int) -> bool:
    """Return whether a piece of a sentence goes on about somebody: `brain made of tofu`, `still watching cartoons`."""
    clause = draft.clauses[at]
    first = clause.said[1] if clause.said[0] in {"still", "always", "even"} and len(clause.said) > 1 else clause.said[0]
    goes_on = first.endswith("ing") and first in verbal() - grammar("verbs") - grammar("imperatives")
    is_like = is_piece(clause) and has_any(clause.said, "describing")
    return draft.is_after_hurt[at] and (goes_on or is_like)


def _is_asked_first(draft: Draft, at: int) -> bool:
    """Return whether somebody is asked about homework or a plan before what hurts: `did you get number 7`."""
    said = draft.clauses[at].said
    is_of_things = not grammar("things").isdisjoint(said) or any(map(str.isdigit, "".join(said)))
    is_before = not draft.is_after_hurt[at] and is_of_things
    return (is_before or has_any(said[:-1], "working-with")) and asks_after(said)


def _asks_for_quiet(clause: Clause) -> bool:
    """Return whether somebody is asked to make less noise, or to stop what they do to the writer: `turn ur mic off`."""
    is_stopped = claims_back(clause) and not _OF_WRITER.isdisjoint(clause.said)
    return orders(clause) and (is_stopped or begins_with(clause.said, "quietening"))


_OF_WRITER = frozenset({"me", "my", "mine", "us", "our"})


def _is_of_weekday(clause: Clause) -> bool:
    """Return whether a statement says on which day something is: `practical got moved to thurs`."""
    return not (WEEKDAYS | _SHORT_DAYS).isdisjoint(clause.said) and len(clause.said) > _SNEER and not is_piece(clause)


_SHORT_DAYS = frozenset({"mon", "tues", "weds", "wed", "thurs", "thur", "fri"})


def _changes_subject(clause: Clause) -> bool:
    """Return whether a clause has nothing to do with what hurts: it speaks of the writer, wishes well, or gives a time.

    What mocks somebody's looks or family goes on mocking in every word about `you`, `she` or `it`.
    """
    words = frozenset(clause.said)
    if not grammar("sneering").isdisjoint(clause.said[:2]):
        return False
    if clause.said[0] in grammar("wishes") or begins_with(clause.said, "plans"):
        return True
    is_about_others = not words.isdisjoint(grammar("others") | grammar("pointing") | grammar("objects") - {"me", "us"})
    is_own = not words.isdisjoint(grammar("first-person")) and len(clause.said) > _SNEER
    is_asked = (asks(clause) or clause.said[0] in grammar("asking") | grammar("imperatives")) and len(words) > _SNEER
    is_timed = any(map(str.isdigit, "".join(clause.said))) or _is_of_weekday(clause)
    return not is_about_others and (is_own or is_asked or is_timed or is_about_things(clause))
