"""Where a clause begins in a chat message without punctuation."""

from __future__ import annotations

from coach.counsel.beginnings import begins_clause, is_object, names_object, tells_of_noun
from coach.counsel.tokens import Token, Tokens, asks_whether, has_verb, is_all, is_aside, plain_words
from coach.counsel.words import grammar, verbal


def begins(before: Tokens, rest: Tokens) -> bool:
    """Return whether a clause begins with `rest`, where `before` is the current one so far."""
    if _is_owned(before[-1], rest[0]) or any(asks_whether([*before[-count:], *rest]) for count in (1, 2)):
        return False
    if is_all(before, "openers") or plain_words(before) == _YOU_ALL:
        return _begins_after_opening(before, rest)
    if is_all(before, "closers") and not (_addresses(before) and begins_clause(rest)):
        return not is_aside(rest[0], "closers")
    if _parts_off(before, rest):
        return True
    if len(rest) > 1 and rest[0].plain[0] in grammar("conditions") | {"except"}:
        return _begins_condition(before, rest)
    return has_verb(before) and _begins_after_verb(before, rest)


def _parts_off(before: Tokens, rest: Tokens) -> bool:
    """Return whether a clause begins after a name, a tail that threatens, kisses or emoji."""
    is_threat = " ".join(plain_words(rest)) in grammar("threatening-tails")
    is_called = (_addresses(before) and begins_clause(rest)) or _is_taunt_joined(rest)
    return is_threat or is_called or asks_whether(rest) or _closes(before, rest) or _is_rejoined(before, rest)


def _is_taunt_joined(rest: Tokens) -> bool:
    """Return whether a taunt is joined to a request: `bring the ball and try not to embarrass me`."""
    words = plain_words(rest)
    return words[0] in grammar("coordinate") and words[1:3] in _TAUNTING and words[3:4] == ("to",)


_TAUNTING = {("try", "not")}
_WANTING = frozenset({"need", "needs", "want", "wants"})
"""What is wanted follows, however it reads: `we need your felt tips`."""
_YOURS = grammar("possessives") | {"ur"}
_YOU_ALL = ("you", "all")
"""`y'all`, which greets before a clause."""


def _begins_after_opening(before: Tokens, rest: Tokens) -> bool:
    """Return whether a sentence begins after emoji, `lol` or `y'all`."""
    if before[-1].is_emoji:
        return not rest[0].is_emoji
    if plain_words(before) == _YOU_ALL:
        return begins_clause(rest)
    return not _is_tail(before, rest) and (_is_rejoined(before, rest) or _begins_after_openers(before, rest))


def _is_owned(owner: Token, owned: Token) -> bool:
    """Return whether a word belongs to the one before: `harvey's turn`, whose `'s` is not a word."""
    return owned.start - owner.end == len("'s ")


def _is_tail(before: Tokens, rest: Tokens) -> bool:
    """Return whether an opener begins words that only say how the sentence before was meant: `sorry not sorry`."""
    is_short = len(before) + len(rest) <= _LONGEST_TAIL
    return is_short and " ".join(plain_words([*before, *rest])) in grammar("tails")


_LONGEST_TAIL = 4
"""Most words of a tail that begins as an opener does: `sorry not sorry`."""


def _is_rejoined(before: Tokens, rest: Tokens) -> bool:
    """Return whether an `anyway` or `also` after an emoji begins something else."""
    return before[-1].is_emoji and len(rest) > 1 and " ".join(rest[0].plain) in grammar("joining")


def _begins_after_openers(before: Tokens, rest: Tokens) -> bool:
    """Return whether a sentence begins after `lol`; a name may still follow: `lol ravi u suck`."""
    if len(rest) < 2 or rest[0].plain[0] in grammar("prepositions") or is_aside(rest[0], "openers"):
        return False
    return begins_clause(rest) or not (begins_clause(rest[1:]) or " ".join(before[-1].plain) in grammar("addressees"))


def _addresses(before: Tokens) -> bool:
    """Return whether these are `lol`, `hey` and somebody's name."""
    *asides, last = before
    known = ("subjects", "possessives", "imperatives", "questions", "asking", "waiting")
    return is_all(asides, "openers") and all(grammar(name).isdisjoint(last.plain) for name in known)


def _closes(before: Tokens, rest: Tokens) -> bool:
    """Return whether only `lol`, kisses and emoji follow, or the first of them."""
    first = rest[0]
    is_second = is_aside(before[-1], "closers") and not (first.is_emoji and not before[-1].is_emoji)
    if not is_aside(first, "closers") or is_second:
        return False
    return first.is_emoji or first.plain[0] in grammar("laughs") or is_all(rest, "closers")


def _begins_condition(before: Tokens, rest: Tokens) -> bool:
    """Return whether `if`, `when` or `because` begins a clause here."""
    if rest[0].plain[0] in {"till", "until", "since"} and not begins_clause(rest[1:]):
        return False
    if rest[0].plain[0] == "if" and before[-1].plain[-1] in grammar("wondering"):
        return False
    return before[-1].plain[-1] not in grammar("leading")


def _begins_after_verb(before: Tokens, rest: Tokens) -> bool:
    """Return whether another clause begins after one that has its verb."""
    return not _holds_on(before, rest) and _parts(before, rest)


def _holds_on(before: Tokens, rest: Tokens) -> bool:
    """Return whether what follows is what somebody feels, or what others said, or asks by a call."""
    is_one_request = _is_come_to(before, rest) or _is_call_to_ask(before, rest) or _is_log_in_to(before, rest)
    return _is_feeling(before) or is_one_request or _is_told(before, rest) or names_object(before, rest)


def _parts(before: Tokens, rest: Tokens) -> bool:
    """Return whether a connective or a new subject parts a clause from one with a verb."""
    if rest[0].plain[0] in grammar("coordinate") | {"so", "or"} and len(rest) > 1:
        return _is_joined(rest)
    if plain_words(rest[:2]) == ("that", "is") and plain_words(rest)[2:3] == ("why",):
        return True
    if before[-1].plain[-1] == "you" and rest[0].plain[0] in grammar("yours") and begins_clause(rest):
        return True
    if before[-1].is_emoji or _is_unfinished(before, rest):
        return False
    return not _only_leads_in(before) and not _is_asked_before(before, rest) and begins_clause(rest)


def _is_joined(rest: Tokens) -> bool:
    """Return whether a clause follows the connective that these words begin with, perhaps behind a `whatever`."""
    is_now = rest[1].plain == ("now",) and plain_words(rest)[2:3] in _OWN and plain_words(rest)[3:4] != ("am",)
    is_between = rest[1].plain[0] in _SHRUGGING or is_now
    if is_between and len(rest) > _CONNECTED and begins_clause(rest[_CONNECTED:]):
        return True
    if rest[1].plain == ("not",) and plain_words(rest)[2:3] in {("with",), ("for",)}:
        return True
    return begins_clause(rest[1:]) or _is_named_subject(rest[1:]) or rest[1].plain[0] in grammar("coordinate")


def _is_unfinished(before: Tokens, rest: Tokens) -> bool:
    """Return whether the words before go on in these: a verb of theirs, what a person did, or the end of a noun."""
    if before[-1].plain[-1] in _WANTING and not _YOURS.isdisjoint(rest[0].plain[:1]):
        return True
    is_objected = plain_words(before[-2:]) in _OBJECTING and rest[0].plain[0] in grammar("claimed-back")
    is_asked = before[-1].plain[-1] in grammar("good") and rest[0].plain[0] in grammar("asking")
    if _is_told_off(before, rest) or is_asked or is_objected:
        return False
    is_shut = rest[0].plain[0] in {"open", "shut"} and before[-1].plain[-1] in _DOORS
    if is_shut or (rest[0].plain[0] in _LIMBS and before[-1].plain[-1] in {"left", "right"}):
        return True
    if _still_waits(before) or _waits_for_deed(before, rest) or is_object(before, rest):
        return True
    if tells_of_noun(before, rest):
        return True
    is_owned = len(before) > 1 and before[-2].plain[0] in {"my", "our"}
    is_noun = (is_owned or before[-1].plain[-1] in grammar("nouns-before")) and rest[0].plain[0] in grammar(
        "imperatives"
    )
    return len(rest) == 1 and is_noun


_OBJECTING = {("not", "funny"), ("not", "fair"), ("not", "ok"), ("not", "okay"), ("not", "cool"), ("not", "nice")}
"""A request may follow without a mark: `that isnt funny take it down`."""
_LIMBS = frozenset({"hand", "foot", "wing", "back", "side"})
"""After `left` and `right`, they ask for nothing: `pass it to my right hand`."""
_DOORS = frozenset({"door", "doors", "window", "windows", "gate", "gates", "lid", "tap", "fridge", "cage"})
"""After these, `open` says how they were left, and asks nothing."""


def _is_told_off(before: Tokens, rest: Tokens) -> bool:
    """Return whether `ur not` or `ur so` after `around` or `anything` can only begin a clause of its own.

    So `i hate u more than anything` is whole before `u broke it`.
    """
    if plain_words(before[-2:]) == ("than", "anything") and rest[0].plain[0] in grammar("subjects"):
        return begins_clause(rest)
    is_around = before[-1].plain[-1] in {"around", "round", "here"}
    return is_around and rest[0].plain[0] in {"ur", "youre"} and plain_words(rest)[1:2] in _TOLD


_TOLD = {(word,) for word in ("not", "so", "such", "just", "always", "too", "a", "the")}
_OWN = {("my",), ("our",), ("i",), ("we",), ("the",)}
_CONNECTED = 2
"""A connective and a `whatever`."""
_SHRUGGING = frozenset({"whatever", "anyway", "honestly", "literally", "yeah", "apparently", "obviously"})
"""They may come between a connective and its clause: `so whatever ur the loser`."""


def _still_waits(before: Tokens) -> bool:
    """Return whether something must follow the last word; not after an object: `shut up all of u`."""
    words = plain_words(before)
    is_object = words[-1] == "you" and words[-2:-1] in _BEFORE_OBJECTS
    return not is_object and words[-1] in grammar("waiting") | grammar("adverbs")


def _waits_for_deed(before: Tokens, rest: Tokens) -> bool:
    """Return whether people after `before` or `till` wait for what they do: `before more people`, then `see you`."""
    at = _last_of(before, "before-people")
    people = plain_words(before[at + 1 :])
    is_bare = rest[0].plain[0] in grammar("imperatives") | grammar("orders") | verbal()
    return at > 0 and is_bare and people[-1:] != () and people[-1] in grammar("onlookers") and not has_verb(before[at:])


def trails_off(tokens: Tokens) -> bool:
    """Return whether a clause ends with `before` and somebody of whom nothing is said: `delete it before Priya`."""
    at = _last_of(tokens, "before-people")
    after = plain_words(tokens[at + 1 :])
    times = grammar("things") | grammar("days") | grammar("meals")
    return at > 0 and after != () and times.isdisjoint(after) and not has_verb(tokens[at:])


def _last_of(tokens: Tokens, name: str) -> int:
    """Return where the last word of a list is among the last few words; 0 if none is."""
    near = range(len(tokens) - 2, max(len(tokens) - _NEAR, 0), -1)
    return next((at for at in near if tokens[at].plain[-1] in grammar(name)), 0)


_NEAR = 6
_BEFORE_OBJECTS = {("of",), ("with",), ("to",), ("at",), ("for",)}


def _is_feeling(before: Tokens) -> bool:
    """Return whether what somebody feels like or imagines still follows: `i just feel like`, `imagine thinking`."""
    words = plain_words(before)
    return words[-2:] in _FEELING or words[-1] in {"thinking", "imagine", "imagining"}


_FEELING = {(verb, "like") for verb in ("feel", "feels", "felt", "looks", "seems", "sounds")}


def _is_told(before: Tokens, rest: Tokens) -> bool:
    """Return whether what others said follows: `you told Priya i like Dan`."""
    is_condition = before[0].plain[0] in grammar("conditions")
    return not is_condition and plain_words(before[-2:-1])[-1:] in _TELLING and rest[0].plain[0] in grammar("subjects")


_TELLING = {("tell",), ("tells",), ("told",), ("telling",)}


def _is_come_to(before: Tokens, rest: Tokens) -> bool:
    """Return whether two verbs are one plan: `come watch`, `go play`."""
    is_coming = before[-1].plain in {("come",), ("go",)} and grammar("waiting").isdisjoint(rest[0].plain)
    return is_coming and rest[0].plain[0] in grammar("imperatives") and before[-1].plain[0] != rest[0].plain[0]


def _is_log_in_to(before: Tokens, rest: Tokens) -> bool:
    """Return whether somebody is asked to log in only for what follows: `log in and feed my pets`."""
    is_asked = before[0].plain[0] in {"can", "could"} and plain_words(before[-2:]) in _LOGGING_IN
    return is_asked and rest[0].plain[0] in {"and", "n"}


_LOGGING_IN = {("log", "in"), ("log", "on"), ("sign", "in"), ("go", "on")}


def _is_call_to_ask(before: Tokens, rest: Tokens) -> bool:
    """Return whether two verbs are one request: `call and ask`."""
    is_asked = plain_words(rest[:2]) in {("and", "ask"), ("and", "check"), ("and", "see")}
    return is_asked and before[-1].plain[-1] in grammar("contacting") | grammar("objects")


def _is_named_subject(rest: Tokens) -> bool:
    """Return whether a name and a verb follow: `but Saoirse told me`."""
    words = plain_words(rest)
    return len(words) > 1 and words[0] not in grammar("waiting") and words[1] in grammar("auxiliaries")


def _only_leads_in(before: Tokens) -> bool:
    """Return whether only a place or a time follows the last connective: `but in the video`."""
    links = [at for at, token in enumerate(before) if token.plain[0] in grammar("coordinate")]
    if not links or links[-1] + 1 == len(before):
        return False
    since = before[links[-1] + 1 :]
    return since[0].plain[0] in grammar("prepositions") | grammar("times") and not has_verb(since)


def _is_asked_before(before: Tokens, rest: Tokens) -> bool:
    """Return whether a question still waits for its verb: `what school do you go to`, `did ur mum tell u`."""
    first = rest[0].plain[0]
    if first in grammar("imperatives"):
        return any(_waits(before[at:]) for at in range(max(len(before) - 5, 0), len(before)))
    if first not in grammar("questions"):
        return False
    last = [token.plain[0] in grammar("asking") for token in before[-4:]]
    return any(last) and not has_verb(before[-4:][last.index(True) :])


def _waits(tokens: Tokens) -> bool:
    """Return whether these words are a question or `make it` whose verb has not come."""
    first, *rest = plain_words(tokens)
    if not rest or has_verb(tokens[1:]):
        return False
    if first in grammar("causing"):
        return True
    asked = first in grammar("questions") and rest[0] in grammar("subjects")
    return asked or (
        first in {"did", "does", "do", "can", "could", "will", "would"} and rest[0] in grammar("possessives")
    )
