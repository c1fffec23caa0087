"""Put the clauses of a message together again after some were left out or replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.fates import Fate
from coach.counsel.objects import waits_for_object
from coach.counsel.words import grammar
from coach.models.counsel import Edit

_SENTENCE = re.compile(r"[.!?\u2026]+|\n+|\r\n?")
_ASKED_POLITELY = re.compile(r"\b(?:please|pl[sz])\?$")
_EMOJI_END = "\ufe0f"
"""What may follow an emoji, and belongs to it."""
_MARKED = re.compile(r"[?!.\u2026]$|___$")


def composed(text: str, fates: Sequence[Fate], *, is_lower: bool) -> str:
    """Return the new message.

    Args:
        text: the message as given.
        fates: what becomes of each of its clauses, in order.
        is_lower: whether its sentences begin with a small letter.
    """
    stays = [at for at, fate in enumerate(fates) if fate.stays and _second_please(fates, at) < len(fate.clause.tokens)]
    kept, said = _without_joints(stays, fates), ""
    for before, at, after in zip([-1, *kept], kept, [*kept[1:], len(fates)], strict=False):
        opens = not said or _is_new(said) or _only_opened(fates[:at])
        body = _body(text, fates, at, opens=opens)
        if _is_new(said) and not is_lower and not text.startswith(body, fates[at].clause.start):
            body = body[:1].upper() + body[1:]
        said += _small(body, fates[at].clause) if said and _is_opened(fates, before, at) else body
        said += _marks(fates[at:after], fates[after] if after < len(fates) else None)
    said = re.sub(r"[ \t]{2,}", " ", said).strip()
    if not is_lower:
        said = said[:1].upper() + said[1:]
    return said


def _is_new(said: str) -> bool:
    """Return whether a sentence ends here."""
    return bool(_SENTENCE.search(said[-3:]))


def _is_opened(fates: Sequence[Fate], before: int, at: int) -> bool:
    """Return whether a clause follows a name or greeting whose own sentence went."""
    is_opener = fates[before].clause.kind is ClauseKind.OPENER
    return is_opener and at - before > 1 and any(one.clause.is_last_of_sentence for one in fates[before:at])


def _small(body: str, clause: Clause) -> str:
    """Return a clause with a small letter where only the sentence before made it a capital."""
    known = (
        grammar("questions")
        | grammar("asking")
        | grammar("imperatives")
        | grammar("subjects")
        | grammar("possessives")
        | grammar("joining")
    )
    is_known = clause.body[0].plain[0] in known and not body.startswith(("I ", "I'"))
    return body[:1].lower() + body[1:] if is_known else body


def _only_opened(fates: Sequence[Fate]) -> bool:
    """Return whether only a greeting or a name is left before in a message."""
    left = [fate for fate in fates if fate.stays]
    return len(left) == 1 and left[-1].clause.kind is ClauseKind.OPENER and not fates[-1].stays


def _without_joints(kept: list[int], fates: Sequence[Fate]) -> list[int]:
    """Leave out an `anyway` at the beginning that only joined what follows to what went."""
    while kept and kept[0] > 0 and " ".join(fates[kept[0]].clause.words) in grammar("joining"):
        kept = kept[1:]
    return kept


def _second_please(fates: Sequence[Fate], at: int) -> int:
    """Return how many tokens at the start of a clause are a `pls` behind a request that became `can you ... pls?`."""
    before, own = fates[at - 1].words if at else None, fates[at]
    if own.words or before is None or not _ASKED_POLITELY.search(before):
        return 0
    return sum(1 for _ in takewhile(lambda token: grammar("polite").issuperset(token.plain), own.clause.tokens))


def _body(text: str, fates: Sequence[Fate], at: int, *, opens: bool) -> str:
    """Return the words of a clause that stays; at a new beginning without its `and` or `but`."""
    fate, clause = fates[at], fates[at].clause
    if fate.words is not None:
        first, _, rest = fate.words.partition(" ")
        if opens and first.lower() in grammar("coordinate"):
            return rest
        is_as_written = fate.words.startswith(("I ", "I'", text[clause.body[0].start]))
        return fate.words if opens or is_as_written else fate.words[:1].lower() + fate.words[1:]
    loses_link = at > 0 and not fates[at - 1].stays and clause.link in grammar("coordinate") | {"so", "or"}
    start = clause.body[0].start if opens and loses_link else clause.tokens[_second_please(fates, at)].start
    loses_end = (
        at > 0 and not fates[at - 1].stays and clause.words[-1] in grammar("trailing") and len(clause.tokens) > 2
    )
    end = clause.tokens[-2 if loses_end or _trails_off(fates, at) else -1].end
    return text[start : end + len(_EMOJI_END) if text.startswith(_EMOJI_END, end) else end]


def _trails_off(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a message breaks off with a `so` that leads nowhere: `practice is moved to wed so`."""
    words, is_last = fates[at].clause.words, not any(one.stays for one in fates[at + 1 :])
    return is_last and len(words) > _TRAILING and words[-1] in _LEADING and words[-2] not in _SAYING_SO


_LEADING = frozenset({"so", "and", "but"})
_SAYING_SO = frozenset({"think", "hope", "say", "says", "said", "told", "you", "guess", "ever", "even", "not"})
"""Before `so`, these make it whole: `i think so`, `i told u so`."""
_TRAILING = 3


def _marks(run: Sequence[Fate], following: Fate | None) -> str:
    """Return the marks after a clause that stays, where the rest of `run` was left out."""
    own, words = run[0].clause.ends.removeprefix(_EMOJI_END), run[0].words
    if words and _MARKED.search(words):
        own = "\n" if "\n" in own else " "
        return own if following else ""
    if words and "?" in own and words[:2].lower() in {"i ", "i'", "im", "it"}:
        own = own.replace("?", "." if following else "", 1).replace("?", "")
    if len(run) > 1 and not _SENTENCE.search(own):
        own = _marks_over(run, following)
    elif following and not own.strip() and "\n" not in own and _is_run_on(run[0], following):
        own = ". " if _is_asking(following) else ", "
    return own or " " if following else own.rstrip(" ,\t-")


def _marks_over(run: Sequence[Fate], following: Fate | None) -> str:
    """Return the marks where clauses between two that stay were left out."""
    last = re.sub(r"^['\u2019]\w+", "", run[-1].clause.ends)
    ended = _SENTENCE.search(last)
    if ended and run[0].clause.kind is ClauseKind.OPENER and not run[0].clause.is_last_of_sentence:
        return ", "
    if ended and all(fate.clause.kind is not ClauseKind.CLAUSE for fate in run[1:]):
        return last
    if ended and run[0].clause.tokens[-1].is_emoji:
        return "\n" if "\n" in last else " "
    if ended:
        return re.sub(r"\?+", ".", last)
    return _joint(run, following) if following else ""


def _joint(run: Sequence[Fate], following: Fate) -> str:
    """Return what joins two clauses between which no sentence ended just before the second."""
    is_aside = following.clause.kind is ClauseKind.CLOSER or following.clause.tokens[0].is_emoji
    if is_aside or run[0].clause.kind is ClauseKind.OPENER:
        return ", " if _lost_sentence(run) and not is_aside else " "
    is_asked = run[0].words is not None and "please" in run[0].words and following.clause.link == "and"
    if _lost_sentence(run) or is_asked:
        return ". "
    return " " if following.clause.link in grammar("coordinate") and not following.words else ", "


def _is_asking(fate: Fate) -> bool:
    """Return whether a clause as written begins with a question: `can someone grab my shoes`."""
    return fate.words is None and not fate.clause.link and fate.clause.said[0] in grammar("questions")


def _lost_sentence(run: Sequence[Fate]) -> bool:
    """Return whether a sentence ended among what was left out after the first, so that nothing joins its two ends."""
    return any(one.clause.is_last_of_sentence for one in run[1:])


def _is_run_on(fate: Fate, following: Fate) -> bool:
    """Return whether two clauses would run into each other where one was said another way."""
    if following.clause.kind is not ClauseKind.CLAUSE or fate.clause.kind is ClauseKind.OPENER:
        return False
    if fate.clause.kind is ClauseKind.CLOSER and grammar("polite").issuperset(fate.clause.words):
        return False
    if fate.words and fate.words.split()[-1].lower() in grammar("dangling"):
        return False
    if following.words and waits_for_object(fate.clause):
        return False
    if following.words:
        return following.words.split()[0].lower() not in grammar("coordinate")
    return bool(fate.words) and not following.clause.link


def edits_between(text: str, said: str) -> Iterator[Edit]:
    """Yield the edits that make one message of another, word by word."""
    before, after = _pieces(text), _pieces(said)
    starts = [0]
    for piece in before:
        starts.append(starts[-1] + len(piece))
    for what, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield Edit(start=starts[first], end=starts[last], text="".join(after[begin:end]))


def _pieces(text: str) -> list[str]:
    return re.findall(r"\s+|[\w'\u2019]+|[^\w\s]", text)
