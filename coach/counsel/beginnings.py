"""Whether words begin a clause: with a subject and a verb, a request or a question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from coach.counsel.tokens import Tokens, is_order, is_you_are, plain_words
from coach.counsel.words import grammar, is_past, verbal


def begins_clause(rest: Tokens) -> bool:
    """Return whether these words begin with a subject and a verb, a request or a question."""
    words = plain_words(rest)
    if (len(rest) == 1 and words[0] in grammar("subjects")) or words in _ENDINGS:
        return False
    if words[0] in grammar("urging") and not (grammar("imperatives") | grammar("orders")).isdisjoint(words[1:2]):
        words = words[1:]
    first, following = words[0], words[1:2]
    if first in grammar("asking"):
        return _begins_question(words)
    if first in grammar("questions") and following and following[0] in grammar("subjects") | {"not", "me", "any"}:
        return True
    if first in grammar("imperatives"):
        is_noun = first == "turn" and following and following[0] not in _TURNED
        return not is_noun and (not following or following[0] not in {"is", "are", "was"})
    return is_order(words) or _begins_with_subject(words)


_ENDINGS = {("we", "would"), ("i", "would"), ("he", "would"), ("she", "would")}
"""Alone they begin nothing: `by wed` is read as `by we would`, `room id` as `room i would`."""
_TURNED = grammar("ordered") | {"on", "left", "right", "around", "round", "down", "to", "into"}
"""After these `turn` is a request: `turn it off`, but not `its my turn and`."""


def is_object(before: Tokens, rest: Tokens) -> bool:
    """Return whether `your` and a noun are what a verb takes: `i missed ur calls`, but not `i lost ur so mean`."""
    is_theirs = rest[0].plain[0] in {"ur", "your"} and not is_you_are(plain_words(rest))
    return is_theirs and (before[-1].plain[-1] in grammar("taking") or plain_words(before)[-2:] in _GIVING)


_GIVING = {(verb, "me") for verb in ("send", "give", "show", "lend", "pass", "bring", "tell", "sent", "gave", "showed")}


def tells_of_noun(before: Tokens, rest: Tokens) -> bool:
    """Return whether more is said of a noun: `the way`, then `you run`; `i asked what paint`, then `he used`."""
    if rest[0].plain[0] not in grammar("subjects"):
        return False
    words = plain_words(before)
    is_numbered = words[-1] == "one" and words[-2:-1] in {("player",), ("number",), ("level",), ("row",), ("year",)}
    is_asked_of = words[-2:-1] in {("what",), ("which",), ("whose",)} and not grammar("subjects") & {words[-1]}
    return (words[-1] in grammar("relative") and not is_numbered) or (is_asked_of and rest[0].plain != ("it",))


def names_object(before: Tokens, rest: Tokens) -> bool:
    """Return whether what somebody did is still being said: `whoever messed up`, then `the light cue`."""
    words = plain_words(before)
    is_bare = words[0] == "whoever" and 1 < len(words) <= _LONGEST_DEED
    is_doing = is_bare and (words[-1] in _PARTICLES or is_past(words[-1]) or words[-1].endswith("ing"))
    return is_doing and rest[0].plain[0] in _ARTICLES


_LONGEST_DEED = 4
"""Most words of `whoever keeps messing up`."""
_PARTICLES = frozenset({"up", "off", "out", "down", "over", "on", "in", "with"})
_ARTICLES = frozenset({"the", "my", "our", "this", "that", "all"})


def _begins_question(words: Sequence[str]) -> bool:
    """Return whether a question begins with `what` or `who`: `what skin should i get`, `who wants a game`."""
    first, following = words[0], words[1:2]
    asked = grammar("questions") | {"you", "old", "much", "many", "long", "far", "come", "school"}
    if not following or following[0] in grammar("subjects"):
        return bool(following) and (following[0] in asked or first.endswith("s"))
    is_who = first == "who" and following[0] in grammar("auxiliaries")
    is_noun = first in {"what", "which", "whose"} and not grammar("questions").isdisjoint(words[2:3])
    return following[0] in asked or first.endswith("s") or is_who or is_noun


def _begins_with_subject(words: Sequence[str]) -> bool:
    words = (words[0], *words[2:]) if tuple(words[:2]) == _YOU_LOT else words
    first, following = words[0], words[1:2]
    if first in _ANYBODY and following and following[0] in grammar("coordinate"):
        return False
    if first in {"ur", "your"}:
        return is_you_are(words) or _has_verb_within(words[1:], 3)
    if first in {"you", "it", "everyone", "everybody", "someone", "somebody", "well"}:
        is_object = words[:3] == ("you", "all", "of") or (first == "it" and "".join(following) in _BARE)
        is_done = bool(following) and (following[0] in verbal() or (first == "you" and is_past(following[0])))
        return is_done and not is_object
    if first in grammar("subjects"):
        return bool(following) and "ever" not in words[1:3]
    if first in grammar("possessives") and following and following[0] not in grammar("conditions"):
        is_verb = following[0] in grammar("auxiliaries")
        return (not is_verb and _has_verb_within(words[1:], 3)) or words[:2] in {("that", "is"), ("this", "is")}
    return words[:2] == ("no", "one")


_YOU_LOT = ("you", "lot")
_BARE = frozenset(
    {"drop", "bring", "give", "take", "tell", "call", "ring", "text", "message", "return", "send", "hand", "leave"}
)
"""After `it`, these begin a request: `if you find it drop it off`."""
_ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody"})
"""Before an `and` they end a clause: `u wouldnt tell anyone and now`."""


def _has_verb_within(words: Sequence[str], count: int) -> bool:
    """Return whether a verb is near, and belongs to these words: not in `charger or ill tell`."""
    near = takewhile(lambda word: word not in _PARTING, words[:count])
    return any(word in grammar("auxiliaries") or word == "keeps" for word in near)


_PARTING = frozenset({"or", "but", "so", "otherwise", "it", "its", "u", "you", "i", "im", "ill", "we"})
