"""Judges a reply with the turn before it in view: a question answered with a detail gives it away.

"oakfield" says nothing alone; after "what school do u go to?" it says where to find a child. What a question asks is
found by phrases. A reply is cut into parts; a part that refuses, jokes or asks back gives nothing. A part gives it
away if it has words that do so for this kind, if it is nothing but a few words after an open question, or if it is a
bare yes or no where that is the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.engine import Recall, check
from coach.engine.recall import LONGEST_RECALLED
from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.models import Audience, Concern, Direction, FlagSource, Message
from coach.models.thread import Between
from coach.threads.phrase_finder import PhraseFound, TextFinder, Word, once_for_each
from coach.threads.replies_file import QuestionKind, answer_phrases, question_phrases, reply_words
from coach.threads.reply_parts import ReplyPart, only_stalls, parts_of

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class GivenAway:
    """What a reply gives away, and the question that it answers."""

    kind: str
    """The id of the kind of question: `school`."""
    category: str
    """The category whose advice fits: `oversharing/school`."""
    start: int
    """The first character of the reply's words."""
    end: int
    """The character after the last."""
    asked_start: int
    """The first character of the question's words, in the turn before."""
    asked_end: int
    """The character after the last."""
    how: str = ""
    """`near` where all that it says is that a grown-up is near the child, `promises` where it is still to come, `maybe`
    where it only stalls."""
    is_guess: bool = False
    """Whether no listed words show it, only what the second reader makes of both turns."""


MOST_LATEST = 64
"""Turns whose questions are kept before all are forgotten."""
_GIFT = "gift"
_MAYBE = "maybe"
_MODES = ("open", "yes", "no", "wants")
_UNKNOWN = (Between.ONLINE, Between.UNSURE)


def gives_away(
    nlp: Language, received: str, reply: str, between: Between, recall: Recall | None = None
) -> tuple[GivenAway, ...]:
    """Return what a reply gives away, at most once for each category, in the order of the kinds.

    Args:
        nlp: Coach's pipeline, whose plain spelling is used.
        received: the turn before, by somebody else.
        reply: the child's answer.
        between: how the child knows the other.
        recall: the reports made so far; that on `received` is taken from it.
    """
    reader = _reader(nlp)
    return _once(reader.given(reader.asked(nlp, received, between, recall), received, reply))


def gives_away_later(
    nlp: Language, received: str, reply: str, between: Between, recall: Recall | None = None
) -> tuple[GivenAway, ...]:
    """Return what a reply gives away by its own words, as `gives_away`, where other turns came in between.

    A yes, a no or a bare detail may answer those.
    """
    reader = _reader(nlp)
    asked = [replace(one, modes=frozenset()) for one in reader.asked(nlp, received, between, recall)]
    return _once(reader.given(asked, received, reply))


def _once(found: Iterable[GivenAway]) -> tuple[GivenAway, ...]:
    each = tuple({one.category: one for one in reversed(list(found))}.values())[::-1]
    stalls = any(one.how == _MAYBE and one.category.startswith(Concern.GOING_ALONG) for one in each)
    each = tuple(one for one in each if not stalls or one.category.startswith(Concern.GOING_ALONG))
    return tuple(one for one in each if not any(_is_said_by(other, one) for other in each))


def _is_said_by(other: GivenAway, one: GivenAway) -> bool:
    """Return whether another flag on the same words says the same matter better."""
    kind = next(kind for kind in reply_words().kind if kind.id == one.kind)
    return other.category in kind.gives_way and other.start < one.end and one.start < other.end


def says_no(nlp: Language, reply: str) -> bool:
    """Return whether a reply refuses or denies, and nothing in it agrees or takes that back."""
    return _reader(nlp).says_no(reply)


def is_level(nlp: Language, received: str, reply: str) -> bool:
    """Return whether a reply is nothing but the level in a game that the turn before asks for."""
    return _reader(nlp).is_level(received, reply)


def presses(nlp: Language, received: str) -> bool:
    """Return whether a turn presses for what was asked before it, and asks for no detail of its own."""
    return _reader(nlp).presses(received)


def requests(nlp: Language, received: str, between: Between) -> bool:
    """Return whether a turn asks the child to do something that a yes would go along with, other than take a gift."""
    return _reader(nlp).requests(received, between)


def wants_something(nlp: Language, received: str) -> bool:
    """Return whether a turn surely wants a picture, a meeting or the like, in words that no red flag has."""
    return _reader(nlp).wants(received)


@once_for_each
def _reader(nlp: Language) -> _Reader:
    return _Reader(nlp)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question of one kind."""

    kind: QuestionKind
    modes: frozenset[str]
    """`open`, `yes`, `no`: what answers it."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Question:
    """The turn before a reply."""

    words: Sequence[Word]
    found: Mapping[str, Sequence[PhraseFound]]
    """Phrases of questions, by what they ask for and how."""

    @property
    def is_for_level(self) -> bool:
        """Whether it asks for a level in a game, and for no age."""
        return "levels" in self.found and not self.found.keys() & {"age open", "age yes"}

    def asked(self, between: Between) -> Iterator[_Asked]:
        """Yield what is asked that matters with these people."""
        found = self.found
        for kind in reply_words().kind:
            modes = {mode: found[f"{kind.id} {mode}"] for mode in _MODES if f"{kind.id} {mode}" in found}
            if modes and between in kind.with_ and f"{kind.id} unless" not in found:
                places = [place for several in modes.values() for place in several]
                first, last = min(one.first for one in places), max(one.last for one in places)
                answered = frozenset("yes" if mode == "wants" else mode for mode in modes)
                yield _Asked(kind, answered, self.words[first][1], self.words[last - 1][2])

    @property
    def wants_something(self) -> bool:
        """Whether it surely wants something, in words that no red flag has."""
        found = self.found.keys()
        return any(f"{kind.id} wants" in found and f"{kind.id} unless" not in found for kind in reply_words().kind)


class _Reader:
    """Finds questions and answers in the spelling of one pipeline, which it does not hold."""

    def __init__(self, nlp: Language) -> None:
        self._questions = TextFinder(nlp, question_phrases())
        self._answers = TextFinder(nlp, answer_phrases())
        self._latest = BoundedCache(Weakly(self._read_question), MOST_LATEST, LONGEST_RECALLED)
        """The questions of the latest turns: each is asked about again by the replies that follow."""

    def asked(self, nlp: Language, received: str, between: Between, recall: Recall | None) -> list[_Asked]:
        found = list(self._question(received).asked(between))
        is_clear = any(not one.kind.is_general for one in found)
        return found if is_clear else [*_flagged(nlp, received, between, recall), *found]

    def given(self, asked: Sequence[_Asked], received: str, reply: str) -> Iterator[GivenAway]:
        if not asked:
            return
        words = self._answers.words(reply)
        found = self._answers.find([word for word, _, _ in words])
        if _is_number(found) and self._question(received).is_for_level:
            return
        parts = parts_of(reply, words, found)
        for one in asked:
            if places := list(_given(one, parts)):
                first, last = min(at for at, _ in places), max(at for _, at in places)
                how = _MAYBE if only_stalls(words, found) else _how(one.kind, found)
                start, end = words[first][1], words[last - 1][2]
                yield GivenAway(one.kind.id, one.kind.category, start, end, one.start, one.end, how)

    def says_no(self, reply: str) -> bool:
        words = self._answers.words(reply)
        parts = parts_of(reply, words, self._answers.find([word for word, _, _ in words]))
        return any(part.is_no for part in parts) and not any(part.is_yes or part.turns for part in parts)

    def wants(self, received: str) -> bool:
        return self._question(received).wants_something

    def presses(self, received: str) -> bool:
        question = self._question(received)
        return "presses" in question.found and all(one.kind.is_request for one in question.asked(Between.ONLINE))

    def requests(self, received: str, between: Between) -> bool:
        return any(one.kind.is_request and one.kind.id != _GIFT for one in self._question(received).asked(between))

    def is_level(self, received: str, reply: str) -> bool:
        """Return whether a level is asked for, no age, and the reply is a number."""
        if not self._question(received).is_for_level:
            return False
        return _is_number(self._answers.find([word for word, _, _ in self._answers.words(reply)]))

    def _question(self, received: str) -> _Question:
        return self._latest[received]

    def _read_question(self, received: str) -> _Question:
        words = self._questions.words(received)
        found: dict[str, list[PhraseFound]] = {}
        for one in self._questions.find([word for word, _, _ in words]):
            found.setdefault(one.name, []).append(one)
        return _Question(words, found)


def _flagged(nlp: Language, received: str, between: Between, recall: Recall | None) -> Iterator[_Asked]:
    """Yield what a turn asks for by its red flags, where no phrase of a question matches; a guess asks for nothing."""
    if between not in _UNKNOWN:
        return
    message = Message(text=received, direction=Direction.RECEIVED, audience=Audience.STRANGER)
    plain = (flag for flag in check(nlp, message, recall).flags if flag.source is not FlagSource.SECOND_READER)
    flags = {flag.category: flag for flag in reversed(tuple(plain))}
    for kind in reply_words().kind:
        if flag := flags.get(kind.red_flag):
            modes = frozenset({"yes"} if kind.is_request else ())
            yield _Asked(kind, modes, flag.start, flag.end)


def _is_number(found: Iterable[PhraseFound]) -> bool:
    """Return whether a reply, in which these phrases are, is a number and nothing else."""
    return any(one.name == "levels" for one in found)


def _how(kind: QuestionKind, found: Sequence[PhraseFound]) -> str:
    """Return `near` or `promises` where these phrases hold all that a reply gives; else empty."""
    gives = [one for one in found if one.name == f"{kind.id} gives"]
    for how in ("near", "promises"):
        special = [one for one in found if one.name == f"{kind.id} {how}"]
        if special and all(any(one.holds(each) for one in special) for each in gives):
            return how
    return ""


def _given(asked: _Asked, parts: Sequence[ReplyPart]) -> Iterator[tuple[int, int]]:
    """Yield the words that give it away, as first word and the word after the last."""
    refused, after_no, says = False, False, list[tuple[int, int]]()
    for part in parts:
        evidence = part.evidence(asked.kind) or _corrections(part, asked, after_no=after_no)
        after_no = part.is_only_no
        if part.turns:
            refused = False
        if evidence:
            says.extend(evidence)
        elif part.refuses(asked.kind) or (part.denies and "no" not in asked.modes):
            refused = True
            kept = [] if asked.kind.refusal_wins else says
            says = [place for place in kept if place not in _bare_answers(parts, asked)]
        elif not refused:
            says.extend(_plain_answers(part, asked))
    yield from says


def _corrections(part: ReplyPart, asked: _Asked, *, after_no: bool) -> list[tuple[int, int]]:
    """Return where a part puts right what the question guesses."""
    return part.corrections(asked.kind, after_no=after_no) if "yes" in asked.modes else []


def _bare_answers(parts: Iterable[ReplyPart], asked: _Asked) -> set[tuple[int, int]]:
    """Return the bare yes and no: a refusal after them takes them back."""
    bare = {part.place for part in parts if part.agrees(asked.kind) and "yes" in asked.modes}
    return bare | {place for part in parts if part.only_agrees for place in part.evidence(asked.kind)}


def _plain_answers(part: ReplyPart, asked: _Asked) -> Iterator[tuple[int, int]]:
    said = ("yes" in asked.modes and part.agrees(asked.kind)) or ("no" in asked.modes and part.denies)
    if said or ("open" in asked.modes and part.is_bare(asked.kind)):
        yield part.place
