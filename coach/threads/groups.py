"""Who is hit in a group, by how many; who joined in, who stood up; and since when a friend has been hurting.

An unkind turn hits the one it names. If it names nobody, "you" is the one who wrote before, or the one whom that turn
hit: "ur so thick", "fr ur stupid" are about the same child.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.models import Concern, Flag, Role
from coach.threads.banter import TEASING
from coach.threads.group_names import GroupNames
from coach.threads.group_words import Heard, group_words

if TYPE_CHECKING:
    from spacy.language import Language

FEWEST = 3
"""Senders of a group."""
HURTING = f"{Concern.CARE}/friend-hurting"
_BEHIND = 2
"""How many turns behind another one may be its answer."""
_NAMED = 3
"""How many turns behind a name an unkind one may mean it."""
_RECENT = 8
"""How many turns behind an unkind one may stand up against it."""
_VOTE = 4
"""The most words of a turn that only names somebody."""


@dataclass(frozen=True, slots=True)
class GroupTurn:
    """A turn and what its report found."""

    sender: str
    text: str
    flags: tuple[Flag, ...] = ()
    is_to_you: bool = False
    """Whether something unkind in it is said to somebody, whoever that is; where flags have roles, these say it too."""

    @property
    def is_about_others(self) -> bool:
        """Whether all that is unkind in it is about somebody else than whom it is said to."""
        return not self.is_to_you and all(flag.role is Role.WITNESS for flag in self.unkind)

    @property
    def unkind(self) -> tuple[Flag, ...]:
        """Its unkind flags."""
        return tuple(flag for flag in self.flags if flag.concern is Concern.UNKIND)


@dataclass(frozen=True, slots=True)
class GroupStory:
    """What happened in a group; each list in the order in which it happened."""

    hit_by: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    """By the one who is hit, by the one who hits: the turns."""
    joined: Mapping[str, int] = field(default_factory=dict)
    """Who joined in, with the turn."""
    stood_up: Mapping[str, int] = field(default_factory=dict)
    """Who stood up for somebody, with the turn."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer such as "not funny": the joke before it was none."""

    turn: int
    """The turn of the answer."""
    to: int
    """The turn that is answered."""
    words: str


@dataclass(frozen=True, slots=True)
class HurtingSince:
    """How long a sender has written that they hurt."""

    first: int
    """The first such turn."""
    turns: int
    """How many there are."""


def is_group(turns: Iterable[GroupTurn]) -> bool:
    """Return whether at least three people wrote."""
    return len({turn.sender for turn in turns}) >= FEWEST


def read_group(nlp: Language, turns: Sequence[GroupTurn], senders: Iterable[str] = ()) -> GroupStory:
    """Say who is hit, who joined and who stood up.

    Args:
        nlp: Coach's pipeline, whose plain spelling is used.
        turns: in order, each read as received.
        senders: who else writes in the group.
    """
    story = _Story(nlp, turns, senders)
    for at in range(len(turns)):
        story.hear(at)
    return story.told()


def answered(nlp: Language, turns: Sequence[GroupTurn]) -> Iterator[Answered]:
    """Yield the answers that say that the turn before was no joke: by somebody else, at most two turns behind."""
    words = group_words(nlp)
    for at, turn in enumerate(turns):
        before = [one for one in range(at - 1, max(at - 1 - _BEHIND, -1), -1) if turns[one].sender != turn.sender]
        if not before or turn.unkind:
            continue
        flagged, heard = [one for one in before if turns[one].unkind], words.heard(turn.text)
        if not flagged and heard.has("consoles"):
            continue
        place = heard.place_of("answers") or (heard.place_of("short-answers") if flagged else None)
        if place:
            others = [one for one in before if not words.heard(turns[one].text).has("speaks-up")]
            yield Answered(at, (flagged or others or before)[0], turn.text[slice(*place)])


def hurting_since(turns: Iterable[GroupTurn]) -> dict[str, HurtingSince]:
    """Return, by sender, since when they have written that they hurt, and how often."""
    found: dict[str, list[int]] = {}
    for at, turn in enumerate(turns):
        if any(flag.category == HURTING for flag in turn.flags):
            found.setdefault(turn.sender, []).append(at)
    return {sender: HurtingSince(several[0], len(several)) for sender, several in found.items()}


@dataclass(frozen=True, slots=True)
class _Hit:
    turn: int
    by: str
    whom: str


class _Story:
    """What happened up to a turn."""

    def __init__(self, nlp: Language, turns: Sequence[GroupTurn], senders: Iterable[str]) -> None:
        self._turns = turns
        self._words = group_words(nlp)
        self._names = GroupNames(dict.fromkeys([*(turn.sender for turn in turns), *senders]))
        self._said = dict[int, Heard]()
        self._hits = list[_Hit]()
        self._joined, self._stood_up = dict[str, int](), dict[str, int]()
        self._chain: _Hit | None = None
        """The unkind turn right before, to which others since have laughed, or only its target answered."""
        self._poll: int | None = None
        """The last unkind turn that hits nobody yet: "who is the ugliest", or "ur so slow" before a name."""

    def told(self) -> GroupStory:
        """Return the whole."""
        hit_by: dict[str, dict[str, tuple[int, ...]]] = {}
        for hit in self._hits:
            if self._is_banter(hit):
                continue
            by = hit_by.setdefault(hit.whom, {})
            by[hit.by] = (*by.get(hit.by, ()), hit.turn)
        return GroupStory(hit_by, self._joined, self._stood_up)

    def _is_banter(self, hit: _Hit) -> bool:
        """Return whether it is plain teasing without joiners or helpers, and its target laughs and teases."""
        is_teasing = all(flag.category in TEASING for flag in self._turns[hit.turn].unkind)
        if self._joined or self._stood_up or not is_teasing:
            return False
        near = range(max(hit.turn - _RECENT, 0), min(hit.turn + _RECENT, len(self._turns)))
        own = [self._heard(at) for at in near if self._turns[at].sender == hit.whom]
        is_refused = any(one.has("answers") for one in own)
        teases = any(one.laughs for one in own) and any(one.has("teases") for one in own)
        return not is_refused and (teases or any(one.is_playful for one in own))

    def hear(self, at: int) -> None:
        """Take in the next turn."""
        turn = self._turns[at]
        if not turn.text or (not turn.unkind and not self._hits and self._poll is None):
            return
        heard = self._heard(at)
        if self._stands_up(at, turn, heard):
            self._stood_up.setdefault(turn.sender, at)
            self._chain = None
        elif turn.unkind or self._votes(at, turn, heard):
            self._chain = self._hit(at, turn, heard)
        elif self._chain and self._goes_along(turn, heard, self._chain):
            self._joined.setdefault(turn.sender, at)
        elif self._chain and turn.sender != self._chain.whom:
            self._chain = None

    def _votes(self, at: int, turn: GroupTurn, heard: Heard) -> bool:
        """Return whether a turn names somebody, and little else, after a question such as "who is the ugliest"."""
        if self._poll is None or at - self._poll > _RECENT:
            return False
        if turn.sender != self._turns[self._poll].sender and not self._heard(self._poll).has("polls"):
            return False
        few = sum(bool(word) for word, _, _ in heard.words) <= _VOTE
        return few and bool(self._names.in_text(turn.text, turn.sender, near=0))

    def _hit(self, at: int, turn: GroupTurn, heard: Heard) -> _Hit | None:
        whom = self._whom(at, turn, heard)
        if whom is None:
            self._poll = at
            return self._chain
        hit = _Hit(at, turn.sender, whom)
        earlier = [one for one in self._hits if one.whom == whom]
        if earlier and turn.sender not in {one.by for one in earlier}:
            self._joined.setdefault(turn.sender, at)
        self._hits.append(hit)
        return hit

    def _whom(self, at: int, turn: GroupTurn, heard: Heard) -> str | None:
        """Return whom an unkind turn is said to; None if nobody of the group."""
        near = turn.unkind[0].start if turn.unkind else 0
        if named := self._names.in_text(turn.text, turn.sender, near=near):
            return named
        before = next((one for one in reversed(self._turns[:at]) if one.sender != turn.sender), None)
        last = self._chain or (self._hits[-1] if self._hits and at - self._hits[-1].turn <= _RECENT else None)
        about_others = heard.has("others") and not heard.has("you")
        if last and last.whom == turn.sender:
            return None if about_others else last.by
        if last and (self._chain or about_others or last.by == turn.sender):
            return last.whom
        says_you = heard.has("you")
        if about_others or (not says_you and self._spoken_of(at, turn.sender)):
            return self._spoken_of(at, turn.sender)
        is_somebody_else = turn.is_about_others and not says_you
        return None if is_somebody_else or before is None or heard.has("polls") else before.sender

    def _spoken_of(self, at: int, speaker: str) -> str | None:
        """Return whom the turns right before name: "did u see maya", "she looked so bad"."""
        for earlier in reversed(self._turns[max(at - _NAMED, 0) : at]):
            if named := self._names.in_text(earlier.text, earlier.sender, near=0):
                return None if named == speaker else named
        return None

    def _goes_along(self, turn: GroupTurn, heard: Heard, last: _Hit) -> bool:
        named = self._names.in_text(turn.text, turn.sender, near=0)
        if (
            turn.sender in (last.by, last.whom)
            or named not in (None, last.whom)
            or self._has_hit(turn.sender, last.whom)
        ):
            return False
        heard = self._words.heard(self._names.without_names(turn.text)) if named else heard
        unkind = self._turns[last.turn].unkind
        echoes = bool(unkind) and heard.echoes(self._words.heard(unkind[0].phrase))
        begins = heard.begins_with("seconds") or heard.begins_with("piles")
        return begins or echoes or heard.chants or heard.is_only("agrees")

    def _heard(self, at: int) -> Heard:
        if at not in self._said:
            self._said[at] = self._words.heard(self._turns[at].text)
        return self._said[at]

    def _has_hit(self, by: str, whom: str) -> bool:
        return any(hit.by == by and hit.whom == whom for hit in self._hits)

    def _stands_up(self, at: int, turn: GroupTurn, heard: Heard) -> bool:
        """Return whether somebody speaks up against what was said, or kindly to the one who was hit."""
        recent = [one for one in self._hits if at - one.turn <= _RECENT]
        hit, hitters = {one.whom for one in recent}, {one.by for one in recent}
        if not recent or turn.sender in hit | hitters or heard.is_only("agrees"):
            return False
        named = self._names.in_text(turn.text, turn.sender, near=0)
        kind = heard.has("kind") and not turn.unkind and (named is None or named in hit)
        return kind or heard.has("speaks-up")
