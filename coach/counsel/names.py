"""Parts of a clause that a flag points at and that can be left out by themselves."""

from __future__ import annotations

from dataclasses import replace

from coach.counsel.beginnings import begins_clause
from coach.counsel.clauses import Clause, ClauseKind, split_at
from coach.counsel.tokens import Tokens, has_verb, plain_words
from coach.counsel.whoever import judged
from coach.counsel.words import grammar, verbal
from coach.models import Concern, Flag

_YOU = frozenset({"you", "u", "ya"})
"""At the end of a clause and alone, they are what is done something to: `to batter you`."""
_LONGEST = 5
"""Most words of a name that somebody is called."""


def parted(clause: Clause, flags: tuple[Flag, ...]) -> list[Clause]:
    """Return a clause in parts: the name somebody is called in it alone, and what follows a detail by itself."""
    if both := judged(clause, flags):
        return both
    if turn := next(filter(None, (_turn(clause, flag) for flag in flags)), 0):
        return [part for one in split_at(clause, turn, clause.end) for part in parted(one, flags)]
    for flag in flags:
        span = _span_of(clause, flag) if clause.meets(flag.start, flag.end) else None
        if span:
            return [part for one in split_at(clause, *span) for part in _named(one, span, flag, flags)]
    return _without_name(clause) if any(flag.concern is Concern.UNKIND for flag in flags) else [clause]


def _turn(clause: Clause, flag: Flag) -> int:
    """Return where a `but` turns from what was said to what hurts: `love this song but the girl`; 0 if none does."""
    if flag.concern is not Concern.UNKIND or not clause.meets(flag.start, flag.end):
        return 0
    first = next(at for at, token in enumerate(clause.tokens) if token.end > flag.start)
    near = range(max(first - _BETWEEN, _WHOLE), first)
    return next((clause.tokens[at].start for at in near if clause.tokens[at].plain == ("but",)), 0)


_BETWEEN = 3
"""Most words from a `but` to what hurts, the `but` too."""


def _without_name(clause: Clause) -> list[Clause]:
    """Return a clause and the name at its end by which somebody is called there, though no flag is on it."""
    *before, last = clause.tokens
    is_name = clause.kind is ClauseKind.CLAUSE and last.plain[0] in grammar("called-names")
    if not is_name or len(before) < _WHOLE or before[-1].plain[-1] in grammar("calling") | grammar("naming"):
        return [clause]
    kept, name = split_at(clause, last.start, last.end)
    return [kept, replace(name, kind=ClauseKind.NAME, link="")]


def _named(part: Clause, span: tuple[int, int], flag: Flag, flags: tuple[Flag, ...]) -> list[Clause]:
    """Return a part of a clause; the name in it is marked as one, and what is beside it may hold another."""
    if flag.concern is Concern.UNKIND and (part.start, part.end) == span:
        return [replace(part, kind=ClauseKind.NAME)]
    return [part] if part.start == span[0] else parted(part, flags)


def _span_of(clause: Clause, flag: Flag) -> tuple[int, int] | None:
    return _name_called(clause, flag) if flag.concern is Concern.UNKIND else _detail(clause, flag)


def _name_called(clause: Clause, flag: Flag) -> tuple[int, int] | None:
    """Return the characters of a name that somebody is called beside a whole clause: `pass the ball you muppet`."""
    first, last = _widened(clause.tokens, flag)
    before, name, after = clause.tokens[:first], clause.tokens[first:last], clause.tokens[last:]
    if not after and len(name) == 1 and name[0].plain[0] in _YOU:
        return None
    if grammar("conditions").issuperset(plain_words(name)) or _is_stressed(name) or _is_deed(name):
        return None
    if len(after) == 1 and name[0].plain[0] in grammar("addressing"):
        name, after = (*name, *after), ()
    is_held = bool(before) and before[-1].plain[0] in grammar("verbs") and name[0].plain[0] not in grammar("addressing")
    is_name = not is_held or all(_describes(token.plain[0]) for token in name[:-1])
    is_owned = len(name) > _WHOLE and name[0].plain[0] in {"his", "her", "their", "my", "our"}
    is_owned = is_owned or name[-1].plain[-1] in {"yourself", "himself", "herself"}
    is_verbless = (
        is_name and not is_owned and not any(has_verb([token]) for token in name[1:]) and _holds_no_auxiliary(name)
    )
    if (
        not is_verbless
        or _goes_on(name)
        or len(name) > _LONGEST
        or _is_face(name, flag)
        or not _is_beside(before, name, after)
    ):
        return None
    return name[0].start, name[-1].end


def _goes_on(name: Tokens) -> bool:
    """Return whether it says how somebody is, as no name does: `u breathing like a pig`."""
    is_described = name[0].plain[0] in {"a", "an", "the", "absolute"}
    return not is_described and not {"like", "in"}.isdisjoint(plain_words(name[1:]))


def _is_stressed(name: Tokens) -> bool:
    """Return whether it is only `you` and a word that stresses what was said: `i cant stand u anymore`."""
    rest = " ".join(plain_words(name[1:]))
    return name[0].plain[0] in grammar("addressing") and rest in grammar("stressing")


def _is_deed(name: Tokens) -> bool:
    """Return whether it is `you` and a verb that nobody is called by: `u never let me`, `u tell`."""
    following = name[1].plain[0] if len(name) > 1 else ""
    return name[0].plain[0] in grammar("addressing") and following in {"never", "always", "tell", "told", "let"}


def _is_face(name: Tokens, flag: Flag) -> bool:
    """Return whether it is only `you`, and what hurts follows: `the whole class noticed you` and a sick face."""
    goes_on = name[-1].is_emoji or flag.end > name[-1].end
    return goes_on and all(one.is_emoji or one.plain[0] in grammar("addressing") for one in name)


def _describes(word: str) -> bool:
    """Return whether a word before a noun says what somebody is like: `thieving`, `lazy`."""
    return word in grammar("naming") | grammar("called-names") or word.endswith(
        ("ing", "y", "ed", "ful", "less", "ish", "ous", "ic")
    )


def _holds_no_auxiliary(name: Tokens) -> bool:
    words = plain_words(name[1:])
    is_deed = bool(words) and words[0].endswith("ed") and words[0] in verbal()
    is_group = name[0].plain == ("only",)
    return grammar("auxiliaries").isdisjoint(words) and not (is_deed or is_group) and words[-1:] != ("on",)


def _widened(tokens: Tokens, flag: Flag) -> tuple[int, int]:
    """Return the flagged tokens with the words before them that belong to a name, from the last `you`."""
    at = [number for number, token in enumerate(tokens) if token.end > flag.start and token.start < flag.end]
    first, last = at[0], at[-1] + 1
    while first > 0 and at[0] - first < 3 and tokens[first - 1].plain[0] in grammar("naming"):
        first -= 1
    addresses = (n for n in range(last - 1, first, -1) if tokens[n].plain[0] in grammar("addressing"))
    return next(addresses, first), last


def _is_beside(before: Tokens, name: Tokens, after: Tokens) -> bool:
    """Return whether the name is beside a clause that is whole without it."""
    goes_on = begins_clause(after) or after[0].plain[0] in grammar("coordinate") if after else True
    is_told_doing = after and len(name) > 1 and after[0].plain[0].endswith("ing") and after[0].plain[0] in verbal()
    is_addressed = name[0].plain[0] in grammar("addressing")
    if not goes_on and not (is_addressed and (has_verb(after) or is_told_doing)):
        return False
    if not before:
        return bool(after)
    is_whole = (
        name[0].plain[0] in grammar("addressing")
        or has_verb(before)
        or not (grammar("objects") | grammar("imperatives")).isdisjoint(plain_words(before))
    )
    is_hour = before[-1].plain == ("am",) and "".join(plain_words(before)[-2:-1]).isdigit()
    waits = before[-1].plain[-1] in grammar("calling") | grammar("auxiliaries") and not _ends_with_verb(before)
    waits = waits and not is_hour
    is_called = name[0].plain[0] in grammar("addressing") and len(name) > 1
    return is_whole and not waits and (len(before) > 1 or bool(after) or is_called)


def _ends_with_verb(before: Tokens) -> bool:
    """Return whether `do` or `have` is the verb of the words before: `copying everything i do`."""
    return before[-1].plain[-1] in {"do", "did", "have", "had"} and plain_words(before)[-2:-1] in _SUBJECTS


_SUBJECTS = {("i",), ("we",), ("you",), ("never",)}


def _detail(clause: Clause, flag: Flag) -> tuple[int, int] | None:
    """Return the characters of a detail, from the request that leads to it up to where a new clause begins."""
    before = [token for token in clause.tokens if token.start < flag.start]
    after = [token for token in clause.tokens if token.start >= flag.end]
    opening = len(before) if before and _asks_to_write(before) else max(len(before) - _LEADING, 1)
    leads = [at for at in range(opening, len(before)) if _asks_to_write(before[at:])]
    if len(before) > _WHOLE and " ".join(before[-1].plain) in _IS:
        leads.append(len(before) - 1)
    if before and before[-1].plain[-1] not in grammar("waiting") and begins_clause(clause.tokens[len(before) :]):
        leads.append(len(before))
    waits = [token.plain[-1] in grammar("waiting") for token in after]
    ends = (
        at for at in range(min(len(after), _TRAILING + 1)) if _begins_anew(after[at:]) and not (at and waits[at - 1])
    )
    first, last = next(iter(leads), None), next(ends, None)
    if first and clause.tokens[first - 1].plain[0] in grammar("urging"):
        first -= 1
    if first is None and last is None:
        return None
    start = clause.start if first is None else clause.tokens[first].start
    return start, clause.end if last is None else max(flag.end, after[last - 1].end if last else flag.end)


def _begins_anew(tokens: Tokens) -> bool:
    """Return whether a clause begins here, and no noun of the one before: `the shop`."""
    if tokens[0].plain[0] in grammar("coordinate") | {"so"} and len(tokens) > _WHOLE:
        asks = tokens[1].plain[0] in grammar("questions") | grammar("asking")
        return asks and "not" not in plain_words(tokens[1:3]) and begins_clause(tokens[1:])
    return tokens[0].plain[0] not in grammar("possessives") and begins_clause(tokens)


def _asks_to_write(tokens: Tokens) -> bool:
    """Return whether these words ask to be written to: `call me on`, but not `phone is`."""
    first, following = tokens[0].plain[0], tokens[1].plain[0] if len(tokens) > 1 else ""
    return first in grammar("contacting") and following in _CONTACTED


_IS = frozenset({"its", "it is", "that is"})
"""They begin a clause of their own before a detail: `for the quiz its 9 Heron Mews`."""
_CONTACTED = frozenset({"", "me", "us", "my", "on"})


_WHOLE = 2
"""Fewest words before a name that is called at the end."""
_LEADING, _TRAILING = 3, 2
"""Most words before a detail that lead to it, and after it that belong to it: `call me on`, `until 7`."""
